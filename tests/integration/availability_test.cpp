// What a storefront may show.

#include "support/shop.hpp"

#include <boost/test/unit_test.hpp>

namespace backorder::test {

namespace {

struct Storefront : Shop {
    std::string shown(const std::string& items, const std::string& columns) {
        return rows(done(host, "availability", "{'items':[" + items + "]}"), "availability", columns);
    }
};

const std::string offer = "state now later later_unlimited shut_gate";

}  // namespace

BOOST_AUTO_TEST_SUITE(availability)

BOOST_FIXTURE_TEST_CASE(units_on_a_shelf_are_in_stock, Storefront) {
    receive("red", "north", 2);
    receive("red", "south", 3);
    BOOST_TEST(shown("{'variant':'red'}", offer) == "in_stock 5 0 0 threshold");
}

BOOST_FIXTURE_TEST_CASE(room_without_units_is_backorder, Storefront) {
    threshold("red", "north", 4);
    BOOST_TEST(shown("{'variant':'red'}", offer) == "backorder 0 4 0 ");
}

BOOST_FIXTURE_TEST_CASE(unlimited_room_is_told_as_such, Storefront) {
    unlimited("red", "north");
    BOOST_TEST(shown("{'variant':'red'}", "state now later_unlimited") == "backorder 0 1");
    threshold("red", "south", 4);
    BOOST_TEST(shown("{'variant':'red'}", "state now later_unlimited") == "backorder 0 1");
}

// Goals: open is nearest, then a threshold that is reached, then a warehouse that is closed, wherever they come in the
// order.
BOOST_FIXTURE_TEST_CASE(of_several_warehouses_the_gate_nearest_to_open_is_named, Storefront) {
    const auto gate_with = [this](const std::string& closed, const std::string& reached) {
        for (const std::string warehouse : {"north", "south"}) {
            const std::string active = closed.find(warehouse) == std::string::npos ? "true" : "false";
            done(host, "warehouse_upsert", "{'items':[{'warehouse':'" + warehouse + "','active':" + active + "}]}");
            threshold("red", warehouse, warehouse == reached ? 0 : 4);
        }
        return shown("{'variant':'red'}", "shut_gate");
    };
    BOOST_TEST(gate_with("north", "") == "");
    BOOST_TEST(gate_with("south", "") == "");
    BOOST_TEST(gate_with("north", "south") == "threshold");
    BOOST_TEST(gate_with("south", "north") == "threshold");
    BOOST_TEST(gate_with("north and south", "") == "warehouse");
}

BOOST_FIXTURE_TEST_CASE(neither_units_nor_room_is_out_of_stock_and_names_the_gate, Storefront) {
    BOOST_TEST(shown("{'variant':'red'}", offer) == "out_of_stock 0 0 0 threshold");
    allow("red", "deny");
    BOOST_TEST(shown("{'variant':'red'}", offer) == "out_of_stock 0 0 0 variant");
    turn("off");
    BOOST_TEST(shown("{'variant':'red'}", offer) == "out_of_stock 0 0 0 marketplace");
}

BOOST_FIXTURE_TEST_CASE(a_quantity_is_split_into_now_and_later, Storefront) {
    threshold("red", "north", 4);
    receive("red", "south", 3);
    BOOST_TEST(shown("{'variant':'red','quantity':2}", "quantity split_now split_later short") == "2 2 0 0");
    BOOST_TEST(shown("{'variant':'red','quantity':5}", "quantity split_now split_later short") == "5 3 2 0");
    BOOST_TEST(shown("{'variant':'red','quantity':9}", "quantity split_now split_later short") == "9 3 4 2");
}

BOOST_FIXTURE_TEST_CASE(what_is_shown_is_what_placing_takes, Storefront) {
    threshold("red", "north", 4);
    receive("red", "south", 3);
    BOOST_TEST(place("o1", "red", 8).status == BO_E_SHORTAGE);
    BOOST_TEST(place("o2", "red", 7).status == BO_OK);
    BOOST_TEST(shown("{'variant':'red'}", offer) == "out_of_stock 0 0 0 threshold");
}

BOOST_FIXTURE_TEST_CASE(an_unknown_variant_is_an_outcome_of_its_own, Storefront) {
    receive("red", "north", 2);
    const Answer answer = ask(host, "availability", "{'items':[{'variant':'green'},{'variant':'red'}]}");
    BOOST_TEST(answer.status == BO_SOME_REFUSED);
    BOOST_TEST(rows(answer, "availability", "item status variant state now") == "0 202 green  0; 1 0 red in_stock 2");
}

BOOST_FIXTURE_TEST_CASE(a_seller_sees_its_own_variants_only, Storefront) {
    receive("red", "north", 2);
    const Answer answer = ask(seller("globex"), "availability", "{'items':[{'variant':'red'},{'variant':'cup'}]}");
    BOOST_TEST(answer.status == BO_SOME_REFUSED);
    BOOST_TEST(rows(answer, "availability", "status state now") == "202  0; 0 out_of_stock 0");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace backorder::test
