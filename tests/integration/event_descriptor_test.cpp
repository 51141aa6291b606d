// The descriptor of events through the built library: silent when idle, never silent while something is unread.

#include "support/raw_host.hpp"

#include <boost/test/unit_test.hpp>

#include <chrono>
#include <poll.h>
#include <thread>

namespace backorder::test {

namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

/// Longer than works of the server's own hold events back on a busy machine.
constexpr auto soon = 30s;

RawConfig config(int poll_interval_ms = 100) {
    return {.more = ", \"poll_interval_ms\": " + std::to_string(poll_interval_ms)};
}

/// What WIRING tells a consumer to do: pull with the page before as acknowledged, wait for the descriptor, and so on.
class Consumer {
public:
    Consumer(const RawHost& host, std::string name, std::string marketplace = "m")
        : host_(host), name_(std::move(name)) {
        call_.marketplace = std::move(marketplace);
        BOOST_REQUIRE(bo_poll_fd(host.handle(), BO_POLL_EVENTS, &fd_, nullptr) == BO_OK);
    }

    RawReply pull(std::int64_t limit = 1000, std::int64_t timeout_ms = 0) {
        call_.timeout_ms = timeout_ms;
        RawReply page = host_.call(call_, "events",
                                   "{'consumer': '" + name_ + "', 'acknowledge': '" + cursor_ +
                                       "', 'limit': " + std::to_string(limit) + "}");
        if (page.status != BO_OK) return page;
        cursor_ = page.text(BO_COL_CURSOR_CURSOR);
        for (std::size_t row = 0; row < page.rows(BO_TABLE_EVENTS); ++row)
            if (page.text(BO_COL_EVENTS_TYPE, row) == "order.placed") ++orders;
        return page;
    }

    void pull_all() {
        while (pull().integer(BO_COL_CURSOR_MORE) == 1) {
        }
    }

    bool readable(std::chrono::milliseconds within) const {
        pollfd polled{fd_, POLLIN, 0};
        return ::poll(&polled, 1, static_cast<int>(within.count())) == 1;
    }

    /// Until then, and how often it had to pull.
    int run(Clock::time_point end) {
        int turns = 0;
        while (Clock::now() < end) {
            ++turns;
            if (pull().integer(BO_COL_CURSOR_MORE) == 1) continue;
            (void)readable(std::max(std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now()), 0ms));
        }
        return turns;
    }

    int orders = 0;

private:
    const RawHost& host_;
    const std::string name_;
    RawCall call_ = raw_host();
    std::string cursor_;
    int fd_ = -1;
};

struct Descriptor {
    Descriptor() {
        raw_furnish(host);
        raw_stock(host, "v0", "a", 1000, 0);
    }

    void order(const RawHost& by, const std::string& id, const std::string& marketplace = "m") const {
        RawCall call = raw_host();
        call.marketplace = marketplace;
        by.must(call, "place", "{'order': '" + id + "', 'lines': [{'line': '1', 'variant': 'v0', 'quantity': 1}]}");
    }

    /// Until all that was committed here may be handed out.
    void settle() const {
        const std::string now = database.sql("SELECT pg_current_xact_id()");
        while (database.sql("SELECT pg_snapshot_xmin(pg_current_snapshot()) > '" + now + "'::xid8") != "t")
            std::this_thread::sleep_for(10ms);
    }

    std::int64_t transactions() const { return std::stoll(database.sql("SELECT pg_current_xact_id()")); }

    RawDatabase database{"event_descriptor"};
    RawHost host{database.url(), config()};
    RawHost neighbour{database.url(), config()};  ///< as good as another process
};

}  // namespace

BOOST_AUTO_TEST_SUITE(event_descriptor)

BOOST_FIXTURE_TEST_CASE(the_loop_of_an_idle_shop_stands_still, Descriptor) {
    Consumer consumer(host, "mail");
    settle();
    consumer.pull_all();
    BOOST_REQUIRE(!consumer.readable(500ms));
    const std::int64_t before = transactions();
    BOOST_TEST(consumer.run(Clock::now() + 2s) == 1);
    BOOST_TEST(transactions() - before < 10);  // the server has works of its own
}

BOOST_FIXTURE_TEST_CASE(acknowledging_again_writes_nothing, Descriptor) {
    Consumer consumer(host, "mail");
    settle();
    consumer.pull_all();
    consumer.pull_all();
    const std::int64_t before = transactions();
    for (int turn = 0; turn < 200; ++turn) consumer.pull_all();
    BOOST_TEST(transactions() - before < 20);
}

BOOST_FIXTURE_TEST_CASE(it_is_readable_until_somebody_has_read, Descriptor) {
    Consumer consumer(host, "mail");
    BOOST_TEST(consumer.readable(soon));
    settle();
    consumer.pull_all();
    BOOST_TEST(!consumer.readable(500ms));
}

