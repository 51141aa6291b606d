// What users of other systems suffer, each as a test of ours. The comment names the public issue.

#include "support/shop.hpp"

#include <boost/test/unit_test.hpp>

#include <thread>
#include <vector>

namespace backorder::test {

namespace {

struct Complaints : Shop {
    /// Orders "<name>0".."<name>n-1" placed at the same time: how many were.
    int placed_at_once(const std::string& name_prefix, const std::vector<std::string>& lines) {
        std::vector<bo_status> statuses(lines.size());
        {
            std::vector<std::jthread> buyers;
            for (std::size_t i = 0; i < lines.size(); ++i)
                buyers.emplace_back([&, i] { statuses[i] = place_quietly(name_prefix + std::to_string(i), lines[i]); });
        }
        int placed = 0;
        for (const bo_status status : statuses) {
            BOOST_TEST((status == BO_OK || status == BO_E_SHORTAGE), bo_status_name(status));
            placed += status == BO_OK ? 1 : 0;
        }
        return placed;
    }

private:
    bo_status place_quietly(const std::string& order, const std::string& lines) const {
        const bo_call call = call_of(host, name(), "");
        return call_by_json(call, "place", object("{'order':'" + order + "','lines':[" + lines + "]}"), nullptr,
                            nullptr);
    }
};

const std::string two_lines = "{'line':'1','variant':'red','quantity':1},{'line':'2','variant':'blue','quantity':1}";
const std::string two_lines_backwards =
    "{'line':'1','variant':'blue','quantity':1},{'line':'2','variant':'red','quantity':1}";

}  // namespace

BOOST_AUTO_TEST_SUITE(complaints)

// magento2#28936
BOOST_FIXTURE_TEST_CASE(threshold_zero_never_means_unlimited, Complaints) {
    threshold("red", "north", 0);
    BOOST_TEST(place("o1", "red", 1).status == BO_E_SHORTAGE);
    BOOST_TEST(rows(done(host, "stock", "{'variants':['red']}"), "stock",
                    "threshold_mode threshold room_unlimited backorder_room") == "limit 0 0 0");
}

// magento inventory#1370
BOOST_FIXTURE_TEST_CASE(a_negative_threshold_never_becomes_unlimited, Complaints) {
    threshold("red", "north", 2);
    BOOST_TEST(
        ask(the_operator, "threshold_set", "{'items':[{'variant':'red','warehouse':'north','threshold':-5}]}").status ==
        BO_E_QUANTITY);
    BOOST_TEST(place("o1", "red", 3).status == BO_E_SHORTAGE);
}

// magento2#25653, vendure#1738, vendure#3508
BOOST_FIXTURE_TEST_CASE(two_buyers_never_both_get_the_last_unit, Complaints) {
    for (int round = 0; round < 10; ++round) {
        ask_by_json(the_operator, "receive", "{'items':[{'variant':'red','warehouse':'north','quantity':1}]}",
                    "delivery-" + std::to_string(round));
        const std::vector<std::string> buyers(4, "{'line':'1','variant':'red','quantity':1}");
        BOOST_TEST(placed_at_once("round-" + std::to_string(round) + "-buyer-", buyers) == 1);
    }
}

// medusa#12401, vendure#661, saleor#5334, magento inventory#3165
BOOST_FIXTURE_TEST_CASE(a_counter_that_drifted_is_found_and_explained, Complaints) {
    threshold("red", "north", 5);
    receive("red", "north", 2);
    place("o1", "red", 4);
    sql("UPDATE stock SET backordered = backordered + 1 WHERE marketplace = $M");
    BOOST_TEST(rows(done(host, "verify"), "differences", "what variant warehouse expected found") ==
               "ledger backordered red north 2 3; parts waiting red north 2 3");
    sql("UPDATE stock SET backordered = backordered - 1 WHERE marketplace = $M");
}

// vendure#4030
BOOST_FIXTURE_TEST_CASE(thirteen_units_over_two_locations_sum_to_thirteen, Complaints) {
    receive("red", "north", 10);
    receive("red", "south", 13);
    BOOST_TEST(rows(place("o1", "red", 13), "parts", "warehouse quantity allocated") == "north 10 10; south 3 3");
}

// medusa#16502, vendure#1028
BOOST_FIXTURE_TEST_CASE(two_lines_of_one_variant_are_checked_together, Complaints) {
    receive("red", "north", 3);
    BOOST_TEST(place_lines("o1", "{'line':'1','variant':'red','quantity':2},{'line':'2','variant':'red','quantity':2}")
                   .status == BO_E_SHORTAGE);
    BOOST_TEST(counters("red", "north") == "3 0 0");
}

// vendure#2356
BOOST_FIXTURE_TEST_CASE(another_sellers_warehouse_never_makes_a_variant_look_in_stock, Complaints) {
    receive("cup", "globex-depot", 5);
    BOOST_TEST(
        ask(the_operator, "receive", "{'items':[{'variant':'red','warehouse':'globex-depot','quantity':5}]}").status ==
        BO_E_NOT_FOUND);
    BOOST_TEST(cell(done(host, "availability", "{'items':[{'variant':'red'}]}"), "availability", "state") ==
               "out_of_stock");
}

// vendure#1571
BOOST_FIXTURE_TEST_CASE(the_same_order_is_never_allocated_twice, Complaints) {
    receive("red", "north", 9);
    place("o1", "red", 2);
    receive("red", "north", 1);
    BOOST_TEST(place("o1", "red", 2).replayed);
    BOOST_TEST(counters("red", "north") == "10 2 0");
}

// medusa#6500, medusa#9821
BOOST_FIXTURE_TEST_CASE(the_order_that_holds_the_last_units_can_be_fulfilled, Complaints) {
    receive("red", "north", 2);
    place("o1", "red", 2);
    BOOST_TEST(cell(done(host, "availability", "{'items':[{'variant':'red'}]}"), "availability", "state") ==
               "out_of_stock");
    BOOST_TEST(ship("o1", "1", "north", 2).status == BO_OK);
}

// medusa#12796
BOOST_FIXTURE_TEST_CASE(undoing_a_fulfilment_is_never_blocked_by_a_limit, Complaints) {
    for (const char* units : {"to_line", "to_stock", "written_off"}) {
        const std::string order = std::string("order-") + units;
        receive("red", "north", 2);
        place_lines(order, "{'line':'1','variant':'red','quantity':2,'decline_backorder':true}");
        ship(order, "1", "north", 2);
        turn("off");
        BOOST_TEST(
            ask(the_operator, "cancel_fulfillment", "{'order':'" + order + "','fulfillment':1,'units':'" + units + "'}")
                .status == BO_OK);
        turn("on");
    }
}

// spree#7328, spree PR 5715
BOOST_FIXTURE_TEST_CASE(a_corrected_count_fills_no_order_with_units_that_do_not_exist, Complaints) {
    threshold("red", "north", 9);
    receive("red", "north", 5);
    place("o1", "red", 5);
    place("o2", "red", 3);
    BOOST_TEST(rows(count("red", "north", 4), "covered", "order") == "");
    BOOST_TEST(counters("red", "north") == "4 4 4");
    BOOST_TEST(queue("red", "north") == "o1 1; o2 3");
}

// solidus#5669
BOOST_FIXTURE_TEST_CASE(moving_a_backorder_conserves_its_units, Complaints) {
    for (const char* warehouse : {"north", "south"}) threshold("red", warehouse, 5);
    place("o1", "red", 4);
    done(the_operator, "reassign", "{'order':'o1','line':'1','from':'north','to':'south','quantity':3}");
    BOOST_TEST(counters("red", "north") == "0 0 1");
    BOOST_TEST(counters("red", "south") == "0 0 3");
    BOOST_TEST(parts("o1") == "north 0 1 0 0; south 0 3 0 0");
}

// medusa#16569
BOOST_FIXTURE_TEST_CASE(no_caller_races_past_the_threshold, Complaints) {
    threshold("red", "north", 3);
    const std::vector<std::string> buyers(8, "{'line':'1','variant':'red','quantity':1}");
    BOOST_TEST(placed_at_once("buyer-", buyers) == 3);
}

// vendure PR 4930, magento2#39417
BOOST_FIXTURE_TEST_CASE(orders_with_lines_in_opposite_order_never_deadlock, Complaints) {
    for (const char* variant : {"red", "blue"}) receive(variant, "north", 40);
    for (int round = 0; round < 5; ++round) {
        std::vector<std::string> buyers(4, two_lines);
        buyers.insert(buyers.end(), 4, two_lines_backwards);
        BOOST_TEST(placed_at_once("round-" + std::to_string(round) + "-buyer-", buyers) == 8);
    }
}

// magento community-features#200
BOOST_FIXTURE_TEST_CASE(a_refusal_names_variant_and_amounts_and_who_waits_is_listed, Complaints) {
    threshold("red", "north", 2);
    place("o1", "red", 2);
    BOOST_TEST(details(place("o2", "red", 1), "line variant warehouse asked available backorder_room gate") ==
               "1 red - 1 0 0 -; 1 red north - 0 0 threshold");
    BOOST_TEST(queue("red", "north") == "o1 2");
}

// Sylius#3857
BOOST_FIXTURE_TEST_CASE(a_shop_may_let_some_orders_go_before_older_ones, Complaints) {
    threshold("red", "north", 9);
    place("first", "red", 1);
    place_lines("chosen", "{'line':'1','variant':'red','quantity':1}", "'priority':10");
    BOOST_TEST(rows(receive("red", "north", 1), "covered", "order") == "chosen");
}

// saleor#4190, saleor#12888
BOOST_FIXTURE_TEST_CASE(the_caller_chooses_the_warehouse_and_may_change_its_mind, Complaints) {
    for (const char* warehouse : {"north", "south"}) threshold("red", warehouse, 5);
    place_lines("o1", "{'line':'1','variant':'red','quantity':2,'warehouse':'south'}");
    BOOST_TEST(parts("o1") == "south 0 2 0 0");
    done(the_operator, "reassign", "{'order':'o1','line':'1','from':'south','to':'north','quantity':2}");
    BOOST_TEST(counters("red", "north") == "0 0 2");
    BOOST_TEST(counters("red", "south") == "0 0 0");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace backorder::test
