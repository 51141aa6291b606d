// The run-time role of packaging/grants.sql: every operation works, no table can be made, history cannot be rewritten.

#include "support/process.hpp"
#include "support/raw_host.hpp"

#include <boost/test/unit_test.hpp>

#include <cstdlib>

namespace backorder::test {
namespace {

const char* const denied = "42501";

std::string grants() {
    const char* source = std::getenv("BACKORDER_SOURCE");
    return (source != nullptr ? std::string(source) : std::string(".")) + "/packaging/grants.sql";
}

/// A database whose owner installed the tables, and a role that may only run.
struct Least {
    Least() {
        { const RawHost installing(owner.url(), config(true)); }
        raw_sqlstate(owner.url(), "DROP ROLE IF EXISTS bo_runtime");  // left by a run that was killed
        raw_sql(owner.url(), "CREATE ROLE bo_runtime LOGIN; GRANT bo_runtime TO CURRENT_USER");
        run_program({"psql", "-qX", "-v", "ON_ERROR_STOP=1", "-v", "schema=shop", "-v", "runtime=bo_runtime", "-f",
                     grants(), owner.url()});
        RawTarget target = raw_target(owner.url());
        target["user"] = "bo_runtime";
        runtime = to_string(target);
    }
    ~Least() { raw_sqlstate(owner.url(), "DROP OWNED BY bo_runtime; DROP ROLE bo_runtime"); }
    Least(const Least&) = delete;
    Least& operator=(const Least&) = delete;

    static RawConfig config(bool migrate) {
        RawConfig config;
        config.schema = "shop";
        config.migrate = migrate;
        return config;
    }

    std::string refused(const std::string& sql) const {
        return raw_sqlstate(runtime, "SET search_path TO shop; " + sql);
    }

