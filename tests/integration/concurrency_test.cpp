// Many buyers from many processes on few records: exactly what is there is sold, and the rows agree afterwards.

#include "support/process.hpp"
#include "support/raw_host.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <atomic>
#include <map>
#include <random>
#include <sstream>
#include <thread>

namespace backorder::test {
namespace {

using Clock = std::chrono::steady_clock;
using Counts = std::map<std::string, std::int64_t>;  // by status name

void add(Counts& sum, const Counts& counts) {
    for (const auto& [name, count] : counts) sum[name] += count;
}

std::string to_text(const Counts& counts) {
    std::string text;
    for (const auto& [name, count] : counts) text += name + " " + std::to_string(count) + "\n";
    return text;
}

Counts from_text(const std::string& text) {
    std::istringstream words(text);
    Counts counts;
    for (std::string name; words >> name;) words >> counts[name];
    return counts;
}

/// Runs it in so many threads and adds up what they counted.
template <class Body>
Counts in_threads(int threads, Body body) {
    std::vector<Counts> counts(static_cast<std::size_t>(threads));
    std::vector<std::thread> running;
    for (int i = 0; i < threads; ++i) running.emplace_back([&, i] { counts[static_cast<std::size_t>(i)] = body(i); });
    Counts sum;
    for (std::size_t i = 0; i < running.size(); ++i) {
        running[i].join();
        add(sum, counts[i]);
    }
    return sum;
}

Counts in_processes(int processes, const std::string& role, const std::string& database) {
    std::vector<ChildProcess> running;
    for (int i = 0; i < processes; ++i) running.emplace_back(role, Arguments{database, std::to_string(i)});
    Counts sum;
    for (ChildProcess& process : running) add(sum, from_text(process.answer()));
    return sum;
}

RawConfig patient(int pool_size) {
    RawConfig config;
    config.migrate = false;
    config.pool_size = pool_size;
    config.timeout_ms = 60'000;
    return config;
}

std::string order_of(const std::string& id, std::int64_t quantity) {
    return "{'order': '" + id + "', 'lines': [{'line': '1', 'variant': 'v0', 'quantity': " + std::to_string(quantity) +
           "}]}";
}

/// Buys one, two or three units at a time until even one is too many.
Counts buy_all(const RawHost& host, const std::string& name) {
    Counts counts;
    std::int64_t quantity = 3;
    for (int i = 0; quantity > 0; ++i) {
        const RawReply reply = host.call(raw_host(), "place", order_of(name + "-" + std::to_string(i), quantity));
        ++counts[bo_status_name(reply.status)];
        if (reply.status == BO_OK) counts["units"] += quantity;
        quantity -= reply.status == BO_OK ? 0 : 1;
    }
    return counts;
}

/// Arguments: database, number of the process.
std::string buyers(const Arguments& arguments) {
    const int number = std::stoi(arguments.at(1));
    RawConfig config = patient(8);
    config.prepare = number % 2 == 0;                            // the others take no turns, and meet at the record
    config.more = ", \"lanes\": " + std::to_string(1 + number);  // one, two, three and four of them
    const RawHost host(arguments.at(0), config);
    return to_text(
        in_threads(16, [&](int thread) { return buy_all(host, arguments.at(1) + "-" + std::to_string(thread)); }));
}
const ChildRole buyers_role{"buyers", buyers};

/// At every warehouse nothing is free and as many wait as may.
void require_sold_out(const RawHost& host, std::size_t warehouses) {
    const RawReply stock = host.must(raw_host(), "stock", "{'variants': ['v0']}");
    BOOST_REQUIRE(stock.rows(BO_TABLE_STOCK) == warehouses);
    for (std::size_t row = 0; row < warehouses; ++row) {
        BOOST_TEST(stock.integer(BO_COL_STOCK_ON_HAND, row) == stock.integer(BO_COL_STOCK_ALLOCATED, row));
        BOOST_TEST(stock.integer(BO_COL_STOCK_BACKORDERED, row) == stock.integer(BO_COL_STOCK_THRESHOLD, row));
        BOOST_TEST(stock.integer(BO_COL_STOCK_SELLABLE, row) == 0);
    }
}

/// All were sold, and the only other answer was that no more are to be had.
void require_exactly(Counts counts, std::int64_t units) {
    BOOST_TEST(counts["units"] == units);
    BOOST_TEST(counts["BO_E_SHORTAGE"] > 0);
    for (const char* known : {"units", "BO_OK", "BO_E_SHORTAGE"}) counts.erase(known);
    BOOST_TEST(counts.empty(), to_text(counts));
}

struct Shop {
    explicit Shop() { raw_furnish(host); }

