// Giving units back.

#include "support/shop.hpp"

#include <boost/test/unit_test.hpp>

namespace backorder::test {

namespace {

struct Cancelling : Shop {
    Answer cancel(const std::string& order, const std::string& lines = "") {
        return ask(host, "cancel",
                   "{'order':'" + order + "'" + (lines.empty() ? "" : ",'lines':[" + lines + "]") + "}");
    }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(cancel)

BOOST_FIXTURE_TEST_CASE(a_whole_order_gives_everything_back, Cancelling) {
    threshold("red", "north", 5);
    receive("red", "north", 2);
    place_lines("o1", "{'line':'1','variant':'red','quantity':4},{'line':'2','variant':'red','quantity':1}");
    const Answer answer = cancel("o1");
    BOOST_TEST(cell(answer, "order", "state") == "cancelled");
    BOOST_TEST(rows(answer, "lines", "line quantity allocated waiting shipped cancelled") ==
               "1 4 0 0 0 4; 2 1 0 0 0 1");
    BOOST_TEST(counters("red", "north") == "2 0 0");
}

BOOST_FIXTURE_TEST_CASE(waiting_units_go_first, Cancelling) {
    threshold("red", "north", 5);
    receive("red", "north", 2);
    place("o1", "red", 5);
    BOOST_TEST(rows(cancel("o1", "{'line':'1','quantity':2}"), "lines", "allocated waiting cancelled") == "2 1 2");
    BOOST_TEST(rows(cancel("o1", "{'line':'1','quantity':2}"), "lines", "allocated waiting cancelled") == "1 0 4");
    BOOST_TEST(counters("red", "north") == "2 1 0");
}

BOOST_FIXTURE_TEST_CASE(the_warehouse_tried_last_gives_back_first, Cancelling) {
    for (const char* warehouse : {"north", "south"}) threshold("red", warehouse, 2);
    place("o1", "red", 4);
    BOOST_TEST(rows(cancel("o1", "{'line':'1','quantity':3}"), "parts", "warehouse waiting cancelled") ==
               "north 1 1; south 0 2");
}

BOOST_FIXTURE_TEST_CASE(allocated_units_serve_the_queue, Cancelling) {
    threshold("red", "north", 5);
    receive("red", "north", 2);
    place("o1", "red", 2);
    place("o2", "red", 1);
    place("o3", "red", 2);
    BOOST_TEST(rows(cancel("o1"), "covered", "order line warehouse units ready") == "o2 1 north 1 1; o3 1 north 1 0");
    BOOST_TEST(counters("red", "north") == "2 2 1");
}

BOOST_FIXTURE_TEST_CASE(cancelled_waiting_units_make_room, Cancelling) {
    threshold("red", "north", 2);
    place("o1", "red", 2);
    cancel("o1");
    BOOST_TEST(place("o2", "red", 2).status == BO_OK);
}

BOOST_FIXTURE_TEST_CASE(more_than_is_open_is_refused, Cancelling) {
    receive("red", "north", 4);
    place("o1", "red", 4);
    ship("o1", "1", "north", 1);
    BOOST_TEST(cancel("o1", "{'line':'1','quantity':4}").status == BO_E_NOT_CANCELLABLE);
    BOOST_TEST(parts("o1") == "north 3 0 1 0");
}

BOOST_FIXTURE_TEST_CASE(shipped_units_stay_shipped, Cancelling) {
    receive("red", "north", 4);
    place("o1", "red", 4);
    ship("o1", "1", "north", 1);
    cancel("o1");
    BOOST_TEST(parts("o1") == "north 0 0 1 3");
    BOOST_TEST(state("o1") == "fulfilled");
    BOOST_TEST(counters("red", "north") == "3 0 0");
}

BOOST_FIXTURE_TEST_CASE(with_nothing_open_there_is_nothing_to_cancel, Cancelling) {
    receive("red", "north", 4);
    place("o1", "red", 4);
    cancel("o1");
    BOOST_TEST(cancel("o1").status == BO_E_NOT_CANCELLABLE);
    BOOST_TEST(parts("o1") == "north 0 0 0 4");
}

BOOST_FIXTURE_TEST_CASE(unknown_orders_and_lines_are_not_found, Cancelling) {
    receive("red", "north", 4);
    place("o1", "red", 4);
    BOOST_TEST(cancel("o2").status == BO_E_NOT_FOUND);
    BOOST_TEST(cancel("o1", "{'line':'2','quantity':1}").status == BO_E_NOT_FOUND);
    BOOST_TEST(cancel("o1", "{'line':'1','quantity':1},{'line':'1','quantity':1}").status == BO_E_DUPLICATE);
    BOOST_TEST(parts("o1") == "north 4 0 0 0");
}

BOOST_FIXTURE_TEST_CASE(one_line_that_cannot_be_cancelled_keeps_the_others, Cancelling) {
    receive("red", "north", 4);
    place_lines("o1", "{'line':'1','variant':'red','quantity':2},{'line':'2','variant':'red','quantity':2}");
    BOOST_TEST(cancel("o1", "{'line':'1','quantity':1},{'line':'2','quantity':3}").status == BO_E_NOT_CANCELLABLE);
    BOOST_TEST(counters("red", "north") == "4 4 0");
}

BOOST_FIXTURE_TEST_CASE(a_seller_cancels_its_own_lines_only, Cancelling) {
    receive("red", "north", 1);
    receive("cup", "north", 1);
    place_lines("o1", "{'line':'1','variant':'red','quantity':1},{'line':'2','variant':'cup','quantity':1}");
    BOOST_TEST(ask(seller("globex"), "cancel", "{'order':'o1','lines':[{'line':'1','quantity':1}]}").status ==
               BO_E_NOT_FOUND);
    BOOST_TEST(rows(ask(seller("globex"), "cancel", "{'order':'o1'}"), "lines", "line cancelled") == "2 1");
    BOOST_TEST(counters("red", "north") == "1 1 0");
    BOOST_TEST(counters("cup", "north") == "1 0 0");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace backorder::test
