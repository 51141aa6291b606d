// The proof from the rows alone.

#include "support/shop.hpp"

#include <boost/test/unit_test.hpp>

namespace backorder::test {

namespace {

/// A shop whose rows are then broken behind the library's back. The orders o1 (2 of 5 there, 1 of them shipped) and o2
/// (waiting) are at north.
struct Broken : Shop {
    Broken() {
        threshold("red", "north", 9);
        receive("red", "north", 2);
        place("o1", "red", 5);
        place("o2", "red", 1);
        ship("o1", "1", "north", 1);
        verified_at_end = false;
    }
    std::string differences(const Actor& actor = host) {
        return rows(done(actor, "verify"), "differences", "what variant warehouse order line expected found");
    }
};

constexpr auto without_checks = "ALTER TABLE stock DROP CONSTRAINT IF EXISTS allocated_within_on_hand;"
                                "ALTER TABLE stock DROP CONSTRAINT IF EXISTS no_unit_free_while_someone_waits;";
constexpr auto with_checks = "ALTER TABLE stock ADD CONSTRAINT allocated_within_on_hand CHECK (0 <= allocated AND "
                             "allocated <= on_hand) NOT VALID;"
                             "ALTER TABLE stock ADD CONSTRAINT no_unit_free_while_someone_waits CHECK (backordered = 0 "
                             "OR on_hand = allocated) NOT VALID";

}  // namespace

BOOST_AUTO_TEST_SUITE(verify)

BOOST_FIXTURE_TEST_CASE(it_counts_what_it_looked_at, Shop) {
    receive("red", "north", 2);
    place("o1", "red", 1);
    BOOST_TEST(rows(done(host, "verify"), "verify", "stock_records parts ledger_rows differences") == "1 1 2 0");
}

BOOST_FIXTURE_TEST_CASE(an_empty_marketplace_is_sound, Market) {
    BOOST_TEST(rows(done(host, "verify"), "verify", "stock_records parts ledger_rows differences") == "0 0 0 0");
}

BOOST_FIXTURE_TEST_CASE(whole_shops_are_sound_before_they_are_broken, Broken) { BOOST_TEST(differences() == ""); }

BOOST_FIXTURE_TEST_CASE(a_counter_that_left_the_ledger_is_named, Broken) {
    sql("UPDATE stock SET on_hand = on_hand + 2, allocated = allocated + 2 WHERE marketplace = $M");
    BOOST_TEST(differences() ==
               "ledger allocated red north   1 3; ledger on_hand red north   1 3; parts allocated red north   1 3");
}

BOOST_FIXTURE_TEST_CASE(a_missing_backorder_is_named, Broken) {
    sql("UPDATE stock SET backordered = backordered - 1 WHERE marketplace = $M");
    BOOST_TEST(differences() == "ledger backordered red north   4 3; parts waiting red north   4 3");
}

BOOST_FIXTURE_TEST_CASE(a_part_that_changed_alone_is_named, Broken) {
    sql("UPDATE parts SET waiting = waiting + 1 WHERE marketplace = $M AND order_id = 'o2'");
    BOOST_TEST(differences() ==
               "line quantity red  o2 1 1 2; part waiting red north o2 1 1 2; parts waiting red north   5 4");
}

BOOST_FIXTURE_TEST_CASE(promises_swapped_between_orders_are_named, Broken) {
    sql("UPDATE parts SET waiting = waiting + 1 WHERE marketplace = $M AND order_id = 'o2';"
        "UPDATE parts SET waiting = waiting - 1 WHERE marketplace = $M AND order_id = 'o1'");
    BOOST_TEST(differences() == "line quantity red  o1 1 5 4; line quantity red  o2 1 1 2; part waiting red north o1 1 "
                                "3 2; part waiting red north o2 1 1 2");
}

BOOST_FIXTURE_TEST_CASE(a_lost_part_is_named, Broken) {
    sql("DELETE FROM parts WHERE marketplace = $M AND order_id = 'o2'");
    BOOST_TEST(differences() ==
               "line quantity red  o2 1 1 0; part waiting red north o2 1 1 0; parts waiting red north   3 4");
}

BOOST_FIXTURE_TEST_CASE(a_shipment_without_fulfilment_is_named, Broken) {
    sql("DELETE FROM fulfillments WHERE marketplace = $M");
    BOOST_TEST(differences() == "shipped red north o1 1 0 1");
}

BOOST_FIXTURE_TEST_CASE(a_forged_ledger_row_is_named, Broken) {
    sql("UPDATE ledger SET on_hand = on_hand + 1 WHERE marketplace = $M AND verb = 'receive' AND on_hand <> 0");
    BOOST_TEST(differences() == "ledger on_hand red north   2 1");
}

BOOST_FIXTURE_TEST_CASE(a_lost_stock_record_is_named, Broken) {
    sql("DELETE FROM stock WHERE marketplace = $M");
    BOOST_TEST(differences() ==
               "ledger allocated red north   1 0; ledger backordered red north   4 0; ledger on_hand red north   1 0;"
               " parts allocated red north   1 0; parts waiting red north   4 0");
}

BOOST_FIXTURE_TEST_CASE(a_unit_that_lies_free_while_someone_waits_is_named, Broken) {
    sql(without_checks);
    sql("UPDATE stock SET on_hand = on_hand + 3 WHERE marketplace = $M;"
        "UPDATE ledger SET on_hand = on_hand + 3 WHERE marketplace = $M AND verb = 'receive' AND on_hand <> 0");
    BOOST_TEST(differences() == "free while someone waits red north   0 3");
    sql("UPDATE stock SET on_hand = on_hand - 3 WHERE marketplace = $M");
    sql(std::string(without_checks) + with_checks);
}

BOOST_FIXTURE_TEST_CASE(the_database_refuses_what_must_never_be, Broken) {
    for (const char* change :
         {"allocated = -1", "on_hand = allocated - 1", "backordered = -1", "on_hand = on_hand + 1"})
        BOOST_CHECK_THROW(sql(std::string("UPDATE stock SET ") + change + " WHERE marketplace = $M"), std::exception);
    BOOST_TEST(differences() == "");
}

BOOST_FIXTURE_TEST_CASE(a_seller_verifies_its_own_records_only, Broken) {
    sql("UPDATE stock SET backordered = backordered - 1 WHERE marketplace = $M");
    BOOST_TEST(differences(seller("globex")) == "");
    BOOST_TEST(differences(seller("acme")) != "");
    BOOST_TEST(rows(done(seller("globex"), "verify"), "verify", "stock_records parts ledger_rows") == "0 0 0");
}

BOOST_FIXTURE_TEST_CASE(one_variant_is_verified_alone, Broken) {
    receive("blue", "north", 3);
    place_lines("o3", "{'line':'1','variant':'blue','quantity':1},{'line':'2','variant':'red','quantity':1}");
    const std::string blue = "{'variant':'blue'}";
    BOOST_TEST(rows(done(host, "verify", blue), "verify",
                    "stock_records parts ledger_rows differences next checked total") == "1 1 2 0  1 1");
    sql("UPDATE stock SET backordered = backordered - 1 WHERE marketplace = $M AND variant = 'red';"
        "UPDATE parts SET waiting = waiting - 1 WHERE marketplace = $M AND variant = 'red' AND order_id = 'o3'");
    BOOST_TEST(rows(done(host, "verify", blue), "differences", "what") == "");
    BOOST_TEST(rows(done(host, "verify", "{'variant':'red'}"), "differences", "what order line expected found") ==
               "ledger backordered   5 4; line quantity o3 2 1 0; part waiting o3 2 1 0");
}

BOOST_FIXTURE_TEST_CASE(one_warehouse_is_verified_alone, Broken) {
    receive("red", "acme-depot", 1);
    receive("cup", "south", 1);
    sql("UPDATE stock SET on_hand = on_hand + 1 WHERE marketplace = $M AND backordered = 0");
    BOOST_TEST(rows(done(host, "verify", "{'warehouse':'south'}"), "differences",
                    "what variant warehouse expected found") == "ledger on_hand cup south 1 2");
    BOOST_TEST(rows(done(host, "verify", "{'warehouse':'south'}"), "verify", "stock_records parts ledger_rows next") ==
               "1 0 1 ");
    BOOST_TEST(rows(done(host, "verify", "{'warehouse':'north'}"), "verify", "stock_records parts differences") ==
               "1 2 0");
}

BOOST_FIXTURE_TEST_CASE(pages_find_together_what_one_call_finds_and_tell_how_far_they_are, Broken) {
    receive("blue", "north", 1);
    sql("UPDATE stock SET backordered = backordered - 1 WHERE marketplace = $M AND backordered > 0;"
        "UPDATE parts SET cancelled = 1 WHERE marketplace = $M AND order_id = 'o2'");
    sql("DELETE FROM stock WHERE marketplace = $M AND variant = 'blue'");
    std::string found, after, checked;
    std::int64_t ledger_rows = 0, differences = 0;
    do {
        const Answer page = ask_by_json(host, "verify", "{'limit':1,'after':'" + after + "'}");
        BOOST_REQUIRE(page.status == BO_OK);
        after = cell(page, "verify", "next");
        checked += rows(page, "verify", "checked total") + ";";
        ledger_rows += number(page, "verify", "ledger_rows");
        differences += number(page, "verify", "differences");
        for (const json::value& one : page.result.at("differences").as_array())
            found += json::value_to<std::string>(one.at("what")) + ";";
    } while (!after.empty());
    BOOST_TEST(found == "ledger backordered;parts waiting;ledger on_hand;line quantity;");
    const Answer whole = done(host, "verify");
    BOOST_TEST(rows(whole, "differences", "what") ==
               "ledger backordered; ledger on_hand; line quantity; parts waiting");
    BOOST_TEST(differences == 4);
    BOOST_TEST(ledger_rows == number(whole, "verify", "ledger_rows"));
    BOOST_TEST(rows(whole, "verify", "next checked total") == "5 5");  // three variants and two orders
    BOOST_TEST(checked.starts_with("1 5;2 5;3 5;"));
    BOOST_TEST(checked.ends_with("5 5;"));
}

BOOST_FIXTURE_TEST_CASE(a_sellers_pages_tell_nothing_of_others, Broken) {
    receive("cup", "north", 1);
    place("o3", "cup", 1);
    const auto page = [&](const std::string& after) {
        return rows(ask_by_json(seller("globex"), "verify", "{'limit':1,'after':'" + after + "'}"), "verify",
                    "stock_records parts checked total next");
    };
    BOOST_TEST(page("") == "1 0 1 0 0.1.0.637570");            // cup
    BOOST_TEST(page("0.1.0.637570") == "0 1 2 0 2.2.0.6f33");  // o3
    BOOST_TEST(page("2.2.0.6f33") == "0 0 2 0 ");
    BOOST_TEST(ask(seller("globex"), "verify", "{'after':'1.1.0.'}").status == BO_E_ARGUMENT);
}

BOOST_FIXTURE_TEST_CASE(a_part_whose_stock_record_is_another_is_named, Broken) {
    receive("blue", "north", 1);
    sql("UPDATE parts SET record = (SELECT record FROM stock WHERE marketplace = $M AND variant = 'blue') WHERE "
        "marketplace = $M AND order_id = 'o2'");
    BOOST_TEST(
        rows(ask_by_json(host, "verify", "{}"), "differences", "what variant order") ==
        "part waiting blue o2; part waiting red o2; parts waiting blue ; parts waiting red ; record number red o2");
}

BOOST_FIXTURE_TEST_CASE(only_a_place_that_was_answered_is_taken_up_again, Broken) {
    for (const char* after : {"x", "0", "9.0.1.61", "0.0.1.6", "0.0.1.00", "0.0.1.zz", "1.0.1.61", "0.-1.1.61"}) {
        const Answer answer = ask(host, "verify", "{'after':'" + std::string(after) + "'}");
        BOOST_TEST(answer.status == BO_E_ARGUMENT);
        BOOST_TEST(details(answer, "field") == "after");
    }
    BOOST_TEST(ask(host, "verify", "{'limit':-1}").status == BO_E_ARGUMENT);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace backorder::test
