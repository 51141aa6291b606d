// Who waits for a stock record beside callers of other processes stands in a queue, and is woken in turn.

#include "support/raw_waiting.hpp"

#include <boost/test/unit_test.hpp>

#include <chrono>
#include <string>
#include <thread>
#include <vector>

namespace backorder::test {
namespace {

constexpr int variants = 9;  // one more than queue up

/// As hosts of several processes: each has its own connections.
struct Hosts {
    Hosts() {
        raw_furnish(first, variants);
        for (int i = 0; i < variants; ++i) raw_stock(first, "v" + std::to_string(i), "a", 100, 0);
    }

    RawDatabase database{"turns"};
    RawHost first{database.url()}, second{database.url()}, third{database.url()};
};

std::string order(const std::string& id, int lines) {
    std::string text;
    for (int i = 0; i < lines; ++i) {
        text += (i > 0 ? ", " : "") + std::string("{'line': '") + std::to_string(i) + "', 'variant': 'v" +
                std::to_string(i) + "', 'quantity': 1}";
    }
    return "{'order': '" + id + "', 'lines': [" + text + "]}";
}

BOOST_FIXTURE_TEST_SUITE(turns, Hosts)

/// The order in which three buyers were served who came one after the other while somebody counted; "" if not all were
/// seen waiting before the first of them looked who it is that counts.
std::string served(const Hosts& hosts, const std::string& attempt) {
    const auto latest = std::chrono::steady_clock::now() + std::chrono::milliseconds(200);
    bool timely = true;
    const RawTransaction counting(hosts.database.url());
    counting.run("SELECT FROM backorder.stock WHERE variant = 'v0' FOR UPDATE");
    std::vector<std::thread> buyers;
    const auto buy = [&](const RawHost& host, const std::string& id) {
        buyers.emplace_back([&host, id] { host.must(raw_host(), "place", order(id, 1)); });
    };
    buy(hosts.first, "one" + attempt);
    timely = timely && seen_waiting(hosts.database, "Lock", 1, latest);
    buy(hosts.second, "two" + attempt);
    timely = timely && seen_waiting(hosts.database, "Lock", 2, latest);
    buy(hosts.third, "three" + attempt);
    timely = timely && seen_waiting(hosts.database, "Lock", 3, latest);
    const std::string at_the_record =
        hosts.database.sql("SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'transactionid'");
    counting.commit();
    for (std::thread& buyer : buyers) buyer.join();
    if (!timely) return {};
    BOOST_TEST(at_the_record == "1");
    return hosts.database.sql("SELECT string_agg(rtrim(key, '" + attempt +
                              "'), ' ' ORDER BY sequence) FROM backorder.calls WHERE key LIKE '%" + attempt + "'");
}

BOOST_AUTO_TEST_CASE(come_as_the_callers_came_and_one_alone_waits_at_the_record) {
    std::string order_of_callers;
    for (int attempt = 0; attempt < 200 && order_of_callers.empty(); ++attempt)
        order_of_callers = served(*this, "." + std::to_string(attempt));
    BOOST_TEST(order_of_callers == "one two three");
}

// Goals: orders of one variant take turns, of others do not wait for them, nor do large ones. A turn that nobody uses
// is passed by.
BOOST_AUTO_TEST_CASE(are_of_a_variant_and_large_orders_take_none) {
    const RawTransaction queued(database.url());
    queued.run("SELECT pg_advisory_xact_lock(hashtext('backorder'), hashtext('backorder/m/v0'))");
    const auto took = [&](const std::string& request) {
        const auto began = std::chrono::steady_clock::now();
        first.must(raw_host(), "place", request);
        return std::chrono::steady_clock::now() - began;
    };
    BOOST_TEST((took("{'order': 'of another', 'lines': [{'line': '1', 'variant': 'v1', 'quantity': 1}]}") <
                std::chrono::milliseconds(200)));
    BOOST_TEST((took(order("large", variants)) < std::chrono::milliseconds(200)));
    BOOST_TEST((took(order("small", 1)) >= std::chrono::milliseconds(250)));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace backorder::test
