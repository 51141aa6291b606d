#include "store/engine/log.hpp"

#include <boost/test/unit_test.hpp>

#include <poll.h>

namespace {

bool readable(int fd) {
    pollfd polled{fd, POLLIN, 0};
    return ::poll(&polled, 1, 0) == 1;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(log_lines)

BOOST_AUTO_TEST_CASE(lines_are_taken_once_and_in_order) {
    backorder::Log log;
    log.add("info", "first");
    log.add("warning", "second");
    const auto lines = log.take();
    BOOST_TEST_REQUIRE(lines.size() == 2U);
    BOOST_TEST(lines[0].message == "first");
    BOOST_TEST(lines[1].level == "warning");
    BOOST_TEST(lines[0].at.size() == 20U);
    BOOST_TEST(log.take().empty());
}

BOOST_AUTO_TEST_CASE(what_a_server_says_in_another_encoding_is_a_line_all_the_same) {
    backorder::Log log;
    log.add("warning", "r\xf4le inconnu");
    BOOST_TEST(log.take().at(0).message == "r\xef\xbf\xbdle inconnu");
}

BOOST_AUTO_TEST_CASE(the_oldest_give_way_after_a_thousand) {
    backorder::Log log;
    for (int line = 0; line < 1003; ++line) log.add("info", std::to_string(line));
    const auto lines = log.take();
    BOOST_TEST(lines.size() == 1000U);
    BOOST_TEST(lines.front().message == "3");
}

BOOST_AUTO_TEST_CASE(the_descriptor_is_readable_while_lines_wait) {
    backorder::Log log;
    log.add("info", "before anyone asked");
    BOOST_TEST(readable(log.poll_fd()));
    log.take();
    BOOST_TEST(!readable(log.poll_fd()));
    log.add("info", "after");
    BOOST_TEST(readable(log.poll_fd()));
}

BOOST_AUTO_TEST_SUITE_END()
