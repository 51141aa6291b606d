// Stock-takes.

#include "support/shop.hpp"

#include <boost/test/unit_test.hpp>

namespace backorder::test {

BOOST_AUTO_TEST_SUITE(count)

BOOST_FIXTURE_TEST_CASE(a_count_sets_what_is_on_hand, Shop) {
    receive("red", "north", 5);
    BOOST_TEST(rows(count("red", "north", 3), "moves", "quantity on_hand allocated backordered available") ==
               "3 3 0 0 3");
    BOOST_TEST(rows(count("red", "south", 7), "moves", "quantity on_hand") == "7 7");
}

BOOST_FIXTURE_TEST_CASE(counting_upward_serves_the_queue, Shop) {
    unlimited("red", "north");
    place("o1", "red", 2);
    place("o2", "red", 2);
    BOOST_TEST(rows(count("red", "north", 3), "covered", "order units ready") == "o1 2 1; o2 1 0");
    BOOST_TEST(counters("red", "north") == "3 3 1");
}

BOOST_FIXTURE_TEST_CASE(counting_down_to_what_is_promised_breaks_no_promise, Shop) {
    receive("red", "north", 5);
    place("o1", "red", 3);
    BOOST_TEST(rows(count("red", "north", 3), "fallen_back", "order") == "");
    BOOST_TEST(counters("red", "north") == "3 3 0");
}

BOOST_FIXTURE_TEST_CASE(below_that_the_youngest_promise_falls_back_first, Shop) {
    threshold("red", "north", 10);
    receive("red", "north", 6);
    for (const char* order : {"o1", "o2", "o3"}) place(order, "red", 2);
    const Answer answer = count("red", "north", 3);
    BOOST_TEST(rows(answer, "fallen_back", "item order line variant warehouse units") ==
               "0 o3 1 red north 2; 0 o2 1 red north 1");
    BOOST_TEST(counters("red", "north") == "3 3 3");
    BOOST_TEST(queue("red", "north") == "o2 1; o3 2");
}

BOOST_FIXTURE_TEST_CASE(the_lowest_priority_falls_back_before_younger_promises, Shop) {
    threshold("red", "north", 10);
    receive("red", "north", 4);
    place("old", "red", 2);
    place_lines("urgent", "{'line':'1','variant':'red','quantity':2}", "'priority':1");
    BOOST_TEST(rows(count("red", "north", 3), "fallen_back", "order units") == "old 1");
}

BOOST_FIXTURE_TEST_CASE(they_fall_back_over_the_threshold_if_need_be, Shop) {
    threshold("red", "north", 1);
    receive("red", "north", 4);
    place("o1", "red", 4);
    BOOST_TEST(rows(count("red", "north", 0), "fallen_back", "order units units_over_limit") == "o1 4 3");
    BOOST_TEST(rows(done(host, "stock", "{'variants':['red']}"), "stock",
                    "backordered backorder_room units_over_limit") == "4 0 3");
    BOOST_TEST(rows(receive("red", "north", 4), "covered", "order units ready") == "o1 4 1");
}

BOOST_FIXTURE_TEST_CASE(a_negative_count_is_refused, Shop) {
    receive("red", "north", 4);
    BOOST_TEST(ask(the_operator, "count", "{'items':[{'variant':'red','warehouse':'north','on_hand':-1}]}").status ==
               BO_E_QUANTITY);
    BOOST_TEST(counters("red", "north") == "4 0 0");
}

BOOST_FIXTURE_TEST_CASE(each_item_of_a_batch_has_its_own_outcome, Shop) {
    const Answer answer = ask(the_operator, "count",
                              "{'items':[{'variant':'red','warehouse':'nowhere','on_hand':1},"
                              "{'variant':'red','warehouse':'north','on_hand':2}]}");
    BOOST_TEST(answer.status == BO_SOME_REFUSED);
    BOOST_TEST(rows(answer, "moves", "item status warehouse") == "0 202 nowhere; 1 0 north");
    BOOST_TEST(counters("red", "north") == "2 0 0");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace backorder::test
