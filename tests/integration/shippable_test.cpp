// What could ship now, where, and why the rest cannot.

#include "support/shop.hpp"

#include <boost/test/unit_test.hpp>

namespace backorder::test {

namespace {

struct Preview : Shop {
    std::string shown(const std::string& order,
                      const std::string& columns = "line warehouse shippable waiting strict free_here") {
        return rows(done(host, "shippable", "{'order':'" + order + "'}"), "shippable", columns);
    }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(shippable)

BOOST_FIXTURE_TEST_CASE(allocated_units_ship_where_they_are, Preview) {
    receive("red", "north", 2);
    receive("red", "south", 3);
    place("o1", "red", 4);
    BOOST_TEST(shown("o1") == "1 north 2 0 1 0; 1 south 2 0 1 1");
}

BOOST_FIXTURE_TEST_CASE(what_waits_cannot_ship_and_says_why, Preview) {
    threshold("red", "north", 5);
    place("o1", "red", 3);
    BOOST_TEST(shown("o1") == "1 north 0 3 0 0");
    BOOST_TEST(shown("o1", "reason") != "");
}

BOOST_FIXTURE_TEST_CASE(part_of_a_waiting_line_ships_in_ordinary_mode_only, Preview) {
    threshold("red", "north", 5);
    receive("red", "north", 2);
    place("o1", "red", 3);
    BOOST_TEST(shown("o1") == "1 north 2 1 0 0");
    BOOST_TEST(shown("o1", "reason") != "");
}

BOOST_FIXTURE_TEST_CASE(free_units_elsewhere_can_stand_in_for_waiting_ones, Preview) {
    threshold("red", "north", 5);
    place("o1", "red", 3);
    receive("red", "south", 2);
    BOOST_TEST(shown("o1", "line warehouse shippable strict free_here") == "1 north 0 0 0; 1 south 2 1 2");
    BOOST_TEST(ship("o1", "1", "south", 2).status == BO_OK);
}

BOOST_FIXTURE_TEST_CASE(every_preview_keeps_its_word, Preview) {
    threshold("red", "north", 5);
    receive("red", "north", 2);
    place("o1", "red", 3);
    const std::int64_t now = number(done(host, "shippable", "{'order':'o1'}"), "shippable", "shippable");
    BOOST_TEST(ship("o1", "1", "north", static_cast<int>(now) + 1).status == BO_E_NOT_SHIPPABLE);
    BOOST_TEST(ship("o1", "1", "north", now).status == BO_OK);
    BOOST_TEST(shown("o1", "warehouse shippable waiting") == "north 0 1");
}

BOOST_FIXTURE_TEST_CASE(every_line_is_previewed_from_its_own_shelves, Preview) {
    threshold("red", "south", 5);
    receive("red", "north", 3);
    receive("blue", "north", 2);
    receive("cup", "north", 9);
    place_lines("o1", "{'line':'1','variant':'blue','quantity':2},{'line':'2','variant':'red','quantity':5},"
                      "{'line':'3','variant':'cup','quantity':1}");
    BOOST_TEST(shown("o1") == "1 north 2 0 1 0; 2 north 3 0 1 0; 2 south 0 2 0 0; 3 north 1 0 1 8");
    BOOST_TEST(ship("o1", "1", "north", 2).status == BO_OK);
    BOOST_TEST(shown("o1", "line") == "2; 2; 3");
}

BOOST_FIXTURE_TEST_CASE(a_seller_previews_its_own_lines, Preview) {
    receive("red", "north", 1);
    receive("cup", "north", 1);
    place_lines("o1", "{'line':'1','variant':'red','quantity':1},{'line':'2','variant':'cup','quantity':1}");
    BOOST_TEST(rows(done(seller("acme"), "shippable", "{'order':'o1'}"), "shippable", "line") == "1");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace backorder::test
