// A primary that is killed, and its synchronous standby promoted: one handle, opened with both hosts, goes on without
// loss.

#include "kill/callers.hpp"
#include "kill/loss.hpp"
#include "kill/moment.hpp"
#include "support/long_form.hpp"
#include "support/raw_server.hpp"

#include <boost/test/unit_test.hpp>

#include <array>
#include <csignal>
#include <memory>
#include <string>

namespace backorder::test {
namespace {

std::string both_hosts(const RawServer& one, const RawServer& other) {
    RawTarget target = raw_target(one.url());
    target["host"] += "," + raw_target(other.url())["host"];
    target["port"] += "," + raw_target(other.url())["port"];
    target["target_session_attrs"] = "read-write";
    return to_string(target);
}

/// From now on what is committed is on the standby before it is acknowledged.
void require_standby(const RawServer& primary) {
    raw_sql(primary.superuser(), "ALTER SYSTEM SET synchronous_standby_names = '*'");
    raw_sql(primary.superuser(), "SELECT pg_reload_conf()");
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(30);
    while (raw_sql(primary.superuser(), "SELECT count(*) FROM pg_stat_replication WHERE sync_state = 'sync'") != "1") {
        BOOST_REQUIRE((std::chrono::steady_clock::now() < deadline));
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
}

/// A standby may hear nothing for a while: what is committed meanwhile is lost, and so must not have been acknowledged.
/// What waits on its way is lost in any case.
void end_in_the_middle(const RawServer& primary, const RawServer& follower, bool deaf, std::mt19937& random) {
    const pid_t receiver = std::stoi(raw_sql(follower.superuser(), "SELECT pid FROM pg_stat_wal_receiver"));
    if (deaf) ::kill(receiver, SIGSTOP);
    wait_a_while(random, 300);
    primary.kill(SIGKILL);
    ::kill(receiver, SIGTERM);
    ::kill(receiver, SIGCONT);
}

BOOST_AUTO_TEST_SUITE(standby)

BOOST_AUTO_TEST_CASE(promoted_in_the_middle_of_calls_has_all_that_was_acknowledged) {
    const int rounds = is_long() ? 20 : 2;
    constexpr std::array names{"first", "second"};
    auto primary = std::make_unique<RawServer>(names[0]);
    furnish_for_callers(RawHost(primary->url()));
    auto follower = std::make_unique<RawServer>(names[1], *primary);
    const RawHost host(both_hosts(*primary, *follower));
    const Journal journal;
    Callers callers(host, journal);
    std::mt19937 random(4);
    for (int round = 0; round < rounds; ++round) {
        require_standby(*primary);
        BOOST_REQUIRE(callers.go_on());
        end_in_the_middle(*primary, *follower, round % 2 == 0, random);
        raw_sql(follower->superuser(), "SELECT pg_promote()");
        BOOST_REQUIRE(callers.go_on());
        primary.reset();
        primary = std::move(follower);
        follower = std::make_unique<RawServer>(names[static_cast<std::size_t>(round % 2)], *primary);
    }
    BOOST_TEST(callers.stop() == "");
    BOOST_TEST(loss(host, primary->url(), journal) == "");
    BOOST_TEST_MESSAGE(callers.acknowledged() << " calls over " << rounds << " promotions");
}

// The server may have kept a call and never confirmed it: it was killed before the standby had heard of it.
BOOST_AUTO_TEST_CASE(that_is_not_there_leaves_no_repeated_call_acknowledged) {
    const RawServer server("repeated");
    RawConfig config;
    config.timeout_ms = 1500;
    const RawHost host(server.url(), config);
    const RawCall call = raw_operator("switch on");
    host.must(call, "settings_set", "{'backorders_enabled': true}");
    raw_sql(server.superuser(), "ALTER SYSTEM SET synchronous_standby_names = 'nobody'");
    raw_sql(server.superuser(), "SELECT pg_reload_conf()");
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    BOOST_TEST(host.call(call, "settings_set", "{'backorders_enabled': true}").status != BO_OK);
    raw_sql(server.superuser(), "ALTER SYSTEM RESET synchronous_standby_names");
    raw_sql(server.superuser(), "SELECT pg_reload_conf()");
    BOOST_TEST(host.must(call, "settings_set", "{'backorders_enabled': true}").replayed);
}

// Goals: COMMIT is held up by a standby that is not there: who has little time is in doubt a quarter of a second after
// it, also in a transaction with one who has more.
BOOST_AUTO_TEST_CASE(that_is_not_there_leaves_each_caller_in_doubt_in_his_own_time) {
    const RawServer server("company");
    RawConfig config;
    config.more = ", \"lanes\": 1";
    const RawHost host(server.url(), config);
    raw_furnish(host, 2);
    raw_stock(host, "v0", "a", 100, 0);
    raw_stock(host, "v1", "a", 100, 0);
    const auto place = [&](const std::string& id, const std::string& variant, std::int64_t timeout_ms,
                           bo_status expected) {
        RawCall call = raw_host();
        call.timeout_ms = timeout_ms;
        const auto began = std::chrono::steady_clock::now();
        const RawReply reply =
            host.call(call, "place",
                      "{'order': '" + id + "', 'lines': [{'line': '1', 'variant': '" + variant + "', 'quantity': 1}]}");
        BOOST_TEST(reply.status == expected, id << ": " << to_string(reply));
        return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - began).count() -
               timeout_ms;
    };
    raw_sql(server.superuser(), "ALTER SYSTEM SET synchronous_standby_names = 'nobody'");
    raw_sql(server.superuser(), "SELECT pg_reload_conf()");
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    std::int64_t patient = 0, hasty = 0;
    {
        const RawTransaction counting(server.superuser());
        counting.run("SELECT FROM backorder.stock WHERE variant = 'v1' FOR UPDATE");
        std::thread first([&] { place("first", "v1", 1200, BO_E_TIMEOUT); });
        std::this_thread::sleep_for(
            std::chrono::milliseconds(50));  // the lane waits for the lock; meanwhile the others come
        std::thread second([&] { patient = place("patient", "v0", 3000, BO_E_IN_DOUBT); });
        std::thread third([&] { hasty = place("hasty", "v0", 1000, BO_E_IN_DOUBT); });
        first.join();
        second.join();
        third.join();
    }
    BOOST_TEST(patient < 450);
    BOOST_TEST(hasty < 450);
    raw_sql(server.superuser(), "ALTER SYSTEM RESET synchronous_standby_names");
    raw_sql(server.superuser(), "SELECT pg_reload_conf()");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace backorder::test
