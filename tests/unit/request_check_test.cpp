#include "service/request/checks.hpp"
#include "service/request/json.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

using namespace backorder;

namespace {

/// An operation, what it is asked with, and what the checks say of it. field "": the request itself.
struct Case {
    const char* operation;
    const char* json;
    Status status;
    const char* field = "";
};

const Case demands[]{
    {"settings_get", "{}", Status::ok},
    {"settings_set", R"({"backorders_enabled":false})", Status::ok},
    {"settings_set", R"({"dry_run":true})", Status::argument, "backorders_enabled"},

    {"policy_set", R"({"items":[{"variant":"v","policy":"allow"}]})", Status::ok},
    {"policy_set", "{}", Status::argument, "items"},
    {"policy_set", R"({"items":[{"policy":"allow"}]})", Status::argument, "items[0]"},
    {"policy_set", R"({"items":[{"product":"p","variant":"v","policy":"allow"}]})", Status::argument, "items[0]"},
    {"policy_set", R"({"items":[{"variant":"v"}]})", Status::argument, "items[0].policy"},
    {"policy_set", R"({"items":[{"variant":"v","policy":"maybe"}]})", Status::argument, "items[0].policy"},
    {"policy_set", R"({"items":[{"variant":"v","policy":"allow"},{"variant":"v","policy":"deny"}]})", Status::duplicate,
     "items[1]"},
    {"policy_set", R"({"items":[{"variant":"v","policy":"allow"},{"product":"v","policy":"deny"}]})", Status::ok},

    {"threshold_set", R"({"items":[{"variant":"v","warehouse":"w","threshold":0}]})", Status::ok},
    {"threshold_set", R"({"items":[{"variant":"v","threshold":0}]})", Status::text, "items[0].warehouse"},
    {"threshold_set", R"({"items":[{"variant":"v","warehouse":"w"}]})", Status::argument, "items[0].threshold"},
    {"threshold_set", R"({"items":[{"variant":"v","warehouse":"w","threshold":-1}]})", Status::quantity,
     "items[0].threshold"},
    {"threshold_set", R"({"items":[{"variant":"v","warehouse":"w","mode":"unlimited","threshold":0}]})", Status::ok},
    {"threshold_set", R"({"items":[{"variant":"v","warehouse":"w","mode":"unlimited","threshold":1}]})",
     Status::argument, "items[0].threshold"},
    {"threshold_set", R"({"items":[{"variant":"v","warehouse":"w","mode":"none"}]})", Status::argument,
     "items[0].mode"},
    {"threshold_set",
     R"({"items":[{"variant":"v","warehouse":"w","mode":"inherit"},{"variant":"v","warehouse":"w","threshold":1}]})",
     Status::duplicate, "items[1]"},
    {"threshold_set",
     R"({"items":[{"variant":"v","warehouse":"w","threshold":1},{"variant":"v","warehouse":"x","threshold":1}]})",
     Status::ok},

    {"warehouse_upsert", R"({"items":[{"warehouse":"w","priority":2147483647}]})", Status::ok},
    {"warehouse_upsert", R"({"items":[{"warehouse":"w","priority":2147483648}]})", Status::argument,
     "items[0].priority"},
    {"warehouse_upsert", R"({"items":[{"warehouse":"w"},{"warehouse":"w"}]})", Status::duplicate, "items[1]"},
    {"catalog_upsert", "{}", Status::argument},
    {"catalog_upsert", R"({"products":[{"product":"p","seller":"s"},{"product":"p","seller":"t"}]})", Status::duplicate,
     "products[1]"},
    {"catalog_upsert", R"({"variants":[{"variant":"v","product":"p"}]})", Status::ok},

    {"stock", "{}", Status::argument},
    {"stock", R"({"variants":["v","v"]})", Status::ok},
    {"stock", R"({"variants":["v",""]})", Status::text, "variants[1]"},
    {"availability", R"({"items":[{"variant":"v"}]})", Status::ok},
    {"availability", R"({"items":[{"variant":"v","quantity":-1}]})", Status::quantity, "items[0].quantity"},
    {"queue", R"({"seller":"s","limit":0})", Status::argument, "limit"},
    {"queue", R"({"seller":"s","limit":10001})", Status::argument, "limit"},
    {"queue", R"({"seller":"s","skip":-1})", Status::argument, "skip"},
    {"queue", R"({"seller":"s"})", Status::ok},
    {"queue", "{}", Status::ok},
    {"queue", R"({"skip":1,"after":"0.1.0.1.va"})", Status::argument, "skip"},
    {"warehouses", R"({"limit":0})", Status::argument, "limit"},
    {"products", R"({"limit":10001})", Status::argument, "limit"},
    {"variants", R"({"limit":1,"seller":"s"})", Status::ok},
    {"open_orders", R"({"limit":10001})", Status::argument, "limit"},

    {"receive", "{}", Status::argument, "items"},
    {"receive", R"({"items":[{"variant":"v","warehouse":"w"}]})", Status::quantity, "items[0].quantity"},
    {"receive",
     R"({"items":[{"variant":"v","warehouse":"w","quantity":1},{"variant":"v","warehouse":"w","quantity":1}]})",
     Status::ok},
    {"count", R"({"items":[{"variant":"v","warehouse":"w","on_hand":0}]})", Status::ok},
    {"count", R"({"items":[{"variant":"v","warehouse":"w"}]})", Status::argument, "items[0].on_hand"},
    {"count", R"({"items":[{"variant":"v","warehouse":"w","on_hand":-1}]})", Status::quantity, "items[0].on_hand"},
    {"count", R"({"items":[{"variant":"v","warehouse":"w","on_hand":1},{"variant":"v","warehouse":"w","on_hand":1}]})",
     Status::duplicate, "items[1]"},
    {"transfer", R"({"items":[{"variant":"v","from":"a","to":"b","quantity":1}]})", Status::ok},
    {"transfer", R"({"items":[{"variant":"v","from":"a","to":"a","quantity":1}]})", Status::argument, "items[0].to"},

    {"place", R"({"order":"o"})", Status::argument, "lines"},
    {"place", R"({"order":"o","lines":[{"line":"1","variant":"v","quantity":0}]})", Status::quantity,
     "lines[0].quantity"},
    {"place", R"({"order":"o","priority":-2147483649,"lines":[{"line":"1","variant":"v","quantity":1}]})",
     Status::argument, "priority"},
    {"place",
     R"({"order":"o","lines":[{"line":"1","variant":"v","quantity":1},{"line":"1","variant":"x","quantity":1}]})",
     Status::duplicate, "lines[1]"},
    {"place", R"({"order":"o","warehouses":["w","w"],"lines":[{"line":"1","variant":"v","quantity":1}]})",
     Status::duplicate, "warehouses[1]"},
    {"place",
     R"({"order":"o","lines":[{"line":"1","variant":"v","quantity":9223372036854775807},)"
     R"({"line":"2","variant":"v","quantity":1}]})",
     Status::overflow, "lines[1].quantity"},
    {"place",
     R"({"order":"o","lines":[{"line":"1","variant":"v","quantity":9223372036854775807},)"
     R"({"line":"2","variant":"x","quantity":9223372036854775807}]})",
     Status::ok},
    {"place_batch", "{}", Status::argument, "orders"},
    {"place_batch",
     R"({"orders":[{"order":"o","lines":[{"line":"1","variant":"v","quantity":1}]},)"
     R"({"order":"p","lines":[{"line":"1","variant":"v","quantity":1}]}]})",
     Status::ok},
    {"place_batch", R"({"orders":[{"order":"o","lines":[{"line":"1","variant":"v","quantity":1}]},{"order":"p"}]})",
     Status::argument, "orders[1].lines"},
    {"place_batch", R"({"orders":[{"lines":[{"line":"1","variant":"v","quantity":1}]}]})", Status::text,
     "orders[0].order"},
    {"place_batch", R"({"orders":[{"order":"o","lines":[{"line":"1","variant":"v","quantity":0}]}]})", Status::quantity,
     "orders[0].lines[0].quantity"},
    {"place_batch",
     R"({"orders":[{"order":"o","priority":2147483648,"lines":[{"line":"1","variant":"v","quantity":1}]}]})",
     Status::argument, "orders[0].priority"},
    {"place_batch",
     R"({"orders":[{"order":"o","lines":[{"line":"1","variant":"v","quantity":1},{"line":"1","variant":"x","quantity":1}]}]})",
     Status::duplicate, "orders[0].lines[1]"},
    {"place_batch",
     R"({"orders":[{"order":"o","warehouses":["w","w"],"lines":[{"line":"1","variant":"v","quantity":1}]}]})",
     Status::duplicate, "orders[0].warehouses[1]"},
    {"place_batch",
     R"({"orders":[{"order":"o","lines":[{"line":"1","variant":"v","quantity":1}]},)"
     R"({"order":"o","lines":[{"line":"1","variant":"v","quantity":1}]}]})",
     Status::duplicate, "orders[1]"},
    {"place_batch",
     R"({"orders":[{"order":"o","lines":[{"line":"1","variant":"v","quantity":9223372036854775807},)"
     R"({"line":"2","variant":"v","quantity":1}]}]})",
     Status::overflow, "orders[0].lines[1].quantity"},
    {"place_batch",
     R"({"orders":[{"order":"o","lines":[{"line":"1","variant":"v","quantity":9223372036854775807}]},)"
     R"({"order":"p","lines":[{"line":"1","variant":"v","quantity":9223372036854775807}]}]})",
     Status::ok},

    {"cancel", R"({"order":"o"})", Status::ok},
    {"cancel", R"({"order":"o","lines":[{"line":"1","quantity":1},{"line":"1","quantity":1}]})", Status::duplicate,
     "lines[1]"},

    {"order", "{}", Status::text, "order"},
    {"order", R"({"order":"a\u0000b"})", Status::text, "order"},
    {"shippable", R"({"order":"o"})", Status::ok},
    {"fulfill", R"({"order":"o"})", Status::argument, "entries"},
    {"fulfill",
     R"({"order":"o","entries":[{"line":"1","warehouse":"w","quantity":1},{"line":"1","warehouse":"w","quantity":1}]})",
     Status::duplicate, "entries[1]"},
    {"cancel_fulfillment", R"({"order":"o","fulfillment":1,"units":"to_stock"})", Status::ok},
    {"cancel_fulfillment", R"({"order":"o","fulfillment":1,"units":"lost"})", Status::argument, "units"},
    {"cancel_fulfillment", R"({"order":"o"})", Status::quantity, "fulfillment"},
    {"reassign", R"({"order":"o","line":"1","from":"a","to":"a","quantity":1})", Status::argument, "to"},

    {"events", R"({"consumer":"c"})", Status::ok},
    {"events", R"({"consumer":"c","limit":0})", Status::argument, "limit"},
    {"events_acknowledge", R"({"consumer":"c"})", Status::argument, "cursor"},
    {"ledger", R"({"warehouse":"w"})", Status::argument},
    {"ledger", R"({"order":"o","after":-1})", Status::argument, "after"},
    {"verify", "{}", Status::ok},
    {"verify", R"({"limit":-1})", Status::argument, "limit"},
};

std::string field_of(const Refusal& refusal) {
    return refusal.details.empty() ? "" : std::get<std::string>(refusal.details.front().front().value);
}

Outcome<void> check_request(const Request& request) {
    Findings findings;
    backorder::check_request(request, findings);
    return findings.outcome();
}

void expect(const Case& expected) {
    BOOST_TEST_CONTEXT(expected.operation << ' ' << expected.json) {
        Findings unread;
        const std::optional<Request> request = read_request(expected.operation, expected.json, unread);
        BOOST_REQUIRE(request);
        BOOST_REQUIRE_MESSAGE(unread.clean(), (unread.clean() ? "" : unread.outcome().error().message));
        const Outcome<void> checked = check_request(*request);
        const Refusal refusal = checked ? Refusal{Status::ok, {}} : checked.error();
        BOOST_TEST(static_cast<int>(refusal.status) == static_cast<int>(expected.status), refusal.message);
        BOOST_TEST(field_of(refusal) == expected.field);
    }
}

Context context_of(Role role, std::uint64_t permissions, std::string seller) {
    Context context;
    context.role = role;
    context.permissions = permissions;
    context.marketplace = "m";
    context.seller = std::move(seller);
    return context;
}

Status status_of(const Context& context) {
    Findings findings;
    check_context(context, findings);
    const Outcome<void> checked = findings.outcome();
    return checked ? Status::ok : checked.error().status;
}

}  // namespace

