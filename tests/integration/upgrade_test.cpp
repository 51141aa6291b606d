// A database that an earlier version filled: brought up, it goes on where it was.

#include "support/raw_host.hpp"

#include <boost/test/unit_test.hpp>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

namespace backorder::test {
namespace {

std::string first_migration() {
    const char* source = std::getenv("BACKORDER_SOURCE");
    std::ifstream file(std::string(source == nullptr ? "." : source) + "/src/sql/migrations/0001_initial.sql");
    return {std::istreambuf_iterator<char>(file), {}};
}

/// As version 1.0 left it: three units received; order o1 of five, of which two wait; its call recorded in full.
std::string rows_of_1_0() {
    return R"sql(
INSERT INTO marketplaces VALUES ('m', true);
INSERT INTO warehouses (marketplace, warehouse, priority) VALUES ('m', 'a', 1), ('m', 'B', 2);
INSERT INTO products VALUES ('m', 'p', 's', 'allow');
INSERT INTO variants (marketplace, variant, product) VALUES ('m', 'v0', 'p');
INSERT INTO products VALUES ('m', 'q', 't', 'inherit');
INSERT INTO variants (marketplace, variant, product, policy) VALUES ('m', 'v1', 'p', 'deny'), ('m', 'v2', 'q', 'allow');
INSERT INTO stock (marketplace, variant, warehouse) VALUES ('m', 'v1', 'a'), ('m', 'v2', 'B');
INSERT INTO stock (marketplace, variant, warehouse, on_hand, allocated, backordered, mode, threshold)
VALUES ('m', 'v0', 'a', 3, 3, 2, 'limit', 9);
INSERT INTO calls (marketplace, scope, key, verb, actor, seller, traceparent, body, answer, events)
VALUES ('m', 'order', 'o1', 'place', 'host', '', '',
    '{"order":"o1","priority":0,"warehouses":[],"lines":[{"line":"1","variant":"v0","quantity":5,"warehouse":"","decline_backorder":false}]}',
    '{"order":{"order":"o1","state":"unfulfilled","priority":0,"placed_at":""},
      "lines":[{"line":"1","variant":"v0","quantity":5,"allocated":3,"waiting":2,"shipped":0,"cancelled":0}],
      "parts":[{"line":"1","variant":"v0","warehouse":"a","quantity":5,"allocated":3,"waiting":2,"shipped":0,"cancelled":0}]}',
    '[{"type":"order.placed","before":{"state":""},"after":{"state":"unfulfilled"},"order":"o1",
      "lines":[{"line":"1","variant":"v0","warehouse":"a","seller":"s","allocated":3,"waiting":2,"cancelled":0}]}]');
INSERT INTO parts SELECT 'm', 'o1', '1', 'a', 'v0', 's', 0, 0, sequence, at, 3, 2, 0, 0 FROM calls;
INSERT INTO ledger (marketplace, variant, warehouse, actor, verb, key, order_id, line, on_hand, allocated, backordered)
VALUES ('m', 'v0', 'a', 'operator', 'receive', 'r1', '', '', 3, 0, 0), ('m', 'v0', 'a', 'host', 'place', 'o1', 'o1', '1', 0, 3, 2);
)sql";
}

struct Earlier {
    Earlier() {
        const std::string initial = first_migration();
        database.sql("CREATE SCHEMA backorder; SET search_path TO backorder;"
                     "CREATE TABLE migrations (number integer PRIMARY KEY, name text NOT NULL, checksum text NOT NULL,"
                     " breaking boolean NOT NULL, applied_at timestamptz NOT NULL DEFAULT now());"
                     "INSERT INTO migrations VALUES (1, 'initial', encode(sha256(convert_to($file$" +
                     initial + "$file$, 'UTF8')), 'hex'), true);" + initial + rows_of_1_0());
    }

    RawDatabase database{"upgrade"};
};

BOOST_FIXTURE_TEST_SUITE(upgrade, Earlier)

BOOST_AUTO_TEST_CASE(an_earlier_schema_is_refused_until_it_is_brought_up) {
    RawConfig config;
    config.migrate = false;
    const RawHost host(database.url(), config);
    BOOST_TEST(host.call(raw_host(), "verify").status == BO_E_SCHEMA_VERSION);
    const RawReply migrated = host.must(raw_operator(), "migrate");
    BOOST_TEST(migrated.integer(BO_COL_SCHEMA_BEFORE) == 1);
    BOOST_TEST(host.call(raw_host(), "verify").status == BO_OK);
}

// Goals: counters, promises, ledger and events are as they were; the order's key still answers, another body is still
// refused; the queue is served and the order ships.
BOOST_AUTO_TEST_CASE(what_was_there_goes_on) {
    const RawHost host(database.url());
    BOOST_TEST(raw_differences(host) == "");
    BOOST_TEST(database.sql("SELECT string_agg(concat_ws(' ', variant, product, seller, variant_policy, "
                            "product_policy), '; ' ORDER BY variant)"
                            " FROM backorder.stock") ==
               "v0 p s inherit allow; v1 p s deny allow; v2 q t allow inherit");
    const std::string order = "{'order': 'o1', 'lines': [{'line': '1', 'variant': 'v0', 'quantity': 5}]}";
    const RawReply again = host.must(raw_host(), "place", order);
    BOOST_TEST(again.replayed);
    BOOST_TEST(again.integer(BO_COL_PARTS_WAITING) == 2);
    const RawReply other =
        host.call(raw_host(), "place", "{'order': 'o1', 'lines': [{'line': '1', 'variant': 'v0', 'quantity': 6}]}");
    BOOST_TEST(other.status == BO_E_KEY_REUSED);
    BOOST_TEST(other.field == "lines[0].quantity");
    BOOST_TEST(host.must(raw_host(), "events", "{'consumer': 'c'}").text(BO_COL_EVENTS_TYPE) == "order.placed");
    BOOST_TEST(host.must(raw_host(), "queue", "{'variant': 'v0'}").integer(BO_COL_QUEUE_UNITS) == 2);
    const RawReply covered =
        host.must(raw_operator("r2"), "receive", "{'items': [{'variant': 'v0', 'warehouse': 'a', 'quantity': 2}]}");
    BOOST_TEST(covered.text(BO_COL_COVERED_ORDER) == "o1");
    host.must(raw_operator("f1"), "fulfill",
              "{'order': 'o1', 'entries': [{'line': '1', 'warehouse': 'a', 'quantity': 5}]}");
    BOOST_TEST(host.must(raw_host(), "ledger", "{'variant': 'v0'}").rows(BO_TABLE_LEDGER) == 5U);
    BOOST_TEST(host.must(raw_host(), "ledger", "{'order': 'o1'}").rows(BO_TABLE_LEDGER) == 3U);
    BOOST_TEST(raw_differences(host) == "");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace backorder::test
