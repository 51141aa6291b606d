// Connections that break around COMMIT: the answer is true all the same, and the same key never does a thing twice.

#include "support/raw_host.hpp"
#include "support/raw_wire.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <chrono>

namespace backorder::test {
namespace {

namespace data = boost::unit_test::data;
using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

/// Ten units of v0 at a, and a handle whose calls go over the wire.
struct Wired {
    Wired() {
        raw_furnish(beside);
        raw_stock(beside, "v0", "a", 10, 0);
        rows = raw_rows(beside);
        // The connections of questions and of changes are made: what breaks is the call's own.
        host.must(raw_host(), "settings_get");
        host.must(raw_operator("warm"), "settings_set", "{'backorders_enabled': true, 'dry_run': true}");
    }

    static RawConfig config() {
        RawConfig config;
        config.migrate = false;
        config.prepare = false;
        return config;
    }

    static std::string order(int quantity = 1) {
        return "{'order': 'o', 'lines': [{'line': '1', 'variant': 'v0', 'quantity': " + std::to_string(quantity) + "}]}";
    }

    RawReply place(std::int64_t timeout_ms = 3000) const {
        RawCall call = raw_host();
        call.timeout_ms = timeout_ms;
        return host.call(call, "place", order());
    }

    /// Units of v0 that orders hold, as another handle sees them.
    std::int64_t sold() const {
        return beside.must(raw_host(), "stock", "{'variants': ['v0']}").integer(BO_COL_STOCK_ALLOCATED);
    }

    void require_nothing_done() const {
        BOOST_TEST(sold() == 0);
        BOOST_TEST(raw_rows(beside) == rows);
    }

    /// The same call once more, over a wire that works: done now or before, but once.
    void require_done_once_by_repeating(bool replayed) const {
        const RawReply again = place();
        BOOST_TEST(again.status == BO_OK, to_string(again));
        BOOST_TEST(again.replayed == replayed);
        BOOST_TEST(sold() == 1);
        BOOST_TEST(raw_differences(beside) == "");
        BOOST_TEST(host.must(raw_host(), "stock", "{'variants': ['v0']}").integer(BO_COL_STOCK_ALLOCATED) == 1);
    }