BOOST_TEST_DONT_PRINT_LOG_VALUE(backorder::Status)

BOOST_AUTO_TEST_SUITE(request_check)

BOOST_AUTO_TEST_CASE(what_every_operation_demands) {
    for (const Case& known : demands) expect(known);
}

BOOST_AUTO_TEST_CASE(an_id_has_1_to_128_bytes) {
    BOOST_TEST(check_request(OrderQuery{{std::string(128, 'o')}}).has_value());
    for (const std::string& id : {std::string(129, 'o'), std::string(), std::string("\xff"), std::string("\0", 1)})
        BOOST_CHECK(check_request(OrderQuery{{id}}).error().status == Status::text);
}

BOOST_AUTO_TEST_CASE(a_text_that_is_no_id_has_up_to_1024_bytes) {
    BOOST_TEST(check_request(EventsAcknowledge{{"c"}, std::string(1024, 'x')}).has_value());
    BOOST_CHECK(check_request(EventsAcknowledge{{"c"}, std::string(1025, 'x')}).error().status == Status::text);
    BOOST_CHECK(check_request(EventsPull{{"c"}, 1, "\xc3"}).error().status == Status::text);
}

BOOST_AUTO_TEST_CASE(the_refusal_listed_first_is_told_whatever_stands_first) {
    expect({"receive", R"({"items":[{"variant":"v","warehouse":"w","quantity":0},{"variant":"v","quantity":1}]})",
            Status::text, "items[1].warehouse"});
}

