#include "support/market.hpp"

#include "support/database.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <set>

namespace backorder::test {

namespace {

constexpr std::array doors{call_by_json, call_by_type};

std::string next_number() {
    static int markets = 0;
    return std::to_string(++markets);
}

bool needs_key(std::string_view operation) {
    static const std::set<std::string_view> keyless{
        "settings_get", "stock",      "availability",       "queue", "order",       "shippable",  "ledger",
        "verify",       "events",     "events_acknowledge", "place", "place_batch", "warehouses", "products",
        "variants",     "open_orders"};
    return !keyless.contains(operation);
}

json::object with_cursor(json::object request, const std::string& cursor) {
    for (auto& [name, value] : request)
        if (value.is_string() && value.get_string() == "$cursor") value = cursor;
    return request;
}

void replace_all(std::string& text, std::string_view what, std::string_view by) {
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
        text.replace(at, what.size(), by);
}

}  // namespace

json::object object(std::string text) {
    std::replace(text.begin(), text.end(), '\'', '"');
    return json::parse(text).as_object();
}

Market::Market() {
    const std::string number = next_number();
    names_ = {"market-" + number + "-by-json", "market-" + number + "-by-type"};
}

void Market::teardown() {
    if (!verified_at_end) return;
    for (std::size_t door = 0; door < doors.size(); ++door) {
        const Answer verified = ask_one(door, "", host, "verify", {});
        BOOST_TEST(cell(verified, "verify", "next") == "");
        BOOST_TEST(rows(verified, "differences", "what variant warehouse order line expected found") == "",
                   names_[door]);
    }
}

Answer Market::ask(const Actor& actor, std::string_view operation, const std::string& request) {
    return ask_both(needs_key(operation) ? "key-" + std::to_string(++keys_) : "", actor, operation, request);
}

Answer Market::ask_with_key(const std::string& key, const Actor& actor, std::string_view operation,
                            const std::string& request) {
    return ask_both(key, actor, operation, request);
}

Answer Market::done(const Actor& actor, std::string_view operation, const std::string& request) {
    Answer answer = ask(actor, operation, request);
    BOOST_REQUIRE_MESSAGE(answer.status == BO_OK, operation << " " << request << ": " << json::serialize(answer.error));
    return answer;
}

Answer Market::ask_both(const std::string& key, const Actor& actor, std::string_view operation,
                        const std::string& request) {
    BOOST_TEST_INFO_SCOPE(operation << " " << request);
    const json::object asked = object(request);
    Answer by_json = ask_one(0, key, actor, operation, asked);
    const Answer by_type = ask_one(1, key, actor, operation, asked);
    BOOST_TEST(comparable(by_json, names_[0]) == comparable(by_type, names_[1]));
    return by_json;
}

Answer Market::ask_one(std::size_t door, const std::string& key, const Actor& actor, std::string_view operation,
                       const json::object& request) {
    bo_result* result = nullptr;
    bo_error* error = nullptr;
    const bo_call call = call_of(actor, names_[door], key);
    const bo_status status = doors[door](call, operation, with_cursor(request, cursors_[door]), &result, &error);
    Answer answer = read_answer(status, result, error);
    if (answer.result.contains("cursor")) cursors_[door] = cell(answer, "cursor", "cursor");
    return answer;
}

Answer Market::ask_by_json(const Actor& actor, std::string_view operation, const std::string& request,
                           const std::string& key) const {
    bo_result* result = nullptr;
    bo_error* error = nullptr;
    const bo_status status = call_by_json(call_of(actor, names_[0], key), operation, object(request), &result, &error);
    return read_answer(status, result, error);
}

void Market::sql(const std::string& statements) const { (void)ask_sql_here(statements); }

std::string Market::ask_sql_here(const std::string& statement) const {
    std::string both;
    for (const std::string& name : names_) {
        std::string here = statement;
        replace_all(here, "$M", "'" + name + "'");
        both += ask_sql(here);
    }
    return both;
}

}  // namespace backorder::test
