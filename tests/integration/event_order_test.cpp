// Events under parallel writers: none lost, none passed over.

#include "support/database.hpp"
#include "support/shop.hpp"

#include <boost/test/unit_test.hpp>
#include <pqxx/pqxx>

#include <atomic>
#include <cstdlib>
#include <set>
#include <thread>

namespace backorder::test {

BOOST_AUTO_TEST_SUITE(event_order)

namespace {

/// Reads on to the last event, a few at a time, acknowledging each page.
class Consumer {
public:
    Consumer(Shop& shop, std::string name) : shop_(shop), name_(std::move(name)) {}

    void read_all() {
        while (read_page()) {
        }
    }

    std::multiset<std::string> placed;

private:
    bool read_page() {
        const Answer page =
            shop_.ask_by_json(host, "events", "{'consumer':'" + name_ + "','limit':7,'acknowledge':'" + cursor_ + "'}");
        for (const auto& event : page.result.at("events").as_array())
            if (event.at("type") == "order.placed") placed.emplace(event.at("order").as_string());
        cursor_ = std::string(page.result.at("cursor").at("cursor").as_string());
        return !page.result.at("events").as_array().empty();
    }

    Shop& shop_;
    std::string name_;
    std::string cursor_;
};

/// From any thread: nothing of Boost.Test is touched.
void buy(const std::string& marketplace, const std::string& order, const std::string& variant) {
    const json::object request =
        object("{'order':'" + order + "','lines':[{'line':'1','variant':'" + variant + "','quantity':1}]}");
    bo_result* result = nullptr;
    bo_error* error = nullptr;
    call_by_json(call_of(host, marketplace, {}), "place", request, &result, &error);
    bo_result_free(result);
    bo_error_free(error);
}

}  // namespace

// The writer that began first commits last.
BOOST_FIXTURE_TEST_CASE(a_cursor_waits_for_a_writer_that_is_not_done, Shop) {
    receive("red", "north", 9);
    pqxx::connection connection(database());
    pqxx::work slow(connection);
    slow.exec("INSERT INTO backorder.calls (marketplace, scope, key, verb, actor, seller, traceparent, body, answer, "
              "events) VALUES (" +
              slow.quote(name()) +
              ", 'marketplace', 'slow', 'place', 'host', '', '', '{}', '{}',"
              " '[{\"type\": \"order.placed\", \"order\": \"slow\"}]')");
    buy(name(), "quick", "red");
    Consumer consumer(*this, "patient");
    consumer.read_all();
    slow.commit();
    settle();
    consumer.read_all();
    BOOST_TEST(consumer.placed.count("slow") == 1U);
    BOOST_TEST(consumer.placed.count("quick") == 1U);
}

// A transaction that began before its neighbours and commits after them is what a plain sequence passes over.
BOOST_FIXTURE_TEST_CASE(no_event_is_passed_over_by_a_cursor, Shop) {
    receive("red", "north", 1'000);
    receive("blue", "north", 1'000);
    constexpr int writers = 6;
    constexpr int orders = 40;
    std::atomic<int> running = writers;
    std::vector<std::thread> threads;
    for (int writer = 0; writer < writers; ++writer)
        threads.emplace_back([&, writer] {
            for (int order = 0; order < orders; ++order)
                buy(name(), std::to_string(writer) + "-" + std::to_string(order), order % 2 == 0 ? "red" : "blue");
            --running;
        });
    Consumer consumer(*this, "while-they-write");
    while (running > 0) consumer.read_all();
    for (std::thread& thread : threads) thread.join();
    settle();
    consumer.read_all();
    BOOST_TEST(consumer.placed.size() == static_cast<std::size_t>(writers * orders));
    BOOST_TEST(std::set<std::string>(consumer.placed.begin(), consumer.placed.end()).size() == consumer.placed.size());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace backorder::test
