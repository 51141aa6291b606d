// Requests and configurations that cannot be, by the door for JSON: each has its own status, and nothing is written.

#include "support/raw_host.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <string>

namespace backorder::test {
namespace {

struct Case {
    bo_status status;
    const char* operation;
    std::string request;
    std::string field = {};  // of the error's first row; empty: not looked at
};

std::string repeated(const std::string& text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += (i > 0 ? ", " : "") + text;
    return all;
}

std::string deep(int levels) {
    const auto count = static_cast<std::size_t>(levels);
    return "{'items': " + std::string(count, '[') + std::string(count, ']') + "}";
}

std::string receipt(const std::string& quantity) {
    return "{'items': [{'variant': 'v0', 'warehouse': 'a', 'quantity': " + quantity + "}]}";
}

std::string placed(const std::string& rest) { return "{'order': 'bad', " + rest + "}"; }

struct Shop {
    Shop() {
        raw_furnish(host, 2);
        raw_stock(host, "v0", "a", 10, 5);
        host.must(
            raw_operator("other product"), "catalog_upsert",
            "{'products': [{'product': 'q', 'seller': 't'}], 'variants': [{'variant': 'theirs', 'product': 'q'}]}");
        host.must(raw_operator("other warehouse"), "warehouse_upsert",
                  "{'items': [{'warehouse': 'theirs', 'owner': 't'}]}");
        host.must(raw_host(), "place", "{'order': 'o', 'lines': [{'line': '1', 'variant': 'v0', 'quantity': 2}]}");
        rows = raw_rows(host);
    }

    ~Shop() {
        BOOST_TEST(raw_rows(host) == rows);
        BOOST_TEST(raw_differences(host) == "");
        BOOST_TEST(database.sql("SELECT count(*) FROM backorder.calls WHERE key = 'bad'") == "0");
    }
    Shop(const Shop&) = delete;
    Shop& operator=(const Shop&) = delete;

    void check(const Case& one, RawCall call) const {
        const RawReply reply = host.call(call, one.operation, one.request);
        const std::string what =
            std::string(one.operation) + " " + one.request.substr(0, 200) + ": " + to_string(reply);
        BOOST_TEST(bo_status_name(reply.status) == std::string(bo_status_name(one.status)), what.substr(0, 1000));
        BOOST_TEST(!reply.message.empty(), what.substr(0, 1000));
        BOOST_TEST((one.field.empty() || reply.field == one.field),
                   reply.field + " is not " + one.field + "; " + what.substr(0, 1000));
    }

