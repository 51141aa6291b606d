// A whole order or nothing.

#include "support/shop.hpp"

#include <boost/test/unit_test.hpp>

namespace backorder::test {

BOOST_AUTO_TEST_SUITE(place)

BOOST_FIXTURE_TEST_CASE(on_hand_everywhere_is_taken_before_any_backorder, Shop) {
    unlimited("red", "north");
    receive("red", "north", 2);
    receive("red", "south", 3);
    BOOST_TEST(place("o1", "red", 5).status == BO_OK);
    BOOST_TEST(parts("o1") == "north 2 0 0 0; south 3 0 0 0");
}

BOOST_FIXTURE_TEST_CASE(backorders_follow_in_the_same_order, Shop) {
    threshold("red", "north", 1);
    threshold("red", "south", 5);
    receive("red", "south", 3);
    const Answer answer = place("o1", "red", 6);
    BOOST_TEST(rows(answer, "order", "order state priority") == "o1 unfulfilled 0");
    BOOST_TEST(rows(answer, "lines", "line variant quantity allocated waiting shipped cancelled") == "1 red 6 3 3 0 0");
    BOOST_TEST(rows(answer, "parts", "line warehouse quantity allocated waiting") == "1 north 1 0 1; 1 south 5 3 2");
}

BOOST_FIXTURE_TEST_CASE(equal_priorities_are_tried_by_id, Shop) {
    done(host, "warehouse_upsert", "{'items':[{'warehouse':'north','priority':2}]}");
    for (const char* warehouse : {"south", "north"}) receive("red", warehouse, 1);
    place("o1", "red", 1);
    BOOST_TEST(parts("o1") == "north 1 0 0 0");
}

BOOST_FIXTURE_TEST_CASE(the_callers_order_of_warehouses_comes_first, Shop) {
    for (const char* warehouse : {"north", "south", "acme-depot"}) receive("red", warehouse, 2);
    place_lines("o1", "{'line':'1','variant':'red','quantity':5}", "'warehouses':['acme-depot','south']");
    BOOST_TEST(counters("red", "acme-depot") == "2 2 0");
    BOOST_TEST(counters("red", "south") == "2 2 0");
    BOOST_TEST(counters("red", "north") == "2 1 0");
}

BOOST_FIXTURE_TEST_CASE(the_callers_order_holds_for_backorders_too, Shop) {
    for (const char* warehouse : {"north", "south"}) threshold("red", warehouse, 2);
    place_lines("o1", "{'line':'1','variant':'red','quantity':3}", "'warehouses':['south']");
    BOOST_TEST(parts("o1") == "north 0 1 0 0; south 0 2 0 0");
}

BOOST_FIXTURE_TEST_CASE(a_pinned_line_is_served_there_and_nowhere_else, Shop) {
    receive("red", "north", 5);
    threshold("red", "south", 2);
    BOOST_TEST(place_lines("o1", "{'line':'1','variant':'red','quantity':2,'warehouse':'south'}").status == BO_OK);
    BOOST_TEST(parts("o1") == "south 0 2 0 0");
    const Answer refused = place_lines("o2", "{'line':'1','variant':'red','quantity':1,'warehouse':'south'}");
    BOOST_TEST(refused.status == BO_E_SHORTAGE);
    BOOST_TEST(details(refused, "line warehouse available gate") == "1 - 0 -; 1 south 0 threshold");
}

BOOST_FIXTURE_TEST_CASE(a_line_may_decline_backorders, Shop) {
    unlimited("red", "north");
    receive("red", "south", 2);
    BOOST_TEST(place_lines("o1", "{'line':'1','variant':'red','quantity':3,'decline_backorder':true}").status ==
               BO_E_SHORTAGE);
    BOOST_TEST(place_lines("o2", "{'line':'1','variant':'red','quantity':2,'decline_backorder':true}").status == BO_OK);
}

BOOST_FIXTURE_TEST_CASE(lines_that_decline_choose_first, Shop) {
    unlimited("red", "north");
    receive("red", "north", 2);
    const Answer answer =
        place_lines("o1", "{'line':'waits','variant':'red','quantity':2},"
                          "{'line':'declines','variant':'red','quantity':2,'decline_backorder':true}");
    BOOST_TEST(rows(answer, "lines", "line allocated waiting") == "waits 0 2; declines 2 0");
}

BOOST_FIXTURE_TEST_CASE(pinned_lines_choose_before_free_ones, Shop) {
    receive("red", "north", 1);
    receive("red", "south", 1);
    const Answer answer = place_lines("o1", "{'line':'free','variant':'red','quantity':1},{'line':'pinned','variant':'"
                                            "red','quantity':1,'warehouse':'north'}");
    BOOST_TEST(rows(answer, "parts", "line warehouse allocated") == "free south 1; pinned north 1");
}

BOOST_FIXTURE_TEST_CASE(lines_of_one_variant_are_summed_before_the_check, Shop) {
    receive("red", "north", 3);
    threshold("red", "north", 1);
    const std::string lines = "{'line':'1','variant':'red','quantity':2},{'line':'2','variant':'red','quantity':";
    BOOST_TEST(place_lines("o1", lines + "3}").status == BO_E_SHORTAGE);
    BOOST_TEST(place_lines("o2", lines + "2}").status == BO_OK);
    BOOST_TEST(counters("red", "north") == "3 3 1");
}

BOOST_FIXTURE_TEST_CASE(one_short_line_fails_the_whole_order, Shop) {
    receive("red", "north", 3);
    const Answer refused =
        place_lines("o1", "{'line':'1','variant':'red','quantity':3},{'line':'2','variant':'blue','quantity':1}");
    BOOST_TEST(refused.status == BO_E_SHORTAGE);
    BOOST_TEST(counters("red", "north") == "3 0 0");
    BOOST_TEST(ask(host, "order", "{'order':'o1'}").status == BO_E_NOT_FOUND);
}

BOOST_FIXTURE_TEST_CASE(a_shortage_names_line_amounts_and_the_shut_gate_of_each_warehouse, Shop) {
    receive("red", "north", 3);
    threshold("red", "north", 2);
    threshold("red", "south", 0);
    const Answer refused = place_lines("o1", "{'line':'x','variant':'red','quantity':9}");
    BOOST_TEST(details(refused, "line variant warehouse asked available backorder_room short gate") ==
               "x red - 9 3 2 4 -; x red north - 3 2 - ; x red south - 0 0 - threshold");
}

BOOST_FIXTURE_TEST_CASE(an_order_spans_sellers, Shop) {
    receive("red", "north", 1);
    receive("cup", "globex-depot", 1);
    const Answer answer =
        place_lines("o1", "{'line':'1','variant':'red','quantity':1},{'line':'2','variant':'cup','quantity':1}");
    BOOST_TEST(rows(answer, "parts", "line warehouse allocated") == "1 north 1; 2 globex-depot 1");
    const Answer mine = done(seller("globex"), "order", "{'order':'o1'}");
    BOOST_TEST(rows(mine, "lines", "line variant") == "2 cup");
}

BOOST_FIXTURE_TEST_CASE(a_seller_places_its_own_variants_only, Shop) {
    receive("red", "north", 1);
    const std::string order = "{'order':'o1','lines':[{'line':'1','variant':'red','quantity':1}]}";
    BOOST_TEST(ask(seller("globex"), "place", order).status == BO_E_NOT_FOUND);
    BOOST_TEST(ask(seller("acme"), "place", order).status == BO_OK);
}

BOOST_FIXTURE_TEST_CASE(unknown_variants_and_warehouses_are_named, Shop) {
    const Answer variant = place("o1", "green", 1);
    BOOST_TEST(variant.status == BO_E_NOT_FOUND);
    BOOST_TEST(details(variant, "variant") == "green");
    const Answer warehouse = place_lines("o1", "{'line':'1','variant':'red','quantity':1,'warehouse':'nowhere'}");
    BOOST_TEST(warehouse.status == BO_E_NOT_FOUND);
    BOOST_TEST(details(warehouse, "warehouse") == "nowhere");
}

BOOST_FIXTURE_TEST_CASE(an_order_with_a_fault_in_its_shape_is_refused, Shop) {
    receive("red", "north", 9);
    BOOST_TEST(place("o1", "red", 0).status == BO_E_QUANTITY);
    BOOST_TEST(place_lines("o1", "").status == BO_E_ARGUMENT);
    BOOST_TEST(place_lines("o1", "{'line':'1','variant':'red','quantity':1},{'line':'1','variant':'red','quantity':1}")
                   .status == BO_E_DUPLICATE);
    BOOST_TEST(
        place_lines("o1", "{'line':'1','variant':'red','quantity':1}", "'warehouses':['north','north']").status ==
        BO_E_DUPLICATE);
    BOOST_TEST(counters("red", "north") == "9 0 0");
}

BOOST_FIXTURE_TEST_CASE(every_unknown_line_is_named, Shop) {
    receive("red", "north", 1);
    const Answer answer = ask(
        host, "place",
        "{'order':'o','lines':[{'line':'1','variant':'none','quantity':1},{'line':'2','variant':'red','quantity':1},"
        "{'line':'3','variant':'red','quantity':1,'warehouse':'globex-depot'}]}");
    BOOST_TEST(answer.status == BO_E_NOT_FOUND);
    BOOST_TEST(details(answer, "line variant warehouse status") == "1 none - 202; 3 - globex-depot 202");
}

BOOST_FIXTURE_TEST_CASE(every_fault_of_form_is_named_with_its_line_through_either_door, Shop) {
    const Answer answer =
        ask(host, "place",
            "{'order':'o','lines':[{'line':'1','variant':'red','quantity':0},{'line':'2','variant':'red','quantity':1},"
            "{'line':'3','variant':'','quantity':1},{'line':'2','variant':'red','quantity':-5}]}");
    BOOST_TEST(answer.status == BO_E_TEXT);
    BOOST_TEST(
        details(answer, "field item line asked status") ==
        "lines[2].variant 2 3 - 112; lines[0].quantity 0 1 0 114; lines[3].quantity 3 2 -5 114; lines[3] 3 2 - 115");
}

BOOST_FIXTURE_TEST_CASE(a_variant_without_stock_is_refused_by_the_gate_that_availability_names, Shop) {
    for (const std::string policy : {"allow", "deny"}) {
        done(the_operator, "policy_set", "{'items':[{'product':'shirt','policy':'" + policy + "'}]}");
        const std::string gate =
            cell(done(host, "availability", "{'items':[{'variant':'red'}]}"), "availability", "shut_gate");
        BOOST_TEST(gate == (policy == "allow" ? "threshold" : "variant"));
        BOOST_TEST(details(ask(host, "place", "{'order':'o','lines':[{'line':'1','variant':'red','quantity':1}]}"),
                           "line gate") == "1 " + gate);
    }
}

BOOST_FIXTURE_TEST_CASE(one_quantity_in_two_spellings_is_one_order, Shop) {
    receive("red", "north", 5);
    const auto spelled = [&](const std::string& quantity) {
        return ask_by_json(host, "place",
                           "{'order':'o','lines':[{'line':'1','variant':'red','quantity':" + quantity + "}]}");
    };
    BOOST_TEST(spelled("2").status == BO_OK);
    for (const std::string again : {"2.0", "'2.0000'", "0.2e1", "'2'"}) BOOST_TEST(spelled(again).replayed, again);
    BOOST_TEST(spelled("2.5").status == BO_E_QUANTITY);
    BOOST_TEST(spelled("3.0").status == BO_E_KEY_REUSED);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace backorder::test
