// What is said of a database that can not be reached, how long it takes, and which connections stay.

#include "support/raw_host.hpp"
#include "support/raw_wire.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <chrono>
#include <cstdio>
#include <thread>
#include <unistd.h>
#include <utility>
#include <vector>

namespace backorder::test {
namespace {

namespace data = boost::unit_test::data;
using namespace std::chrono_literals;
using Time = std::chrono::steady_clock;

std::string with(const std::string& database, const RawTarget& changes) {
    RawTarget target = raw_target(database);
    for (const auto& [keyword, value] : changes) target[keyword] = value;
    return to_string(target);
}

std::string as_superuser(const std::string& database) { return with(database, {{"user", "postgres"}}); }

RawConfig existing(const std::string& more = {}) {
    RawConfig config;
    config.migrate = false;
    config.more = more;
    return config;
}

RawReply connected(const std::string& database) {
    return raw_open(raw_config(database, existing(", \"connect\": true")));
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

/// What is written to standard error while it lives.
class StandardError {
public:
    StandardError() : kept_(::dup(STDERR_FILENO)), file_(std::tmpfile()) { ::dup2(::fileno(file_), STDERR_FILENO); }
    ~StandardError() {
        restore();
        std::fclose(file_);
    }
    StandardError(const StandardError&) = delete;
    StandardError& operator=(const StandardError&) = delete;

    std::string text() {
        restore();
        std::rewind(file_);
        std::string text(4096, '\0');
        text.resize(std::fread(text.data(), 1, text.size(), file_));
        return text;
    }

private:
    void restore() {
        if (kept_ >= 0) {
            ::dup2(kept_, STDERR_FILENO);
            ::close(std::exchange(kept_, -1));
        }
    }
    int kept_;
    std::FILE* file_;
};

struct Case {
    RawTarget changes;
    std::string sqlstate;
    std::vector<std::string> words;
    std::int32_t retry;
};

std::ostream& operator<<(std::ostream& out, const Case& that) { return out << that.words.front(); }

const std::vector<Case> cases{
    {{{"user", "nobody"}}, "28000", {"role \"nobody\" does not exist", "as user \"nobody\""}, BO_RETRY_NO},
    {{{"dbname", "nowhere"}}, "3D000", {"database \"nowhere\" does not exist", "as user \"backorder\""}, BO_RETRY_NO},
    {{{"host", "127.0.0.1"}, {"port", "9"}},
     "",
     {"Connection refused", "at 127.0.0.1:9 as user \"backorder\""},
     BO_RETRY_SAFE},
    {{{"host", "/nowhere"}, {"port", "5499"}}, "", {"No such file or directory", "at /nowhere:5499"}, BO_RETRY_SAFE},
};

struct Installed {
    Installed() { const RawHost host(database.url()); }

    std::int64_t connections() const {
        return std::stoll(database.sql("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND "
                                       "application_name = 'backorder'"));
    }

    RawDatabase database{"connecting"};
};

BOOST_FIXTURE_TEST_SUITE(connecting, Installed)

BOOST_DATA_TEST_CASE(who_can_not_be_reached_is_named_with_the_reason, data::make(cases), expected) {
    const std::string url = with(database.url(), expected.changes);
    const auto start = Time::now();
    const RawReply opened = connected(url);
    BOOST_TEST((Time::now() - start < 900ms));
    const RawHost host(url, existing());
    const auto called = Time::now();
    const RawReply reply = host.call(raw_host(), "settings_get");
    BOOST_TEST((expected.retry != BO_RETRY_NO || Time::now() - called < 900ms));
    for (const RawReply& said : {opened, reply}) {
        BOOST_TEST(said.status == BO_E_UNAVAILABLE, to_string(said));
        BOOST_TEST(said.retry == expected.retry);
        BOOST_TEST(said.sqlstate == expected.sqlstate);
        BOOST_TEST(!has(said.message, "was lost"), said.message);
        for (const std::string& words : expected.words) BOOST_TEST(has(said.message, words), said.message);
    }
}

BOOST_AUTO_TEST_CASE(a_server_without_a_slot_says_so) {
    raw_sql(as_superuser(database.url()),
            "ALTER DATABASE " + raw_target(database.url())["dbname"] + " CONNECTION LIMIT 0");
    const RawReply reply = connected(database.url());
    BOOST_TEST(reply.status == BO_E_UNAVAILABLE);
    BOOST_TEST(reply.retry == BO_RETRY_SAFE);
    BOOST_TEST(reply.sqlstate == "53300");
    BOOST_TEST(has(reply.message, "no connection slot left"), reply.message);
    BOOST_TEST(has(reply.message, "too many connections for database"), reply.message);
}

BOOST_AUTO_TEST_CASE(a_full_disk_is_told_in_the_servers_words) {
    RawWire wire(database.url());
    const RawHost host(wire.url(), existing());
    host.must(raw_host(), "settings_get");
    wire.plan({.fault = Fault::refused, .sqlstate = "53100"});
    const RawReply reply = host.call(raw_host(), "settings_get");
    BOOST_TEST(reply.status == BO_E_DATABASE);
    BOOST_TEST(has(reply.message, "disk is full: "), reply.message);
    BOOST_TEST(has(reply.message, "planned"), reply.message);
}

BOOST_AUTO_TEST_CASE(opening_connects_when_asked_to) {
    const RawReply opened = connected(database.url());
    BOOST_TEST(opened.status == BO_OK, to_string(opened));
    const RawDatabase empty("connecting_empty");
    BOOST_TEST(connected(empty.url()).status == BO_E_SCHEMA_MISSING);
}

// Goals: libpq prints what the server remarks before the connection is the library's; convention 16 forbids it.
BOOST_AUTO_TEST_CASE(what_the_server_remarks_at_connecting_is_logged_and_not_printed) {
    raw_sql(as_superuser(database.url()),
            "UPDATE pg_database SET datcollversion = '1.0' WHERE datname = current_database()");
    StandardError printed;
    const RawHost host(database.url(), existing());
    host.must(raw_host(), "settings_get");
    BOOST_TEST(printed.text() == "");
    const std::string logs = host.logs();
    BOOST_TEST(has(logs, "collation version"), logs);
    BOOST_TEST(has(logs, "warning"), logs);
}

// Goals: a host that is silent is passed over after its connect_timeout, also when others come before it.
BOOST_AUTO_TEST_CASE(a_silent_host_is_passed_over) {
    RawWire silent(database.url());
    silent.make(Afterwards::swallows);
    const RawTarget there = raw_target(database.url());
    const RawTarget wire = raw_target(silent.url());
    const auto value = [](const RawTarget& target, const std::string& keyword) {
        return target.contains(keyword) ? target.at(keyword) : "5432";
    };
    const std::string url =
        with(database.url(), {{"host", "/nowhere," + value(wire, "host") + "," + value(there, "host")},
                              {"port", "5432," + value(wire, "port") + "," + value(there, "port")},
                              {"connect_timeout", "2"}});
    const auto start = Time::now();
    const RawReply opened = connected(url);
    BOOST_TEST(opened.status == BO_OK, to_string(opened));
    BOOST_TEST((Time::now() - start > 1900ms));
    BOOST_TEST(silent.connections() == 1);
}

BOOST_AUTO_TEST_CASE(a_host_that_is_silent_alone_is_named) {
    RawWire silent(database.url());
    silent.make(Afterwards::swallows);
    const RawReply reply = connected(with(silent.url(), {{"connect_timeout", "2"}}));
    BOOST_TEST(reply.status == BO_E_UNAVAILABLE);
    BOOST_TEST(has(reply.message, "timeout expired"), reply.message);
}

BOOST_AUTO_TEST_CASE(connections_that_nobody_uses_are_closed) {
    const RawHost host(database.url(), existing(", \"idle_timeout_ms\": 300"));
    const RawTransaction holder(database.url());
    holder.run("LOCK TABLE backorder.marketplaces");
    std::vector<std::jthread> callers;
    for (int caller = 0; caller < 5; ++caller) callers.emplace_back([&] { host.call(raw_host(), "settings_get"); });
    const auto soon = Time::now() + 20s;
    while (connections() < 5 && Time::now() < soon) std::this_thread::sleep_for(10ms);
    BOOST_TEST(connections() >= 5);
    holder.commit();
    callers.clear();
    const auto later = Time::now() + 5s;
    while (connections() > 0 && Time::now() < later) std::this_thread::sleep_for(20ms);
    BOOST_TEST(connections() == 0);
    host.must(raw_host(), "settings_get");
    BOOST_TEST(connections() == 1);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace backorder::test
