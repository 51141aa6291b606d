#include "store_fixture.hpp"

#include "store/engine/connecting.hpp"
#include "store/engine/failure.hpp"

#include <sys/resource.h>
#include <unistd.h>

#include <atomic>
#include <mutex>
#include <thread>
#include <vector>

using namespace backorder;
using namespace backorder::test;
using namespace std::chrono_literals;

namespace {

/// A pool whose server has room for one connection only, until it is given more.
struct FullServer {
    std::atomic<bool> full = true;
    std::atomic<int> tried = 0;
    Target target = *Target::parse(database());
    Pool pool{3, [this] {
                  if (tried++ > 0 && full) throw NotConnected("53300", "too many connections");
                  return std::make_unique<Connection>(target.options());
              }};
};

/// Leaves this process without file descriptors, but for so many.
class FewDescriptors {
public:
    explicit FewDescriptors(int left) {
        ::getrlimit(RLIMIT_NOFILE, &before_);
        for (int next = ::dup(0); next >= 0; next = ::dup(0)) {
            kept_.push_back(next);
            if (kept_.size() == 1) {
                const rlimit few{static_cast<rlim_t>(next + 20), before_.rlim_max};
                ::setrlimit(RLIMIT_NOFILE, &few);
            }
        }
        for (; left > 0; --left) {
            ::close(kept_.back());
            kept_.pop_back();
        }
    }
    ~FewDescriptors() {
        for (const int one : kept_) ::close(one);
        ::setrlimit(RLIMIT_NOFILE, &before_);
    }
    FewDescriptors(const FewDescriptors&) = delete;
    FewDescriptors& operator=(const FewDescriptors&) = delete;

private:
    rlimit before_{};
    std::vector<int> kept_;
};

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

// Goals: where the server has no slot for one more, who waits keeps his place behind the connections that are there.
BOOST_AUTO_TEST_CASE(who_finds_no_room_for_one_more_waits_for_those_that_are_there) {
    FullServer server;
    std::vector<int> turns;
    std::mutex mutex;
    std::vector<std::jthread> waiters;
    {
        const auto held = server.pool.lease(seconds(10));
        for (int number = 0; number < 3; ++number) {
            waiters.emplace_back([&, number] { take_turn(server.pool, number, turns, mutex); });
            std::this_thread::sleep_for(20ms);
        }
        std::this_thread::sleep_for(300ms);
        BOOST_TEST(server.tried < 12);
    }
    waiters.clear();
    BOOST_TEST(turns == (std::vector<int>{0, 1, 2}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(who_waited_in_vain_is_told_that_there_was_no_room) {
    FullServer server;
    const auto held = server.pool.lease(seconds(10));
    BOOST_CHECK_THROW(server.pool.lease({Clock::now() + 100ms}), NotConnected);
    std::jthread waiter([&] { BOOST_CHECK_NO_THROW(server.pool.lease(seconds(10))); });
    std::this_thread::sleep_for(50ms);
    server.full = false;
}

BOOST_AUTO_TEST_CASE(a_process_without_file_descriptors_is_told_so) {
    const Target target = *Target::parse(database());
    for (int left = 0; left < 8; ++left) {
        const FewDescriptors few(left);
        try {
            const Connection connection(target.options());
            BOOST_TEST(left >= 2);
        } catch (const Refused& refused) {
            BOOST_TEST((refused.refusal().status == Status::out_of_memory));
            BOOST_TEST(left < 6);
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