    RawDatabase database{"faults"};
    RawHost beside{database.url()};
    std::int64_t rows = 0;
    RawWire wire{database.url()};
    RawHost host{wire.url(), config()};
};

BOOST_FIXTURE_TEST_SUITE(faults_of_commit, Wired)

BOOST_DATA_TEST_CASE(a_connection_that_is_cut_once_does_not_show, data::make({1, 2, 3, 4}), where) {
    const Break breaks = static_cast<Break>(where);
    wire.plan(breaks);
    const RawReply reply = place();
    BOOST_TEST(wire.breaks() == 1);
    BOOST_TEST(reply.status == BO_OK, to_string(reply));
    BOOST_TEST(!reply.replayed);  // it is this very call that did it
    BOOST_TEST(sold() == 1);
    require_done_once_by_repeating(true);
}

BOOST_DATA_TEST_CASE(a_connection_that_is_cut_three_times_does_not_show, data::make({1, 2, 3}), where) {
    wire.plan(static_cast<Break>(where), Afterwards::works, 3);
    const RawReply reply = place();
    BOOST_TEST(wire.breaks() == 3);
    BOOST_TEST(reply.status == BO_OK, to_string(reply));
    require_done_once_by_repeating(true);
}

BOOST_DATA_TEST_CASE(without_a_server_after_a_cut_before_commit_nothing_was_done, data::make({1, 2}), where) {
    const auto began = Clock::now();
    wire.plan(static_cast<Break>(where), Afterwards::refuses);
    const RawReply reply = place(1500);
    BOOST_TEST(wire.breaks() == 1);
    if (where == static_cast<int>(Break::before_the_write)) {
        BOOST_TEST(reply.status == BO_E_UNAVAILABLE, to_string(reply));
        BOOST_TEST(reply.retry == BO_RETRY_SAFE);
    } else {  // whether COMMIT left before the cut was seen is a matter of luck
        BOOST_TEST((reply.status == BO_E_UNAVAILABLE || reply.status == BO_E_IN_DOUBT), to_string(reply));
    }
    BOOST_TEST((Clock::now() - began < milliseconds(2000)));
    require_nothing_done();
    wire.make(Afterwards::works);
    require_done_once_by_repeating(false);
}

BOOST_DATA_TEST_CASE(without_a_server_after_commit_it_is_in_doubt_and_the_key_settles_it, data::make({3, 4}), where) {
    const Break breaks = static_cast<Break>(where);
    const auto began = Clock::now();
    wire.plan(breaks, Afterwards::refuses);
    const RawReply reply = place(1000);
    BOOST_TEST(wire.breaks() == 1);
    BOOST_TEST(reply.status == BO_E_IN_DOUBT, to_string(reply));
    BOOST_TEST(reply.retry == BO_RETRY_SAME_KEY);
    BOOST_TEST(!reply.has_result);
    BOOST_TEST((Clock::now() - began < milliseconds(1500)));
    BOOST_TEST(sold() == (breaks == Break::answer_lost ? 1 : 0));
    wire.make(Afterwards::works);
    require_done_once_by_repeating(breaks == Break::answer_lost);
    BOOST_TEST(host.logs().find("COMMIT") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_wire_that_swallows_everything_before_commit_is_a_timeout_in_time) {
    const auto began = Clock::now();
    wire.plan(Break::swallow_at_write, Afterwards::swallows);
    const RawReply reply = place(1000);
    const auto took = Clock::now() - began;
    BOOST_TEST(wire.breaks() == 1);
    BOOST_TEST(reply.status == BO_E_TIMEOUT, to_string(reply));
    BOOST_TEST(reply.retry == BO_RETRY_SAFE);
    BOOST_TEST((took > milliseconds(900) && took < milliseconds(1500)));
    wire.make(Afterwards::works);
    require_done_once_by_repeating(false);
}

BOOST_DATA_TEST_CASE(a_wire_that_swallows_commit_or_its_answer_is_doubt_in_time, data::make({6, 7}), where) {
    const Break breaks = static_cast<Break>(where);
    const auto began = Clock::now();
    wire.plan(breaks, Afterwards::swallows);
    const RawReply reply = place(1000);
    const auto took = Clock::now() - began;
    BOOST_TEST(wire.breaks() == 1);
    BOOST_TEST(reply.status == BO_E_IN_DOUBT, to_string(reply));
    BOOST_TEST(reply.retry == BO_RETRY_SAME_KEY);
    BOOST_TEST((took > milliseconds(900) && took < milliseconds(1500)));
    wire.make(Afterwards::works);
    require_done_once_by_repeating(breaks == Break::swallow_the_answer);
}

BOOST_AUTO_TEST_CASE(connecting_to_a_server_that_says_nothing_is_a_timeout_in_time) {
    wire.make(Afterwards::swallows);
    const RawHost fresh(wire.url(), config());
    const auto began = Clock::now();
    RawCall call = raw_host();
    call.timeout_ms = 700;
    const RawReply reply = fresh.call(call, "settings_get");
    const auto took = Clock::now() - began;
    BOOST_TEST(reply.status == BO_E_TIMEOUT, to_string(reply));
    BOOST_TEST((took > milliseconds(600) && took < milliseconds(1200)));
}

BOOST_AUTO_TEST_CASE(a_delivery_whose_answer_was_lost_arrives_once) {
    wire.plan(Break::answer_lost);
    const std::string request = "{'items': [{'variant': 'v0', 'warehouse': 'b', 'quantity': 7}]}";
    const RawReply reply = host.call(raw_operator("delivery"), "receive", request);
    BOOST_TEST(wire.breaks() == 1);
    BOOST_TEST(reply.status == BO_OK, to_string(reply));
    BOOST_TEST(reply.integer(BO_COL_MOVES_ON_HAND) == 7);
    BOOST_TEST(!reply.replayed);
    BOOST_TEST(host.must(raw_operator("delivery"), "receive", request).replayed);
    BOOST_TEST(raw_sql(database.url(), "SELECT sum(on_hand) FROM backorder.stock WHERE warehouse = 'b'") == "7");
}

BOOST_AUTO_TEST_CASE(a_refusal_stays_a_refusal_over_a_wire_that_was_cut) {
    RawCall call = raw_host();
    wire.plan(Break::before_the_write, Afterwards::works, 1);
    BOOST_TEST(host.call(call, "place", order(11)).status == BO_E_SHORTAGE);
    BOOST_TEST(wire.breaks() == 0);  // nothing is written, so nothing broke
    require_nothing_done();
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace backorder::test