BOOST_AUTO_TEST_CASE(all_that_is_wrong_is_named_up_to_a_hundred_and_the_rest_is_counted) {
    Receive receive;
    for (int i = 0; i < 150; ++i) receive.items.push_back({{"v" + std::to_string(i)}, {"w"}, {0}});
    receive.items[149].variant.value.clear();
    const Refusal refusal = check_request(receive).error();
    BOOST_CHECK(refusal.status == Status::text);
    BOOST_REQUIRE(refusal.details.size() == 101U);
    const auto said = [&refusal](std::size_t row, std::size_t detail) {
        return std::get<std::string>(refusal.details[row][detail].value);
    };
    BOOST_TEST(said(0, 0) == "items[149].variant");
    BOOST_TEST(std::get<std::int64_t>(refusal.details[0][1].value) == 149);
    BOOST_TEST(said(0, 2) == "w");
    BOOST_TEST(said(1, 0) == "items[0].quantity");
    BOOST_TEST(said(1, 2) == "v0");
    BOOST_TEST(said(99, 0) == "items[98].quantity");
    BOOST_TEST(refusal.details[100][0].key == "more");
    BOOST_TEST(std::get<std::int64_t>(refusal.details[100][0].value) == 51);
    BOOST_TEST(refusal.message ==
               "items[149].variant is missing or empty; items[0].quantity must be at least 1; items[1].quantity must be"
               " at least 1; and 148 more, see the details");
}

