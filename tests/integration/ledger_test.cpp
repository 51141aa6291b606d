// Every movement of every counter.

#include "support/shop.hpp"

#include <boost/test/unit_test.hpp>

namespace backorder::test {

namespace {

struct Books : Shop {
    Answer ledger(const std::string& filter, const Actor& actor = host) {
        return done(actor, "ledger", "{" + filter + "}");
    }
};

const std::string deltas = "verb warehouse on_hand allocated backordered order line";

}  // namespace

BOOST_AUTO_TEST_SUITE(ledger)

BOOST_FIXTURE_TEST_CASE(each_verb_writes_the_deltas_of_the_counters_it_moves, Books) {
    threshold("red", "north", 5);
    receive("red", "north", 2);
    place("o1", "red", 3);
    ship("o1", "1", "north", 1);
    done(host, "cancel", "{'order':'o1'}");
    count("red", "north", 0);
    BOOST_TEST(rows(ledger("'variant':'red'"), "ledger", deltas) ==
               "receive north 2 0 0  ; place north 0 2 1 o1 1; fulfill north -1 -1 0 o1 1; cancel north 0 0 -1 o1 1; "
               "cancel north 0 -1 0 o1 1; "
               "count north -1 0 0  ");
}

BOOST_FIXTURE_TEST_CASE(a_service_of_the_queue_names_the_line_it_serves, Books) {
    threshold("red", "north", 5);
    place("o1", "red", 3);
    receive("red", "north", 2);
    BOOST_TEST(rows(ledger("'variant':'red'"), "ledger", deltas) ==
               "place north 0 0 3 o1 1; receive north 2 0 0  ; receive north 0 2 -2 o1 1");
}

BOOST_FIXTURE_TEST_CASE(a_transfer_stands_in_both_warehouses_books, Books) {
    receive("red", "north", 2);
    done(the_operator, "transfer", "{'items':[{'variant':'red','from':'north','to':'south','quantity':2}]}");
    BOOST_TEST(rows(ledger("'variant':'red','warehouse':'north'"), "ledger", "verb on_hand") ==
               "receive 2; transfer -2");
    BOOST_TEST(rows(ledger("'variant':'red','warehouse':'south'"), "ledger", "verb on_hand") == "transfer 2");
}

BOOST_FIXTURE_TEST_CASE(it_says_who_did_it_and_under_which_key, Books) {
    Actor clerk = seller("acme");
    clerk.user = "jane";
    BOOST_TEST(
        ask_with_key("delivery-7", clerk, "receive", "{'items':[{'variant':'red','warehouse':'north','quantity':2}]}")
            .status == BO_OK);
    place("o1", "red", 1);
    BOOST_TEST(rows(ledger("'variant':'red'"), "ledger", "actor key") == "seller acme (jane) delivery-7; host o1");
}

BOOST_FIXTURE_TEST_CASE(the_sums_are_the_counters, Books) {
    threshold("red", "north", 9);
    receive("red", "north", 4);
    place("o1", "red", 6);
    place("o2", "red", 5);
    count("red", "north", 2);
    ship("o1", "1", "north", 1);
    receive("red", "north", 3);
    std::int64_t on_hand = 0;
    std::int64_t allocated = 0;
    std::int64_t backordered = 0;
    const Answer answer = ledger("'variant':'red'");
    for (const json::value& row : answer.result.at("ledger").as_array()) {
        on_hand += row.at("on_hand").as_int64();
        allocated += row.at("allocated").as_int64();
        backordered += row.at("backordered").as_int64();
    }
    BOOST_TEST(std::to_string(on_hand) + " " + std::to_string(allocated) + " " + std::to_string(backordered) ==
               counters("red", "north"));
}

BOOST_FIXTURE_TEST_CASE(an_order_finds_its_rows_in_every_record, Books) {
    receive("red", "north", 2);
    receive("blue", "south", 2);
    place("o0", "red", 1);
    place_lines("o1", "{'line':'1','variant':'red','quantity':1},{'line':'2','variant':'blue','quantity':2}");
    BOOST_TEST(rows(ledger("'order':'o1'"), "ledger", "order line variant warehouse allocated") ==
               "o1 1 red north 1; o1 2 blue south 2");
    BOOST_TEST(rows(ledger("'order':'o1','variant':'red'"), "ledger", "line") == "1");
}

BOOST_FIXTURE_TEST_CASE(pages_follow_the_sequence, Books) {
    for (int units = 1; units <= 3; ++units) receive("red", "north", units);
    const Answer first = ask_by_json(host, "ledger", "{'variant':'red','limit':2}");
    BOOST_TEST(rows(first, "ledger", "on_hand") == "1; 2");
    const std::string after = json::serialize(first.result.at("ledger").at(1).at("sequence"));
    BOOST_TEST(rows(ask_by_json(host, "ledger", "{'variant':'red','limit':2,'after':" + after + "}"), "ledger",
                    "on_hand") == "3");
}

BOOST_FIXTURE_TEST_CASE(a_seller_reads_its_own_books_only, Books) {
    receive("red", "north", 1);
    receive("cup", "north", 1);
    place_lines("o1", "{'line':'1','variant':'red','quantity':1},{'line':'2','variant':'cup','quantity':1}");
    BOOST_TEST(rows(ledger("'order':'o1'", seller("globex")), "ledger", "variant") == "cup");
    const Answer anothers = ask(seller("globex"), "ledger", "{'variant':'red'}");
    BOOST_TEST((anothers.status == BO_E_NOT_FOUND || rows(anothers, "ledger", "variant") == ""));
}

BOOST_FIXTURE_TEST_CASE(refused_calls_leave_no_row, Books) {
    receive("red", "north", 1);
    place("o1", "red", 2);
    ask(the_operator, "receive", "{'items':[{'variant':'red','warehouse':'nowhere','quantity':2}]}");
    BOOST_TEST(rows(ledger("'variant':'red'"), "ledger", "verb") == "receive");
}

BOOST_FIXTURE_TEST_CASE(a_variant_or_an_order_must_be_named, Books) {
    BOOST_TEST(ask(host, "ledger").status == BO_E_ARGUMENT);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace backorder::test
