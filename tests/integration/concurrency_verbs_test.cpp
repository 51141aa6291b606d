// Every verb at random, from several processes, on few records: no row contradicts another, nobody hears of a deadlock.

#include "support/process.hpp"
#include "support/raw_host.hpp"

#include <boost/test/unit_test.hpp>

#include <chrono>
#include <map>
#include <mutex>
#include <random>
#include <set>
#include <sstream>
#include <thread>

namespace backorder::test {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int threads = 16;
constexpr int processes = 3;
constexpr std::chrono::seconds duration{5};
constexpr int variants = 3;
constexpr int orders = 60;  // of a process; others' are touched as well

/// Whatever may be answered to such calls. Anything of the environment, or a fault of ours, may not.
bool is_expected(bo_status status) {
    return status == BO_OK || (status > BO_E_KEY_REQUIRED && status < BO_E_UNAVAILABLE);
}

/// One thread's dice.
class Actor {
public:
    Actor(const RawHost& host, std::string name, unsigned seed) : host_(host), name_(std::move(name)), dice_(seed) {}

    /// What was asked last.
    const std::string& asked() const { return asked_; }

    RawReply act() {
        switch (below(18)) {
        case 0:
        case 1:
        case 2: return place();
        case 3:
        case 4: return of("receive", items("'quantity': " + number(1 + below(20))));
        case 5: return of("count", items("'on_hand': " + number(below(15))));
        case 6:
            return of("transfer",
                      "{'items': [{'variant': '" + variant() + "', 'from': 'a', 'to': 'b', 'quantity': 1}]}");
        case 7: return of("cancel", below(2) == 0 ? order("") : order("'lines': [{'line': '1', 'quantity': 1}]"));
        case 8:
            return of("fulfill", order("'entries': [{'line': '" + line() + "', 'warehouse': '" + warehouse() +
                                       "', 'quantity': 1}]"));
        case 9: return undo();
        case 10: return of("reassign", order("'line': '" + line() + "', 'from': 'a', 'to': 'b', 'quantity': 1"));
        case 11: return of("receive", several("'quantity': 1"));
        case 12: return of("count", several("'on_hand': " + number(below(12))));
        case 13:
            return of("policy_set", "{'items': [{'variant': '" + variant() + "', 'policy': '" +
                                        (below(4) == 0 ? "deny" : "inherit") + "'}]}");
        case 14:
            return of("settings_set", below(4) == 0 ? "{'backorders_enabled': false}" : "{'backorders_enabled': true}");
        case 15:
            return of("warehouse_upsert", "{'items': [{'warehouse': 'c', 'active': " +
                                              std::string(below(2) == 0 ? "true" : "false") + "}]}");
        case 16: return of("verify", "{}");
        default: return of("threshold_set", items("'threshold': " + number(below(30))));
        }
    }

private:
    int below(int end) { return std::uniform_int_distribution<int>(0, end - 1)(dice_); }
    static std::string number(int value) { return std::to_string(value); }
    std::string variant() { return "v" + number(below(variants)); }
    std::string warehouse() { return std::string(1, static_cast<char>('a' + below(3))); }
    std::string line() { return number(1 + below(2)); }
    std::string some_order() { return "order " + number(below(processes)) + " " + number(below(orders)); }

    std::string items(const std::string& rest) {
        return "{'items': [{'variant': '" + variant() + "', 'warehouse': '" + warehouse() + "', " + rest + "}]}";
    }
    /// Two records in any order, which is not that of the locks.
    std::string several(const std::string& rest) {
        const std::string one = variant();
        const std::string other = one == "v0" ? "v1" : "v0";
        const auto item = [&](const std::string& name) {
            return "{'variant': '" + name + "', 'warehouse': '" + warehouse() + "', " + rest + "}";
        };
        return "{'items': [" + item(one) + ", " + item(other) + "]}";
    }
    std::string order(const std::string& rest) {
        return "{'order': '" + some_order() + "'" + (rest.empty() ? "" : ", ") + rest + "}";
    }

    RawReply of(const std::string& operation, const std::string& request) {
        asked_ = operation + " " + request;
        return host_.call(raw_operator(operation == "place" ? "" : name_ + " " + number(++calls_)), operation, request);
    }

    RawReply place() {
        return of("place",
                  order("'priority': " + number(below(3)) + ", 'lines': [{'line': '1', 'variant': '" + variant() +
                        "', 'quantity': " + number(1 + below(8)) + "}, {'line': '2', 'variant': '" + variant() +
                        "', 'quantity': " + number(1 + below(4)) + ", 'warehouse': '" + warehouse() + "'}]"));
    }

