// Warehouses, products and variants.

#include "support/shop.hpp"

#include <boost/test/unit_test.hpp>

namespace backorder::test {

BOOST_AUTO_TEST_SUITE(catalogue)

BOOST_FIXTURE_TEST_CASE(a_warehouse_is_made_once_and_then_kept, Market) {
    const std::string request = "{'items':[{'warehouse':'north','priority':7}]}";
    BOOST_TEST(rows(done(host, "warehouse_upsert", request), "warehouses", "warehouse owner priority active created") ==
               "north  7 1 1");
    BOOST_TEST(rows(done(host, "warehouse_upsert", "{'items':[{'warehouse':'north'}]}"), "warehouses",
                    "priority active created") == "7 1 0");
}

BOOST_FIXTURE_TEST_CASE(priority_and_active_of_a_warehouse_may_change, Shop) {
    const Answer changed =
        done(the_operator, "warehouse_upsert", "{'items':[{'warehouse':'north','priority':9,'active':false}]}");
    BOOST_TEST(rows(changed, "warehouses", "priority active created") == "9 0 0");
}

BOOST_FIXTURE_TEST_CASE(the_owner_of_a_warehouse_never_changes, Shop) {
    BOOST_TEST(ask(host, "warehouse_upsert", "{'items':[{'warehouse':'acme-depot','owner':'globex'}]}").status ==
               BO_E_CONFLICT);
    BOOST_TEST(ask(host, "warehouse_upsert", "{'items':[{'warehouse':'north','owner':'acme'}]}").status ==
               BO_E_CONFLICT);
    BOOST_TEST(rows(done(host, "warehouse_upsert", "{'items':[{'warehouse':'acme-depot','owner':'acme'}]}"),
                    "warehouses", "owner created") == "acme 0");
}

BOOST_FIXTURE_TEST_CASE(a_seller_makes_warehouses_of_its_own_only, Shop) {
    BOOST_TEST(ask(seller("acme"), "warehouse_upsert", "{'items':[{'warehouse':'acme-shop','owner':'acme'}]}").status ==
               BO_OK);
    BOOST_TEST(
        ask(seller("acme"), "warehouse_upsert", "{'items':[{'warehouse':'globex-depot','owner':'acme'}]}").status ==
        BO_E_NOT_FOUND);
    BOOST_TEST(
        ask(seller("acme"), "warehouse_upsert", "{'items':[{'warehouse':'globex-shop','owner':'globex'}]}").status ==
        BO_E_NOT_FOUND);
}

BOOST_FIXTURE_TEST_CASE(who_is_refused_a_warehouse_is_told_nothing_of_it, Shop) {
    done(host, "warehouse_upsert",
         "{'items':[{'warehouse':'globex-depot','owner':'globex','priority':7,'active':false}]}");
    const Answer refused =
        ask(seller("acme"), "warehouse_upsert", "{'items':[{'warehouse':'globex-depot','owner':'acme'}]}");
    BOOST_TEST(rows(refused, "warehouses", "status priority active") == "202 0 1");
}

BOOST_FIXTURE_TEST_CASE(an_inactive_warehouse_lets_nothing_wait_but_sells_what_is_on_its_shelf, Shop) {
    threshold("red", "north", 5);
    receive("red", "north", 2);
    done(host, "warehouse_upsert", "{'items':[{'warehouse':'north','active':false}]}");
    BOOST_TEST(rows(done(host, "stock", "{'variants':['red']}"), "stock",
                    "available backorder_room sellable shut_gate") == "2 0 2 warehouse");
    const Answer refused = place("o1", "red", 3);
    BOOST_TEST(refused.status == BO_E_SHORTAGE);
    BOOST_TEST(details(refused, "warehouse gate").find("north warehouse") != std::string::npos);
    BOOST_TEST(place("o2", "red", 2).status == BO_OK);
    BOOST_TEST(ship("o2", "1", "north", 2).status == BO_OK);
    receive("red", "north", 1);
    BOOST_TEST(counters("red", "north") == "1 0 0");
}

BOOST_FIXTURE_TEST_CASE(closing_a_warehouse_tells_what_stands_over_the_limit_and_can_be_tried_first, Shop) {
    threshold("red", "north", 5);
    done(host, "place", "{'order':'o1','lines':[{'line':'1','variant':'red','quantity':3,'warehouse':'north'}]}");
    const std::string item = "'items':[{'warehouse':'north','active':false}]";
    BOOST_TEST(rows(done(host, "warehouse_upsert", "{" + item + ",'dry_run':true}"), "warehouses",
                    "active units_over_limit dry_run") == "0 3 1");
    BOOST_TEST(rows(done(host, "stock", "{'variants':['red']}"), "stock", "backorder_room") == "2");
    BOOST_TEST(rows(done(host, "warehouse_upsert", "{" + item + "}"), "warehouses",
                    "active units_over_limit dry_run") == "0 3 0");
    BOOST_TEST(rows(done(host, "stock", "{'variants':['red']}"), "stock", "backordered backorder_room shut_gate") ==
               "3 0 warehouse");
}

BOOST_FIXTURE_TEST_CASE(products_and_variants_are_made_in_one_call, Market) {
    const Answer made = done(host, "catalog_upsert",
                             "{'products':[{'product':'p','seller':'s'}],'variants':[{'variant':'v','product':'p'}]}");
    BOOST_TEST(rows(made, "products", "item status product seller created") == "0 0 p s 1");
    BOOST_TEST(rows(made, "variants", "item status variant product created") == "0 0 v p 1");
    const Answer again = done(host, "catalog_upsert",
                              "{'products':[{'product':'p','seller':'s'}],'variants':[{'variant':'v','product':'p'}]}");
    BOOST_TEST(rows(again, "products", "created") + rows(again, "variants", "created") == "00");
}

BOOST_FIXTURE_TEST_CASE(a_products_seller_and_a_variants_product_never_change, Shop) {
    BOOST_TEST(ask(host, "catalog_upsert", "{'products':[{'product':'shirt','seller':'globex'}]}").status ==
               BO_E_CONFLICT);
    BOOST_TEST(ask(host, "catalog_upsert", "{'variants':[{'variant':'red','product':'mug'}]}").status == BO_E_CONFLICT);
    BOOST_TEST(cell(done(host, "stock", "{'products':['shirt']}"), "product_totals", "seller") == "acme");
}

BOOST_FIXTURE_TEST_CASE(to_a_seller_anothers_product_does_not_exist, Shop) {
    BOOST_TEST(ask(seller("globex"), "catalog_upsert", "{'products':[{'product':'shirt','seller':'globex'}]}").status ==
               BO_E_NOT_FOUND);
    BOOST_TEST(ask(seller("globex"), "catalog_upsert", "{'products':[{'product':'new','seller':'acme'}]}").status ==
               BO_E_NOT_FOUND);
    BOOST_TEST(ask(seller("globex"), "catalog_upsert", "{'variants':[{'variant':'green','product':'shirt'}]}").status ==
               BO_E_NOT_FOUND);
    BOOST_TEST(ask(host, "stock", "{'variants':['green']}").status == BO_E_NOT_FOUND);
}

BOOST_FIXTURE_TEST_CASE(a_variant_of_an_unknown_product_is_refused_alone, Shop) {
    const Answer answer =
        ask(host, "catalog_upsert",
            "{'variants':[{'variant':'x','product':'nothing'},{'variant':'green','product':'shirt'}]}");
    BOOST_TEST(answer.status == BO_SOME_REFUSED);
    BOOST_TEST(rows(answer, "variants", "item status variant created") == "0 202 x 0; 1 0 green 1");
}

BOOST_FIXTURE_TEST_CASE(ids_live_inside_one_marketplace, Shop) {
    receive("red", "north", 3);
    Market elsewhere;
    BOOST_TEST(elsewhere.ask(host, "stock", "{'variants':['red']}").status == BO_E_NOT_FOUND);
    BOOST_TEST(
        elsewhere.ask(host, "place", "{'order':'o1','lines':[{'line':'1','variant':'red','quantity':1}]}").status ==
        BO_E_NOT_FOUND);
    BOOST_TEST(counters("red", "north") == "3 0 0");
}

BOOST_FIXTURE_TEST_CASE(ids_are_the_hosts_own_text, Market) {
    done(host, "catalog_upsert", "{'products':[{'product':'Hemd / 50% \\\\ é','seller':'Käufer'}]}");
    BOOST_TEST(cell(done(host, "stock", "{'products':['Hemd / 50% \\\\ é']}"), "product_totals", "seller") == "Käufer");
    const std::string longest(128, 'p');
    BOOST_TEST(ask(host, "catalog_upsert", "{'products':[{'product':'" + longest + "','seller':'s'}]}").status ==
               BO_OK);
    BOOST_TEST(ask(host, "catalog_upsert", "{'products':[{'product':'" + longest + "p','seller':'s'}]}").status ==
               BO_E_TEXT);
    BOOST_TEST(ask(host, "catalog_upsert", "{'products':[{'product':'a\\u0000b','seller':'s'}]}").status == BO_E_TEXT);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace backorder::test
