// Installing, by many at once; schemas that are missing, newer or altered; and what the schema itself forbids.

#include "support/process.hpp"
#include "support/raw_host.hpp"

#include <boost/test/unit_test.hpp>

#include <chrono>
#include <thread>
#include <vector>

namespace backorder::test {
namespace {

RawConfig existing(const std::string& schema = "backorder") {
    RawConfig config;
    config.schema = schema;
    config.migrate = false;
    return config;
}

/// Argument: database. Several handles at once, each migrating.
std::string installers(const Arguments& arguments) {
    std::vector<std::string> answers(5);
    std::vector<std::thread> running;
    for (std::string& answer : answers)
        running.emplace_back([&] { answer = bo_status_name(raw_open(raw_config(arguments.at(0), {})).status); });
    std::string text;
    for (std::size_t i = 0; i < running.size(); ++i) {
        running[i].join();
        text += answers[i] + "\n";
    }
    return text;
}
const ChildRole installers_role{"installers", installers};

/// What an asked handle answers about the schema it finds.
RawReply ask(const RawDatabase& database, const std::string& schema = "backorder") {
    return RawHost(database.url(), existing(schema)).call(raw_host(), "settings_get");
}

BOOST_AUTO_TEST_SUITE(schema)

BOOST_AUTO_TEST_CASE(twenty_installers_in_four_processes_all_succeed) {
    const RawDatabase database("installers");
    std::vector<ChildProcess> running;
    for (int i = 0; i < 4; ++i) running.emplace_back("installers", Arguments{database.url()});
    for (ChildProcess& process : running) BOOST_TEST(process.answer() == "BO_OK\nBO_OK\nBO_OK\nBO_OK\nBO_OK\n");
    BOOST_TEST(ask(database).status == BO_OK);
    BOOST_TEST(database.sql("SELECT count(*) = max(number) FROM backorder.migrations") == "t");
}

BOOST_AUTO_TEST_CASE(without_tables_every_operation_says_so) {
    const RawDatabase database("empty");
    const RawHost host(database.url(), existing());
    for (const char* operation : {"settings_get", "verify"}) {
        const RawReply reply = host.call(raw_operator(), operation);
        BOOST_TEST(reply.status == BO_E_SCHEMA_MISSING, to_string(reply));
        BOOST_TEST(reply.retry == BO_RETRY_NO);
    }
    const RawReply write = host.call(raw_operator("k"), "settings_set", "{'backorders_enabled': true}");
    BOOST_TEST(write.status == BO_E_SCHEMA_MISSING, to_string(write));
    BOOST_TEST(database.sql("SELECT count(*) FROM pg_namespace WHERE nspname = 'backorder'") == "0");
    const RawReply migrated = host.must(raw_operator(), "migrate");  // the very handle then works
    BOOST_TEST(migrated.integer(BO_COL_SCHEMA_BEFORE) == 0);
    BOOST_TEST(migrated.integer(BO_COL_SCHEMA_VERSION) == migrated.integer(BO_COL_SCHEMA_LATEST));
    BOOST_TEST(host.call(raw_host(), "settings_get").status == BO_OK);
}

BOOST_AUTO_TEST_CASE(an_empty_schema_is_missing_tables) {
    const RawDatabase database("emptied");
    database.sql("CREATE SCHEMA backorder");
    BOOST_TEST(ask(database).status == BO_E_SCHEMA_MISSING);
    const RawHost installing(database.url());
    BOOST_TEST(ask(database).status == BO_OK);
}

BOOST_AUTO_TEST_CASE(a_newer_breaking_migration_is_refused_for_work_and_for_migrating) {
    const RawDatabase database("breaking");
    { const RawHost installing(database.url()); }
    database.sql(
        "INSERT INTO backorder.migrations (number, name, checksum, breaking) VALUES (9999, 'future', 'x', true)");
    BOOST_TEST(ask(database).status == BO_E_SCHEMA_VERSION);
    const RawReply migrating = raw_open(raw_config(database.url(), {}));
    BOOST_TEST(migrating.status == BO_E_SCHEMA_VERSION, to_string(migrating));
    BOOST_TEST(migrating.message.find("9999") != std::string::npos, migrating.message);
}

BOOST_AUTO_TEST_CASE(a_newer_migration_that_breaks_nothing_is_accepted) {
    const RawDatabase database("newer");
    { const RawHost installing(database.url()); }
    database.sql(
        "INSERT INTO backorder.migrations (number, name, checksum, breaking) VALUES (9999, 'future', 'x', false)");
    BOOST_TEST(ask(database).status == BO_OK);
    const RawHost host(database.url());
    const RawReply migrated = host.must(raw_operator(), "migrate");
    BOOST_TEST(migrated.integer(BO_COL_SCHEMA_VERSION) == 9999);
}

BOOST_AUTO_TEST_CASE(an_altered_migration_is_refused) {
    const RawDatabase database("altered");
    { const RawHost installing(database.url()); }
    database.sql("UPDATE backorder.migrations SET checksum = 'altered' WHERE number = 1");
    BOOST_TEST(ask(database).status == BO_E_SCHEMA_VERSION);
    BOOST_TEST(raw_open(raw_config(database.url(), {})).status == BO_E_SCHEMA_VERSION);
}

BOOST_AUTO_TEST_CASE(a_missing_migration_is_an_older_schema) {
    const RawDatabase database("older");
    { const RawHost installing(database.url()); }
    database.sql(
        "DELETE FROM backorder.migrations WHERE number = 1;"
        "INSERT INTO backorder.migrations (number, name, checksum, breaking) VALUES (0, 'ancient', 'x', false)");
    BOOST_TEST(ask(database).status == BO_E_SCHEMA_VERSION);
}

BOOST_AUTO_TEST_CASE(a_schema_of_any_name_keeps_apart_from_others) {
    const RawDatabase database("names");
    for (const std::string& name :
         {std::string("shop"), std::string("Shop \"two\" 'quoted'; --"), std::string(63, 'n')}) {
        RawConfig config = existing(name);
        config.migrate = true;
        const RawHost host(database.url(), config);
        raw_furnish(host);
        raw_stock(host, "v0", "a", 3, 0);
        BOOST_TEST(host.must(raw_host(), "stock", "{'variants': ['v0']}").integer(BO_COL_STOCK_ON_HAND) == 3);
    }
    BOOST_TEST(database.sql("SELECT on_hand FROM shop.stock") == "3");
    BOOST_TEST(ask(database).status == BO_E_SCHEMA_MISSING);
    BOOST_TEST(raw_open(raw_config(database.url(), existing(std::string(64, 'n')))).status == BO_E_CONFIG);
}

BOOST_AUTO_TEST_CASE(a_table_of_the_same_name_elsewhere_is_never_touched) {
    const RawDatabase database("shadows");
    database.sql("CREATE TABLE public.stock (x int); CREATE TABLE public.migrations (x int)");
    const RawHost host(database.url());
    raw_furnish(host);
    raw_stock(host, "v0", "a", 3, 0);
    BOOST_TEST(database.sql("SELECT count(*) FROM public.stock") == "0");
}

/// A stock record with ten units, of which four are held, and a direct writer.
struct Stocked {
    Stocked() {
        raw_furnish(host);
        raw_stock(host, "v0", "a", 10, 5);
        raw_stock(host, "v0", "b", 0, 5);
        host.must(raw_host(), "place",
                  "{'order': 'o', 'lines': [{'line': '1', 'variant': 'v0', 'quantity': 4, 'warehouse': 'a'}]}");
    }
    std::string refused(const std::string& sql) const {
        return raw_sqlstate(database.url(), "SET search_path TO backorder; " + sql);
    }

