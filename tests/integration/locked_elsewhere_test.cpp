// What somebody else has locked holds up who needs it, and nobody else; who needs it is told what it is.

#include "support/raw_waiting.hpp"

#include <boost/test/unit_test.hpp>

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <vector>

namespace backorder::test {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr int variants = 20;

struct Shop {
    Shop() {
        raw_furnish(host, variants);
        for (int i = 0; i < variants; ++i) raw_stock(host, "v" + std::to_string(i), "a", 1'000'000, 0);
    }
    ~Shop() { BOOST_TEST(raw_differences(host) == ""); }
    Shop(const Shop&) = delete;
    Shop& operator=(const Shop&) = delete;

    std::unique_ptr<RawTransaction> locked(const std::string& rows) const {
        auto transaction = std::make_unique<RawTransaction>(database.url());
        transaction->run("SET application_name TO 'forgotten psql'");
        transaction->run("SELECT FROM backorder." + rows + " FOR UPDATE");
        return transaction;
    }

    std::unique_ptr<RawTransaction> locked_record(const std::string& variant) const {
        return locked("stock WHERE variant = '" + variant + "' AND warehouse = 'a'");
    }

    RawDatabase database{"locked_elsewhere"};
    RawHost host{database.url()};
};

std::string order(const std::string& id, const std::string& variant) {
    return "{'order': '" + id + "', 'lines': [{'line': '1', 'variant': '" + variant + "', 'quantity': 1}]}";
}

std::string order_of_two(const std::string& id, const std::string& first, const std::string& second) {
    return "{'order': '" + id + "', 'lines': [{'line': '1', 'variant': '" + first +
           "', 'quantity': 1}, {'line': '2', 'variant': '" + second + "', 'quantity': 1}]}";
}

RawCall within(milliseconds time, RawCall call = raw_host()) {
    call.timeout_ms = time.count();
    return call;
}

/// A call in a thread of its own, with what it heard and when.
class Caller {
public:
    Caller(const RawHost& host, const RawCall& call, const std::string& operation, const std::string& request)
        : thread_([this, &host, call, operation, request] {
              const auto began = Clock::now();
              reply_ = host.call(call, operation, request);
              took_ = std::chrono::duration_cast<milliseconds>(Clock::now() - began);
          }) {}
    ~Caller() {
        if (thread_.joinable()) thread_.join();
    }
    Caller(const Caller&) = delete;
    Caller& operator=(const Caller&) = delete;

    const RawReply& reply() {
        if (thread_.joinable()) thread_.join();
        return reply_;
    }
    milliseconds took() {
        reply();
        return took_;
    }

private:
    RawReply reply_;
    milliseconds took_{0};
    std::thread thread_;
};

/// Buyers of v1 and up, until they are told to stop; how many orders they got.
class Buyers {
public:
    explicit Buyers(const RawHost& host) : host_(host) {
        for (int i = 0; i < 8; ++i) threads_.emplace_back([this, i] { buy(i); });
    }
    ~Buyers() { stop(); }
    Buyers(const Buyers&) = delete;
    Buyers& operator=(const Buyers&) = delete;

    /// Orders of so much time.
    int in(milliseconds time) const {
        const int before = bought_;
        std::this_thread::sleep_for(time);
        return bought_ - before;
    }
    int failed() const { return failed_; }

    void stop() {
        stopped_ = true;
        for (std::thread& thread : threads_) thread.join();
        threads_.clear();
    }

private:
    void buy(int thread) {
        static std::atomic<int> number{0};
        for (int i = 0; !stopped_; ++i) {
            const std::string variant = "v" + std::to_string(1 + (thread + i) % (variants - 1));
            const RawReply reply =
                host_.call(within(milliseconds(5000)), "place", order("free" + std::to_string(++number), variant));
            ++(reply.status == BO_OK ? bought_ : failed_);
        }
    }