BOOST_AUTO_TEST_CASE(a_number_that_is_not_whole_is_told_once_and_after_what_is_listed_before) {
    Findings findings;
    const auto request = read_request(
        "receive", R"({"items":[{"variant":"v","warehouse":"w","quantity":2.5},{"warehouse":"w","quantity":1}]})",
        findings);
    BOOST_REQUIRE(request);
    backorder::check_request(*request, findings);
    const Refusal refusal = findings.outcome().error();
    BOOST_CHECK(refusal.status == Status::text);
    BOOST_REQUIRE(refusal.details.size() == 2U);
    BOOST_TEST(std::get<std::string>(refusal.details[1].at(4).value) == "2.5");
}

BOOST_AUTO_TEST_CASE(what_is_missing_is_told_and_not_what_follows) {
    Transfer transfer{{{{"v"}, {""}, {""}, {1}}}};
    BOOST_TEST(check_request(transfer).error().details.size() == 2U);
    Count count;
    count.items.resize(2);
    count.items[0].on_hand = count.items[1].on_hand = {1, true};
    BOOST_TEST(check_request(count).error().details.size() == 4U);
}

BOOST_AUTO_TEST_CASE(more_than_ten_thousand_items_are_refused_from_every_door) {
    Receive receive;
    receive.items.resize(10'001);
    BOOST_CHECK(check_request(receive).error().status == Status::limit);
}

BOOST_AUTO_TEST_CASE(a_batch_has_up_to_ten_thousand_orders_and_a_hundred_thousand_lines) {
    const auto batch = [](std::size_t orders, std::size_t lines) {
        PlaceBatch made;
        for (std::size_t i = 0; i < orders; ++i) {
            Place& order = made.orders.emplace_back();
            order.order = {std::to_string(i)};
            for (std::size_t line = 0; line < lines; ++line)
                order.lines.push_back({{std::to_string(line)}, {"v"}, {1}, {}});
        }
        return made;
    };
    BOOST_TEST(check_request(batch(10'000, 10)).has_value());
    BOOST_CHECK(check_request(batch(10'001, 1)).error().status == Status::limit);
    PlaceBatch full = batch(10, 10'000);
    BOOST_TEST(check_request(full).has_value());
    Place one_more = full.orders.front();
    one_more.order = {"one more"};
    one_more.lines.resize(1);
    full.orders.push_back(one_more);
    BOOST_CHECK(check_request(full).error().status == Status::limit);
}

BOOST_AUTO_TEST_CASE(a_batch_of_orders_has_no_key_of_its_own) {
    const Request batch = PlaceBatch{{{{"o"}, 0, {}, {}}}};
    Context context;
    BOOST_TEST(check_key(context, batch).has_value());
    context.key = "o";
    BOOST_CHECK(check_key(context, batch).error().status == Status::argument);
}

BOOST_AUTO_TEST_CASE(role_seller_and_permissions_fit_each_other) {
    BOOST_CHECK(status_of(context_of(Role::host, 0, "")) == Status::ok);
    BOOST_CHECK(status_of(context_of(Role::operator_, all_permissions, "")) == Status::ok);
    BOOST_CHECK(status_of(context_of(Role::seller, manage_inventory | manage_orders | manage_fulfillments, "s")) ==
                Status::ok);
    BOOST_CHECK(status_of(context_of(Role::seller, 0, "")) == Status::actor);
    BOOST_CHECK(status_of(context_of(Role::operator_, 0, "s")) == Status::actor);
    BOOST_CHECK(status_of(context_of(Role::host, 0, "s")) == Status::actor);
    BOOST_CHECK(status_of(context_of(Role::host, manage_orders, "")) == Status::actor);
    BOOST_CHECK(status_of(context_of(Role::seller, manage_marketplace, "s")) == Status::actor);
    BOOST_CHECK(status_of(context_of(Role::operator_, 16, "")) == Status::reserved);
}

BOOST_AUTO_TEST_CASE(a_marketplace_is_always_named) {
    Context context;
    BOOST_CHECK(status_of(context) == Status::text);
    context.marketplace = std::string(129, 'm');
    BOOST_CHECK(status_of(context) == Status::text);
}

BOOST_AUTO_TEST_CASE(key_user_and_trace_may_be_empty_but_not_wrong) {
    for (std::string Context::*member : {&Context::key, &Context::user, &Context::traceparent}) {
        Context context = context_of(Role::host, 0, "");
        context.*member = "\xff";
        BOOST_CHECK(status_of(context) == Status::text);
        context.*member = std::string(128, 'k');
        BOOST_CHECK(status_of(context) == Status::ok);
    }
}

BOOST_AUTO_TEST_SUITE_END()