    RawDatabase owner{"grants"};
    std::string runtime;
};

BOOST_FIXTURE_TEST_SUITE(schema_grants, Least)

BOOST_AUTO_TEST_CASE(the_runtime_role_can_do_every_operation) {
    const RawHost host(runtime, config(false));
    raw_furnish(host);
    raw_stock(host, "v0", "a", 5, 5);
    raw_stock(host, "v0", "b", 5, 5);
    const std::string of_v0 = "'variant': 'v0', 'warehouse': 'a', ";
    const struct {
        const char* operation;
        std::string request;
        bool keyed;
    } calls[] = {
        {"settings_get", "{}", false},
        {"threshold_set", "{'items': [{'product': 'p', 'warehouse': 'a', 'threshold': 3}]}", true},
        {"stock", "{'variants': ['v0']}", false},
        {"availability", "{'items': [{'variant': 'v0'}]}", false},
        {"count", "{'items': [{" + of_v0 + "'on_hand': 6}]}", true},
        {"transfer", "{'items': [{'variant': 'v0', 'from': 'a', 'to': 'b', 'quantity': 1}]}", true},
        {"place", "{'order': 'o', 'lines': [{'line': '1', 'variant': 'v0', 'quantity': 8, 'warehouse': 'a'}]}", false},
        {"order", "{'order': 'o'}", false},
        {"queue", "{'variant': 'v0'}", false},
        {"shippable", "{'order': 'o'}", false},
        {"reassign", "{'order': 'o', 'line': '1', 'from': 'a', 'to': 'b', 'quantity': 1}", true},
        {"fulfill", "{'order': 'o', 'entries': [{'line': '1', 'warehouse': 'a', 'quantity': 2}]}", true},
        {"cancel_fulfillment", "{'order': 'o', 'fulfillment': 1}", true},
        {"cancel", "{'order': 'o'}", true},
        {"events", "{'consumer': 'c'}", false},
        {"ledger", "{'variant': 'v0'}", false},
        {"verify", "{}", false},
        {"logs", "{}", false},
        {"migrate", "{}", false},  // there is nothing to do
    };
    int key = 0;
    for (const auto& call : calls) {
        const RawReply reply =
            host.call(raw_operator(call.keyed ? "key " + std::to_string(++key) : ""), call.operation, call.request);
        BOOST_TEST(reply.status == BO_OK, std::string(call.operation) + ": " + to_string(reply));
    }
    BOOST_TEST(raw_differences(host) == "");
}

BOOST_AUTO_TEST_CASE(the_runtime_role_hears_of_events) {
    BOOST_TEST(refused("SELECT last_value FROM call_sequence") == "");
}

BOOST_AUTO_TEST_CASE(the_runtime_role_rewrites_no_history) {
    const RawHost host(runtime, config(false));
    raw_furnish(host);
    raw_stock(host, "v0", "a", 5, 5);
    for (const char* table : {"ledger", "calls"}) {
        BOOST_TEST(refused(std::string("DELETE FROM ") + table) == denied);
        BOOST_TEST(refused(std::string("UPDATE ") + table + " SET key = 'forged'") == denied);
        BOOST_TEST(refused(std::string("TRUNCATE ") + table) == denied);
        BOOST_TEST(refused(std::string("SELECT FROM ") + table) == "");
    }
    BOOST_TEST(refused("DELETE FROM stock") == denied);
    BOOST_TEST(refused("UPDATE migrations SET checksum = ''") == denied);
    BOOST_TEST(refused("INSERT INTO migrations VALUES (9, '', '', true)") == denied);
}

BOOST_AUTO_TEST_CASE(the_runtime_role_has_these_rights_and_no_others) {
    const std::string rights =
        owner.sql("SELECT string_agg(tablename || ': ' || rights, '; ' ORDER BY tablename) FROM (SELECT tablename, "
                  "string_agg(kind, ' ' ORDER BY kind)"
                  " AS rights FROM pg_tables, "
                  "unnest(ARRAY['SELECT','INSERT','UPDATE','DELETE','TRUNCATE','REFERENCES','TRIGGER']) AS kind"
                  " WHERE schemaname = 'shop' AND has_table_privilege('bo_runtime', 'shop.' || tablename, kind) GROUP "
                  "BY tablename) AS granted");
    BOOST_TEST(rights ==
               "calls: INSERT SELECT; consumers: INSERT SELECT UPDATE; fulfillments: INSERT SELECT UPDATE; ledger: "
               "INSERT SELECT; "
               "marketplaces: INSERT SELECT UPDATE; migrations: SELECT; parts: INSERT SELECT UPDATE; "
               "product_thresholds: INSERT SELECT UPDATE; products: INSERT SELECT UPDATE; stock: INSERT SELECT UPDATE; "
               "variants: INSERT SELECT UPDATE; warehouses: INSERT SELECT UPDATE");
    BOOST_TEST(
        owner.sql(
            "SELECT count(*) FROM information_schema.column_privileges WHERE grantee = 'bo_runtime' AND table_name IN"
            " ('calls', 'ledger') AND privilege_type NOT IN ('SELECT', 'INSERT')") == "0");
    BOOST_TEST(owner.sql("SELECT has_schema_privilege('bo_runtime', 'shop', 'CREATE')") == "f");
}

BOOST_AUTO_TEST_CASE(the_runtime_role_has_no_way_around_the_ledger) {
    const RawHost host(runtime, config(false));
    raw_furnish(host);
    raw_stock(host, "v0", "a", 5, 5);
    const std::string before = owner.sql("SELECT string_agg(t::text, ' ' ORDER BY sequence) FROM shop.ledger t");
    for (const char* around : {
             "UPDATE ledger SET on_hand = 0",
             "UPDATE ledger SET at = now() WHERE false",
             "INSERT INTO ledger SELECT * FROM ledger ON CONFLICT (marketplace, record, sequence) DO UPDATE SET "
             "on_hand = 0",
             "MERGE INTO ledger l USING stock s ON l.record = s.record WHEN MATCHED THEN DELETE",
             "SELECT FROM ledger FOR UPDATE",
             "WITH gone AS (DELETE FROM ledger RETURNING 1) SELECT count(*) FROM gone",
             "LOCK TABLE ledger IN ACCESS EXCLUSIVE MODE",
             "ALTER TABLE ledger DISABLE TRIGGER ALL",
             "ALTER TABLE ledger RENAME TO history",
             "CREATE RULE quiet AS ON INSERT TO ledger DO INSTEAD NOTHING",
             "CREATE TRIGGER quiet BEFORE INSERT ON ledger FOR EACH ROW EXECUTE FUNCTION "
             "suppress_redundant_updates_trigger()",
             "CREATE POLICY quiet ON ledger USING (false)",
             "CREATE UNIQUE INDEX ON ledger (marketplace)",
             "GRANT UPDATE ON ledger TO bo_runtime WITH GRANT OPTION; UPDATE ledger SET on_hand = 0",
             "SET ROLE backorder",
             "SET session_replication_role TO replica",
             "SELECT setval('ledger_sequence', 1)",
             "ALTER SEQUENCE ledger_sequence RESTART",
             "ALTER DEFAULT PRIVILEGES IN SCHEMA shop GRANT ALL ON TABLES TO bo_runtime; DROP SCHEMA shop CASCADE",
             "COPY (SELECT 1) TO PROGRAM 'true'",
         })
        BOOST_TEST(refused(around) == denied, around);
    BOOST_TEST(owner.sql("SELECT string_agg(t::text, ' ' ORDER BY sequence) FROM shop.ledger t") == before);
}

BOOST_AUTO_TEST_CASE(the_runtime_role_makes_and_drops_no_tables) {
    BOOST_TEST(refused("CREATE TABLE more (x int)") == denied);
    BOOST_TEST(refused("ALTER TABLE stock ADD COLUMN more int") == denied);
    BOOST_TEST(refused("DROP TABLE ledger") == denied);
}

BOOST_AUTO_TEST_CASE(a_right_that_is_missing_is_named_as_such) {
    raw_furnish(RawHost(owner.url(), config(false)));
    owner.sql("REVOKE INSERT ON shop.ledger FROM bo_runtime");
    const RawHost host(runtime, config(false));
    const RawReply reply =
        host.call(raw_operator("k"), "receive", "{'items': [{'variant': 'v0', 'warehouse': 'a', 'quantity': 1}]}");
    BOOST_TEST(reply.status == BO_E_PRIVILEGE, to_string(reply));
    BOOST_TEST(reply.message.find("grants.sql") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_runtime_role_cannot_install_elsewhere) {
    RawConfig elsewhere = config(true);
    elsewhere.schema = "elsewhere";
    const RawReply reply = raw_open(raw_config(runtime, elsewhere));
    BOOST_TEST(reply.status == BO_E_PRIVILEGE, to_string(reply));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace backorder::test
