// A password in the configuration is told nowhere: not in errors, logs, events, the database, or the list of processes.

#include "support/raw_host.hpp"
#include "support/raw_server.hpp"

#include <boost/test/unit_test.hpp>

#include <fstream>
#include <iterator>
#include <string>

namespace backorder::test {

namespace {

const std::string secret = "hush'7\\%&";

bool tells(const std::string& text) { return text.find("hush") != std::string::npos; }

void check_tells_nothing(const RawReply& reply) {
    BOOST_TEST(!tells(reply.error + reply.message + reply.json()), to_string(reply));
}

/// A server that wants a password of everybody but its superuser, on a database of our own in it.
struct Guarded {
    Guarded() {
        raw_sql(server.superuser(), "ALTER ROLE backorder PASSWORD E'hush''7\\\\%&'");
        raw_sql(server.superuser(), "DO $$BEGIN EXECUTE format('COPY (SELECT unnest(ARRAY[''local all postgres trust'',"
                                    " ''local all all scram-sha-256''])) TO %L', current_setting('hba_file')); END$$");
        raw_sql(server.superuser(), "SELECT pg_reload_conf()");
    }

    std::string with(const std::string& keyword, const std::string& value) const {
        RawTarget target = raw_target(server.url());
        target["password"] = secret;
        target[keyword] = value;
        return to_string(target);
    }

    RawServer server{"security_secrets"};
};

RawReply opened(const std::string& database) {
    RawConfig config;
    config.timeout_ms = 2000;
    return raw_open(raw_config(database, config));
}

std::string list_of_processes() {
    std::ifstream own("/proc/self/cmdline", std::ios::binary);
    return {std::istreambuf_iterator<char>(own), std::istreambuf_iterator<char>()};
}

/// All rows of all tables, and what the server says of its sessions.
std::string told_by(const std::string& database) {
    const std::string tables = raw_sql(
        database, "SELECT string_agg(format('SELECT t::text AS row FROM backorder.%I t', tablename), ' UNION ALL ')"
                  " FROM pg_tables WHERE schemaname = 'backorder'");
    return raw_sql(database, "SELECT string_agg(row, ' ') FROM (" + tables + ") AS rows") +
           raw_sql(database, "SELECT string_agg(a::text, ' ') FROM pg_stat_activity a WHERE pid <> pg_backend_pid()");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(security_secrets)

BOOST_AUTO_TEST_CASE(a_configuration_that_is_refused_is_not_quoted) {
    for (const std::string config :
         {R"({"database": "postgresql://u:hush@localhost/shop")", R"({"database": "postgresql://u:hush@[::1/shop"})",
          R"({"database": "password=hush nonsense"})", R"({"database": "password=hush pasword=hush"})",
          R"({"database": "postgresql://u:hush@localhost:notaport/shop", "migrate": true})",
          R"({"database": ["hush"]})", R"({"database": "password=hush", "pool_size": 0})",
          R"({"database": "password=hush", "database": "password=hush"})", R"({"database": "password=hush\u0000"})",
          R"({"database": "password=hush", "password": "hush"})", R"({"database": "password=hush", "schema": ""})",
          R"({"database": "password=hush", "schema": 'hush'})"}) {
        const RawReply reply = raw_open(config);
        BOOST_TEST(reply.status != BO_OK, config);
        check_tells_nothing(reply);
    }
}

BOOST_FIXTURE_TEST_CASE(a_database_that_is_not_reached_does_not_cost_the_password, Guarded) {
    for (const std::string& database :
         {with("host", "/nowhere"), with("dbname", "nowhere"), with("password", "hush and wrong"),
          with("user", "nobody"), std::string("postgresql://u:hush%277@127.0.0.1:9/shop"),
          std::string("postgresql://u:hush%277@no.such.host.invalid/shop")}) {
        const RawReply reply = opened(database);
        BOOST_TEST(reply.status != BO_OK, database);
        check_tells_nothing(reply);
    }
}

BOOST_FIXTURE_TEST_CASE(a_password_that_opens_is_told_nowhere, Guarded) {
    const RawHost host(with("password", secret));
    raw_furnish(host);
    raw_stock(host, "v0", "a", 5, 5);
    for (const char* operation : {"verify", "settings_get"}) check_tells_nothing(host.must(raw_host(), operation));
    check_tells_nothing(host.must(raw_host(), "events", "{'consumer': 'c', 'limit': 1000}"));
    check_tells_nothing(host.must(raw_host(), "ledger", "{'variant': 'v0'}"));
    BOOST_TEST(!tells(told_by(server.superuser() + " dbname=backorder")));
    server.stop();
    const RawReply refused =
        host.call(raw_operator("k"), "receive", "{'items': [{'variant': 'v0', 'warehouse': 'a', 'quantity': 1}]}");
    BOOST_TEST(refused.status == BO_E_UNAVAILABLE, to_string(refused));
    check_tells_nothing(refused);
    server.start();
    check_tells_nothing(host.must(raw_host(), "verify"));
    const std::string logs = host.logs();
    BOOST_TEST(!logs.empty());
    BOOST_TEST(!tells(logs));
    BOOST_TEST(!tells(list_of_processes()));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace backorder::test
