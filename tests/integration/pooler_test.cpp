// Behind PgBouncer in transaction mode: a connection of the server is anybody's between two transactions.

#include "support/raw_host.hpp"
#include "support/raw_pooler.hpp"

#include <boost/test/unit_test.hpp>

namespace backorder::test {
namespace {

/// A database whose tables are installed.
struct Installed {
    Installed() {
        const RawHost host(database.url());
        raw_furnish(host);
        raw_stock(host, "v0", "a", 100, 100);
    }

    RawDatabase database{"pooler"};
};

RawConfig unprepared() {
    RawConfig config;
    config.migrate = false;
    config.prepare = false;
    return config;
}

std::string opening(const std::string& url, bool prepare) {
    RawConfig config = unprepared();
    config.prepare = prepare;
    config.more = ", \"connect\": true";
    return raw_config(url, config);
}

void check_refused(const RawReply& reply) {
    BOOST_TEST(reply.status == BO_E_CONFIG, to_string(reply));
    BOOST_TEST(reply.retry == BO_RETRY_NO);
    BOOST_TEST(reply.message.find("\"prepare\": false") != std::string::npos, reply.message);
}

const std::string settings_of_all =
    "SELECT string_agg(name || '=' || setting, ' ' ORDER BY name) FROM pg_settings WHERE name IN"
    " ('search_path', 'enable_seqscan', 'plan_cache_mode', 'jit', 'default_transaction_isolation',"
    " 'statement_timeout', 'idle_in_transaction_session_timeout')";

BOOST_FIXTURE_TEST_SUITE(pooler, Installed)

BOOST_AUTO_TEST_CASE(keeping_statements_is_refused_at_once) {
    const RawPooler pooler(database.url());
    check_refused(raw_open(opening(pooler.url(), true)));
    RawConfig config;
    config.migrate = false;
    const RawHost host(pooler.url(), config);
    check_refused(host.call(raw_host(), "settings_get"));
    BOOST_TEST(raw_sql(pooler.url(), settings_of_all) == database.sql(settings_of_all));
}

BOOST_AUTO_TEST_CASE(keeping_statements_is_refused_where_it_takes_no_notice_of_settings) {
    const RawPooler pooler(database.url(), "ignore_startup_parameters = options");
    check_refused(raw_open(opening(pooler.url(), true)));
    BOOST_TEST(raw_sql(pooler.url(), settings_of_all) == database.sql(settings_of_all));
}

BOOST_AUTO_TEST_CASE(other_clients_never_meet_a_setting_of_ours) {
    const RawPooler pooler(database.url());
    BOOST_TEST(raw_open(opening(pooler.url(), false)).status == BO_OK);
    const RawHost host(pooler.url(), unprepared());
    const std::string own = database.sql(settings_of_all);
    for (int order = 0; order < 5; ++order) {
        host.must(raw_host(), "place",
                  "{'order': '" + std::to_string(order) +
                      "', 'lines': [{'line': '1', 'variant': 'v0', 'quantity': 2}]}");
        BOOST_TEST(raw_sql(pooler.url(), settings_of_all) == own);
        host.must(raw_host(), "availability", "{'items': [{'variant': 'v0', 'quantity': 1}]}");
        host.must(raw_host(), "events", "{'consumer': 'c'}");
        BOOST_TEST(raw_sql(pooler.url(), settings_of_all) == own);
    }
    BOOST_TEST(raw_differences(host) == "");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace backorder::test
