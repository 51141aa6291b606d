// Servers that are down, restarted, read-only or refuse a statement: what the library answers, and that it works on.

#include "support/raw_host.hpp"
#include "support/raw_server.hpp"

#include <boost/test/unit_test.hpp>

#include <atomic>
#include <chrono>
#include <thread>

namespace backorder::test {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr const char* one_unit = "{'items': [{'variant': 'v0', 'warehouse': 'a', 'quantity': 1}]}";

RawConfig existing() {
    RawConfig config;
    config.migrate = false;
    return config;
}

/// Neither what was answered nor what was logged holds the secret.
void require_silence_about(const std::string& secret, const RawReply& reply, const std::string& logs) {
    for (const std::string& text : {reply.error, reply.message, logs})
        BOOST_TEST(text.find(secret) == std::string::npos, text);
}

BOOST_AUTO_TEST_SUITE(faults_of_the_server)

BOOST_AUTO_TEST_CASE(a_restart_between_two_calls_does_not_show) {
    RawServer server("restart");
    const RawHost host(server.url());
    raw_furnish(host);
    for (int round = 0; round < 2; ++round) {
        const std::string key = std::to_string(round);
        host.must(raw_operator("before " + key), "receive", one_unit);
        server.stop();
        server.start();
        const RawReply read = host.call(raw_host(), "stock", "{'variants': ['v0']}");
        BOOST_TEST(read.status == BO_OK, to_string(read));
        server.stop();
        server.start();
        const RawReply write = host.call(raw_operator("after " + key), "receive", one_unit);
        BOOST_TEST(write.status == BO_OK, to_string(write));
    }
    BOOST_TEST(host.must(raw_host(), "stock", "{'variants': ['v0']}").integer(BO_COL_STOCK_ON_HAND) == 4);
    BOOST_TEST(raw_differences(host) == "");
}

BOOST_AUTO_TEST_CASE(a_server_that_is_down_is_unavailable_at_once_and_found_again) {
    RawServer server("down");
    const RawHost host(server.url());
    raw_furnish(host);
    server.stop();
    const auto began = Clock::now();
    const RawReply reply = host.call(raw_operator("down"), "receive", one_unit);
    BOOST_TEST(reply.status == BO_E_UNAVAILABLE, to_string(reply));
    BOOST_TEST(reply.retry == BO_RETRY_SAFE);
    BOOST_TEST((Clock::now() - began < milliseconds(3000)));
    BOOST_TEST(host.call(raw_host(), "settings_get").status == BO_E_UNAVAILABLE);
    server.start();
    BOOST_TEST(host.must(raw_operator("down"), "receive", one_unit).replayed == false);
}

BOOST_AUTO_TEST_CASE(while_a_server_starts_calls_are_done_or_unavailable) {
    RawServer server("starting");
    const RawHost host(server.url());
    raw_furnish(host);
    server.stop();
    std::atomic<bool> started = false;
    std::thread starting([&] {
        server.start();
        started = true;
    });
    while (!started) {
        const RawReply reply = host.call(raw_operator("once"), "receive", one_unit);
        BOOST_TEST((reply.status == BO_OK || reply.status == BO_E_UNAVAILABLE), to_string(reply));
    }
    starting.join();
    BOOST_TEST(host.must(raw_operator("once"), "receive", one_unit).integer(BO_COL_MOVES_ON_HAND) == 1);
}

BOOST_AUTO_TEST_CASE(nobody_listening_is_unavailable_at_once) {
    const RawHost host("postgresql://nobody@127.0.0.1:9/nothing", existing());
    const auto began = Clock::now();
    BOOST_TEST(host.call(raw_host(), "settings_get").status == BO_E_UNAVAILABLE);
    BOOST_TEST((Clock::now() - began < milliseconds(2500)));
}

/// Reads are answered, and a write is refused by name.
void require_reading_only(const RawHost& host) {
    const RawReply read = host.call(raw_host(), "stock", "{'variants': ['v0']}");
    BOOST_TEST(read.status == BO_OK, to_string(read));
    const RawReply write = host.call(raw_operator("refused"), "receive", one_unit);
    BOOST_TEST(write.status == BO_E_READ_ONLY, to_string(write));
    BOOST_TEST(write.sqlstate == "25006");
    BOOST_TEST(write.retry == BO_RETRY_NO);
}

BOOST_AUTO_TEST_CASE(a_database_that_only_reads_answers_reads_and_refuses_writes_by_name) {
    const RawDatabase database("reads");
    const RawHost host(database.url());
    raw_furnish(host);
    const std::int64_t rows = raw_rows(host);
    database.sql("ALTER DATABASE bo_reads SET default_transaction_read_only = on");
    require_reading_only(RawHost(database.url(), existing()));
    BOOST_TEST(raw_rows(host) == rows);
}

BOOST_AUTO_TEST_CASE(a_role_that_only_reads_is_refused_writes_by_name) {
    const RawDatabase database("reading_role");
    const RawHost host(database.url());
    raw_furnish(host);
    const std::int64_t rows = raw_rows(host);
    RawTarget target = raw_target(database.url());
    target["options"] = "-c default_transaction_read_only=on";
    require_reading_only(RawHost(to_string(target), existing()));
    BOOST_TEST(raw_rows(host) == rows);
}

/// The statement that records a call fails by a CHECK that the database has of somebody else.
struct Sabotaged {
    Sabotaged() {
        raw_furnish(host);
        raw_stock(host, "v0", "a", 10, 5);
        rows = raw_rows(host);
        database.sql("ALTER TABLE backorder.calls ADD CONSTRAINT sabotage CHECK (key <> 'spoiled')");
    }
    RawDatabase database{"sabotage"};
    RawHost host{database.url()};
    std::int64_t rows = 0;
};

BOOST_FIXTURE_TEST_CASE(a_write_that_fails_stores_nothing_and_says_so, Sabotaged) {
    const RawReply reply = host.call(raw_host(), "place",
                                     "{'order': 'spoiled', 'lines': [{'line': '1', 'variant': 'v0', 'quantity': 1}]}");
    BOOST_TEST(reply.status != BO_OK);
    BOOST_TEST((reply.status == BO_E_DATABASE || reply.status == BO_E_INTERNAL), to_string(reply));
    BOOST_TEST(reply.sqlstate == "23514");
    BOOST_TEST(!reply.has_result);
    BOOST_TEST(raw_rows(host) == rows);
    BOOST_TEST(host.call(raw_host(), "order", "{'order': 'spoiled'}").status == BO_E_NOT_FOUND);
    database.sql("ALTER TABLE backorder.calls DROP CONSTRAINT sabotage");
    BOOST_TEST(!host.must(raw_host(), "place",
                          "{'order': 'spoiled', 'lines': [{'line': '1', 'variant': 'v0', 'quantity': 1}]}")
                    .replayed);
}

BOOST_AUTO_TEST_CASE(tables_that_vanish_are_missing_and_not_a_fault) {
    const RawDatabase database("vanishing");
    const RawHost host(database.url());
    raw_furnish(host);
    database.sql("DROP SCHEMA backorder CASCADE");
    const RawReply reply = host.call(raw_operator("k"), "receive", one_unit);
    BOOST_TEST(reply.status == BO_E_SCHEMA_MISSING, to_string(reply));
    bo_result* result = nullptr;
    BOOST_TEST(bo_migrate(host.handle(), 0, &result, nullptr) == BO_OK);
    bo_result_free(result);
    const RawReply after = host.call(raw_host(), "settings_get");
    BOOST_TEST(after.status == BO_OK, to_string(after));
}

BOOST_AUTO_TEST_CASE(a_connection_the_administrator_ends_does_not_show) {
    const RawDatabase database("ended");
    const RawHost host(database.url());
    raw_furnish(host);
    for (int round = 0; round < 5; ++round) {
        raw_sql(raw_test_database(), "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
                                     " WHERE datname = 'bo_ended' AND usename = current_user");
        const RawReply reply = host.call(raw_operator(std::to_string(round)), "receive", one_unit);
        BOOST_TEST(reply.status == BO_OK, to_string(reply));
    }
    BOOST_TEST(host.must(raw_host(), "stock", "{'variants': ['v0']}").integer(BO_COL_STOCK_ON_HAND) == 5);
}

BOOST_AUTO_TEST_CASE(a_question_whose_time_is_over_ends_at_the_server_too) {
    const RawDatabase database("overdue");
    const RawHost host(database.url());
    raw_furnish(host);
    raw_stock(host, "v0", "a", 1, 0);
    const std::string question = "{'items': [{'variant': 'v0'}]}";
    host.must(raw_host(), "availability", question);  // a connection is there
    const RawTransaction rebuilding(database.url());
    rebuilding.run("LOCK TABLE backorder.stock IN ACCESS EXCLUSIVE MODE");
    RawCall brief = raw_host();
    for (const std::int64_t timeout_ms : {300, 1250}) {
        brief.timeout_ms = timeout_ms;
        BOOST_TEST(host.call(brief, "availability", question).status == BO_E_TIMEOUT);
        BOOST_TEST(database.sql("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND "
                                "wait_event_type = 'Lock'") == "0");
    }
    rebuilding.commit();
    BOOST_TEST(host.call(brief, "availability", question).status == BO_OK);
}

BOOST_AUTO_TEST_CASE(a_wrong_password_is_unavailable_and_never_repeated) {
    RawServer server("password");
    raw_sql(server.superuser(), "CREATE ROLE shopper LOGIN PASSWORD 'right'");
    raw_sql(server.superuser(), "DO $$ BEGIN EXECUTE format('COPY (SELECT ''local all shopper scram-sha-256'' UNION "
                                "ALL SELECT ''local all all trust'') "
                                "TO %L', current_setting('hba_file')); PERFORM pg_reload_conf(); END $$");
    const std::string secret = "s3cret-sesame";
    RawTarget target = raw_target(server.url());
    target["user"] = "shopper";
    target["password"] = secret;
    std::this_thread::sleep_for(milliseconds(300));
    const RawHost host(to_string(target), existing());
    const RawReply reply = host.call(raw_host(), "settings_get");
    BOOST_TEST(reply.status == BO_E_UNAVAILABLE, to_string(reply));
    BOOST_TEST(reply.error.find("shopper") != std::string::npos, reply.error);  // it is the password that failed
    require_silence_about(secret, reply, host.logs());
}

BOOST_AUTO_TEST_CASE(a_password_in_a_broken_url_is_never_repeated) {
    const std::string secret = "s3cret-sesame";
    for (const std::string& url :
         {"postgresql://me:" + secret + "@[::1/x", "postgresql://me:" + secret + "@127.0.0.1:9/x?nonsense=1",
          "host=/nowhere password=" + secret + " nonsense=1", "password='" + secret}) {
        const RawReply reply = raw_open(raw_config(url, existing()));
        BOOST_TEST(reply.status == BO_E_CONFIG, to_string(reply));
        require_silence_about(secret, reply, "");
    }
    const RawHost host("postgresql://me:" + secret + "@127.0.0.1:9/x", existing());
    const RawReply reply = host.call(raw_host(), "settings_get");
    BOOST_TEST(reply.status == BO_E_UNAVAILABLE, to_string(reply));
    require_silence_about(secret, reply, host.logs());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace backorder::test
