// Calls of several callers in one transaction: each gets its own answer, and nobody's trouble is another's.

#include "support/raw_host.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <chrono>
#include <memory>
#include <thread>
#include <vector>

namespace backorder::test {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

std::string order(const std::string& id, const std::string& variant = "v0", int quantity = 1) {
    return "{'order': '" + id + "', 'lines': [{'line': '1', 'variant': '" + variant +
           "', 'quantity': " + std::to_string(quantity) + "}]}";
}

RawCall with_timeout(milliseconds timeout, bo_token* token = nullptr) {
    RawCall call = raw_host();
    call.timeout_ms = timeout.count();
    call.token = token;
    return call;
}

/// Calls that run in threads of their own, each with its reply.
class Callers {
public:
    explicit Callers(const RawHost& host) : host_(host) {}
    ~Callers() { join(); }
    Callers(const Callers&) = delete;
    Callers& operator=(const Callers&) = delete;

    void call(const RawCall& call, const std::string& operation, const std::string& request) {
        replies_.push_back(std::make_unique<RawReply>());
        threads_.emplace_back([this, call, operation, request, reply = replies_.back().get()] {
            *reply = host_.call(call, operation, request);
        });
    }

    void join() {
        for (std::thread& thread : threads_) thread.join();
        threads_.clear();
    }

    const RawReply& reply(std::size_t index) {
        join();
        return *replies_[index];
    }

    std::size_t with(bo_status status) {
        join();
        return static_cast<std::size_t>(
            std::count_if(replies_.begin(), replies_.end(), [&](const auto& one) { return one->status == status; }));
    }

private:
    const RawHost& host_;
    std::vector<std::unique_ptr<RawReply>> replies_;
    std::vector<std::thread> threads_;
};

/// Holds the lock of a variant's record at warehouse a, as another host's call would, until it is let go.
class Blocker {
public:
    explicit Blocker(const std::string& database, const std::string& variant = "v0") : transaction_(database) {
        transaction_.run("SELECT FROM backorder.stock WHERE variant = '" + variant +
                         "' AND warehouse = 'a' FOR UPDATE");
    }
    void let_go() const { transaction_.commit(); }

private:
    RawTransaction transaction_;
};

/// Two hundred units of v0 and v1 at a, and one lane, so that calls that come while it is busy share the next
/// transaction.
struct OneLane {
    OneLane() {
        raw_furnish(host, 2);
        raw_stock(host, "v0", "a", units, 0);
        raw_stock(host, "v1", "a", units, 0);
    }
    ~OneLane() { BOOST_TEST(raw_differences(host) == ""); }
    OneLane(const OneLane&) = delete;
    OneLane& operator=(const OneLane&) = delete;

    static RawConfig config(const std::string& more = {}) {
        RawConfig config;
        config.more = ", \"lanes\": 1" + more;
        return config;
    }

    std::int64_t allocated(const std::string& variant) const {
        return host.must(raw_host(), "stock", "{'variants': ['" + variant + "']}").integer(BO_COL_STOCK_ALLOCATED);
    }

    std::string transactions() const {
        return database.sql("SELECT count(DISTINCT xmin::text) FROM backorder.calls WHERE verb = 'place'");
    }

