// An order with its lines and parts.

#include "support/shop.hpp"

#include <boost/test/unit_test.hpp>

namespace backorder::test {

BOOST_AUTO_TEST_SUITE(order)

BOOST_FIXTURE_TEST_CASE(the_state_follows_what_is_shipped_and_cancelled, Shop) {
    receive("red", "north", 5);
    place("o1", "red", 3);
    place("o2", "red", 2);
    BOOST_TEST(state("o1") == "unfulfilled");
    ship("o1", "1", "north", 1);
    BOOST_TEST(state("o1") == "partially_fulfilled");
    ship("o1", "1", "north", 2);
    BOOST_TEST(state("o1") == "fulfilled");
    done(host, "cancel", "{'order':'o2'}");
    BOOST_TEST(state("o2") == "cancelled");
}

BOOST_FIXTURE_TEST_CASE(it_tells_lines_parts_and_fulfilments, Shop) {
    threshold("red", "south", 5);
    receive("red", "north", 2);
    place_lines("o1", "{'line':'1','variant':'red','quantity':4}", "'priority':3");
    ship("o1", "1", "north", 1);
    const Answer answer = done(host, "order", "{'order':'o1'}");
    BOOST_TEST(rows(answer, "order", "order state priority") == "o1 partially_fulfilled 3");
    BOOST_TEST(rows(answer, "lines", "line variant quantity allocated waiting shipped cancelled") == "1 red 4 1 2 1 0");
    BOOST_TEST(rows(answer, "parts", "line variant warehouse quantity allocated waiting shipped cancelled") ==
               "1 red north 2 1 0 1 0; 1 red south 2 0 2 0 0");
    BOOST_TEST(rows(answer, "fulfillments", "fulfillment warehouse line variant quantity") == "1 north 1 red 1");
}

BOOST_FIXTURE_TEST_CASE(lines_come_in_the_orders_own_order, Shop) {
    receive("red", "north", 5);
    place_lines("o1", "{'line':'10','variant':'red','quantity':1},{'line':'9','variant':'red','quantity':1},{'line':'a'"
                      ",'variant':'red','quantity':1}");
    BOOST_TEST(rows(done(host, "order", "{'order':'o1'}"), "lines", "line") == "10; 9; a");
}

BOOST_FIXTURE_TEST_CASE(a_seller_sees_its_own_lines_of_a_mixed_order, Shop) {
    receive("red", "north", 5);
    receive("cup", "north", 5);
    place_lines("o1", "{'line':'1','variant':'red','quantity':1},{'line':'2','variant':'cup','quantity':2}");
    ship("o1", "1", "north", 1);
    const Answer answer = done(seller("globex"), "order", "{'order':'o1'}");
    BOOST_TEST(rows(answer, "lines", "line variant") == "2 cup");
    BOOST_TEST(rows(answer, "parts", "line") == "2");
    BOOST_TEST(rows(answer, "fulfillments", "line") == "");
    BOOST_TEST(cell(answer, "order", "state") == "unfulfilled");
}

BOOST_FIXTURE_TEST_CASE(to_a_seller_without_a_line_in_it_the_order_does_not_exist, Shop) {
    receive("red", "north", 5);
    place("o1", "red", 1);
    for (const char* operation : {"order", "shippable"})
        BOOST_TEST(ask(seller("globex"), operation, "{'order':'o1'}").status == BO_E_NOT_FOUND);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace backorder::test