    RawDatabase database{"concurrency"};
    RawHost host{database.url(), [] {
                     RawConfig config = patient(8);
                     config.migrate = true;
                     return config;
                 }()};
};

constexpr int processes = 4;

BOOST_FIXTURE_TEST_SUITE(concurrency, Shop)

BOOST_AUTO_TEST_CASE(sixty_four_buyers_in_four_processes_get_what_there_is_and_not_one_more) {
    raw_stock(host, "v0", "a", 301, 200);
    require_exactly(in_processes(processes, "buyers", database.url()), 501);
    require_sold_out(host, 1);
    BOOST_TEST(raw_differences(host) == "");
}

BOOST_AUTO_TEST_CASE(they_get_what_there_is_at_two_warehouses_and_not_one_more) {
    raw_stock(host, "v0", "a", 200, 101);
    raw_stock(host, "v0", "b", 50, 75);
    require_exactly(in_processes(processes, "buyers", database.url()), 426);
    require_sold_out(host, 2);
    BOOST_TEST(raw_differences(host) == "");
}

BOOST_AUTO_TEST_CASE(sixty_four_threads_of_one_handle_get_what_there_is_and_not_one_more) {
    raw_stock(host, "v0", "a", 150, 50);
    require_exactly(in_threads(64, [&](int thread) { return buy_all(host, std::to_string(thread)); }), 200);
    require_sold_out(host, 1);
    BOOST_TEST(raw_differences(host) == "");
}

BOOST_AUTO_TEST_CASE(one_order_sent_by_many_at_once_is_placed_once) {
    raw_stock(host, "v0", "a", 1000, 0);
    for (int round = 0; round < 20; ++round) {
        const std::string request = order_of("same " + std::to_string(round), 1);
        Counts counts = in_threads(8, [&](int) {
            const RawReply reply = host.call(raw_host(), "place", request);
            return Counts{{bo_status_name(reply.status), 1},
                          {"first", reply.status == BO_OK && !reply.replayed ? 1 : 0}};
        });
        BOOST_TEST(counts["BO_OK"] == 8, to_text(counts));
        BOOST_TEST(counts["first"] == 1);
    }
    BOOST_TEST(host.must(raw_host(), "stock", "{'variants': ['v0']}").integer(BO_COL_STOCK_ALLOCATED) == 20);
}

BOOST_AUTO_TEST_CASE(one_key_for_two_requests_at_once_serves_one_of_them) {
    raw_stock(host, "v0", "a", 1000, 0);
    for (int round = 0; round < 20; ++round) {
        const std::string id = "contested " + std::to_string(round);
        Counts counts = in_threads(2, [&](int thread) {
            const RawReply reply = host.call(raw_host(), "place", order_of(id, thread + 1));
            return Counts{{bo_status_name(reply.status), 1}};
        });
        BOOST_TEST(counts["BO_OK"] == 1, to_text(counts));
        BOOST_TEST(counts["BO_E_KEY_REUSED"] == 1, to_text(counts));
    }
    BOOST_TEST(raw_differences(host) == "");
}

BOOST_AUTO_TEST_CASE(the_same_delivery_sent_by_many_at_once_arrives_once) {
    for (int round = 0; round < 20; ++round) {
        const Counts counts = in_threads(8, [&](int) {
            const RawReply reply = host.call(raw_operator("delivery " + std::to_string(round)), "receive",
                                             "{'items': [{'variant': 'v0', 'warehouse': 'c', 'quantity': 7}]}");
            return Counts{{bo_status_name(reply.status), 1}};
        });
        BOOST_TEST(counts.at("BO_OK") == 8, to_text(counts));
    }
    BOOST_TEST(host.must(raw_host(), "stock", "{'variants': ['v0']}").integer(BO_COL_STOCK_ON_HAND) == 140);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace backorder::test
