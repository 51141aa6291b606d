// What the dashboard reads.

#include "support/shop.hpp"

#include <boost/test/unit_test.hpp>

namespace backorder::test {

BOOST_AUTO_TEST_SUITE(stock)

BOOST_FIXTURE_TEST_CASE(a_stock_record_tells_all_counters_and_what_follows_from_them, Shop) {
    threshold("red", "north", 5);
    receive("red", "north", 3);
    place("o1", "red", 2);
    const std::string columns =
        "product variant warehouse seller on_hand allocated backordered available backorder_room sellable shut_gate";
    BOOST_TEST(rows(done(host, "stock", "{'variants':['red']}"), "stock", columns) ==
               "shirt red north acme 3 2 0 1 5 6 ");
    place("o2", "red", 4);
    BOOST_TEST(rows(done(host, "stock", "{'variants':['red']}"), "stock", columns) ==
               "shirt red north acme 3 3 3 0 2 2 ");
}

BOOST_FIXTURE_TEST_CASE(committed_is_allocated_and_backordered, Shop) {
    threshold("red", "north", 5);
    receive("red", "north", 3);
    place("o1", "red", 7);
    BOOST_TEST(rows(done(host, "stock", "{'variants':['red']}"), "stock", "allocated backordered committed") ==
               "3 4 7");
}

BOOST_FIXTURE_TEST_CASE(the_out_of_stock_threshold_is_the_negated_threshold, Shop) {
    threshold("red", "north", 5);
    threshold("red", "south", 0);
    BOOST_TEST(rows(done(host, "stock", "{'variants':['red']}"), "stock", "warehouse out_of_stock_threshold") ==
               "north -5; south 0");
}

BOOST_FIXTURE_TEST_CASE(variant_totals_sum_the_warehouses, Shop) {
    threshold("red", "north", 5);
    threshold("red", "south", 1);
    receive("red", "north", 3);
    receive("red", "south", 2);
    place("o1", "red", 8);
    const std::string columns = "product variant policy backorders_allowed on_hand allocated backordered available "
                                "backorder_room room_unlimited sellable";
    BOOST_TEST(rows(done(host, "stock", "{'variants':['red']}"), "variant_totals", columns) ==
               "shirt red inherit 1 5 5 3 0 3 0 3");
}

BOOST_FIXTURE_TEST_CASE(product_totals_sum_the_variants, Shop) {
    threshold("red", "north", 5);
    unlimited("blue", "south");
    place("o1", "red", 4);
    place("o2", "blue", 2);
    receive("red", "south", 1);
    const Answer answer = done(host, "stock", "{'products':['shirt']}");
    BOOST_TEST(
        rows(answer, "product_totals", "product seller policy variants on_hand backordered available room_unlimited") ==
        "shirt acme allow 2 1 6 1 1");
    BOOST_TEST(rows(answer, "variant_totals", "variant backordered") == "blue 2; red 4");
}

BOOST_FIXTURE_TEST_CASE(one_warehouse_may_be_asked_for, Shop) {
    receive("red", "north", 3);
    receive("red", "south", 2);
    BOOST_TEST(rows(done(host, "stock", "{'variants':['red'],'warehouse':'south'}"), "stock", "warehouse on_hand") ==
               "south 2");
    BOOST_TEST(ask(host, "stock", "{'variants':['red'],'warehouse':'nowhere'}").status == BO_E_NOT_FOUND);
}

BOOST_FIXTURE_TEST_CASE(each_shut_gate_is_named_the_first_one_first, Shop) {
    const auto gate = [this] {
        return cell(done(host, "stock", "{'variants':['red'],'warehouse':'north'}"), "stock", "shut_gate");
    };
    threshold("red", "north", 1);
    BOOST_TEST(gate() == "");
    done(host, "warehouse_upsert", "{'items':[{'warehouse':'north','active':false}]}");
    BOOST_TEST(gate() == "warehouse");
    threshold("red", "north", 0);
    BOOST_TEST(gate() == "threshold");
    allow("red", "deny");
    BOOST_TEST(gate() == "variant");
    turn("off");
    BOOST_TEST(gate() == "marketplace");
}

BOOST_FIXTURE_TEST_CASE(a_seller_sees_its_own_stock_only, Shop) {
    receive("red", "north", 3);
    BOOST_TEST(rows(done(seller("acme", 0), "stock", "{'variants':['red']}"), "stock", "on_hand") == "3");
    BOOST_TEST(ask(seller("globex"), "stock", "{'variants':['red']}").status == BO_E_NOT_FOUND);
    BOOST_TEST(ask(seller("globex"), "stock", "{'products':['shirt']}").status == BO_E_NOT_FOUND);
    BOOST_TEST(ask(seller("acme"), "stock", "{'variants':['red'],'warehouse':'globex-depot'}").status ==
               BO_E_NOT_FOUND);
}

BOOST_FIXTURE_TEST_CASE(totals_stop_at_the_largest_number, Shop) {
    const std::int64_t most = 9223372036854775807;
    receive("red", "north", most);
    receive("red", "south", most);
    BOOST_TEST(number(done(host, "stock", "{'variants':['red']}"), "variant_totals", "on_hand") == most);
    BOOST_TEST(ask(the_operator, "receive", "{'items':[{'variant':'red','warehouse':'north','quantity':1}]}").status ==
               BO_E_OVERFLOW);
}

BOOST_FIXTURE_TEST_CASE(asking_for_nothing_is_refused, Shop) { BOOST_TEST(ask(host, "stock").status == BO_E_ARGUMENT); }

BOOST_AUTO_TEST_SUITE_END()

}  // namespace backorder::test
