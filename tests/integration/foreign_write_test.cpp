// Somebody writes parts without the lock of their stock record: a repair by hand, say. No call is acknowledged that was
// stored in part.

#include "support/raw_waiting.hpp"

#include <boost/test/unit_test.hpp>

#include <thread>

namespace backorder::test {
namespace {

struct Ordered {
    Ordered() {
        raw_furnish(host, 1);
        raw_stock(host, "v0", "a", 5, 0);
        host.must(raw_host(), "place", "{'order': 'o', 'lines': [{'line': '1', 'variant': 'v0', 'quantity': 2}]}");
    }

    RawDatabase database{"foreign_write"};
    RawHost host{database.url()};
};

BOOST_FIXTURE_TEST_SUITE(foreign_write, Ordered)

BOOST_AUTO_TEST_CASE(to_a_part_makes_the_call_that_met_it_look_again) {
    const RawTransaction repair(database.url());
    repair.run("UPDATE backorder.parts SET since = since WHERE order_id = 'o'");
    RawReply cancelled;
    std::thread cancelling([&] { cancelled = host.call(raw_operator("cancel"), "cancel", "{'order': 'o'}"); });
    wait_until_waiting(database, "Lock", 1);
    repair.commit();
    cancelling.join();
    BOOST_TEST(cancelled.status == BO_OK, to_string(cancelled));
    BOOST_TEST(!cancelled.replayed);
    BOOST_TEST(database.sql("SELECT allocated FROM backorder.stock") == "0");
    BOOST_TEST(host.logs().find("by somebody who did not lock its stock record") != std::string::npos);
    BOOST_TEST(raw_differences(host) == "");
}

// Goals: where looking again does not help the call is refused in words, nothing was done, and it can be repeated.
BOOST_AUTO_TEST_CASE(that_goes_on_is_told_in_words) {
    database.sql(
        "CREATE FUNCTION backorder.withhold() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';"
        "CREATE TRIGGER withheld BEFORE UPDATE ON backorder.parts FOR EACH ROW EXECUTE FUNCTION backorder.withhold()");
    const RawReply refused = host.call(raw_operator("cancel"), "cancel", "{'order': 'o'}");
    BOOST_TEST(refused.status == BO_E_DATABASE, to_string(refused));
    BOOST_TEST(refused.retry == BO_RETRY_SAFE);
    BOOST_TEST(refused.sqlstate == "22012");
    BOOST_TEST(refused.message.starts_with(
        "Rows of an order were changed or withheld by somebody who did not lock its stock record; nothing was done."));
    BOOST_TEST(database.sql("SELECT allocated FROM backorder.stock") == "2");
    BOOST_TEST(raw_differences(host) == "");
    database.sql("DROP TRIGGER withheld ON backorder.parts");
    BOOST_TEST(!host.must(raw_operator("cancel"), "cancel", "{'order': 'o'}").replayed);
    BOOST_TEST(raw_differences(host) == "");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace backorder::test
