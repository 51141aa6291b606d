// Undoing a shipment, in three ways.

#include "support/shop.hpp"

#include <boost/test/unit_test.hpp>

namespace backorder::test {

namespace {

struct Undoing : Shop {
    /// An order of 3 at north, all shipped by fulfilment 1.
    Undoing() {
        threshold("red", "north", 2);
        receive("red", "north", 3);
        place("o1", "red", 3);
        ship("o1", "1", "north", 3);
    }
    Answer undo(const std::string& units, int fulfillment = 1, const Actor& actor = the_operator) {
        return ask(actor, "cancel_fulfillment",
                   "{'order':'o1','fulfillment':" + std::to_string(fulfillment) + ",'units':'" + units + "'}");
    }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(cancel_fulfillment)

BOOST_FIXTURE_TEST_CASE(to_line_puts_the_units_back_on_the_shelf_for_the_line, Undoing) {
    const Answer answer = undo("to_line");
    BOOST_TEST(cell(answer, "order", "state") == "unfulfilled");
    BOOST_TEST(rows(answer, "parts", "allocated waiting shipped cancelled") == "3 0 0 0");
    BOOST_TEST(rows(answer, "fulfillments", "fulfillment warehouse quantity") == "1 north 3");
    BOOST_TEST(counters("red", "north") == "3 3 0");
    BOOST_TEST(ship("o1", "1", "north", 3).status == BO_OK);
}

BOOST_FIXTURE_TEST_CASE(to_line_keeps_the_units_from_who_waits, Undoing) {
    place("o2", "red", 2);
    BOOST_TEST(rows(undo("to_line"), "covered", "order") == "");
    BOOST_TEST(counters("red", "north") == "3 3 2");
}

BOOST_FIXTURE_TEST_CASE(to_stock_ends_the_promise_and_serves_the_queue, Undoing) {
    place("o2", "red", 2);
    const Answer answer = undo("to_stock");
    BOOST_TEST(rows(answer, "parts", "allocated waiting shipped cancelled") == "0 0 0 3");
    BOOST_TEST(rows(answer, "covered", "order units ready") == "o2 2 1");
    BOOST_TEST(cell(answer, "order", "state") == "cancelled");
    BOOST_TEST(counters("red", "north") == "3 2 0");
}

BOOST_FIXTURE_TEST_CASE(written_off_units_are_owed_again_from_what_is_free, Undoing) {
    receive("red", "north", 5);
    BOOST_TEST(rows(undo("written_off"), "parts", "allocated waiting shipped cancelled") == "3 0 0 0");
    BOOST_TEST(counters("red", "north") == "5 3 0");
}

BOOST_FIXTURE_TEST_CASE(written_off_units_wait_over_the_limit_if_need_be, Undoing) {
    BOOST_TEST(rows(undo("written_off"), "parts", "allocated waiting shipped cancelled") == "0 3 0 0");
    BOOST_TEST(rows(done(host, "stock", "{'variants':['red']}"), "stock", "on_hand backordered units_over_limit") ==
               "0 3 1");
}

BOOST_FIXTURE_TEST_CASE(a_fulfilment_is_undone_once, Undoing) {
    undo("to_line");
    BOOST_TEST(undo("to_line").status == BO_E_ALREADY_CANCELLED);
    BOOST_TEST(undo("to_stock").status == BO_E_ALREADY_CANCELLED);
    BOOST_TEST(counters("red", "north") == "3 3 0");
}

BOOST_FIXTURE_TEST_CASE(unknown_fulfilments_and_ways_are_refused, Undoing) {
    BOOST_TEST(undo("to_line", 2).status == BO_E_NOT_FOUND);
    BOOST_TEST(undo("to_line", 0).status == BO_E_QUANTITY);
    BOOST_TEST(undo("elsewhere").status == BO_E_ARGUMENT);
    BOOST_TEST(counters("red", "north") == "0 0 0");
}

BOOST_FIXTURE_TEST_CASE(a_seller_undoes_its_own_fulfilments_only, Undoing) {
    BOOST_TEST(undo("to_line", 1, seller("globex")).status == BO_E_NOT_FOUND);
    BOOST_TEST(counters("red", "north") == "0 0 0");
    BOOST_TEST(undo("to_line", 1, seller("acme")).status == BO_OK);
}

BOOST_FIXTURE_TEST_CASE(a_seller_does_not_undo_a_fulfilment_that_holds_anothers_lines, Shop) {
    receive("red", "north", 1);
    receive("cup", "north", 1);
    place_lines("o1", "{'line':'1','variant':'red','quantity':1},{'line':'2','variant':'cup','quantity':1}");
    done(the_operator, "fulfill",
         "{'order':'o1','entries':[{'line':'1','warehouse':'north','quantity':1},{'line':'2','warehouse':'north','"
         "quantity':1}]}");
    const Answer answer = ask(seller("globex"), "cancel_fulfillment", "{'order':'o1','fulfillment':1}");
    BOOST_TEST(answer.status != BO_OK);
    BOOST_TEST(counters("red", "north") == "0 0 0");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace backorder::test
