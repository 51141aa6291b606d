// How many may be backordered: gate 3.

#include "support/shop.hpp"

#include <boost/test/unit_test.hpp>

namespace backorder::test {

namespace {

struct ThresholdShop : Shop {
    std::string of(const std::string& variant, const std::string& warehouse) {
        const Answer answer = done(host, "stock", "{'variants':['" + variant + "'],'warehouse':'" + warehouse + "'}");
        return rows(answer, "stock", "threshold_mode threshold threshold_from");
    }
    Answer set(const std::string& items, const std::string& more = "") {
        return ask(the_operator, "threshold_set", "{'items':[" + items + "]" + more + "}");
    }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(threshold)

BOOST_FIXTURE_TEST_CASE(without_a_threshold_nothing_is_backordered, ThresholdShop) {
    receive("red", "north", 1);
    BOOST_TEST(of("red", "north") == "limit 0 none");
    BOOST_TEST(place("o1", "red", 2).status == BO_E_SHORTAGE);
}

BOOST_FIXTURE_TEST_CASE(exactly_the_threshold_is_backordered_and_never_one_more, ThresholdShop) {
    threshold("red", "north", 3);
    BOOST_TEST(place("o1", "red", 4).status == BO_E_SHORTAGE);
    BOOST_TEST(place("o2", "red", 3).status == BO_OK);
    BOOST_TEST(place("o3", "red", 1).status == BO_E_SHORTAGE);
    BOOST_TEST(counters("red", "north") == "0 0 3");
}

BOOST_FIXTURE_TEST_CASE(zero_disallows_even_where_the_product_allows, ThresholdShop) {
    BOOST_TEST(set("{'product':'shirt','warehouse':'north','mode':'unlimited'}").status == BO_OK);
    threshold("red", "north", 0);
    BOOST_TEST(of("red", "north") == "limit 0 stock_record");
    BOOST_TEST(place("o1", "red", 1).status == BO_E_SHORTAGE);
    BOOST_TEST(place("o2", "blue", 1).status == BO_OK);
}

BOOST_FIXTURE_TEST_CASE(unlimited_is_said_in_its_own_word, ThresholdShop) {
    unlimited("red", "north");
    BOOST_TEST(of("red", "north") == "unlimited 0 stock_record");
    BOOST_TEST(place("o1", "red", 1'000'000'000'000).status == BO_OK);
    const Answer answer = done(host, "stock", "{'variants':['red']}");
    BOOST_TEST(rows(answer, "stock", "backordered room_unlimited backorder_room") ==
               "1000000000000 1 9223371036854775807");
    BOOST_TEST(set("{'variant':'red','warehouse':'north','mode':'unlimited','threshold':7}").status == BO_E_ARGUMENT);
}

BOOST_FIXTURE_TEST_CASE(a_stock_record_inherits_its_products_threshold, ThresholdShop) {
    const Answer answer = set("{'product':'shirt','warehouse':'north','threshold':5}");
    BOOST_TEST(rows(answer, "thresholds", "product variant warehouse mode_before mode threshold") ==
               "shirt  north inherit limit 5");
    BOOST_TEST(of("red", "north") == "limit 5 product");
    threshold("red", "north", 2);
    BOOST_TEST(of("red", "north") == "limit 2 stock_record");
    BOOST_TEST(of("blue", "north") == "limit 5 product");
    set("{'variant':'red','warehouse':'north','mode':'inherit'}");
    BOOST_TEST(of("red", "north") == "limit 5 product");
}

BOOST_FIXTURE_TEST_CASE(a_variant_born_later_inherits_too, ThresholdShop) {
    set("{'product':'shirt','warehouse':'north','threshold':5}");
    done(host, "catalog_upsert", "{'variants':[{'variant':'green','product':'shirt'}]}");
    BOOST_TEST(place("o1", "green", 5).status == BO_OK);
    BOOST_TEST(place("o2", "green", 1).status == BO_E_SHORTAGE);
}

BOOST_FIXTURE_TEST_CASE(a_product_may_have_a_threshold_before_it_has_a_variant, ThresholdShop) {
    done(host, "catalog_upsert", "{'products':[{'product':'hat','seller':'acme'}]}");
    done(the_operator, "policy_set", "{'items':[{'product':'hat','policy':'allow'}]}");
    BOOST_TEST(set("{'product':'hat','warehouse':'north','threshold':5}").status == BO_OK);
    done(host, "catalog_upsert", "{'variants':[{'variant':'straw','product':'hat'}]}");
    BOOST_TEST(of("straw", "north") == "limit 5 product");
    BOOST_TEST(place("o1", "straw", 5).status == BO_OK);
    BOOST_TEST(place("o2", "straw", 1).status == BO_E_SHORTAGE);
}

BOOST_FIXTURE_TEST_CASE(a_negative_threshold_is_refused_and_never_coerced, ThresholdShop) {
    threshold("red", "north", 3);
    const Answer refused = set("{'variant':'red','warehouse':'north','threshold':-1}");
    BOOST_TEST(refused.status == BO_E_QUANTITY);
    BOOST_TEST(details(refused, "field") == "items[0].threshold");
    BOOST_TEST(of("red", "north") == "limit 3 stock_record");
}

BOOST_FIXTURE_TEST_CASE(lowering_a_threshold_keeps_open_backorders, ThresholdShop) {
    threshold("red", "north", 5);
    place("o1", "red", 4);
    const Answer lowered = set("{'variant':'red','warehouse':'north','threshold':1}");
    BOOST_TEST(
        rows(lowered, "thresholds", "mode_before threshold_before mode threshold backordered units_over_limit") ==
        "limit 5 limit 1 4 3");
    BOOST_TEST(counters("red", "north") == "0 0 4");
    BOOST_TEST(rows(done(host, "stock", "{'variants':['red']}"), "stock",
                    "backorder_room units_over_limit shut_gate") == "0 3 threshold");
    BOOST_TEST(place("o2", "red", 1).status == BO_E_SHORTAGE);
    receive("red", "north", 4);
    BOOST_TEST(ship("o1", "1", "north", 4).status == BO_OK);
}

BOOST_FIXTURE_TEST_CASE(lowering_a_products_threshold_counts_what_stands_over_it_in_every_variant, ThresholdShop) {
    set("{'product':'shirt','warehouse':'north','threshold':5}");
    place("o1", "red", 4);
    place("o2", "blue", 3);
    const Answer lowered = set("{'product':'shirt','warehouse':'north','threshold':1}");
    BOOST_TEST(rows(lowered, "thresholds", "threshold_before threshold backordered units_over_limit") == "5 1 7 5");
}

BOOST_FIXTURE_TEST_CASE(a_dry_run_tells_what_would_stand_over_and_changes_nothing, ThresholdShop) {
    threshold("red", "north", 5);
    place("o1", "red", 4);
    const Answer would = ask_with_key("", the_operator, "threshold_set",
                                      "{'items':[{'variant':'red','warehouse':'north','threshold':1}],'dry_run':true}");
    BOOST_TEST(rows(would, "thresholds", "threshold_before threshold units_over_limit dry_run") == "5 1 3 1");
    BOOST_TEST(of("red", "north") == "limit 5 stock_record");
}

BOOST_FIXTURE_TEST_CASE(while_the_marketplace_is_off_nothing_is_configured, ThresholdShop) {
    threshold("red", "north", 5);
    turn("off");
    BOOST_TEST(set("{'variant':'red','warehouse':'north','threshold':9}").status == BO_E_BACKORDERS_OFF);
    BOOST_TEST(of("red", "north") == "limit 5 stock_record");
}

BOOST_FIXTURE_TEST_CASE(each_item_of_a_batch_has_its_own_outcome, ThresholdShop) {
    const Answer answer =
        set("{'variant':'red','warehouse':'nowhere','threshold':1},{'variant':'red','warehouse':'north','threshold':2},"
            "{'variant':'red','warehouse':'globex-depot','threshold':3}");
    BOOST_TEST(answer.status == BO_SOME_REFUSED);
    BOOST_TEST(rows(answer, "thresholds", "item status warehouse") == "0 202 nowhere; 1 0 north; 2 202 globex-depot");
    BOOST_TEST(of("red", "north") == "limit 2 stock_record");
}

BOOST_FIXTURE_TEST_CASE(a_seller_sets_thresholds_of_its_own_products_at_its_own_and_the_operators_warehouses,
                        ThresholdShop) {
    const auto by = [this](const char* who, const char* variant, const char* warehouse) {
        const std::string item =
            std::string("{'variant':'") + variant + "','warehouse':'" + warehouse + "','threshold':1}";
        return ask(seller(who), "threshold_set", "{'items':[" + item + "]}").status;
    };
    BOOST_TEST(by("acme", "red", "north") == BO_OK);
    BOOST_TEST(by("acme", "red", "acme-depot") == BO_OK);
    BOOST_TEST(by("acme", "red", "globex-depot") == BO_E_NOT_FOUND);
    BOOST_TEST(by("globex", "red", "north") == BO_E_NOT_FOUND);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace backorder::test
