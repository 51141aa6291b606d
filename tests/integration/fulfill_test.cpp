// Shipping.

#include "support/shop.hpp"

#include <boost/test/unit_test.hpp>

namespace backorder::test {

namespace {

struct Shipping : Shop {
    Answer ship_all(const std::string& order, const std::string& entries, bool strict = false) {
        return ask(the_operator, "fulfill",
                   "{'order':'" + order + "','entries':[" + entries + "]" + (strict ? ",'strict':true}" : "}"));
    }
    /// An order of 5 at north: 2 there, 3 waiting.
    void place_half_there() {
        threshold("red", "north", 5);
        receive("red", "north", 2);
        place("o1", "red", 5);
    }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(fulfill)

BOOST_FIXTURE_TEST_CASE(shipped_units_leave_the_shelf_and_the_promise, Shipping) {
    receive("red", "north", 5);
    place("o1", "red", 3);
    const Answer answer = ship("o1", "1", "north", 2);
    BOOST_TEST(rows(answer, "fulfillments", "fulfillment warehouse line variant quantity") == "1 north 1 red 2");
    BOOST_TEST(rows(answer, "parts", "warehouse allocated shipped") == "north 1 2");
    BOOST_TEST(counters("red", "north") == "3 1 0");
}

BOOST_FIXTURE_TEST_CASE(ordinary_mode_ships_a_part_while_the_rest_waits_there, Shipping) {
    place_half_there();
    BOOST_TEST(ship_all("o1", "{'line':'1','warehouse':'north','quantity':2}").status == BO_OK);
    BOOST_TEST(parts("o1") == "north 0 3 2 0");
    BOOST_TEST(counters("red", "north") == "0 0 3");
}

BOOST_FIXTURE_TEST_CASE(strict_mode_wants_the_restock_first, Shipping) {
    place_half_there();
    BOOST_TEST(ship_all("o1", "{'line':'1','warehouse':'north','quantity':2}", true).status == BO_E_RESTOCK_FIRST);
    BOOST_TEST(parts("o1") == "north 2 3 0 0");
    receive("red", "north", 3);
    BOOST_TEST(ship_all("o1", "{'line':'1','warehouse':'north','quantity':5}", true).status == BO_OK);
}

BOOST_FIXTURE_TEST_CASE(strict_mode_looks_at_the_named_warehouse_only, Shipping) {
    threshold("red", "south", 5);
    receive("red", "north", 2);
    place("o1", "red", 5);
    BOOST_TEST(ship_all("o1", "{'line':'1','warehouse':'north','quantity':2}", true).status == BO_OK);
    BOOST_TEST(parts("o1") == "north 0 0 2 0; south 0 3 0 0");
}

BOOST_FIXTURE_TEST_CASE(more_than_is_shippable_ships_nothing_and_says_for_each_entry_why, Shipping) {
    place_half_there();
    receive("blue", "north", 1);
    place("o2", "blue", 1);
    const Answer refused = ship("o1", "1", "north", 3);
    BOOST_TEST(refused.status == BO_E_NOT_SHIPPABLE);
    BOOST_TEST(details(refused, "line warehouse asked shippable waiting") == "1 north 3 2 3");
    BOOST_TEST(counters("red", "north") == "2 2 3");
}

BOOST_FIXTURE_TEST_CASE(one_entry_too_many_keeps_the_others, Shipping) {
    receive("red", "north", 2);
    receive("blue", "north", 2);
    place_lines("o1", "{'line':'1','variant':'red','quantity':2},{'line':'2','variant':'blue','quantity':2}");
    const Answer refused =
        ship_all("o1", "{'line':'1','warehouse':'north','quantity':2},{'line':'2','warehouse':'north','quantity':3}");
    BOOST_TEST(refused.status == BO_E_NOT_SHIPPABLE);
    BOOST_TEST(counters("red", "north") == "2 2 0");
}

BOOST_FIXTURE_TEST_CASE(several_warehouses_in_one_call_make_one_fulfilment_each, Shipping) {
    receive("red", "north", 2);
    receive("red", "south", 2);
    receive("blue", "north", 1);
    place_lines("o1", "{'line':'1','variant':'red','quantity':4},{'line':'2','variant':'blue','quantity':1}");
    const Answer answer =
        ship_all("o1", "{'line':'1','warehouse':'south','quantity':2},{'line':'1','warehouse':'north','quantity':2},"
                       "{'line':'2','warehouse':'north','quantity':1}");
    BOOST_TEST(answer.status == BO_OK);
    BOOST_TEST(rows(answer, "fulfillments", "fulfillment warehouse line quantity") ==
               "1 south 1 2; 2 north 1 2; 2 north 2 1");
    BOOST_TEST(cell(answer, "order", "state") == "fulfilled");
}

BOOST_FIXTURE_TEST_CASE(fulfilments_are_numbered_within_their_order, Shipping) {
    receive("red", "north", 4);
    for (const char* order : {"o1", "o2"}) place(order, "red", 2);
    BOOST_TEST(cell(ship("o1", "1", "north", 1), "fulfillments", "fulfillment") == "1");
    BOOST_TEST(cell(ship("o1", "1", "north", 1), "fulfillments", "fulfillment") == "2");
    BOOST_TEST(cell(ship("o2", "1", "north", 1), "fulfillments", "fulfillment") == "1");
}

BOOST_FIXTURE_TEST_CASE(shipping_from_where_the_line_holds_nothing_takes_free_units_and_releases_its_waiting_ones,
                        Shipping) {
    place_half_there();
    receive("red", "south", 4);
    const Answer answer = ship("o1", "1", "south", 2);
    BOOST_TEST(answer.status == BO_OK);
    BOOST_TEST(rows(answer, "lines", "quantity allocated waiting shipped cancelled") == "5 2 1 2 0");
    BOOST_TEST(counters("red", "south") == "2 0 0");
    BOOST_TEST(counters("red", "north") == "2 2 1");
}

BOOST_FIXTURE_TEST_CASE(elsewhere_no_more_ships_than_waits_or_than_is_free, Shipping) {
    place_half_there();
    receive("red", "south", 4);
    const Answer refused = ship("o1", "1", "south", 4);
    BOOST_TEST(refused.status == BO_E_NOT_SHIPPABLE);
    BOOST_TEST(details(refused, "asked shippable") == "4 3");
    count("red", "south", 1);
    BOOST_TEST(details(ship("o1", "1", "south", 2), "asked shippable") == "2 1");
    BOOST_TEST(counters("red", "south") == "1 0 0");
}

BOOST_FIXTURE_TEST_CASE(units_promised_to_others_never_stand_in, Shipping) {
    place_half_there();
    receive("red", "south", 2);
    place_lines("o2", "{'line':'1','variant':'red','quantity':2,'warehouse':'south'}");
    BOOST_TEST(ship("o1", "1", "south", 1).status == BO_E_NOT_SHIPPABLE);
    BOOST_TEST(counters("red", "south") == "2 2 0");
}

BOOST_FIXTURE_TEST_CASE(unknown_lines_and_warehouses_are_not_found, Shipping) {
    place_half_there();
    BOOST_TEST(ship("o2", "1", "north", 1).status == BO_E_NOT_FOUND);
    BOOST_TEST(ship("o1", "2", "north", 1).status == BO_E_NOT_FOUND);
    BOOST_TEST(ship("o1", "1", "nowhere", 1).status == BO_E_NOT_FOUND);
    BOOST_TEST(ship("o1", "1", "globex-depot", 1).status == BO_E_NOT_FOUND);
    const std::string entry = "{'line':'1','warehouse':'north','quantity':1}";
    BOOST_TEST(ship_all("o1", entry + "," + entry).status == BO_E_DUPLICATE);
    BOOST_TEST(counters("red", "north") == "2 2 3");
}

BOOST_FIXTURE_TEST_CASE(a_seller_ships_its_own_lines_only, Shipping) {
    receive("red", "north", 1);
    receive("cup", "north", 1);
    place_lines("o1", "{'line':'1','variant':'red','quantity':1},{'line':'2','variant':'cup','quantity':1}");
    const auto by_globex = [this](const char* line) {
        return ask(seller("globex"), "fulfill",
                   std::string("{'order':'o1','entries':[{'line':'") + line + "','warehouse':'north','quantity':1}]}");
    };
    BOOST_TEST(by_globex("1").status == BO_E_NOT_FOUND);
    BOOST_TEST(rows(by_globex("2"), "lines", "line shipped") == "2 1");
    BOOST_TEST(counters("red", "north") == "1 1 0");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace backorder::test
