#include "store/engine/pool.hpp"

#include "store/engine/failure.hpp"

#include <boost/test/unit_test.hpp>

#include <atomic>
#include <thread>

using namespace backorder;
using namespace std::chrono_literals;

namespace {

std::unique_ptr<Connection> never_in_time() {
    std::this_thread::sleep_for(300ms);
    throw Refused({Status::unavailable, "too late"});
}

Status status_of_lease(Pool& pool, const Budget& budget) {
    try {
        const auto lease = pool.lease(budget);
        return Status::ok;
    } catch (const Refused& refused) {
        return refused.refusal().status;
    }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(pool)

BOOST_AUTO_TEST_CASE(who_asked_is_told_why_opening_failed) {
    Pool pool(1, []() -> std::unique_ptr<Connection> { throw Refused({Status::privilege, "no"}); });
    BOOST_TEST((status_of_lease(pool, {Clock::now() + 5s}) == Status::privilege));
    BOOST_TEST((status_of_lease(pool, {Clock::now() + 5s}) == Status::privilege));
}

BOOST_AUTO_TEST_CASE(a_server_that_does_not_answer_holds_nobody_beyond_the_deadline) {
    Pool pool(1, never_in_time);
    const auto start = Clock::now();
    BOOST_TEST((status_of_lease(pool, {start + 50ms}) == Status::timeout));
    BOOST_TEST((Clock::now() - start < 250ms));
}

BOOST_AUTO_TEST_CASE(a_cancelled_token_ends_the_wait) {
    Pool pool(1, never_in_time);
    Token token;
    std::thread canceller([&] {
        std::this_thread::sleep_for(50ms);
        token.cancelled = true;
    });
    BOOST_TEST((status_of_lease(pool, {Clock::now() + 5s, &token}) == Status::cancelled));
    canceller.join();
}

BOOST_AUTO_TEST_CASE(closing_wakes_who_waits_and_who_pauses) {
    Pool pool(1, never_in_time);
    std::thread closer([&] {
        std::this_thread::sleep_for(50ms);
        pool.close();
    });
    BOOST_TEST((status_of_lease(pool, {Clock::now() + 5s}) == Status::cancelled));
    BOOST_TEST(!pool.pause(5s, {Clock::now() + 10s}));
    closer.join();
}

BOOST_AUTO_TEST_CASE(no_more_are_opened_at_a_time_than_the_pool_is_large) {
    std::atomic<int> opening = 0;
    std::atomic<int> most = 0;
    Pool pool(2, [&]() -> std::unique_ptr<Connection> {
        const int now = ++opening;
        most = std::max(most.load(), now);
        std::this_thread::sleep_for(20ms);
        --opening;
        throw Refused({Status::unavailable, "no"});
    });
    std::vector<std::thread> callers;
    std::atomic<int> refused = 0;
    for (int caller = 0; caller < 8; ++caller)
        callers.emplace_back([&] { refused += status_of_lease(pool, {Clock::now() + 5s}) == Status::unavailable; });
    for (auto& caller : callers) caller.join();
    BOOST_TEST(most <= 2);
    BOOST_TEST(refused == 8);
}

BOOST_AUTO_TEST_SUITE_END()
