#include "store/engine/retry_policy.hpp"

#include <boost/test/unit_test.hpp>

#include <vector>

using namespace backorder;
using namespace std::chrono_literals;

namespace {

const Clock::time_point start{};

std::vector<std::int64_t> pauses(RetryPolicy& retry_policy, Retry retry) {
    std::vector<std::int64_t> all;
    auto now = start;
    while (const auto pause = retry_policy.next(retry, now)) {
        all.push_back(pause->count());
        now += *pause;
    }
    return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(retry_policy)

BOOST_AUTO_TEST_CASE(what_can_not_get_better_is_not_tried_again) {
    RetryPolicy retry_policy(start + 5s);
    BOOST_TEST(pauses(retry_policy, Retry::never).empty());
}

BOOST_AUTO_TEST_CASE(a_lost_connection_is_replaced_at_once_and_then_for_a_second) {
    RetryPolicy retry_policy(start + 5s);
    BOOST_TEST(pauses(retry_policy, Retry::connection) == (std::vector<std::int64_t>{0, 20, 40, 80, 160, 320, 320, 60}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(conflicts_are_waited_out_until_the_deadline_and_not_beyond) {
    RetryPolicy retry_policy(start + 100ms);
    BOOST_TEST(pauses(retry_policy, Retry::conflict) == (std::vector<std::int64_t>{1, 2, 4, 8, 16, 32, 32}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(in_doubt_everything_is_tried_until_the_deadline) {
    RetryPolicy retry_policy(start + 3s);
    retry_policy.commit_unanswered();
    BOOST_TEST(pauses(retry_policy, Retry::never).size() == 13U);
}

BOOST_AUTO_TEST_SUITE_END()