    RawReply undo() {
        static constexpr std::array<const char*, 3> units{"to_line", "to_stock", "written_off"};
        return of("cancel_fulfillment", order("'fulfillment': " + number(1 + below(3)) + ", 'units': '" +
                                              units.at(static_cast<std::size_t>(below(3))) + "'"));
    }

    const RawHost& host_;
    const std::string name_;
    std::mt19937 dice_;
    std::string asked_;
    int calls_ = 0;
};

/// Names of statuses, with how often; what must not be is told with its error.
struct Heard {
    void add(const RawReply& reply, const std::string& asked) {
        const std::lock_guard lock(mutex);
        ++counts[bo_status_name(reply.status)];
        // Whoever verifies in between sees rows that agree, too.
        const bool differs =
            asked.starts_with("verify") && reply.status == BO_OK && reply.integer(BO_COL_VERIFY_DIFFERENCES) != 0;
        if (!is_expected(reply.status) || differs)
            wrong.insert(asked + ": " + to_string(reply) + (differs ? reply.json() : ""));
    }
    std::mutex mutex;
    std::map<std::string, int> counts;
    std::set<std::string> wrong;
};

/// Arguments: database, number of the process. Answers a line each for what was done and what should not have been
/// heard.
std::string actors(const Arguments& arguments) {
    RawConfig config;
    config.migrate = false;
    config.timeout_ms = 30'000;
    const RawHost host(arguments.at(0), config);
    const auto end = Clock::now() + duration;
    Heard heard;
    std::vector<std::thread> running;
    for (int i = 0; i < threads; ++i) {
        running.emplace_back([&, i] {
            const std::string name = arguments.at(1) + " " + std::to_string(i);
            Actor actor(host, name, static_cast<unsigned>(std::stoi(arguments.at(1)) * threads + i));
            while (Clock::now() < end) {
                const RawReply reply = actor.act();
                heard.add(reply, actor.asked());
            }
        });
    }
    for (std::thread& thread : running) thread.join();
    std::string answer = "done " + std::to_string(heard.counts["BO_OK"]) + "\n";
    for (const std::string& one : heard.wrong) answer += "wrong " + one.substr(0, 600) + "\n";
    return answer;
}
const ChildRole actors_role{"actors", actors};

BOOST_AUTO_TEST_SUITE(concurrency_of_verbs)

BOOST_AUTO_TEST_CASE(cancelling_an_order_that_holds_and_waits_serves_those_behind_it) {
    const RawDatabase database("behind");
    const RawHost host(database.url());
    raw_furnish(host);
    raw_stock(host, "v0", "a", 3, 10);
    host.must(raw_host(), "place", "{'order': 'first', 'lines': [{'line': '1', 'variant': 'v0', 'quantity': 7}]}");
    host.must(raw_host(), "place", "{'order': 'behind', 'lines': [{'line': '1', 'variant': 'v0', 'quantity': 3}]}");
    const RawReply reply = host.call(raw_operator("k"), "cancel", "{'order': 'first'}");
    BOOST_REQUIRE(reply.status == BO_OK);
    BOOST_TEST(reply.text(BO_COL_COVERED_ORDER) == "behind");
    BOOST_TEST(reply.integer(BO_COL_COVERED_UNITS) == 3);
}

BOOST_AUTO_TEST_CASE(random_verbs_of_three_processes_leave_rows_that_agree_and_nobody_hears_of_a_conflict) {
    const RawDatabase database("verbs");
    RawConfig config;
    config.timeout_ms = 60'000;
    const RawHost host(database.url(), config);
    raw_furnish(host, variants);
    for (int i = 0; i < variants; ++i) {
        raw_stock(host, "v" + std::to_string(i), "a", 20, 10);
        raw_stock(host, "v" + std::to_string(i), "b", 5, 20);
    }
    std::vector<ChildProcess> running;
    for (int i = 0; i < processes; ++i) running.emplace_back("actors", Arguments{database.url(), std::to_string(i)});
    int done = 0;
    for (ChildProcess& process : running) {
        std::istringstream lines(process.answer());
        for (std::string line; std::getline(lines, line);) {
            BOOST_TEST(!line.starts_with("wrong"), line);
            done += line.starts_with("done") ? std::stoi(line.substr(5)) : 0;
        }
    }
    BOOST_TEST(done > 500);
    BOOST_TEST(raw_differences(host) == "");
    BOOST_TEST(raw_sql(database.url(), "SELECT count(*) FROM backorder.fulfillments") != "0");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace backorder::test