BOOST_FIXTURE_TEST_CASE(an_order_of_this_process_is_told_at_once, Descriptor) {
    const RawHost own(database.url(), config(60'000));
    Consumer consumer(own, "mail");
    consumer.pull_all();
    for (int i = 0; i < 20; ++i) {
        order(own, "o" + std::to_string(i));
        BOOST_TEST(consumer.readable(soon));
        consumer.pull_all();
    }
    BOOST_TEST(consumer.orders == 20);
}

BOOST_FIXTURE_TEST_CASE(an_order_of_another_process_is_told, Descriptor) {
    Consumer consumer(host, "mail");
    consumer.pull_all();
    order(neighbour, "o1");
    BOOST_TEST(consumer.readable(soon));
    consumer.pull_all();
    BOOST_TEST(consumer.orders == 1);
    BOOST_TEST(!consumer.readable(500ms));
}

BOOST_FIXTURE_TEST_CASE(what_is_no_event_of_the_consumers_marketplace_is_not_told, Descriptor) {
    raw_furnish(host, 1, "elsewhere");
    raw_stock(host, "v0", "a", 9, 0, "elsewhere");
    Consumer consumer(host, "mail");
    consumer.pull_all();
    order(host, "o1", "elsewhere");
    order(neighbour, "o2", "elsewhere");
    host.must(raw_operator("nothing new"), "settings_set", "{'backorders_enabled': true}");
    consumer.pull_all();
    BOOST_TEST(!consumer.readable(500ms));
}

// Longer than anybody would watch for.
BOOST_FIXTURE_TEST_CASE(an_order_behind_a_long_transaction_is_told_when_that_ends, Descriptor) {
    for (const bool own : {true, false}) {
        Consumer consumer(host, own ? "mail" : "search");
        consumer.pull_all();
        const RawTransaction forgotten(database.url());
        forgotten.run("SELECT pg_current_xact_id()");
        order(own ? host : neighbour, own ? "o1" : "o2");
        std::this_thread::sleep_for(5500ms);
        consumer.pull_all();
        BOOST_TEST(consumer.orders == (own ? 0 : 1));
        BOOST_TEST(!consumer.readable(500ms));
        forgotten.commit();
        BOOST_TEST(consumer.readable(soon));
        consumer.pull_all();
        BOOST_TEST(consumer.orders == (own ? 1 : 2));
    }
}

BOOST_FIXTURE_TEST_CASE(a_busy_shop_behind_a_long_transaction_wakes_nobody_in_vain, Descriptor) {
    Consumer consumer(host, "mail");
    consumer.pull_all();
    const RawTransaction forgotten(database.url());
    forgotten.run("SELECT pg_current_xact_id()");
    std::thread shop([&] {
        for (int i = 0; i < 100; ++i) order(host, "o" + std::to_string(i));
    });
    const int turns = consumer.run(Clock::now() + 2s);
    shop.join();
    BOOST_TEST(turns < 10);
    BOOST_TEST(consumer.orders == 0);
    forgotten.commit();
    BOOST_TEST(consumer.readable(soon));
    consumer.pull_all();
    BOOST_TEST(consumer.orders == 100);
}

BOOST_FIXTURE_TEST_CASE(a_pull_that_fails_leaves_it_readable, Descriptor) {
    Consumer consumer(host, "mail");
    consumer.pull_all();
    order(host, "o1");
    BOOST_REQUIRE(consumer.readable(soon));
    const RawTransaction locked(database.url());
    locked.run("LOCK TABLE backorder.calls IN ACCESS EXCLUSIVE MODE");
    BOOST_TEST(consumer.pull(1000, 300).status == BO_E_TIMEOUT);
    BOOST_TEST(consumer.readable(0ms));
    locked.commit();
    BOOST_TEST(consumer.readable(0ms));
    consumer.pull_all();
    BOOST_TEST(consumer.orders == 1);
    BOOST_TEST(!consumer.readable(500ms));
}

BOOST_FIXTURE_TEST_CASE(a_page_before_the_last_leaves_it_readable, Descriptor) {
    Consumer consumer(host, "mail");
    consumer.pull_all();
    for (const char* id : {"o1", "o2", "o3"}) order(host, id);
    BOOST_REQUIRE(consumer.readable(soon));
    std::this_thread::sleep_for(300ms);  // whatever was still to be looked for
    (void)consumer.pull(1);
    BOOST_TEST(consumer.readable(0ms));
    consumer.pull_all();
    BOOST_TEST(!consumer.readable(500ms));
}

BOOST_FIXTURE_TEST_CASE(one_consumers_pull_does_not_hide_what_another_has_not_read, Descriptor) {
    Consumer mail(host, "mail");
    Consumer search(host, "search");
    mail.pull_all();
    search.pull_all();
    order(host, "o1");
    BOOST_REQUIRE(mail.readable(soon));
    mail.pull_all();
    BOOST_TEST(search.readable(soon));
    BOOST_TEST(mail.run(Clock::now() + 1s) < 15);  // it is woken for the other one, but now and then
    search.pull_all();
    BOOST_TEST(search.orders == 1);
    BOOST_TEST(!search.readable(500ms));
}

BOOST_FIXTURE_TEST_CASE(a_handle_of_one_connection_tells_too, Descriptor) {
    RawConfig narrow = config();
    narrow.pool_size = 1;
    narrow.more += ", \"lanes\": 1";
    const RawHost alone(database.url(), narrow);
    Consumer consumer(alone, "mail");
    consumer.pull_all();
    order(neighbour, "o1");
    BOOST_TEST(consumer.readable(soon));
    consumer.pull_all();
    order(alone, "o2");
    BOOST_TEST(consumer.readable(soon));
    consumer.pull_all();
    BOOST_TEST(consumer.orders == 2);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace backorder::test
