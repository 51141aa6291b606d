#include "store/engine/watchdog.hpp"

#include <boost/test/unit_test.hpp>

#include <array>
#include <atomic>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

using namespace backorder;
using namespace std::chrono_literals;

namespace {

struct Sockets {
    std::array<int, 2> ends{};
    Sockets() { BOOST_REQUIRE(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) == 0); }
    ~Sockets() {
        ::close(ends[0]);
        ::close(ends[1]);
    }

    /// How long a reader is held, given that nobody writes.
    Clock::duration held() const {
        const auto start = Clock::now();
        char byte = 0;
        BOOST_TEST(::recv(ends[0], &byte, 1, 0) == 0);
        return Clock::now() - start;
    }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(watchdog)

BOOST_AUTO_TEST_CASE(a_chore_is_done_again_and_again_until_it_is_stopped) {
    Watchdog dog;
    std::atomic<int> done = 0;
    dog.start_chore(5ms, [&] { ++done; });
    const auto end = Clock::now() + 20s;
    while (done < 3 && Clock::now() < end) std::this_thread::sleep_for(1ms);
    dog.stop_chore();
    const int at_stop = done;
    BOOST_TEST(at_stop >= 3);
    std::this_thread::sleep_for(50ms);
    BOOST_TEST(done == at_stop);
}

BOOST_AUTO_TEST_CASE(a_silent_server_holds_nobody_much_beyond_the_deadline) {
    const Sockets sockets;
    Watchdog dog;
    const Watchdog::Watch watch(dog, sockets.ends[0], {Clock::now() + 50ms});
    const auto held = sockets.held();
    BOOST_TEST((held > 50ms && held < 2s));
}

BOOST_AUTO_TEST_CASE(a_cancelled_token_ends_the_wait_soon) {
    const Sockets sockets;
    Watchdog dog;
    Token token;
    const Watchdog::Watch watch(dog, sockets.ends[0], {Clock::now() + 1h, &token});
    token.cancelled = true;
    BOOST_TEST((sockets.held() < 2s));
}

BOOST_AUTO_TEST_CASE(nobody_is_held_beyond_the_end) {
    const Sockets before;
    const Sockets after;
    Watchdog dog;
    const Watchdog::Watch early(dog, before.ends[0], {Clock::now() + 1h});
    dog.end_by(Clock::now() + 50ms);
    const Watchdog::Watch late(dog, after.ends[0], {Clock::now() + 1h});
    BOOST_TEST((before.held() < 2s));
    BOOST_TEST((after.held() < 2s));
}

BOOST_AUTO_TEST_CASE(a_token_that_is_to_be_ignored_is_ignored_but_the_deadline_is_not) {
    const Sockets sockets;
    Watchdog dog;
    Token token;
    Watchdog::Watch watch(dog, sockets.ends[0], {Clock::now() + 100ms, &token});
    watch.ignore_token();
    token.cancelled = true;
    const auto held = sockets.held();
    BOOST_TEST((held > 100ms && held < 2s));
}

BOOST_AUTO_TEST_CASE(whom_nobody_watches_any_more_is_left_alone) {
    const Sockets sockets;
    Watchdog dog;
    { const Watchdog::Watch watch(dog, sockets.ends[0], {Clock::now() + 20ms}); }
    ::usleep(400'000);
    BOOST_TEST(::send(sockets.ends[0], "x", 1, MSG_NOSIGNAL) == 1);
}

BOOST_AUTO_TEST_SUITE_END()
