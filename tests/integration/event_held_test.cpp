// Events that wait for somebody's transaction say so.

#include "support/database.hpp"
#include "support/raw_host.hpp"
#include "support/shop.hpp"

#include <boost/test/unit_test.hpp>

#include <chrono>
#include <thread>

namespace backorder::test {

namespace {

constexpr const char* pull = "{'consumer':'mailer','limit':1000}";
constexpr const char* columns = "pid application user database prepared";

/// Its events so far are acknowledged.
struct Waiting : Shop {
    Waiting() {
        receive("red", "north", 9);
        settle();
        done(host, "events", pull);
        done(host, "events_acknowledge", "{'consumer':'mailer','cursor':'$cursor'}");
    }

    /// A second is what is not worth a word.
    void order_and_wait(const std::string& order) {
        place(order, "red", 1);
        std::this_thread::sleep_for(std::chrono::milliseconds(1100));
    }

    Answer page(const Actor& actor = host) { return done(actor, "events", pull); }
};

/// A transaction that is prepared and then forgotten, until the end.
class Prepared {
public:
    explicit Prepared(std::string name) : name_(std::move(name)) {
        const RawTransaction prepared(database());
        prepared.run("SELECT pg_current_xact_id()");
        prepared.run("PREPARE TRANSACTION '" + name_ + "'");
    }
    ~Prepared() { roll_back(); }
    Prepared(const Prepared&) = delete;
    Prepared& operator=(const Prepared&) = delete;

    void roll_back() const { (void)raw_sqlstate(database(), "ROLLBACK PREPARED '" + name_ + "'"); }

private:
    const std::string name_;
};

bool is_held(const Answer& answer) { return answer.result.contains("held"); }

std::string url_as(const std::string& user) {
    RawTarget target = raw_target(database());
    target["user"] = user;
    return to_string(target);
}

const std::string& database_name() {
    static const std::string name = raw_target(database()).at("dbname");
    return name;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(event_held)

BOOST_FIXTURE_TEST_CASE(a_page_says_since_when_and_by_which_process_it_is_held_back, Waiting) {
    const RawTransaction forgotten(database());
    forgotten.run("SET LOCAL application_name = 'nightly import'");
    forgotten.run("SELECT pg_current_xact_id()");
    const std::string pid = ask_sql("SELECT pid FROM pg_stat_activity WHERE application_name = 'nightly import'");
    order_and_wait("o1");
    const Answer held = page();
    BOOST_TEST(rows(held, "events", "type") == "");
    BOOST_TEST(cell(held, "cursor", "more") == "0");
    BOOST_TEST(rows(held, "held", columns) ==
               pid + " nightly import " + raw_target(database()).at("user") + " " + database_name() + " ");
    const std::string at =
        ask_sql("SELECT to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') FROM calls WHERE key = 'o1'"
                " AND marketplace = '" +
                name() + "'");
    BOOST_TEST(cell(held, "held", "since") == at);
    BOOST_TEST(cell(held, "held", "transaction_since") < at);
    BOOST_TEST(cell(held, "held", "transaction_since") != "");
    forgotten.commit();
    settle();
    BOOST_TEST(!is_held(page()));
    BOOST_TEST(rows(page(), "events", "type") == "order.placed");
}

BOOST_FIXTURE_TEST_CASE(what_is_not_worth_a_word_gets_none, Waiting) {
    BOOST_TEST(!is_held(page()));
    const RawTransaction forgotten(database());
    forgotten.run("SELECT pg_current_xact_id()");
    std::this_thread::sleep_for(std::chrono::milliseconds(1100));
    BOOST_TEST(!is_held(page()));  // nothing waits for it
    place("o1", "red", 1);
    BOOST_TEST(!is_held(page()));  // nothing has waited for long
    forgotten.commit();
}

BOOST_FIXTURE_TEST_CASE(a_page_before_the_last_does_not_look, Waiting) {
    for (const char* variant : {"blue", "red"}) receive(variant, "south", 1);
    settle();
    const RawTransaction forgotten(database());
    forgotten.run("SELECT pg_current_xact_id()");
    order_and_wait("o1");
    const Answer first = done(host, "events", "{'consumer':'mailer','limit':1}");
    BOOST_TEST(cell(first, "cursor", "more") == "1");
    BOOST_TEST(!is_held(first));
    const Answer all = page();
    BOOST_TEST(rows(all, "events", "type") == "stock.back; stock.back");
    BOOST_TEST(is_held(all));
    forgotten.commit();
}

BOOST_FIXTURE_TEST_CASE(a_prepared_transaction_is_named, Waiting) {
    const std::string gid = "forgotten in " + database_name();
    const Prepared forgotten(gid);
    order_and_wait("o1");
    const Answer held = page();
    BOOST_TEST(rows(held, "held", columns) ==
               "0  " + raw_target(database()).at("user") + " " + database_name() + " " + gid);
    BOOST_TEST(cell(held, "held", "transaction_since") != "");
    forgotten.roll_back();
    settle();
    BOOST_TEST(rows(page(), "events", "type") == "order.placed");
}

BOOST_FIXTURE_TEST_CASE(the_server_hides_when_anothers_transaction_began, Waiting) {
    const RawTransaction forgotten(url_as("postgres"));
    forgotten.run("SELECT pg_current_xact_id()");
    order_and_wait("o1");
    const Answer held = page();
    BOOST_TEST(cell(held, "held", "user") == "postgres");
    BOOST_TEST(cell(held, "held", "transaction_since") == "");
    BOOST_TEST(cell(held, "held", "since") != "");
    BOOST_TEST(number(held, "held", "pid") > 0);
    forgotten.commit();
}

BOOST_FIXTURE_TEST_CASE(a_seller_is_not_told_by_whom, Waiting) {
    settle();
    done(seller("acme"), "events", pull);
    done(seller("acme"), "events_acknowledge", "{'consumer':'mailer','cursor':'$cursor'}");
    const RawTransaction forgotten(database());
    forgotten.run("SELECT pg_current_xact_id()");
    order_and_wait("o1");
    const Answer held = page(seller("acme"));
    BOOST_TEST(rows(held, "held", columns) == "0    ");
    BOOST_TEST(cell(held, "held", "since") != "");
    BOOST_TEST(cell(held, "held", "transaction_since") == "");
    forgotten.commit();
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace backorder::test
