// Goods in: the queue is served.

#include "support/shop.hpp"

#include <boost/test/unit_test.hpp>

namespace backorder::test {

namespace {

struct Receiving : Shop {
    Receiving() { unlimited("red", "north"); }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(receive)

BOOST_FIXTURE_TEST_CASE(goods_that_nobody_waits_for_lie_free, Receiving) {
    const Answer answer = receive("red", "north", 5);
    BOOST_TEST(
        rows(answer, "moves", "item status variant warehouse quantity on_hand allocated backordered available") ==
        "0 0 red north 5 5 0 0 5");
    BOOST_TEST(rows(answer, "covered", "order") == "");
}

BOOST_FIXTURE_TEST_CASE(the_queue_is_served_oldest_first, Receiving) {
    place("o1", "red", 2);
    place("o2", "red", 2);
    place("o3", "red", 2);
    const Answer answer = receive("red", "north", 3);
    BOOST_TEST(rows(answer, "covered", "item order line variant warehouse units ready") ==
               "0 o1 1 red north 2 1; 0 o2 1 red north 1 0");
    BOOST_TEST(rows(answer, "moves", "on_hand allocated backordered available") == "3 3 3 0");
    BOOST_TEST(queue("red", "north") == "o2 1; o3 2");
}

BOOST_FIXTURE_TEST_CASE(a_higher_priority_is_served_before_older_promises, Receiving) {
    place("old", "red", 2);
    place_lines("urgent", "{'line':'1','variant':'red','quantity':2}", "'priority':1");
    BOOST_TEST(rows(receive("red", "north", 3), "covered", "order units") == "urgent 2; old 1");
}

BOOST_FIXTURE_TEST_CASE(what_is_left_over_lies_free, Receiving) {
    place("o1", "red", 2);
    BOOST_TEST(rows(receive("red", "north", 5), "moves", "on_hand allocated backordered available") == "5 2 0 3");
}

BOOST_FIXTURE_TEST_CASE(goods_serve_who_waits_at_their_own_warehouse_only, Receiving) {
    place("o1", "red", 2);
    BOOST_TEST(rows(receive("red", "south", 2), "covered", "order") == "");
    BOOST_TEST(counters("red", "north") == "0 0 2");
    BOOST_TEST(counters("red", "south") == "2 0 0");
}

BOOST_FIXTURE_TEST_CASE(a_line_is_ready_when_none_of_it_waits_anywhere, Receiving) {
    threshold("red", "north", 1);
    threshold("red", "south", 1);
    place("o1", "red", 2);
    BOOST_TEST(rows(receive("red", "north", 1), "covered", "order units ready") == "o1 1 0");
    BOOST_TEST(rows(receive("red", "south", 1), "covered", "order units ready") == "o1 1 1");
}

BOOST_FIXTURE_TEST_CASE(items_of_a_batch_are_told_apart, Receiving) {
    place("o1", "red", 1);
    const Answer answer = ask(the_operator, "receive",
                              "{'items':[{'variant':'green','warehouse':'north','quantity':1},"
                              "{'variant':'red','warehouse':'north','quantity':1},"
                              "{'variant':'blue','warehouse':'south','quantity':4}]}");
    BOOST_TEST(answer.status == BO_SOME_REFUSED);
    BOOST_TEST(rows(answer, "moves", "item status variant") == "0 202 green; 1 0 red; 2 0 blue");
    BOOST_TEST(rows(answer, "covered", "item order") == "1 o1");
    BOOST_TEST(counters("blue", "south") == "4 0 0");
}

BOOST_FIXTURE_TEST_CASE(a_batch_with_a_fault_in_its_shape_is_refused_whole, Receiving) {
    const auto status = [this](const std::string& second) {
        return ask(the_operator, "receive",
                   "{'items':[{'variant':'red','warehouse':'north','quantity':1}" + second + "]}")
            .status;
    };
    BOOST_TEST(status(",{'variant':'blue','warehouse':'north','quantity':0}") == BO_E_QUANTITY);
    BOOST_TEST(status(",{'variant':'','warehouse':'north','quantity':1}") == BO_E_TEXT);
    BOOST_TEST(ask(the_operator, "receive", "{'items':[]}").status == BO_E_ARGUMENT);
    BOOST_TEST(rows(done(host, "stock", "{'variants':['red']}"), "stock", "on_hand") == "0");
}

// Two pallets of one thing are two items of a delivery.
BOOST_FIXTURE_TEST_CASE(a_stock_record_may_stand_in_a_batch_twice, Receiving) {
    const std::string item = "{'variant':'red','warehouse':'north','quantity':1}";
    const auto answer = ask(the_operator, "receive", "{'items':[" + item + "," + item + "]}");
    BOOST_TEST(answer.status == BO_OK);
    BOOST_TEST(rows(answer, "moves", "item on_hand") == "0 1; 1 2");
}

BOOST_FIXTURE_TEST_CASE(stock_is_at_warehouses_of_its_seller_or_the_operator_only, Receiving) {
    const auto status = [this](const Actor& actor, const std::string& warehouse) {
        return ask(actor, "receive", "{'items':[{'variant':'red','warehouse':'" + warehouse + "','quantity':1}]}")
            .status;
    };
    BOOST_TEST(status(seller("acme"), "acme-depot") == BO_OK);
    BOOST_TEST(status(seller("acme"), "north") == BO_OK);
    BOOST_TEST(status(the_operator, "globex-depot") == BO_E_NOT_FOUND);
    BOOST_TEST(status(seller("globex"), "globex-depot") == BO_E_NOT_FOUND);
    BOOST_TEST(status(seller("globex"), "north") == BO_E_NOT_FOUND);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace backorder::test
