// Many callers, a few records: afterwards one serial order explains all that was heard.

#include "history/caller.hpp"
#include "history/explanation.hpp"
#include "history/round.hpp"
#include "history/sampler.hpp"
#include "model/rules/verb.hpp"
#include "support/long_form.hpp"
#include "support/process.hpp"
#include "support/raw_host.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <sstream>
#include <thread>

namespace backorder::test::history {
namespace {

constexpr int processes = 3;
constexpr int threads = 16;

RawConfig patient(bool migrate) {
    RawConfig config;
    config.migrate = migrate;
    config.timeout_ms = 60'000;
    return config;
}

std::int64_t round_at(std::int64_t start) { return (now() - start) / std::chrono::nanoseconds(round_length).count(); }

/// Arguments: database, number of the process, when the first round starts, how many there are. Answers a line for each
/// call.
std::string callers(const Arguments& arguments) {
    const RawHost host(arguments.at(0), patient(false));
    const std::int64_t start = std::stoll(arguments.at(2));
    const std::int64_t rounds = std::stoll(arguments.at(3));
    while (now() < start) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    std::vector<std::string> heard(threads);
    std::vector<std::thread> running;
    for (int i = 0; i < threads; ++i)
        running.emplace_back([&, i] {
            const std::uint64_t seed = static_cast<std::uint64_t>(std::stoi(arguments.at(1)) * threads + i);
            Caller caller("caller-" + std::to_string(seed), seed);
            for (std::int64_t round = round_at(start); round < rounds; round = round_at(start))
                heard[static_cast<std::size_t>(i)] += to_line(ask(host.handle(), caller.next(marketplace(round))));
        });
    for (std::thread& thread : running) thread.join();
    std::string all;
    for (const std::string& lines : heard) all += lines;
    return all;
}
const ChildRole callers_role{"callers", callers};

/// The history of each round.
using Rounds = std::map<std::string, Heard>;

void listen(ChildProcess& process, Rounds& rounds) {
    std::istringstream lines(process.answer());
    for (std::string line; std::getline(lines, line);) {
        Acknowledged one = from_line(line);
        rounds[one.step.market].push_back(std::move(one));
    }
}

/// Keys of the calls that were done, in the order of their numbers: the order at every record.
std::vector<std::string> recorded_order(const std::string& database, const std::string& marketplace) {
    const json::value keys = json::parse(raw_sql(
        database, "SELECT coalesce(json_agg(key ORDER BY sequence), '[]') FROM backorder.calls WHERE marketplace = '" +
                      marketplace + "'"));
    std::vector<std::string> order;
    for (const json::value& key : keys.as_array()) order.emplace_back(key.as_string());
    return order;
}

std::vector<LedgerRow> ledger(const RawHost& host, const std::string& marketplace) {
    std::vector<LedgerRow> rows;
    for (const char* variant : {"cup", "mug", "tee"}) {
        RawCall call = raw_host();
        call.marketplace = marketplace;
        const RawReply reply = host.must(call, "ledger", std::string("{'variant': '") + variant + "', 'limit': 10000}");
        for (std::size_t row = 0; row < reply.rows(BO_TABLE_LEDGER); ++row)
            rows.push_back({{variant, reply.text(BO_COL_LEDGER_WAREHOUSE, row)},
                            reply.text(BO_COL_LEDGER_KEY, row),
                            reply.integer(BO_COL_LEDGER_ON_HAND, row),
                            reply.integer(BO_COL_LEDGER_ALLOCATED, row),
                            reply.integer(BO_COL_LEDGER_BACKORDERED, row)});
    }
    return rows;
}

/// Everything that is left must be what the model has after the last call.
std::vector<std::string> differences_at_the_end(bo_backorder* handle, const std::string& marketplace,
                                                model::Model& model) {
    json::object all;
    all["variants"] = json::array{"cup", "mug", "tee"};
    model::Script questions{{.market = marketplace, .operation = "verify"},
                            {.market = marketplace, .operation = "stock", .request = std::move(all)}};
    for (const auto& [order, record] : model.market(marketplace).orders)
        questions.push_back({.market = marketplace, .operation = "order", .request = {{"order", order}}});
    std::vector<std::string> found;
    for (const model::Step& question : questions) {
        const model::Reply left = ask(handle, question).reply;
        const model::Reply expected = model.ask(question);
        if (!(left == expected))
            found.push_back("left is " + model::to_text(left) + "\n  model:  " + model::to_text(expected));
    }
    return found;
}

std::string shown(const std::vector<std::string>& faults) {
    std::string text = std::to_string(faults.size()) + " faults; the first:";
    for (std::size_t i = 0; i < std::min<std::size_t>(3, faults.size()); ++i) text += "\n" + faults[i];
    return text;
}

/// What environment or fault must not have been heard of.
std::vector<std::string> disturbances(const Heard& heard) {
    std::vector<std::string> found;
    for (const Acknowledged& one : heard)
        if (one.reply.status >= BO_E_UNAVAILABLE)
            found.push_back(json::serialize(model::to_json(one.step)) + ": " + model::to_text(one.reply));
    return found;
}

struct History {
    explicit History(std::int64_t count) : host(database.url(), patient(true)) {
        for (std::int64_t round = 0; round < count; ++round) rounds[marketplace(round)] = furnish(host.handle(), round);
        const std::int64_t start = now() + std::chrono::nanoseconds(std::chrono::seconds(1)).count();
        Sampler sampler(database.url(), start);
        std::vector<ChildProcess> running;
        for (int i = 0; i < processes; ++i)
            running.emplace_back(
                "callers", Arguments{database.url(), std::to_string(i), std::to_string(start), std::to_string(count)});
        for (ChildProcess& process : running) listen(process, rounds);
        sampler.stop();
        samples = sampler.samples();
        broken = sampler.broken();
    }

    const RawDatabase database{"history"};
    const RawHost host;
    Rounds rounds;
    int samples = 0;
    std::vector<std::string> broken;
};

std::int64_t rounds_to_run() { return is_long() ? 300 : 8; }

}  // namespace

BOOST_AUTO_TEST_SUITE(history)

// Goal: whatever sixteen threads of three processes do at once is what some order of the same calls would have done,
// call by call and row by row; and nobody who looks in between sees an invariant broken.
BOOST_AUTO_TEST_CASE(one_serial_order_explains_every_answer_and_every_row) {
    History history(rounds_to_run());
    BOOST_TEST(history.broken.empty(), shown(history.broken));
    BOOST_TEST(history.samples > 10);
    std::size_t done = 0;
    std::size_t heard = 0;
    for (const auto& [marketplace, round] : history.rounds) {
        const auto disturbed = disturbances(round);
        BOOST_TEST(disturbed.empty(), shown(disturbed));
        const auto order = recorded_order(history.database.url(), marketplace);
        Explanation explanation(round, order, ledger(history.host, marketplace));
        BOOST_TEST(explanation.faults().empty(), marketplace << ": " << shown(explanation.faults()));
        const auto different = differences_at_the_end(history.host.handle(), marketplace, explanation.model());
        BOOST_TEST(different.empty(), marketplace << ": " << shown(different));
        done += order.size();
        heard += round.size();
    }
    BOOST_TEST_MESSAGE(heard << " answers, " << done << " calls done, " << history.samples << " snapshots");
    BOOST_TEST(done > 100);  // a slow machine does as few in its second
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace backorder::test::history
