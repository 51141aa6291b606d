#include "store/event_watch.hpp"

#include <boost/test/unit_test.hpp>

#include <atomic>
#include <poll.h>
#include <thread>

using namespace backorder;
using namespace std::chrono_literals;

namespace {

const ConsumerKey mail{"m", "marketplace", "mail"};
const ConsumerKey search{"m", "marketplace", "search"};

/// What the database would say of every place, and how often it was asked.
struct Calls {
    std::atomic<NextCall> next = NextCall::none;
    std::atomic<int> looks = 0;

    EventWatch::Look look() {
        return [this](const std::vector<EventPlace>& places) -> Outcome<std::vector<NextCall>> {
            ++looks;
            return std::vector(places.size(), next.load());
        };
    }
};

bool readable(int fd, std::chrono::milliseconds within) {
    pollfd polled{fd, POLLIN, 0};
    return ::poll(&polled, 1, static_cast<int>(within.count())) == 1;
}

void wait_for_looks(const Calls& calls, int more) {
    for (const int enough = calls.looks + more; calls.looks < enough;) std::this_thread::sleep_for(1ms);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(event_watch)

BOOST_AUTO_TEST_CASE(nothing_is_looked_for_before_the_descriptor_is_asked_for) {
    Log log;
    Calls calls;
    EventWatch watch(calls.look(), 1ms, log);
    watch.pulled(mail, {}, false);
    watch.written("m");
    BOOST_TEST(watch.idle());
    std::this_thread::sleep_for(20ms);
    BOOST_TEST(calls.looks == 0);
    (void)watch.poll_fd();
    BOOST_TEST(!watch.idle());
    wait_for_looks(calls, 1);
}

BOOST_AUTO_TEST_CASE(before_the_first_pull_nothing_is_known_to_have_been_read) {
    Log log;
    Calls calls;
    EventWatch watch(calls.look(), 1ms, log);
    const int fd = watch.poll_fd();
    BOOST_TEST(readable(fd, 0ms));
    watch.pulled(mail, {}, false);
    BOOST_TEST(!readable(fd, 20ms));
}

BOOST_AUTO_TEST_CASE(what_can_be_read_makes_it_readable_until_a_page_has_reached_it) {
    Log log;
    Calls calls;
    EventWatch watch(calls.look(), 1ms, log);
    const int fd = watch.poll_fd();
    watch.pulled(mail, {}, false);
    calls.next = NextCall::readable;
    BOOST_TEST(readable(fd, 2s));
    watch.pulled(mail, {"5", 1, 1}, true);
    BOOST_TEST(readable(fd, 0ms));
    calls.next = NextCall::none;
    watch.pulled(mail, {"5", 2, 1}, false);
    BOOST_TEST(!readable(fd, 20ms));
}

// The page's snapshot was older than the look's.
BOOST_AUTO_TEST_CASE(a_page_that_missed_what_was_seen_is_not_the_end) {
    Log log;
    Calls calls;
    EventWatch watch(calls.look(), 1ms, log);
    const int fd = watch.poll_fd();
    watch.pulled(mail, {"5", 1, 1}, false);
    calls.next = NextCall::readable;
    BOOST_TEST(readable(fd, 2s));
    watch.pulled(mail, {"5", 1, 1}, false);
    BOOST_TEST(readable(fd, 0ms));
}

BOOST_AUTO_TEST_CASE(what_this_process_writes_is_looked_for_at_once) {
    Log log;
    Calls calls;
    EventWatch watch(calls.look(), 1h, log);
    const int fd = watch.poll_fd();
    watch.pulled(mail, {}, false);
    watch.written("elsewhere");
    BOOST_TEST(!readable(fd, 20ms));
    calls.next = NextCall::readable;
    watch.written("m");
    BOOST_TEST(readable(fd, 2s));
}

BOOST_AUTO_TEST_CASE(what_must_wait_is_looked_for_again_after_growing_pauses) {
    Log log;
    Calls calls;
    calls.next = NextCall::waiting;
    EventWatch watch(calls.look(), 1h, log);
    const int fd = watch.poll_fd();
    watch.pulled(mail, {}, false);
    watch.written("m");
    std::this_thread::sleep_for(300ms);
    const int looks = calls.looks;
    for (int i = 0; i < 100; ++i) watch.written("m");
    std::this_thread::sleep_for(50ms);
    BOOST_TEST(looks > 5);
    BOOST_TEST(calls.looks - looks < 10);
    BOOST_TEST(!readable(fd, 0ms));
    calls.next = NextCall::readable;
    BOOST_TEST(readable(fd, 10s));
}

BOOST_AUTO_TEST_CASE(one_consumers_last_page_hides_another_for_one_look_at_most) {
    Log log;
    Calls calls;
    EventWatch watch(calls.look(), 5ms, log);
    const int fd = watch.poll_fd();
    watch.pulled(search, {"5", 1, 1}, true);
    watch.pulled(mail, {"5", 2, 1}, false);
    BOOST_TEST(readable(fd, 2s));
}

BOOST_AUTO_TEST_CASE(an_outage_is_one_line_however_long_it_lasts) {
    std::atomic<int> looks = 0;
    Log log;
    EventWatch watch(
        [&](const auto&) -> Outcome<std::vector<NextCall>> {
            ++looks;
            return Refusal{Status::unavailable, "gone"};
        },
        1ms, log);
    watch.pulled(mail, {}, false);
    (void)watch.poll_fd();
    while (looks < 5) std::this_thread::sleep_for(1ms);
    watch.stop();
    BOOST_TEST(log.take().size() == 1U);
}

BOOST_AUTO_TEST_SUITE_END()
