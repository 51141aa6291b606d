// Wires that fail around COMMIT more than once, for many at once, or for long: the answer is true all the same, and in
// time.

#include "fault/trial.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <chrono>
#include <thread>

namespace backorder::test {
namespace {

namespace data = boost::unit_test::data;
using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr std::int64_t short_ms = 1000, long_ms = 60'000;

/// Orders of one v1, of which four are on the shelf at a and three are free.
struct Buying {
    Buying() { wired.connect(); }

    RawReply place(const std::string& order, std::int64_t timeout_ms = long_ms, int quantity = 1) const {
        RawCall call = raw_host();
        call.marketplace = marketplace;
        call.timeout_ms = timeout_ms;
        return wired.host.call(call, "place",
                               "{'order': '" + order + "', 'lines': [{'line': '1', 'variant': 'v1', 'quantity': " +
                                   std::to_string(quantity) + "}]}");
    }

    void require_done_once_by_repeating(bool replayed) {
        wired.wire.make(Afterwards::works);
        const RawReply again = place("new");
        BOOST_TEST(again.status == BO_OK, to_string(again));
        BOOST_TEST(again.replayed == replayed);
        require_stored(1);
    }

    void require_stored(int orders) const {
        BOOST_TEST(
            raw_sql(scene.url(), "SELECT count(*) FROM backorder.calls WHERE verb = 'place' AND key LIKE 'new%'") ==
            std::to_string(orders));
        BOOST_TEST(scene.differences(marketplace) == "");
    }

    Scene scene{"commit"};
    const std::string marketplace = scene.furnish();
    WiredHost wired{scene, true};  // COMMIT goes with the last statement
};

void require_in_time(Clock::time_point began) {
    const auto took = std::chrono::duration_cast<milliseconds>(Clock::now() - began).count();
    BOOST_TEST(took > short_ms - 100);
    BOOST_TEST(took < short_ms + 1000);
}

BOOST_FIXTURE_TEST_SUITE(commit, Buying)

BOOST_DATA_TEST_CASE(that_is_cut_three_times_does_not_show, data::make({true, false}), applied) {
    wired.wire.plan(
        {.fault = applied ? Fault::cut_after : Fault::cut_before, .of_commits = true, .times = applied ? 1 : 3});
    const RawReply reply = place("new");
    BOOST_TEST(wired.wire.faults() == (applied ? 1 : 3));
    BOOST_TEST(reply.status == BO_OK, to_string(reply));
    BOOST_TEST(!reply.replayed);
    require_done_once_by_repeating(true);
}

BOOST_DATA_TEST_CASE(that_nobody_answers_is_doubt_in_time, data::make({true, false}), applied) {
    wired.wire.plan({.fault = applied ? Fault::silence_after : Fault::silence_before,
                     .of_commits = true,
                     .then = Afterwards::swallows});
    const auto began = Clock::now();
    const RawReply reply = place("new", short_ms);
    require_in_time(began);
    BOOST_TEST(reply.status == BO_E_IN_DOUBT, to_string(reply));
    BOOST_TEST(!reply.has_result);
    require_done_once_by_repeating(applied);
    BOOST_TEST(wired.host.logs().find("COMMIT") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(is_never_reached_where_nobody_answers_before_it) {
    wired.wire.plan({.fault = Fault::silence_before, .request = 1, .then = Afterwards::swallows});
    const auto began = Clock::now();
    const RawReply reply = place("new", short_ms);
    require_in_time(began);
    BOOST_TEST(reply.status == BO_E_TIMEOUT, to_string(reply));
    require_done_once_by_repeating(false);
}

BOOST_AUTO_TEST_CASE(is_never_reached_where_nobody_answers_at_all) {
    WiredHost fresh(scene, false);
    fresh.wire.make(Afterwards::swallows);
    const auto began = Clock::now();
    RawCall call = raw_host();
    call.timeout_ms = short_ms;
    BOOST_TEST(fresh.host.call(call, "settings_get").status == BO_E_TIMEOUT);
    require_in_time(began);
}

// Goals: many buyers share a transaction whose COMMIT is applied without an answer, or is not; each is told of his own
// order.
BOOST_DATA_TEST_CASE(of_many_callers_is_looked_up_for_each,
                     data::make({Fault::cut_before, Fault::cut_after, Fault::misreported}), fault) {
    constexpr int buyers = 40, units = 3;
    wired.wire.plan({.fault = fault, .of_commits = true, .sqlstate = "XX000", .times = 4});
    std::vector<RawReply> replies(buyers);
    std::vector<std::thread> running;
    for (int i = 0; i < buyers; ++i)
        running.emplace_back([&, i] { replies[static_cast<std::size_t>(i)] = place("new-" + std::to_string(i)); });
    for (std::thread& thread : running) thread.join();
    BOOST_TEST(wired.wire.faults() > 0);
    const auto count = [&](bo_status status) { return std::ranges::count(replies, status, &RawReply::status); };
    BOOST_TEST(count(BO_OK) == units);
    BOOST_TEST(count(BO_E_SHORTAGE) == buyers - units);
    BOOST_TEST(std::ranges::none_of(replies, &RawReply::replayed));
    require_stored(units);
}

BOOST_AUTO_TEST_CASE(of_a_refusal_is_never_sent) {
    wired.wire.plan({.fault = Fault::cut_before, .of_commits = true});
    BOOST_TEST(place("new", long_ms, 4).status == BO_E_SHORTAGE);
    BOOST_TEST(wired.wire.faults() == 0);
    require_stored(0);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace backorder::test
