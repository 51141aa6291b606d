#include "store_fixture.hpp"

#include <mutex>
#include <thread>
#include <vector>

using namespace backorder;
using namespace backorder::test;
using namespace std::chrono_literals;

namespace {

/// Takes a connection of the pool, notes its number, and gives it back.
void take_turn(Pool& pool, int number, std::vector<int>& turns, std::mutex& mutex) {
    const auto lease = pool.lease(seconds(10));
    const std::lock_guard lock(mutex);
    turns.push_back(number);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(store_pool)

BOOST_AUTO_TEST_CASE(who_waits_is_served_in_the_order_of_coming_and_before_who_comes_then) {
    const std::vector<int> expected{0, 1, 2, 3, 4, 5};
    Engine engine(database(), 1);
    for (int round = 0; round < 20; ++round) {
        std::vector<int> turns;
        std::mutex mutex;
        std::vector<std::jthread> waiters;
        {
            const auto held = engine.pool.lease(seconds(10));
            for (int number = 0; number < 5; ++number) {
                waiters.emplace_back([&, number] { take_turn(engine.pool, number, turns, mutex); });
                std::this_thread::sleep_for(10ms);
            }
        }
        take_turn(engine.pool, 5, turns, mutex);
        waiters.clear();
        BOOST_TEST(turns == expected, boost::test_tools::per_element());
    }
}

BOOST_AUTO_TEST_CASE(who_gives_up_waiting_leaves_the_queue) {
    Engine engine(database(), 1);
    std::vector<int> turns;
    std::mutex mutex;
    std::jthread waiter;
    {
        const auto held = engine.pool.lease(seconds(10));
        waiter = std::jthread([&] {
            std::this_thread::sleep_for(30ms);
            take_turn(engine.pool, 1, turns, mutex);
        });
        BOOST_CHECK_THROW(engine.pool.lease({Clock::now() + 60ms}), Refused);
    }
    waiter.join();
    BOOST_TEST(turns == std::vector<int>{1}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_connection_that_is_lost_makes_room_for_who_waits) {
    Engine engine(database(), 1);
    std::vector<int> turns;
    std::mutex mutex;
    std::jthread waiter;
    {
        auto held = engine.pool.lease(seconds(10));
        waiter = std::jthread([&] { take_turn(engine.pool, 1, turns, mutex); });
        std::this_thread::sleep_for(30ms);
        held.discard();
    }
    waiter.join();
    BOOST_TEST(turns == std::vector<int>{1}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
