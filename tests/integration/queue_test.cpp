// Who waits, since when, in which place, for how many.

#include "support/shop.hpp"

#include <boost/test/unit_test.hpp>

namespace backorder::test {

namespace {

struct WaitingShop : Shop {
    WaitingShop() {
        for (const char* warehouse : {"north", "south"}) unlimited("red", warehouse);
        unlimited("blue", "north");
    }
    std::string asked(const Actor& actor, const std::string& filter,
                      const std::string& columns = "place order variant warehouse units") {
        return rows(done(actor, "queue", "{" + filter + "}"), "queue", columns);
    }
};

const std::string one_red = "{'line':'1','variant':'red','quantity':1}";

}  // namespace

BOOST_AUTO_TEST_SUITE(queue)

BOOST_FIXTURE_TEST_CASE(the_oldest_promise_is_first, WaitingShop) {
    place("b", "red", 2);
    place("a", "red", 1);
    place("c", "red", 3);
    BOOST_TEST(asked(host, "'variant':'red'") == "1 b red north 2; 2 a red north 1; 3 c red north 3");
}

BOOST_FIXTURE_TEST_CASE(a_higher_priority_stands_before_older_promises, WaitingShop) {
    place("old", "red", 1);
    place_lines("urgent", one_red, "'priority':5");
    place_lines("patient", one_red, "'priority':-1");
    place_lines("urgent-too", one_red, "'priority':5");
    BOOST_TEST(asked(host, "'variant':'red'", "order priority") == "urgent 5; urgent-too 5; old 0; patient -1");
}

BOOST_FIXTURE_TEST_CASE(lines_of_one_order_keep_their_order, WaitingShop) {
    place_lines("o1", "{'line':'z','variant':'red','quantity':1},{'line':'a','variant':'red','quantity':2}");
    BOOST_TEST(asked(host, "'order':'o1'", "place line units") == "1 z 1; 2 a 2");
}

BOOST_FIXTURE_TEST_CASE(each_filter_narrows_and_the_place_stays_that_of_the_whole_queue, WaitingShop) {
    place("o1", "red", 1);
    place_lines("o2", "{'line':'1','variant':'red','quantity':2},{'line':'2','variant':'blue','quantity':3},"
                      "{'line':'3','variant':'red','quantity':4,'warehouse':'south'}");
    BOOST_TEST(asked(host, "'order':'o2'") == "1 o2 blue north 3; 2 o2 red north 2; 1 o2 red south 4");
    BOOST_TEST(asked(host, "'warehouse':'south'") == "1 o2 red south 4");
    BOOST_TEST(asked(host, "'variant':'red','warehouse':'north'") == "1 o1 red north 1; 2 o2 red north 2");
    BOOST_TEST(asked(host, "'variant':'red','order':'o2','warehouse':'north'") == "2 o2 red north 2");
}

BOOST_FIXTURE_TEST_CASE(a_seller_sees_its_own_lines_only, WaitingShop) {
    done(the_operator, "policy_set", "{'items':[{'product':'mug','policy':'allow'}]}");
    unlimited("cup", "north");
    place_lines("o1", "{'line':'1','variant':'red','quantity':1},{'line':'2','variant':'cup','quantity':2}");
    BOOST_TEST(asked(seller("globex"), "'warehouse':'north'") == "1 o1 cup north 2");
    BOOST_TEST(asked(seller("acme"), "'order':'o1'") == "1 o1 red north 1");
    BOOST_TEST(asked(the_operator, "'seller':'globex'", "seller product units") == "globex mug 2");
    BOOST_TEST(ask(seller("globex"), "queue", "{'seller':'acme'}").status == BO_E_NOT_FOUND);
}

BOOST_FIXTURE_TEST_CASE(pages_follow_each_other_without_gap, WaitingShop) {
    for (const char* order : {"o1", "o2", "o3"}) place(order, "red", 1);
    BOOST_TEST(asked(host, "'variant':'red','limit':2", "place order") == "1 o1; 2 o2");
    BOOST_TEST(asked(host, "'variant':'red','limit':2,'skip':2", "place order") == "3 o3");
}

BOOST_FIXTURE_TEST_CASE(all_who_wait_are_told_page_by_page_whoever_is_served_in_between, WaitingShop) {
    place("o1", "red", 1);
    place("o2", "red", 2);
    place("o3", "blue", 3);
    place_lines("o4", "{'line':'1','variant':'red','quantity':4,'warehouse':'south'}");
    BOOST_TEST(asked(the_operator, "") == "1 o3 blue north 3; 1 o1 red north 1; 2 o2 red north 2; 1 o4 red south 4");
    BOOST_TEST(asked(seller("acme"), "") == asked(the_operator, ""));
    BOOST_TEST(asked(seller("globex"), "") == "");

    const Answer first = ask_by_json(the_operator, "queue", "{'limit':2}");
    BOOST_TEST(rows(first, "queue", "order") == "o3; o1");
    BOOST_TEST(cell(first, "cursor", "more") == "1");
    receive("red", "north", 1);
    const std::string after = "{'limit':2,'after':'" + cell(first, "cursor", "cursor") + "'}";
    const Answer second = ask_by_json(the_operator, "queue", after);
    BOOST_TEST(rows(second, "queue", "place order") == "1 o2; 1 o4");
    BOOST_TEST(cell(second, "cursor", "more") == "0");
    const std::string end = "{'limit':2,'after':'" + cell(second, "cursor", "cursor") + "'}";
    BOOST_TEST(rows(ask_by_json(the_operator, "queue", end), "queue", "order") == "");
}

/// One queue a warehouse: units that are free elsewhere are told beside who waits.
BOOST_FIXTURE_TEST_CASE(what_lies_free_at_other_warehouses_is_told, WaitingShop) {
    place_lines("o1", "{'line':'1','variant':'red','quantity':2,'warehouse':'north'}");
    place("o2", "blue", 1);
    receive("red", "south", 5);
    receive("red", "acme-depot", 3);
    place_lines("o3", "{'line':'1','variant':'red','quantity':1,'warehouse':'south'}");
    BOOST_TEST(asked(host, "", "order variant warehouse units free_elsewhere") ==
               "o2 blue north 1 0; o1 red north 2 7");
}

BOOST_FIXTURE_TEST_CASE(a_page_that_finds_little_ends_early_and_says_that_there_is_more, WaitingShop) {
    sql("INSERT INTO variants (marketplace, variant, product) SELECT $M, 'a' || lpad(n::text, 6, '0'), 'shirt' FROM "
        "generate_series(1, 10500) n");
    sql("INSERT INTO stock (marketplace, variant, warehouse, product, seller, product_policy)"
        " SELECT $M, 'a' || lpad(n::text, 6, '0'), 'north', 'shirt', 'acme', 'allow' FROM generate_series(1, 10500) n");
    place("o1", "red", 1);
    const Answer first = ask_by_json(the_operator, "queue", "{}");
    BOOST_TEST(rows(first, "queue", "order") == "");
    BOOST_TEST(cell(first, "cursor", "more") == "1");
    const Answer second = ask_by_json(the_operator, "queue", "{'after':'" + cell(first, "cursor", "cursor") + "'}");
    BOOST_TEST(rows(second, "queue", "order") == "o1");
    BOOST_TEST(cell(second, "cursor", "more") == "0");
    BOOST_TEST(asked(the_operator, "'seller':'acme'", "order") == "o1");
}

BOOST_FIXTURE_TEST_CASE(who_is_served_or_cancelled_waits_no_more, WaitingShop) {
    place("o1", "red", 2);
    place("o2", "red", 2);
    place("o3", "red", 2);
    done(host, "cancel", "{'order':'o2'}");
    receive("red", "north", 3);
    BOOST_TEST(asked(host, "'variant':'red'") == "1 o3 red north 1");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace backorder::test
