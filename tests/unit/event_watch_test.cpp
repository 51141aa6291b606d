#include "store/event_watch.hpp"

#include <boost/test/unit_test.hpp>

#include <atomic>
#include <poll.h>
#include <thread>

using namespace backorder;
using namespace std::chrono_literals;

namespace {

bool readable(int fd, std::chrono::milliseconds within) {
    pollfd polled{fd, POLLIN, 0};
    return ::poll(&polled, 1, static_cast<int>(within.count())) == 1;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(event_watch)

BOOST_AUTO_TEST_CASE(nothing_is_read_before_the_descriptor_is_asked_for) {
    std::atomic<int> reads = 0;
    Log log;
    EventWatch watch([&] { ++reads; return Outcome<std::int64_t>(1); }, 1ms, log);
    watch.raise();
    std::this_thread::sleep_for(20ms);
    BOOST_TEST(reads == 0);
    BOOST_TEST(readable(watch.poll_fd(), 2s));
    BOOST_TEST(reads > 0);
}

BOOST_AUTO_TEST_CASE(a_commit_of_this_process_raises_it_at_once) {
    Log log;
    EventWatch watch([]() -> Outcome<std::int64_t> { return Refusal{Status::unavailable, "gone"}; }, 1h, log);
    const int fd = watch.poll_fd();
    BOOST_TEST(!readable(fd, 20ms));
    watch.raise();
    BOOST_TEST(readable(fd, 0ms));
    watch.clear();
    BOOST_TEST(!readable(fd, 0ms));
}

BOOST_AUTO_TEST_CASE(an_outage_is_one_line_however_long_it_lasts) {
    std::atomic<int> reads = 0;
    Log log;
    EventWatch watch([&]() -> Outcome<std::int64_t> { ++reads; return Refusal{Status::unavailable, "gone"}; }, 1ms, log);
    watch.poll_fd();
    while (reads < 5) {
        std::this_thread::sleep_for(1ms);
    }
    watch.stop();
    BOOST_TEST(log.take().size() == 1U);
}

BOOST_AUTO_TEST_SUITE_END()