    RawDatabase database{"bad_input"};
    RawHost host{database.url()};
    std::int64_t rows = 0;
};

BOOST_FIXTURE_TEST_SUITE(bad_input, Shop)

BOOST_AUTO_TEST_CASE(what_is_no_json_of_the_operations_shape_is_refused) {
    const Case cases[] = {
        {BO_E_UNKNOWN_OPERATION, "nothing", "{}"},
        {BO_E_UNKNOWN_OPERATION, "Receive", "{}"},
        {BO_E_UNKNOWN_OPERATION, "", "{}"},
        {BO_E_JSON, "receive", "{"},
        {BO_E_JSON, "receive", "[]"},
        {BO_E_JSON, "receive", "null"},
        {BO_E_JSON, "receive", "{} {}"},
        {BO_E_JSON, "receive", "{'items': [],}"},
        {BO_E_JSON, "receive", "{items: []}"},
        {BO_E_JSON, "receive", "{'items': {}}", "items"},
        {BO_E_JSON, "receive", "{'items': 'v0'}", "items"},
        {BO_E_JSON, "receive", "{'items': [7]}", "items[0]"},
        {BO_E_JSON, "receive", "{'items': [], 'items': []}"},
        {BO_E_JSON, "receive", "{'items': [{'variant': 'v0', 'warehouse': 'a', 'quantity': 1, 'quantity': 2}]}"},
        {BO_E_QUANTITY, "receive", receipt("1.5"), "items[0].quantity"},
        {BO_E_QUANTITY, "receive", receipt("1e30"), "items[0].quantity"},
        {BO_E_QUANTITY, "receive", receipt("9223372036854775808"), "items[0].quantity"},
        {BO_E_QUANTITY, "receive", receipt("'9223372036854775808'"), "items[0].quantity"},
        {BO_E_JSON, "receive", receipt("'1x'"), "items[0].quantity"},
        {BO_E_JSON, "receive", receipt("' 1'"), "items[0].quantity"},
        {BO_E_JSON, "receive", receipt("''"), "items[0].quantity"},
        {BO_E_JSON, "receive", receipt("true"), "items[0].quantity"},
        {BO_E_JSON, "receive", receipt("[1]"), "items[0].quantity"},
        {BO_E_JSON, "receive", "{'items': [{'variant': 5, 'warehouse': 'a', 'quantity': 1}]}", "items[0].variant"},
        {BO_E_JSON, "settings_set", "{'backorders_enabled': 'true'}", "backorders_enabled"},
        {BO_E_JSON, "settings_set", "{'backorders_enabled': 1}", "backorders_enabled"},
        {BO_E_LIMIT, "receive", deep(40)},
        {BO_E_LIMIT, "receive", deep(100'000)},
        {BO_E_UNKNOWN_MEMBER, "receive", "{'items': [], 'extra': 1}", "extra"},
        {BO_E_UNKNOWN_MEMBER, "receive", "{'items': [{'variant': 'v0', 'warehouse': 'a', 'quantity': 1, 'price': 2}]}",
         "items[0].price"},
        {BO_E_UNKNOWN_MEMBER, "verify", "{'all': true}", "all"},
    };
    for (const Case& one : cases) check(one, raw_operator("bad"));
}

BOOST_AUTO_TEST_CASE(sixteen_mebibytes_are_the_most) {
    const std::size_t most = 16u << 20;
    const std::string text = R"({"items": [{"variant": "v0", "warehouse": "a", "quantity": 0}]})";
    const RawReply full = host.call_bytes(raw_operator("bad"), "receive", text + std::string(most - text.size(), ' '));
    BOOST_TEST(full.status == BO_E_QUANTITY, to_string(full));
    const RawReply more =
        host.call_bytes(raw_operator("bad"), "receive", text + std::string(most - text.size() + 1, ' '));
    BOOST_TEST(more.status == BO_E_LIMIT, to_string(more));
}

BOOST_AUTO_TEST_CASE(values_that_cannot_be_are_refused_by_name) {
    const std::string item = "{'variant': 'v0', 'warehouse': 'a', 'quantity': 1}";
    const std::string line = "{'line': '1', 'variant': 'v0', 'quantity': 1}";
    const Case cases[] = {
        {BO_E_LIMIT, "receive", "{'items': [" + repeated(item, 10'001) + "]}", "items"},
        {BO_E_TEXT, "receive", "{'items': [{'variant': '', 'warehouse': 'a', 'quantity': 1}]}", "items[0].variant"},
        {BO_E_TEXT, "receive", "{'items': [{'warehouse': 'a', 'quantity': 1}]}", "items[0].variant"},
        {BO_E_TEXT, "receive", "{'items': [{'variant': 'v\\u0000', 'warehouse': 'a', 'quantity': 1}]}",
         "items[0].variant"},
        {BO_E_TEXT, "receive",
         "{'items': [{'variant': '" + std::string(129, 'x') + "', 'warehouse': 'a', 'quantity': 1}]}",
         "items[0].variant"},
        {BO_E_ARGUMENT, "receive", "{}", "items"},
        {BO_E_QUANTITY, "receive", receipt("0"), "items[0].quantity"},
        {BO_E_QUANTITY, "receive", receipt("-9223372036854775808"), "items[0].quantity"},
        {BO_E_QUANTITY, "count", "{'items': [{'variant': 'v0', 'warehouse': 'a', 'on_hand': -1}]}", "items[0].on_hand"},
        {BO_E_DUPLICATE, "count",
         "{'items': [{'variant': 'v0', 'warehouse': 'a', 'on_hand': 1}, {'variant': 'v0', 'warehouse': 'a', 'on_hand': "
         "1}]}"},
        {BO_E_DUPLICATE, "place", placed("'lines': [" + line + ", " + line + "]"), "lines[1]"},
        {BO_E_DUPLICATE, "place", placed("'warehouses': ['a', 'a'], 'lines': [" + line + "]"), "warehouses[1]"},
        {BO_E_DUPLICATE, "warehouse_upsert", "{'items': [{'warehouse': 'n'}, {'warehouse': 'n'}]}"},
        {BO_E_ARGUMENT, "transfer", "{'items': [{'variant': 'v0', 'from': 'a', 'to': 'a', 'quantity': 1}]}",
         "items[0].to"},
        {BO_E_ARGUMENT, "threshold_set",
         "{'items': [{'variant': 'v0', 'warehouse': 'a', 'mode': 'some', 'threshold': 1}]}", "items[0].mode"},
        {BO_E_QUANTITY, "threshold_set", "{'items': [{'variant': 'v0', 'warehouse': 'a', 'threshold': -1}]}",
         "items[0].threshold"},
        {BO_E_ARGUMENT, "cancel_fulfillment", "{'order': 'o', 'fulfillment': 1, 'units': 'away'}", "units"},
        {BO_E_ARGUMENT, "queue", "{'after': 'nowhere'}", "after"},
        {BO_E_ARGUMENT, "queue", "{'after': '0.1.0.1.v0a', 'skip': 1}", "skip"},
        {BO_E_ARGUMENT, "open_orders", "{'after': '1x'}", "after"},
        {BO_E_ARGUMENT, "products", "{'limit': 10001}", "limit"},
        {BO_E_ARGUMENT, "ledger", "{'variant': 'v0', 'limit': 0}", "limit"},
        {BO_E_ARGUMENT, "place", placed("'priority': 4294967296, 'lines': [" + line + "]"), "priority"},
        {BO_E_OVERFLOW, "receive", receipt("9223372036854775807")},
        {BO_E_OVERFLOW, "receive", receipt("'9223372036854775800'")},
    };
    for (const Case& one : cases) {
        RawCall call = raw_operator(std::string(one.operation) == "place" ? "" : "bad");
        check(one, call);
    }
}

BOOST_AUTO_TEST_CASE(what_is_unknown_is_not_found) {
    const Case cases[] = {
        {BO_E_NOT_FOUND, "receive", "{'items': [{'variant': 'none', 'warehouse': 'a', 'quantity': 1}]}"},
        {BO_E_NOT_FOUND, "receive", "{'items': [{'variant': 'v0', 'warehouse': 'none', 'quantity': 1}]}"},
        {BO_E_NOT_FOUND, "receive", "{'items': [{'variant': 'v0', 'warehouse': 'theirs', 'quantity': 1}]}"},
        {BO_E_NOT_FOUND, "count", "{'items': [{'variant': 'none', 'warehouse': 'a', 'on_hand': 1}]}"},
        {BO_E_NOT_FOUND, "transfer", "{'items': [{'variant': 'v0', 'from': 'a', 'to': 'none', 'quantity': 1}]}"},
        {BO_E_NOT_FOUND, "policy_set", "{'items': [{'product': 'none', 'policy': 'deny'}]}"},
        {BO_E_NOT_FOUND, "threshold_set", "{'items': [{'variant': 'v0', 'warehouse': 'none', 'threshold': 1}]}"},
        {BO_E_NOT_FOUND, "catalog_upsert", "{'variants': [{'variant': 'new', 'product': 'none'}]}"},
        {BO_E_NOT_FOUND, "stock", "{'variants': ['none']}"},
        {BO_E_NOT_FOUND, "stock", "{'products': ['none']}"},
        {BO_E_NOT_FOUND, "availability", "{'items': [{'variant': 'none'}]}"},
        {BO_E_NOT_FOUND, "place", placed("'lines': [{'line': '1', 'variant': 'none', 'quantity': 1}]")},
        {BO_E_NOT_FOUND, "place",
         placed("'lines': [{'line': '1', 'variant': 'v0', 'warehouse': 'none', 'quantity': 1}]")},
        {BO_E_NOT_FOUND, "place",
         placed("'warehouses': ['none'], 'lines': [{'line': '1', 'variant': 'v0', 'quantity': 1}]")},
        {BO_E_NOT_FOUND, "cancel", "{'order': 'none'}"},
        {BO_E_NOT_FOUND, "cancel", "{'order': 'o', 'lines': [{'line': 'none', 'quantity': 1}]}"},
        {BO_E_NOT_FOUND, "order", "{'order': 'none'}"},
        {BO_E_NOT_FOUND, "shippable", "{'order': 'none'}"},
        {BO_E_NOT_FOUND, "fulfill", "{'order': 'o', 'entries': [{'line': 'none', 'warehouse': 'a', 'quantity': 1}]}"},
        {BO_E_NOT_FOUND, "fulfill", "{'order': 'o', 'entries': [{'line': '1', 'warehouse': 'none', 'quantity': 1}]}"},
        {BO_E_NOT_FOUND, "cancel_fulfillment", "{'order': 'o', 'fulfillment': 9}"},
        {BO_E_NOT_FOUND, "reassign", "{'order': 'o', 'line': '1', 'from': 'a', 'to': 'none', 'quantity': 1}"},
    };
    for (const Case& one : cases) check(one, raw_operator(std::string(one.operation) == "place" ? "" : "bad"));
}

BOOST_AUTO_TEST_CASE(what_is_another_sellers_is_not_found_and_another_tenants_is_not_there) {
    const Case cases[] = {
        {BO_E_NOT_FOUND, "receive", receipt("1")},
        {BO_E_NOT_FOUND, "count", "{'items': [{'variant': 'v0', 'warehouse': 'a', 'on_hand': 1}]}"},
        {BO_E_NOT_FOUND, "stock", "{'variants': ['v0']}"},
        {BO_E_NOT_FOUND, "stock", "{'products': ['p']}"},
        {BO_E_NOT_FOUND, "availability", "{'items': [{'variant': 'v0'}]}"},
        {BO_E_NOT_FOUND, "order", "{'order': 'o'}"},
        {BO_E_NOT_FOUND, "shippable", "{'order': 'o'}"},
        {BO_E_NOT_FOUND, "cancel", "{'order': 'o'}"},
        {BO_E_NOT_FOUND, "fulfill", "{'order': 'o', 'entries': [{'line': '1', 'warehouse': 'a', 'quantity': 1}]}"},
    };
    RawCall tenant = raw_operator("bad");
    tenant.marketplace = "another";
    for (const Case& one : cases) {
        check(one, raw_seller("t", "bad"));
        check(one, tenant);
    }
    const Case policy{BO_E_NOT_FOUND, "policy_set", "{'items': [{'product': 'p', 'policy': 'deny'}]}"};
    check(policy, raw_seller("t", "bad"));
}

BOOST_AUTO_TEST_CASE(lists_show_nothing_of_another_seller_or_tenant) {
    host.must(raw_host(), "place", "{'order': 'waits', 'lines': [{'line': '1', 'variant': 'v0', 'quantity': 10}]}");
    rows = raw_rows(host);
    RawCall tenant = raw_operator();
    tenant.marketplace = "another";
    for (const RawCall& other : {raw_seller("t"), tenant}) {
        const RawReply ledger = host.call(other, "ledger", "{'variant': 'v0'}");
        BOOST_TEST((ledger.status == BO_E_NOT_FOUND || ledger.rows(BO_TABLE_LEDGER) == 0), to_string(ledger));
        const RawReply queue = host.call(other, "queue", "{'warehouse': 'a'}");
        BOOST_TEST((queue.status == BO_E_NOT_FOUND || queue.rows(BO_TABLE_QUEUE) == 0), to_string(queue));
        const RawReply verify = host.must(other, "verify");
        BOOST_TEST(verify.integer(BO_COL_VERIFY_LEDGER_ROWS) == 0);
        BOOST_TEST(host.must(other, "events", "{'consumer': 'c'}").json().find("v0") == std::string::npos);
    }
    BOOST_TEST(host.must(raw_seller("s"), "ledger", "{'variant': 'v0'}").rows(BO_TABLE_LEDGER) > 0);
    BOOST_TEST(host.must(raw_seller("s"), "queue", "{'warehouse': 'a'}").rows(BO_TABLE_QUEUE) == 1);
}

BOOST_AUTO_TEST_CASE(actors_that_do_not_fit_together_are_refused) {
    RawCall host_with_rights = raw_host();
    host_with_rights.permissions = BO_MANAGE_ORDERS;
    RawCall managing_seller = raw_seller("s");
    managing_seller.permissions |= BO_MANAGE_MARKETPLACE;
    RawCall operator_of = raw_operator();
    operator_of.seller = "s";
    for (const RawCall& call : {host_with_rights, managing_seller, operator_of, raw_seller("")})
        check({BO_E_ACTOR, "settings_get", "{}"}, call);
    RawCall powerless = raw_operator("bad");
    powerless.permissions = 0;
    check({BO_E_PERMISSION, "receive", receipt("1")}, powerless);
    check({BO_E_PERMISSION, "receive", receipt("1")}, [] {
        RawCall call = raw_host();
        call.key = "bad";
        return call;
    }());
    check({BO_E_KEY_REQUIRED, "receive", receipt("1")}, raw_operator());
}

BOOST_AUTO_TEST_CASE(configurations_that_cannot_be_are_refused) {
    const struct {
        bo_status status;
        std::string config;
    } cases[] = {
        {BO_E_JSON, "{"},
        {BO_E_JSON, "[]"},
        {BO_E_JSON, "{'database': 'dbname=x', 'schema': 7}"},
        {BO_E_QUANTITY, "{'database': 'dbname=x', 'pool_size': 1.5}"},
        {BO_E_JSON, "{'database': 'dbname=x', 'migrate': 'yes'}"},
        {BO_E_JSON, "{'database': 'dbname=x', 'database': 'dbname=y'}"},
        {BO_E_CONFIG, "{}"},
        {BO_E_CONFIG, "{'database': ''}"},
        {BO_E_CONFIG, "{'database': 'no connection string'}"},
        {BO_E_CONFIG, "{'database': 'dbname=x', 'pool_size': 0}"},
        {BO_E_CONFIG, "{'database': 'dbname=x', 'pool_size': 257}"},
        {BO_E_CONFIG, "{'database': 'dbname=x', 'default_timeout_ms': 3600001}"},
        {BO_E_CONFIG, "{'database': 'dbname=x', 'poll_interval_ms': -1}"},
        {BO_E_CONFIG, "{'database': 'dbname=x', 'idle_timeout_ms': 0}"},
        {BO_E_JSON, "{'database': 'dbname=x', 'connect': 1}"},
        {BO_E_CONFIG, "{'database': 'dbname=x', 'schema': ''}"},
        {BO_E_UNKNOWN_MEMBER, "{'database': 'dbname=x', 'pool': 1}"},
        {BO_E_TEXT, "{'database': 'dbname=x', 'schema': 'a\\u0000b'}"},
        {BO_E_LIMIT, "{'database': " + std::string(40, '[') + std::string(40, ']') + "}"},
    };
    for (auto [status, config] : cases) {
        std::replace(config.begin(), config.end(), '\'', '"');
        const RawReply reply = raw_open(config);
        BOOST_TEST(bo_status_name(reply.status) == std::string(bo_status_name(status)),
                   config + ": " + to_string(reply));
        BOOST_TEST(!reply.message.empty(), config);
    }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace backorder::test
