#include "store/engine/patience.hpp"

#include <boost/test/unit_test.hpp>

#include <vector>

using namespace backorder;
using namespace std::chrono_literals;

namespace {

const Clock::time_point start{};

std::vector<std::int64_t> pauses(Patience& patience, Retry retry) {
    std::vector<std::int64_t> all;
    auto now = start;
    while (const auto pause = patience.next(retry, now)) {
        all.push_back(pause->count());
        now += *pause;
    }
    return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(patience)

BOOST_AUTO_TEST_CASE(what_can_not_get_better_is_not_tried_again) {
    Patience patience(start + 5s);
    BOOST_TEST(pauses(patience, Retry::never).empty());
}

BOOST_AUTO_TEST_CASE(a_lost_connection_is_replaced_at_once_and_then_for_a_second) {
    Patience patience(start + 5s);
    BOOST_TEST(pauses(patience, Retry::connection) == (std::vector<std::int64_t>{0, 20, 40, 80, 160, 320, 320, 60}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(conflicts_are_waited_out_until_the_deadline_and_not_beyond) {
    Patience patience(start + 100ms);
    BOOST_TEST(pauses(patience, Retry::conflict) == (std::vector<std::int64_t>{1, 2, 4, 8, 16, 32, 32}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(in_doubt_everything_is_tried_until_the_deadline) {
    Patience patience(start + 3s);
    patience.commit_unanswered();
    BOOST_TEST(pauses(patience, Retry::never).size() == 13U);
}

BOOST_AUTO_TEST_SUITE_END()
