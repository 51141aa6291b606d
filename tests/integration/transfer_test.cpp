// Free units from one warehouse to another.

#include "support/shop.hpp"

#include <boost/test/unit_test.hpp>

namespace backorder::test {

namespace {

struct Moving : Shop {
    Answer move(const std::string& variant, const std::string& from, const std::string& to, int units,
                const Actor& actor = the_operator) {
        return ask(actor, "transfer",
                   "{'items':[{'variant':'" + variant + "','from':'" + from + "','to':'" + to +
                       "','quantity':" + std::to_string(units) + "}]}");
    }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(transfer)

BOOST_FIXTURE_TEST_CASE(units_leave_one_warehouse_and_reach_the_other, Moving) {
    receive("red", "north", 5);
    const Answer answer = move("red", "north", "south", 2);
    BOOST_TEST(rows(answer, "moves", "variant warehouse to_warehouse quantity") == "red north south 2");
    BOOST_TEST(counters("red", "north") == "3 0 0");
    BOOST_TEST(counters("red", "south") == "2 0 0");
}

BOOST_FIXTURE_TEST_CASE(promised_units_stay_where_they_are, Moving) {
    receive("red", "north", 5);
    place("o1", "red", 4);
    const Answer refused = move("red", "north", "south", 2);
    BOOST_TEST(refused.status == BO_E_NOT_AVAILABLE);
    BOOST_TEST(rows(refused, "moves", "item status") == "0 210");
    BOOST_TEST(counters("red", "north") == "5 4 0");
    BOOST_TEST(move("red", "north", "south", 1).status == BO_OK);
}

BOOST_FIXTURE_TEST_CASE(a_transfer_serves_who_waits_where_it_arrives, Moving) {
    threshold("red", "south", 9);
    place("o1", "red", 2);
    receive("red", "north", 3);
    BOOST_TEST(rows(move("red", "north", "south", 3), "covered", "order warehouse units ready") == "o1 south 2 1");
    BOOST_TEST(counters("red", "south") == "3 2 0");
}

BOOST_FIXTURE_TEST_CASE(one_batch_never_takes_a_unit_twice, Moving) {
    receive("red", "north", 3);
    const Answer answer = ask(the_operator, "transfer",
                              "{'items':[{'variant':'red','from':'north','to':'south','quantity':2},"
                              "{'variant':'red','from':'north','to':'acme-depot','quantity':2}]}");
    BOOST_TEST(answer.status == BO_SOME_REFUSED);
    BOOST_TEST(rows(answer, "moves", "item status") == "0 0; 1 210");
    BOOST_TEST(counters("red", "north") == "1 0 0");
}

BOOST_FIXTURE_TEST_CASE(a_transfer_needs_two_warehouses, Moving) {
    receive("red", "north", 3);
    BOOST_TEST(move("red", "north", "north", 1).status == BO_E_ARGUMENT);
    BOOST_TEST(counters("red", "north") == "3 0 0");
}

BOOST_FIXTURE_TEST_CASE(a_transfer_stays_within_the_sellers_warehouses, Moving) {
    receive("red", "north", 3);
    BOOST_TEST(move("red", "north", "globex-depot", 1).status == BO_E_NOT_FOUND);
    BOOST_TEST(move("red", "north", "south", 1, seller("globex")).status == BO_E_NOT_FOUND);
    BOOST_TEST(move("red", "north", "acme-depot", 1, seller("acme")).status == BO_OK);
    BOOST_TEST(counters("red", "north") == "2 0 0");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace backorder::test