    RawDatabase database{"checks"};
    RawHost host{database.url()};
};

BOOST_FIXTURE_TEST_CASE(counters_that_cannot_be_are_refused_to_direct_writers_too, Stocked) {
    const std::string check = "23514";
    BOOST_TEST(refused("UPDATE stock SET allocated = on_hand + 1 WHERE warehouse = 'a'") == check);
    BOOST_TEST(refused("UPDATE stock SET on_hand = 3 WHERE warehouse = 'a'") == check);
    BOOST_TEST(refused("UPDATE stock SET allocated = -1 WHERE warehouse = 'a'") == check);
    BOOST_TEST(refused("UPDATE stock SET on_hand = -1, allocated = -1 WHERE warehouse = 'a'") == check);
    BOOST_TEST(refused("UPDATE stock SET backordered = -1 WHERE warehouse = 'a'") == check);
    BOOST_TEST(refused("UPDATE stock SET backordered = 1 WHERE warehouse = 'a'") == check);  // six are free
    BOOST_TEST(refused("UPDATE stock SET threshold = -1 WHERE warehouse = 'a'") == check);
    BOOST_TEST(refused("UPDATE stock SET own_mode = 'unlimited' WHERE warehouse = 'a'") == check);  // with a threshold
    BOOST_TEST(refused("UPDATE parts SET waiting = -1") == check);
    BOOST_TEST(refused("UPDATE parts SET allocated = -1") == check);
    BOOST_TEST(refused("UPDATE variants SET policy = 'maybe'") == check);
    BOOST_TEST(refused("INSERT INTO ledger (marketplace, variant, warehouse, record, actor, verb, key, order_id, line, "
                       "on_hand, allocated, "
                       "backordered) VALUES ('m', 'v0', 'a', 1, '', '', '', '', '', 0, 0, 0)") == check);
    BOOST_TEST(refused("UPDATE stock SET on_hand = on_hand WHERE warehouse = 'a'") == "");
    BOOST_TEST(raw_differences(host) == "");
}

BOOST_FIXTURE_TEST_CASE(the_server_spends_no_seconds_on_a_question_about_a_fresh_installation, Stocked) {
    const auto began = std::chrono::steady_clock::now();
    host.must(raw_operator(), "verify");
    host.must(raw_operator(), "queue", "{'warehouse': 'a'}");
    host.must(raw_host(), "stock", "{'products': ['p']}");
    BOOST_TEST((std::chrono::steady_clock::now() - began < std::chrono::seconds(2)));
}

BOOST_FIXTURE_TEST_CASE(verify_names_what_a_direct_writer_made_wrong, Stocked) {
    BOOST_TEST(raw_differences(host) == "");
    BOOST_TEST(refused("UPDATE stock SET on_hand = on_hand + 1 WHERE warehouse = 'a'") == "");
    const RawReply reply = host.must(raw_operator(), "verify");
    BOOST_TEST(reply.integer(BO_COL_VERIFY_DIFFERENCES) == 1);
    BOOST_TEST(reply.text(BO_COL_DIFFERENCES_WAREHOUSE) == "a");
    BOOST_TEST(reply.integer(BO_COL_DIFFERENCES_EXPECTED) == 10);
    BOOST_TEST(reply.integer(BO_COL_DIFFERENCES_FOUND) == 11);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace backorder::test
