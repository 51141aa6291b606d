// The outbox.

#include "support/database.hpp"
#include "support/shop.hpp"

#include <boost/test/unit_test.hpp>

namespace backorder::test {

namespace {

/// Its consumer has seen the shop open.
struct Outbox : Shop {
    Outbox() { news(); }

    /// What happened since the last call, as rows.
    std::string news(const std::string& columns = "type", const Actor& actor = host) {
        settle();
        const Answer page =
            done(actor, "events",
                 "{'consumer':'mailer','limit':1000,'acknowledge':'" + std::string(started_ ? "$cursor" : "") + "'}");
        started_ = true;
        done(actor, "events_acknowledge", "{'consumer':'mailer','cursor':'$cursor'}");
        last_ = page;
        return rows(page, "events", columns);
    }

    /// A member of the body of the newest event of that type, as JSON.
    std::string body(std::string_view type, std::string_view member) const {
        std::string found = "no such event";
        for (const json::value& event : last_.result.at("events").as_array())
            if (event.at("type").as_string() == json::string_view(type.data(), type.size()))
                found = json::serialize(event.at("body").at(member));
        return found;
    }

private:
    bool started_ = false;
    Answer last_;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(events)

BOOST_FIXTURE_TEST_CASE(configuring_tells_before_and_after, Outbox) {
    threshold("red", "north", 4);
    allow("red", "deny");
    turn("off");
    BOOST_TEST(news("type variant warehouse") ==
               "threshold.changed red north; policy.changed red ; settings.changed  ");
    BOOST_TEST(body("settings.changed", "before") == R"({"backorders_enabled":true})");
    BOOST_TEST(body("settings.changed", "after") == R"({"backorders_enabled":false})");
    BOOST_TEST(body("policy.changed", "before") == R"({"policy":"inherit"})");
    BOOST_TEST(body("policy.changed", "after") == R"({"policy":"deny"})");
    BOOST_TEST(body("threshold.changed", "before").find("\"inherit\"") != std::string::npos);
    BOOST_TEST(body("threshold.changed", "after").find("4") != std::string::npos);
}

BOOST_FIXTURE_TEST_CASE(what_changes_nothing_is_no_news, Outbox) {
    turn("on");
    allow("red", "inherit");
    ask_with_key("", the_operator, "settings_set", "{'backorders_enabled':false,'dry_run':true}");
    place("o1", "red", 1);
    BOOST_TEST(news() == "");
}

BOOST_FIXTURE_TEST_CASE(stock_that_runs_out_and_comes_back_is_told_once_each, Outbox) {
    receive("red", "north", 2);
    receive("red", "north", 1);
    place("o1", "red", 2);
    place("o2", "red", 1);
    BOOST_TEST(news() == "stock.back; order.placed; order.placed; stock.out");
    receive("red", "north", 1);
    BOOST_TEST(news() == "stock.back");
    BOOST_TEST(body("stock.back", "before") == R"({"on_hand":3,"allocated":3,"backordered":0})");
    BOOST_TEST(body("stock.back", "after") == R"({"on_hand":4,"allocated":3,"backordered":0})");
}

BOOST_FIXTURE_TEST_CASE(entering_backorder_is_told_once_per_crossing, Outbox) {
    threshold("red", "north", 10);
    news();
    place("o1", "red", 1);
    place("o2", "red", 1);
    BOOST_TEST(news() == "order.placed; backorder.entered; order.placed");
    receive("red", "north", 2);
    place("o3", "red", 1);
    BOOST_TEST(news() == "backorder.covered; order.placed; backorder.entered");
}

BOOST_FIXTURE_TEST_CASE(reaching_the_limit_and_falling_below_it_are_told_once_per_crossing, Outbox) {
    threshold("red", "north", 2);
    news();
    place("o1", "red", 1);
    place("o2", "red", 1);
    BOOST_TEST(news() == "order.placed; backorder.entered; order.placed; backorder.limit_reached");
    receive("red", "north", 1);
    BOOST_TEST(news() == "backorder.covered; backorder.below_limit");
    receive("red", "north", 1);
    BOOST_TEST(news() == "backorder.covered");
}

BOOST_FIXTURE_TEST_CASE(a_moved_threshold_crosses_too, Outbox) {
    threshold("red", "north", 5);
    place("o1", "red", 3);
    news();
    threshold("red", "north", 3);
    BOOST_TEST(news() == "threshold.changed; backorder.limit_reached");
    threshold("red", "north", 1);
    BOOST_TEST(news() == "threshold.changed");
    threshold("red", "north", 4);
    BOOST_TEST(news() == "threshold.changed; backorder.below_limit");
}

BOOST_FIXTURE_TEST_CASE(covered_names_the_lines_and_says_which_are_ready, Outbox) {
    threshold("red", "north", 5);
    place("o1", "red", 2);
    place("o2", "red", 2);
    news();
    receive("red", "north", 3);
    BOOST_TEST(news("type variant warehouse") == "backorder.covered red north");
    BOOST_TEST(
        body("backorder.covered", "covered") ==
        R"([{"order":"o1","line":"1","units":2,"ready":true},{"order":"o2","line":"1","units":1,"ready":false}])");
    BOOST_TEST(body("backorder.covered", "before") == R"({"on_hand":0,"allocated":0,"backordered":4})");
    BOOST_TEST(body("backorder.covered", "after") == R"({"on_hand":3,"allocated":3,"backordered":1})");
}

// A has 2 of 5, B 3, C waits; two of them are not there.
BOOST_FIXTURE_TEST_CASE(a_promise_that_falls_back_is_told_with_its_order, Outbox) {
    threshold("red", "north", 9);
    receive("red", "north", 5);
    place("a", "red", 2);
    place("b", "red", 3);
    place("c", "red", 1);
    news();
    count("red", "north", 3);
    BOOST_TEST(news("type variant warehouse order") == "backorder.fallen_back red north b");
    BOOST_TEST(body("backorder.fallen_back", "before") == R"({"allocated":3,"waiting":0})");
    BOOST_TEST(body("backorder.fallen_back", "after") == R"({"allocated":1,"waiting":2})");
    BOOST_TEST(body("backorder.fallen_back", "line") == "\"1\"");
    BOOST_TEST(body("backorder.fallen_back", "units") == "2");
    BOOST_TEST(body("backorder.fallen_back", "seller") == "\"acme\"");
    count("red", "north", 0);
    BOOST_TEST(news("type order") == "backorder.fallen_back b; backorder.fallen_back a");
}

BOOST_FIXTURE_TEST_CASE(who_falls_back_is_told_before_what_that_crosses, Outbox) {
    threshold("red", "north", 1);
    receive("red", "north", 2);
    place("a", "red", 2);
    news();
    count("red", "north", 1);
    BOOST_TEST(news() == "backorder.fallen_back; backorder.entered; backorder.limit_reached");
}

BOOST_FIXTURE_TEST_CASE(a_seller_hears_of_its_own_lines_that_fall_back, Outbox) {
    receive("red", "north", 2);
    place("a", "red", 2);
    done(seller("acme"), "events", "{'consumer':'own','limit':100}");
    done(seller("acme"), "events_acknowledge", "{'consumer':'own','cursor':'$cursor'}");
    done(seller("globex"), "events", "{'consumer':'own','limit':100}");
    done(seller("globex"), "events_acknowledge", "{'consumer':'own','cursor':'$cursor'}");
    count("red", "north", 0);
    settle();
    BOOST_TEST(rows(done(seller("acme"), "events", "{'consumer':'own'}"), "events", "type order") ==
               "backorder.fallen_back a; backorder.entered ; backorder.limit_reached ");
    BOOST_TEST(rows(done(seller("globex"), "events", "{'consumer':'own'}"), "events", "type order") == "");
}

BOOST_FIXTURE_TEST_CASE(a_promise_that_moves_is_told_with_its_order, Outbox) {
    threshold("red", "north", 5);
    threshold("red", "south", 5);
    place("o1", "red", 3);
    receive("red", "acme-depot", 1);
    news();
    done(the_operator, "reassign", "{'order':'o1','line':'1','from':'north','to':'south','quantity':2}");
    BOOST_TEST(news("type variant warehouse order") ==
               "backorder.reassigned red south o1; backorder.entered red south ");
    BOOST_TEST(body("backorder.reassigned", "before") == R"({"warehouse":"north"})");
    BOOST_TEST(body("backorder.reassigned", "after") == R"({"warehouse":"south"})");
    BOOST_TEST(body("backorder.reassigned", "line") == "\"1\"");
    BOOST_TEST(body("backorder.reassigned", "units") == "2");
    BOOST_TEST(body("backorder.reassigned", "waiting") == "2");
    done(the_operator, "reassign", "{'order':'o1','line':'1','from':'north','to':'acme-depot','quantity':1}");
    BOOST_TEST(news("type warehouse order") ==
               "backorder.reassigned acme-depot o1; backorder.covered acme-depot ; stock.out acme-depot ");
    BOOST_TEST(body("backorder.reassigned", "waiting") == "0");
}

BOOST_FIXTURE_TEST_CASE(a_lost_parcel_says_who_waits_again, Outbox) {
    receive("red", "north", 3);
    place("o1", "red", 2);
    ship("o1", "1", "north", 2);
    (void)news();
    BOOST_TEST(
        body("fulfillment.created", "lines") ==
        R"([{"line":"1","variant":"red","seller":"acme","quantity":2,"allocated":-2,"waiting":0,"cancelled":0}])");
    done(the_operator, "cancel_fulfillment", "{'order':'o1','fulfillment':1,'units':'written_off'}");
    BOOST_TEST(news() == "fulfillment.cancelled; stock.out; backorder.entered; backorder.limit_reached");
    BOOST_TEST(
        body("fulfillment.cancelled", "lines") ==
        R"([{"line":"1","variant":"red","seller":"acme","quantity":2,"allocated":1,"waiting":1,"cancelled":0}])");
}

BOOST_FIXTURE_TEST_CASE(an_order_tells_its_life, Outbox) {
    receive("red", "north", 4);
    news();
    place("o1", "red", 3);
    ship("o1", "1", "north", 2);
    done(the_operator, "cancel_fulfillment", "{'order':'o1','fulfillment':1}");
    done(host, "cancel", "{'order':'o1'}");
    BOOST_TEST(news("type order") ==
               "order.placed o1; fulfillment.created o1; fulfillment.cancelled o1; order.cancelled o1");
    BOOST_TEST(body("fulfillment.created", "before") == R"({"state":"unfulfilled"})");
    BOOST_TEST(body("fulfillment.created", "after") == R"({"state":"partially_fulfilled"})");
    BOOST_TEST(body("fulfillment.created", "fulfillment") == "1");
    BOOST_TEST(body("fulfillment.cancelled", "units") == "\"to_line\"");
    BOOST_TEST(body("order.cancelled", "after") == R"({"state":"cancelled"})");
}

BOOST_FIXTURE_TEST_CASE(unacknowledged_events_come_again, Outbox) {
    receive("red", "north", 1);
    settle();
    for (int time = 0; time < 2; ++time)
        BOOST_TEST(rows(done(host, "events", "{'consumer':'mailer','limit':100}"), "events", "type") == "stock.back");
    done(host, "events_acknowledge", "{'consumer':'mailer','cursor':'$cursor'}");
    BOOST_TEST(rows(done(host, "events", "{'consumer':'mailer','limit':100}"), "events", "type") == "");
}

BOOST_FIXTURE_TEST_CASE(pages_pass_over_nothing_even_within_one_call, Outbox) {
    threshold("red", "north", 1);
    place("o1", "red", 1);
    receive("blue", "north", 1);
    settle();
    std::string all;
    for (int page = 0; page < 9; ++page) {
        const Answer answer = done(host, "events", "{'consumer':'mailer','limit':1,'acknowledge':'$cursor'}");
        all += rows(answer, "events", "type") + ";";
    }
    BOOST_TEST(all == "threshold.changed;order.placed;backorder.entered;backorder.limit_reached;stock.back;;;;;");
}

BOOST_FIXTURE_TEST_CASE(a_page_says_whether_there_is_more, Outbox) {
    for (const char* variant : {"red", "blue"}) receive(variant, "north", 1);
    settle();
    BOOST_TEST(cell(done(host, "events", "{'consumer':'mailer','limit':1}"), "cursor", "more") == "1");
    BOOST_TEST(cell(done(host, "events", "{'consumer':'mailer','limit':100}"), "cursor", "more") == "0");
}

BOOST_FIXTURE_TEST_CASE(consumers_read_each_at_their_own_pace, Outbox) {
    receive("red", "north", 1);
    settle();
    BOOST_TEST(news() == "stock.back");
    const std::string late = rows(done(host, "events", "{'consumer':'late','limit':1000}"), "events", "type");
    BOOST_TEST(late == "settings.changed; policy.changed; stock.back");
}

BOOST_FIXTURE_TEST_CASE(a_seller_is_told_of_its_own_things_only, Outbox) {
    receive("red", "north", 2);
    receive("cup", "north", 2);
    place_lines("o1", "{'line':'1','variant':'red','quantity':1},{'line':'2','variant':'cup','quantity':1}");
    settle();
    const Answer answer = done(seller("globex"), "events", "{'consumer':'mailer','limit':100}");
    BOOST_TEST(rows(answer, "events", "type variant") == "settings.changed ; stock.back cup; order.placed ");
    const std::string lines = json::serialize(answer.result.at("events").as_array().back().at("body"));
    BOOST_TEST(lines.find("cup") != std::string::npos);
    BOOST_TEST(lines.find("red") == std::string::npos);
}

BOOST_FIXTURE_TEST_CASE(a_sellers_consumer_is_not_the_hosts, Outbox) {
    receive("red", "north", 1);
    settle();
    done(seller("acme"), "events", "{'consumer':'mailer','limit':100}");
    done(seller("acme"), "events_acknowledge", "{'consumer':'mailer','cursor':'$cursor'}");
    BOOST_TEST(rows(done(host, "events", "{'consumer':'mailer','limit':100}"), "events", "type") == "stock.back");
}

BOOST_FIXTURE_TEST_CASE(each_event_of_a_stock_record_begins_where_the_last_ended, Outbox) {
    threshold("red", "north", 2);
    news();
    for (int round = 0; round < 4; ++round) {
        place("o" + std::to_string(round), "red", 2);
        receive("red", "north", 2);
    }
    settle();
    std::string after = R"({"on_hand":0,"allocated":0,"backordered":0})";
    const Answer page = done(host, "events", "{'consumer':'mailer','limit':100}");
    for (const json::value& event : page.result.at("events").as_array()) {
        if (event.at("type") != "backorder.entered" && event.at("type") != "backorder.covered") continue;
        BOOST_TEST(json::serialize(event.at("body").at("before")) == after);
        after = json::serialize(event.at("body").at("after"));
    }
    BOOST_TEST(after == R"({"on_hand":8,"allocated":8,"backordered":0})");
}

BOOST_FIXTURE_TEST_CASE(what_is_no_cursor_is_refused, Outbox) {
    for (const char* cursor : {"1", "1.2", "1.2.x", "-1.2.3", "1.2.3.4"})
        BOOST_TEST(
            ask(host, "events_acknowledge", std::string("{'consumer':'mailer','cursor':'") + cursor + "'}").status ==
            BO_E_ARGUMENT);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace backorder::test