    const RawHost& host_;
    std::atomic<bool> stopped_{false};
    std::atomic<int> bought_{0}, failed_{0};
    std::vector<std::thread> threads_;
};

BOOST_FIXTURE_TEST_SUITE(locked_elsewhere, Shop)

// Goals: the first who runs into the lock is told in his time, and what it is and whose.
BOOST_AUTO_TEST_CASE(who_needs_it_is_told_in_his_time_what_is_locked_and_by_whom) {
    const auto held = locked_record("v0");
    const auto began = Clock::now();
    const RawReply reply = host.call(within(milliseconds(1000)), "place", order("o", "v0"));
    const auto took = Clock::now() - began;
    BOOST_TEST(reply.status == BO_E_TIMEOUT);
    BOOST_TEST(reply.retry == BO_RETRY_SAFE);
    BOOST_TEST(
        reply.message.find("the stock record of variant 'v0' at warehouse 'a' is locked by another transaction") !=
            std::string::npos,
        reply.message);
    BOOST_TEST(reply.message.find("forgotten psql") != std::string::npos, reply.message);
    BOOST_TEST((took >= milliseconds(1000)));
    BOOST_TEST((took < milliseconds(1500)));
    const std::string process =
        database.sql("SELECT pid FROM pg_stat_activity WHERE application_name = 'forgotten psql'");
    BOOST_TEST(reply.error.find("\"locked_by_process\":" + process) != std::string::npos, reply.error);
}

BOOST_AUTO_TEST_CASE(a_hasty_call_is_told_too) {
    const auto held = locked_record("v0");
    const RawReply reply = host.call(within(milliseconds(200)), "place", order("o", "v0"));
    BOOST_TEST(reply.status == BO_E_TIMEOUT);
    BOOST_TEST(reply.message.find("variant 'v0' at warehouse 'a' is locked") != std::string::npos, reply.message);
}

// Goals: buyers of other things go on; buyers of this one are done as soon as it is free, in the order they came.
BOOST_AUTO_TEST_CASE(others_go_on_and_who_waits_is_served_when_it_is_free) {
    Buyers buyers(host);
    const int free = buyers.in(milliseconds(1500));
    auto held = locked_record("v0");
    std::vector<std::unique_ptr<Caller>> waiting;
    for (int i = 0; i < 6; ++i) {
        waiting.push_back(std::make_unique<Caller>(host, within(milliseconds(20'000)), "place",
                                                   order_of_two("w" + std::to_string(i), "v0", "v1")));
        std::this_thread::sleep_for(milliseconds(20));
    }
    std::this_thread::sleep_for(milliseconds(600));
    const int beside = buyers.in(milliseconds(1500));
    BOOST_TEST(beside * 10 >= free * 6, beside << " orders beside the lock, " << free << " without");
    held->commit();
    for (const auto& one : waiting) BOOST_TEST(one->reply().status == BO_OK, to_string(one->reply()));
    buyers.stop();
    BOOST_TEST(buyers.failed() == 0);
    BOOST_TEST(database.sql("SELECT string_agg(key, ' ' ORDER BY sequence) FROM backorder.calls WHERE key LIKE 'w_'") ==
               "w0 w1 w2 w3 w4 w5");
}

// Goals: every verb that needs it hears its name, every verb that does not is done.
BOOST_AUTO_TEST_CASE(every_verb_is_told_or_done) {
    host.must(raw_host(), "place", order("o0", "v0"));
    host.must(raw_host(), "place", order("o1", "v1"));
    const auto held = locked_record("v0");
    const auto operators = [](const std::string& key) { return within(milliseconds(900), raw_operator(key)); };
    const auto item = [](const char* variant, const char* rest) {
        return "{'items': [{'variant': '" + std::string(variant) + "', " + rest + "}]}";
    };
    const std::vector<std::tuple<std::string, std::string, std::string>> verbs{
        {"receive", item("v0", "'warehouse': 'a', 'quantity': 1"), item("v1", "'warehouse': 'a', 'quantity': 1")},
        {"count", item("v0", "'warehouse': 'a', 'on_hand': 900000"), item("v1", "'warehouse': 'a', 'on_hand': 900000")},
        {"transfer", item("v0", "'from': 'a', 'to': 'b', 'quantity': 1"),
         item("v1", "'from': 'a', 'to': 'b', 'quantity': 1")},
        {"threshold_set", item("v0", "'warehouse': 'a', 'mode': 'limit', 'threshold': 5"),
         item("v1", "'warehouse': 'a', 'mode': 'limit', 'threshold': 5")},
        {"policy_set", item("v0", "'policy': 'allow'"), item("v1", "'policy': 'allow'")},
        {"fulfill", "{'order': 'o0', 'entries': [{'line': '1', 'warehouse': 'a', 'quantity': 1}]}",
         "{'order': 'o1', 'entries': [{'line': '1', 'warehouse': 'a', 'quantity': 1}]}"},
        {"cancel", "{'order': 'o0'}", "{'order': 'o1'}"},
    };
    std::vector<std::unique_ptr<Caller>> held_up, free;
    for (const auto& [verb, needs, does_not] : verbs)
        held_up.push_back(std::make_unique<Caller>(host, operators(verb + " held"), verb, needs));
    for (const auto& [verb, needs, does_not] : verbs) {
        if (verb == "cancel") continue;  // of a shipped order there is nothing to cancel
        free.push_back(
            std::make_unique<Caller>(host, within(milliseconds(5000), raw_operator(verb + " free")), verb, does_not));
    }
    for (std::size_t i = 0; i < free.size(); ++i)
        BOOST_TEST(free[i]->reply().status == BO_OK, std::get<0>(verbs[i]) << ": " << to_string(free[i]->reply()));
    for (std::size_t i = 0; i < held_up.size(); ++i) {
        const RawReply& reply = held_up[i]->reply();
        BOOST_TEST(reply.status == BO_E_TIMEOUT, std::get<0>(verbs[i]) << ": " << to_string(reply));
        BOOST_TEST(reply.message.find("variant 'v0' at warehouse 'a'") != std::string::npos,
                   std::get<0>(verbs[i]) << ": " << reply.message);
        BOOST_TEST((held_up[i]->took() < milliseconds(1400)), std::get<0>(verbs[i])
                                                                  << " took " << held_up[i]->took().count() << " ms");
    }
}

// Goals: what configuring locks is told by its name.
BOOST_AUTO_TEST_CASE(configuring_is_told_the_product_warehouse_or_marketplace) {
    const std::vector<std::tuple<std::string, std::string, std::string, std::string>> calls{
        {"products WHERE product = 'p'", "policy_set", "{'items': [{'product': 'p', 'policy': 'allow'}]}",
         "product 'p' is locked"},
        {"products WHERE product = 'p'", "catalog_upsert", "{'products': [{'product': 'p', 'seller': 's'}]}",
         "product 'p' is locked"},
        {"products WHERE product = 'p'", "threshold_set",
         "{'items': [{'variant': 'v3', 'warehouse': 'b', 'mode': 'limit', 'threshold': 5}]}", "product 'p' is locked"},
        {"products WHERE product = 'p'", "receive", "{'items': [{'variant': 'v3', 'warehouse': 'c', 'quantity': 1}]}",
         "product 'p' is locked"},
        {"warehouses WHERE warehouse = 'b'", "warehouse_upsert", "{'items': [{'warehouse': 'b', 'priority': 3}]}",
         "warehouse 'b' is locked"},
        {"marketplaces", "settings_set", "{'backorders_enabled': true}", "marketplace 'm' is locked"},
    };
    for (const auto& [rows, verb, request, words] : calls) {
        const auto held = locked(rows);
        const RawReply reply = host.call(within(milliseconds(800), raw_operator(verb + rows)), verb, request);
        BOOST_TEST(reply.status == BO_E_TIMEOUT, verb << ": " << to_string(reply));
        BOOST_TEST(reply.message.find(words) != std::string::npos, verb << ": " << reply.message);
        BOOST_TEST(host.call(within(milliseconds(2000)), "place", order(verb + "free", "v1")).status == BO_OK);
    }
}

// Goals: of a row that is not committed nobody sees who has it; who waits for it holds up no lane either.
BOOST_AUTO_TEST_CASE(a_marketplace_that_another_is_just_making_holds_up_who_needs_it_only) {
    RawConfig config;
    config.more = ", \"lanes\": 1";
    const RawHost narrow(database.url(), config);
    RawTransaction making(database.url());
    making.run("INSERT INTO backorder.marketplaces (marketplace, backorders_enabled) VALUES ('fresh', false)");
    RawCall elsewhere = within(milliseconds(4000), raw_operator("set"));
    elsewhere.marketplace = "fresh";
    Caller held(narrow, elsewhere, "settings_set", "{'backorders_enabled': true}");
    std::this_thread::sleep_for(milliseconds(600));
    Caller free(narrow, within(milliseconds(3000)), "place", order("free", "v1"));
    BOOST_TEST(free.reply().status == BO_OK, to_string(free.reply()));
    BOOST_TEST((free.took() < milliseconds(1000)), "it took " << free.took().count() << " ms");
    making.commit();
    BOOST_TEST(held.reply().status == BO_OK, to_string(held.reply()));
}

BOOST_AUTO_TEST_CASE(a_place_in_the_queue_that_nobody_uses_is_passed_by) {
    const RawTransaction queued(database.url());
    queued.run("SELECT pg_advisory_xact_lock(hashtext('backorder'), hashtext('backorder/m/v0'))");
    const RawReply reply = host.call(within(milliseconds(2000)), "place", order("o", "v0"));
    BOOST_TEST(reply.status == BO_OK, to_string(reply));
}

BOOST_AUTO_TEST_CASE(closing_answers_who_waits_for_it) {
    const auto held = locked_record("v0");
    auto closing = std::make_unique<RawHost>(database.url());
    Caller caller(*closing, within(milliseconds(20'000)), "place", order("o", "v0"));
    std::this_thread::sleep_for(milliseconds(700));
    bo_close(closing->handle());
    BOOST_TEST(caller.reply().status == BO_E_CANCELLED, to_string(caller.reply()));
}

BOOST_AUTO_TEST_CASE(a_token_takes_back_who_waits_for_it) {
    const std::unique_ptr<bo_token, void (*)(bo_token*)> token(bo_token_new(), bo_token_free);
    const auto held = locked_record("v0");
    RawCall call = within(milliseconds(20'000));
    call.token = token.get();
    Caller caller(host, call, "place", order("o", "v0"));
    std::this_thread::sleep_for(milliseconds(700));
    bo_token_cancel(token.get());
    BOOST_TEST(caller.reply().status == BO_E_CANCELLED, to_string(caller.reply()));
    BOOST_TEST((caller.took() < milliseconds(5000)));
}

// Goals: no more calls wait for it than the queue lets in; who is turned away hears for what, and others are served.
BOOST_AUTO_TEST_CASE(so_many_may_wait_for_it_and_others_are_let_in) {
    RawConfig config;
    config.more = ", \"queue_size\": 3";
    const RawHost narrow(database.url(), config);
    const auto held = locked_record("v0");
    std::vector<std::unique_ptr<Caller>> waiting;
    for (int i = 0; i < 3; ++i)
        waiting.push_back(std::make_unique<Caller>(narrow, within(milliseconds(3000)), "place",
                                                   order("w" + std::to_string(i), "v0")));
    std::this_thread::sleep_for(milliseconds(1000));
    const RawReply turned_away = narrow.call(within(milliseconds(1000)), "place", order("one more", "v0"));
    BOOST_TEST(turned_away.status == BO_E_BUSY, to_string(turned_away));
    BOOST_TEST(turned_away.message.find("variant 'v0' at warehouse 'a' is locked") != std::string::npos,
               turned_away.message);
    BOOST_TEST(narrow.call(within(milliseconds(1000)), "place", order("free", "v1")).status == BO_OK);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace backorder::test
