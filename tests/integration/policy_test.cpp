// Who may be backordered: gate 2.

#include "support/shop.hpp"

#include <boost/test/unit_test.hpp>

namespace backorder::test {

namespace {

struct PolicyShop : Shop {
    PolicyShop() { unlimited_everywhere(); }
    void unlimited_everywhere() {
        for (const char* variant : {"red", "blue"}) unlimited(variant, "north");
    }
    std::string gate(const std::string& variant) {
        return rows(done(host, "availability", "{'items':[{'variant':'" + variant + "'}]}"), "availability",
                    "state shut_gate");
    }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(policy)

BOOST_FIXTURE_TEST_CASE(a_variant_inherits_what_its_product_says, PolicyShop) {
    BOOST_TEST(gate("red") == "backorder ");
    done(the_operator, "policy_set", "{'items':[{'product':'shirt','policy':'deny'}]}");
    BOOST_TEST(gate("red") == "out_of_stock variant");
    BOOST_TEST(gate("blue") == "out_of_stock variant");
}

BOOST_FIXTURE_TEST_CASE(a_products_inherit_denies, PolicyShop) {
    done(the_operator, "policy_set", "{'items':[{'product':'shirt','policy':'inherit'}]}");
    BOOST_TEST(gate("red") == "out_of_stock variant");
}

BOOST_FIXTURE_TEST_CASE(a_variants_own_word_beats_its_products, PolicyShop) {
    allow("red", "deny");
    BOOST_TEST(gate("red") == "out_of_stock variant");
    BOOST_TEST(gate("blue") == "backorder ");
    done(the_operator, "policy_set",
         "{'items':[{'product':'shirt','policy':'deny'},{'variant':'red','policy':'allow'}]}");
    BOOST_TEST(gate("red") == "backorder ");
    BOOST_TEST(gate("blue") == "out_of_stock variant");
    allow("red", "inherit");
    BOOST_TEST(gate("red") == "out_of_stock variant");
}

BOOST_FIXTURE_TEST_CASE(denying_keeps_open_backorders_and_counts_them, PolicyShop) {
    place("o1", "red", 4);
    const Answer answer = done(seller("acme"), "policy_set", "{'items':[{'variant':'red','policy':'deny'}]}");
    BOOST_TEST(rows(answer, "policies", "item status product variant before policy units_over_limit dry_run") ==
               "0 0  red inherit deny 4 0");
    BOOST_TEST(counters("red", "north") == "0 0 4");
    BOOST_TEST(place("o2", "red", 1).status == BO_E_SHORTAGE);
    receive("red", "north", 4);
    BOOST_TEST(ship("o1", "1", "north", 4).status == BO_OK);
}

BOOST_FIXTURE_TEST_CASE(a_dry_run_tells_what_would_stand_over_and_changes_nothing, PolicyShop) {
    place("o1", "red", 4);
    const Answer answer =
        ask_with_key("", the_operator, "policy_set", "{'items':[{'product':'shirt','policy':'deny'}],'dry_run':true}");
    BOOST_TEST(rows(answer, "policies", "product before policy units_over_limit dry_run") == "shirt allow deny 4 1");
    BOOST_TEST(gate("red") == "backorder ");
}

BOOST_FIXTURE_TEST_CASE(while_the_marketplace_is_off_nothing_is_configured, PolicyShop) {
    turn("off");
    const Answer answer = ask(the_operator, "policy_set", "{'items':[{'variant':'red','policy':'deny'}]}");
    BOOST_TEST(answer.status == BO_E_BACKORDERS_OFF);
    BOOST_TEST(rows(answer, "policies", "item status variant policy") == "0 204 red ");
    turn("on");
    BOOST_TEST(gate("red") == "backorder ");
}

BOOST_FIXTURE_TEST_CASE(each_item_of_a_batch_has_its_own_outcome, PolicyShop) {
    const Answer answer = ask(the_operator, "policy_set",
                              "{'items':[{'variant':'green','policy':'allow'},{'variant':'red','policy':'deny'}]}");
    BOOST_TEST(answer.status == BO_SOME_REFUSED);
    BOOST_TEST(rows(answer, "policies", "item status variant") == "0 202 green; 1 0 red");
    BOOST_TEST(details(answer, "item status") == "0 202");
    BOOST_TEST(gate("red") == "out_of_stock variant");
}

BOOST_FIXTURE_TEST_CASE(a_seller_configures_its_own_products_only, PolicyShop) {
    BOOST_TEST(ask(seller("globex"), "policy_set", "{'items':[{'variant':'red','policy':'deny'}]}").status ==
               BO_E_NOT_FOUND);
    BOOST_TEST(ask(seller("globex"), "policy_set", "{'items':[{'product':'shirt','policy':'deny'}]}").status ==
               BO_E_NOT_FOUND);
    BOOST_TEST(gate("red") == "backorder ");
}

BOOST_FIXTURE_TEST_CASE(an_item_names_a_product_or_a_variant_once, PolicyShop) {
    for (const char* items : {"[{'policy':'deny'}]", "[{'product':'shirt','variant':'red','policy':'deny'}]"})
        BOOST_TEST(ask(the_operator, "policy_set", std::string("{'items':") + items + "}").status == BO_E_ARGUMENT);
    BOOST_TEST(ask(the_operator, "policy_set",
                   "{'items':[{'variant':'red','policy':'deny'},{'variant':'red','policy':'allow'}]}")
                   .status == BO_E_DUPLICATE);
    BOOST_TEST(gate("red") == "backorder ");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace backorder::test