    static constexpr int units = 200;
    RawDatabase database{"lanes"};
    RawHost host{database.url(), config()};
};

void settle() { std::this_thread::sleep_for(milliseconds(150)); }

BOOST_FIXTURE_TEST_SUITE(lanes, OneLane)

BOOST_AUTO_TEST_CASE(calls_that_wait_together_share_a_transaction) {
    const Blocker blocker(database.url());
    Callers callers(host);
    for (int i = 0; i < 40; ++i) callers.call(raw_host(), "place", order("o" + std::to_string(i)));
    settle();
    blocker.let_go();
    BOOST_TEST(callers.with(BO_OK) == 40U);
    BOOST_TEST(allocated("v0") == 40);
    BOOST_TEST(std::stoi(transactions()) <= 3);  // the first that came, those that came meanwhile, a straggler
}

// Goals: of calls in one transaction exactly those that fit are done, each other one has its own refusal with the
// numbers at its turn.
BOOST_AUTO_TEST_CASE(a_refusal_is_its_callers_alone) {
    const Blocker blocker(database.url());
    Callers callers(host);
    for (int i = 0; i < 50; ++i) callers.call(raw_host(), "place", order("o" + std::to_string(i), "v0", 5));
    settle();
    blocker.let_go();
    BOOST_TEST(callers.with(BO_OK) == 40U);
    BOOST_TEST(callers.with(BO_E_SHORTAGE) == 10U);
    BOOST_TEST(allocated("v0") == units);
}

BOOST_AUTO_TEST_CASE(the_same_key_twice_in_a_transaction_is_done_once) {
    const Blocker blocker(database.url());
    Callers callers(host);
    callers.call(raw_host(), "place", order("first"));
    settle();
    for (int i = 0; i < 6; ++i) callers.call(raw_host(), "place", order("same", "v0", 3));
    callers.call(raw_host(), "place", order("same", "v0", 4));
    settle();
    blocker.let_go();
    std::size_t replayed = 0;
    std::size_t reused = 0;
    for (std::size_t i = 1; i <= 7; ++i) {
        replayed += callers.reply(i).replayed ? 1 : 0;
        reused += callers.reply(i).status == BO_E_KEY_REUSED ? 1 : 0;
    }
    const bool three = reused == 1;  // whichever came first of the two requests won
    BOOST_TEST(reused == (three ? 1U : 6U));
    BOOST_TEST(replayed == (three ? 5U : 0U));
    BOOST_TEST(allocated("v0") == 1 + (three ? 3 : 4));
}

BOOST_AUTO_TEST_CASE(a_callers_time_is_its_own) {
    const Blocker blocker(database.url());
    Callers callers(host);
    const auto began = Clock::now();
    for (int i = 0; i < 5; ++i)
        callers.call(with_timeout(milliseconds(4000)), "place", order("patient" + std::to_string(i)));
    settle();
    const RawReply hasty = host.call(with_timeout(milliseconds(300)), "place", order("hasty"));
    BOOST_TEST(hasty.status == BO_E_TIMEOUT, to_string(hasty));
    BOOST_TEST(hasty.retry == BO_RETRY_SAFE);
    BOOST_TEST((Clock::now() - began < milliseconds(1000)));
    blocker.let_go();
    BOOST_TEST(callers.with(BO_OK) == 5U);
    BOOST_TEST(allocated("v0") == 5);
    BOOST_TEST(database.sql("SELECT count(*) FROM backorder.calls WHERE key = 'hasty'") == "0");
}

// Goals: of two calls in one transaction that waits for a lock, one gives up: it is answered in its time, is not done
// when the lock is had, and the other one is.
BOOST_AUTO_TEST_CASE(a_call_that_gave_up_inside_a_transaction_is_not_done) {
    const Blocker first(database.url(), "v0");
    const Blocker second(database.url(), "v1");
    Callers callers(host);
    callers.call(with_timeout(milliseconds(4000)), "place", order("before"));
    settle();
    callers.call(with_timeout(milliseconds(4000)), "place", order("patient", "v1"));
    callers.call(with_timeout(milliseconds(600)), "place", order("hasty", "v1"));
    settle();
    first.let_go();
    std::this_thread::sleep_for(milliseconds(800));
    second.let_go();
    BOOST_TEST(callers.reply(1).status == BO_OK, to_string(callers.reply(1)));
    BOOST_TEST(callers.reply(2).status == BO_E_TIMEOUT, to_string(callers.reply(2)));
    BOOST_TEST(allocated("v1") == 1);
    BOOST_TEST(database.sql("SELECT count(*) FROM backorder.calls WHERE key = 'hasty'") == "0");
}

BOOST_AUTO_TEST_CASE(a_cancelled_call_takes_nobody_with_it) {
    const std::unique_ptr<bo_token, void (*)(bo_token*)> token(bo_token_new(), bo_token_free);
    const Blocker blocker(database.url());
    Callers callers(host);
    callers.call(with_timeout(milliseconds(4000), token.get()), "place", order("first"));
    settle();
    callers.call(with_timeout(milliseconds(4000)), "place", order("other"));
    callers.call(with_timeout(milliseconds(4000), token.get()), "place", order("waiting"));
    settle();
    bo_token_cancel(token.get());
    settle();
    blocker.let_go();
    BOOST_TEST(callers.reply(0).status == BO_E_CANCELLED, to_string(callers.reply(0)));
    BOOST_TEST(callers.reply(1).status == BO_OK, to_string(callers.reply(1)));
    BOOST_TEST(callers.reply(2).status == BO_E_CANCELLED, to_string(callers.reply(2)));
    BOOST_TEST(allocated("v0") == 1);
}

// Goals: a failure of the database that one call causes is that call's answer; its neighbours are done.
BOOST_AUTO_TEST_CASE(a_call_that_the_database_refuses_fails_alone) {
    database.sql("ALTER TABLE backorder.calls ADD CHECK (key <> 'poison')");
    const Blocker blocker(database.url());
    Callers callers(host);
    callers.call(raw_host(), "place", order("first"));
    settle();
    for (int i = 0; i < 9; ++i) callers.call(raw_host(), "place", order(i == 4 ? "poison" : "o" + std::to_string(i)));
    settle();
    blocker.let_go();
    BOOST_TEST(callers.with(BO_OK) == 9U);
    BOOST_TEST(callers.reply(5).status == BO_E_INTERNAL, to_string(callers.reply(5)));
    BOOST_TEST(callers.reply(5).sqlstate == "23514");
    BOOST_TEST(allocated("v0") == 9);
}

// Goals: one order's life in a single transaction: placed beyond what is there, covered by a delivery, cancelled in
// part, counted, shipped; whatever order the calls come in, every answer is true and the rows agree.
BOOST_AUTO_TEST_CASE(different_verbs_share_a_transaction) {
    raw_stock(host, "v1", "a", 0, 1000);
    const Blocker blocker(database.url());
    Callers callers(host);
    callers.call(raw_host(), "place", order("first"));
    settle();
    for (int i = 0; i < 8; ++i) {
        const std::string id = std::to_string(i);
        callers.call(raw_host(), "place", order("o" + id, "v1", 40));
        callers.call(raw_operator("receive" + id), "receive",
                     "{'items': [{'variant': 'v1', 'warehouse': 'a', 'quantity': 7}]}");
        callers.call(raw_operator("cancel" + id), "cancel",
                     "{'order': 'o" + id + "', 'lines': [{'line': '1', 'quantity': 3}]}");
        callers.call(raw_operator("fulfill" + id), "fulfill",
                     "{'order': 'o" + id + "', 'entries': [{'line': '1', 'warehouse': 'a', 'quantity': 2}]}");
        callers.call(raw_operator("undo" + id), "cancel_fulfillment",
                     "{'order': 'o" + id + "', 'fulfillment': 1, 'units': 'to_stock'}");
        callers.call(raw_operator("count" + id), "count",
                     "{'items': [{'variant': 'v1', 'warehouse': 'a', 'on_hand': " + std::to_string(150 + i) + "}]}");
        callers.call(raw_operator("threshold" + id), "threshold_set",
                     "{'items': [{'variant': 'v1', 'warehouse': 'a', 'mode': 'limit', 'threshold': " +
                         std::to_string(900 + i) + "}]}");
    }
    settle();
    blocker.let_go();
    for (std::size_t i = 1; i < 57; ++i) {
        const bo_status status = callers.reply(i).status;
        const bool possible = status == BO_OK || status == BO_E_NOT_FOUND || status == BO_E_NOT_SHIPPABLE ||
                              status == BO_E_NOT_CANCELLABLE;
        BOOST_TEST(possible, to_string(callers.reply(i)));
    }
}

BOOST_AUTO_TEST_CASE(a_full_queue_turns_away_and_says_so) {
    const RawHost narrow(database.url(), config(", \"queue_size\": 3"));
    narrow.must(raw_host(), "place", order("warm"));
    const Blocker blocker(database.url());
    Callers callers(narrow);
    callers.call(raw_host(), "place", order("running"));
    settle();
    for (int i = 0; i < 5; ++i) callers.call(raw_host(), "place", order("o" + std::to_string(i)));
    settle();
    blocker.let_go();
    BOOST_TEST(callers.with(BO_OK) == 4U);
    BOOST_TEST(callers.with(BO_E_BUSY) == 2U);
    BOOST_TEST(narrow.call(raw_host(), "place", order("later")).status == BO_OK);
}

BOOST_AUTO_TEST_CASE(closing_answers_who_waits) {
    const Blocker blocker(database.url());
    auto closing = std::make_unique<RawHost>(database.url(), config());
    Callers callers(*closing);
    for (int i = 0; i < 6; ++i) callers.call(with_timeout(milliseconds(1500)), "place", order("o" + std::to_string(i)));
    settle();
    const auto began = Clock::now();
    bo_close(closing->handle());
    BOOST_TEST((Clock::now() - began < milliseconds(2500)));
    callers.join();
    BOOST_TEST(callers.with(BO_E_CANCELLED) + callers.with(BO_E_TIMEOUT) + callers.with(BO_E_CLOSED) == 6U);
    BOOST_TEST(callers.with(BO_E_CANCELLED) >= 1U);
    blocker.let_go();
    BOOST_TEST(allocated("v0") == 0);
}

// Goals: who sends thousands at once makes nobody wait for all of them.
BOOST_AUTO_TEST_CASE(an_importer_does_not_starve_a_buyer) {
    raw_stock(host, "v1", "a", 5000, 0);
    std::string orders;
    for (int i = 0; i < 4000; ++i) orders += (i > 0 ? "," : "") + order("bulk" + std::to_string(i), "v1");
    Callers callers(host);
    callers.call(with_timeout(milliseconds(60000)), "place_batch", "{'orders': [" + orders + "]}");
    while (database.sql("SELECT count(*) FROM backorder.calls WHERE key LIKE 'bulk%'") == "0")
        std::this_thread::sleep_for(milliseconds(1));
    const RawReply buyer = host.call(raw_host(), "place", order("buyer"));
    BOOST_TEST(buyer.status == BO_OK, to_string(buyer));
    const int before =
        std::stoi(database.sql("SELECT count(*) FROM backorder.calls b WHERE b.key LIKE 'bulk%' AND b.sequence <"
                               " (SELECT sequence FROM backorder.calls WHERE key = 'buyer')"));
    BOOST_TEST(callers.with(BO_OK) == 1U);
    BOOST_TEST(before < 4000);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace backorder::test
