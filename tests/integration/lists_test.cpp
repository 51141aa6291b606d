// What there is, page by page: warehouses, products, variants, and open orders by their age.

#include "support/shop.hpp"

#include <boost/test/unit_test.hpp>

namespace backorder::test {

namespace {

struct ListedShop : Shop {
    /// All rows, by pages of `limit`; each page but the last says that there is more.
    std::string paged(const Actor& actor, const std::string& operation, const std::string& table,
                      const std::string& columns, int limit, const std::string& more = "") {
        std::string all;
        std::string cursor;
        for (int page = 0; page < 20; ++page) {
            const Answer answer = ask_by_json(
                actor, operation, "{'limit':" + std::to_string(limit) + ",'after':'" + cursor + "'" + more + "}");
            BOOST_REQUIRE_EQUAL(answer.status, BO_OK);
            const std::string shown = rows(answer, table, columns);
            all += (all.empty() || shown.empty() ? "" : "; ") + shown;
            cursor = cell(answer, "cursor", "cursor");
            if (cell(answer, "cursor", "more") == "0") return all;
        }
        return "pages without end: " + all;
    }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(lists)

BOOST_FIXTURE_TEST_CASE(an_operator_sees_all_and_a_seller_what_serves_it, ListedShop) {
    done(the_operator, "warehouse_upsert", "{'items':[{'warehouse':'south','active':false,'priority':7}]}");
    const std::string columns = "warehouse owner priority active";
    const std::string all = rows(done(the_operator, "warehouses"), "warehouse_list", columns);
    BOOST_TEST(rows(done(host, "warehouses"), "warehouse_list", columns) == all);
    BOOST_TEST(all.find("south  7 0") != std::string::npos, all);
    BOOST_TEST(rows(done(the_operator, "warehouses"), "warehouse_list", "warehouse") ==
               "acme-depot; globex-depot; north; south");
    BOOST_TEST(rows(done(seller("globex"), "warehouses"), "warehouse_list", "warehouse") ==
               "globex-depot; north; south");
    for (const int limit : {1, 2, 3, 4, 5})
        BOOST_TEST(paged(the_operator, "warehouses", "warehouse_list", "warehouse", limit) ==
                   "acme-depot; globex-depot; north; south");
    for (const int limit : {1, 2, 3, 4})
        BOOST_TEST(paged(seller("globex"), "warehouses", "warehouse_list", "warehouse", limit) ==
                   "globex-depot; north; south");
}

BOOST_FIXTURE_TEST_CASE(products_and_variants_are_told_with_seller_and_policy, ListedShop) {
    done(the_operator, "policy_set", "{'items':[{'variant':'blue','policy':'deny'}]}");
    BOOST_TEST(rows(done(the_operator, "products"), "product_list", "product seller policy") ==
               "mug globex inherit; shirt acme allow");
    BOOST_TEST(
        rows(done(the_operator, "variants"), "variant_list", "variant product seller policy backorders_allowed") ==
        "blue shirt acme deny 0; cup mug globex inherit 0; red shirt acme inherit 1");
    BOOST_TEST(rows(done(host, "variants", "{'seller':'acme'}"), "variant_list", "variant") == "blue; red");
    BOOST_TEST(rows(done(seller("globex"), "variants"), "variant_list", "variant") == "cup");
    BOOST_TEST(rows(done(seller("globex"), "products"), "product_list", "product") == "mug");
    BOOST_TEST(ask(seller("globex"), "products", "{'seller':'acme'}").status == BO_E_NOT_FOUND);
    for (const int limit : {1, 2, 3}) {
        BOOST_TEST(paged(host, "variants", "variant_list", "variant", limit) == "blue; cup; red");
        BOOST_TEST(paged(host, "variants", "variant_list", "variant", limit, ",'seller':'acme'") == "blue; red");
        BOOST_TEST(paged(seller("acme"), "products", "product_list", "product", limit) == "shirt");
    }
}

BOOST_FIXTURE_TEST_CASE(who_looks_for_one_seller_among_many_is_led_on, ListedShop) {
    sql("INSERT INTO products (marketplace, product, seller) SELECT $M, 'a' || lpad(n::text, 6, '0'), 'others' FROM "
        "generate_series(1, 10500) n");
    const Answer first = ask_by_json(seller("acme"), "products", "{}");
    BOOST_TEST(rows(first, "product_list", "product") == "");
    BOOST_TEST(cell(first, "cursor", "more") == "1");
    BOOST_TEST(paged(seller("acme"), "products", "product_list", "product", 100) == "shirt");
}

BOOST_FIXTURE_TEST_CASE(open_orders_are_told_by_age, ListedShop) {
    unlimited("red", "north");
    done(the_operator, "policy_set", "{'items':[{'product':'mug','policy':'allow'}]}");
    unlimited("cup", "north");
    receive("red", "north", 3);
    place_lines("z-first", "{'line':'1','variant':'red','quantity':2},{'line':'2','variant':'cup','quantity':5}",
                "'priority':-1");
    place("m-second", "red", 1);
    place_lines("a-third", "{'line':'1','variant':'red','quantity':4}", "'priority':9");
    place("gone", "red", 1);
    done(host, "cancel", "{'order':'gone'}");
    ship("m-second", "1", "north", 1);
    const std::string columns = "order priority lines allocated waiting";
    BOOST_TEST(rows(done(the_operator, "open_orders"), "open_orders", columns) == "z-first -1 2 2 5; a-third 9 1 0 4");
    BOOST_TEST(rows(done(seller("globex"), "open_orders"), "open_orders", columns) == "z-first -1 1 0 5");
    BOOST_TEST(rows(done(the_operator, "open_orders", "{'seller':'acme'}"), "open_orders", columns) ==
               "z-first -1 1 2 0; a-third 9 1 0 4");
    BOOST_TEST(paged(host, "open_orders", "open_orders", "order", 1) == "z-first; a-third");
    done(the_operator, "cancel_fulfillment", "{'order':'m-second','fulfillment':1}");
    BOOST_TEST(paged(host, "open_orders", "open_orders", "order", 2) == "z-first; m-second; a-third");
    BOOST_TEST(!cell(done(host, "open_orders"), "open_orders", "placed_at").empty());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace backorder::test
