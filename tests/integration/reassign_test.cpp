// Moving waiting units of a line to another warehouse.

#include "support/shop.hpp"

#include <boost/test/unit_test.hpp>

namespace backorder::test {

namespace {

struct Reassigning : Shop {
    /// An order of 3 that waits at north.
    Reassigning() {
        threshold("red", "north", 5);
        place("o1", "red", 3);
    }
    Answer reassign(int units, const std::string& to = "south", const Actor& actor = the_operator) {
        return ask(actor, "reassign",
                   "{'order':'o1','line':'1','from':'north','to':'" + to + "','quantity':" + std::to_string(units) +
                       "}");
    }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(reassign)

BOOST_FIXTURE_TEST_CASE(free_units_there_are_taken, Reassigning) {
    receive("red", "south", 4);
    BOOST_TEST(rows(reassign(2), "parts", "warehouse quantity allocated waiting") == "north 1 0 1; south 2 2 0");
    BOOST_TEST(counters("red", "north") == "0 0 1");
    BOOST_TEST(counters("red", "south") == "4 2 0");
}

BOOST_FIXTURE_TEST_CASE(else_they_wait_there_if_its_gates_allow, Reassigning) {
    threshold("red", "south", 2);
    receive("red", "south", 1);
    BOOST_TEST(reassign(3).status == BO_OK);
    BOOST_TEST(counters("red", "north") == "0 0 0");
    BOOST_TEST(counters("red", "south") == "1 1 2");
}

BOOST_FIXTURE_TEST_CASE(where_the_gates_are_shut_nothing_moves, Reassigning) {
    threshold("red", "south", 1);
    receive("red", "south", 1);
    const Answer refused = reassign(3);
    BOOST_TEST(refused.status == BO_E_GATE_SHUT);
    BOOST_TEST(details(refused, "gate") == "threshold");
    BOOST_TEST(counters("red", "north") == "0 0 3");
    BOOST_TEST(counters("red", "south") == "1 0 0");
}

BOOST_FIXTURE_TEST_CASE(the_promise_keeps_its_age, Reassigning) {
    threshold("red", "south", 5);
    place_lines("o2", "{'line':'1','variant':'red','quantity':1,'warehouse':'south'}");
    reassign(2);
    BOOST_TEST(queue("red", "south") == "o1 2; o2 1");
}

BOOST_FIXTURE_TEST_CASE(no_more_moves_than_waits, Reassigning) {
    receive("red", "south", 9);
    BOOST_TEST(reassign(4).status == BO_E_NOT_AVAILABLE);
    BOOST_TEST(counters("red", "north") == "0 0 3");
}

BOOST_FIXTURE_TEST_CASE(only_warehouses_of_the_lines_seller_take_it, Reassigning) {
    BOOST_TEST(reassign(1, "globex-depot").status == BO_E_NOT_FOUND);
    BOOST_TEST(reassign(1, "nowhere").status == BO_E_NOT_FOUND);
    BOOST_TEST(reassign(1, "north").status == BO_E_ARGUMENT);
    BOOST_TEST(counters("red", "north") == "0 0 3");
}

BOOST_FIXTURE_TEST_CASE(a_seller_reassigns_its_own_lines_only, Reassigning) {
    receive("red", "south", 3);
    BOOST_TEST(reassign(1, "south", seller("globex")).status == BO_E_NOT_FOUND);
    BOOST_TEST(reassign(1, "south", seller("acme")).status == BO_OK);
    BOOST_TEST(counters("red", "south") == "3 1 0");
}

BOOST_FIXTURE_TEST_CASE(room_left_behind_may_be_sold_again, Reassigning) {
    receive("red", "south", 3);
    reassign(3);
    BOOST_TEST(place("o2", "red", 5).status == BO_OK);
    BOOST_TEST(counters("red", "north") == "0 0 5");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace backorder::test
