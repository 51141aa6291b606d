#include "service/request/json.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/mp11/algorithm.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>
#include <string>
#include <utility>
#include <vector>

using namespace backorder;

namespace {

struct Case {
    const char* operation;
    std::string json;
    Status status;
    std::string field;
};

std::string field_of(const Refusal& refusal) {
    for (const DetailRow& row : refusal.details)
        for (const Detail& detail : row)
            if (detail.key == "field") return std::get<std::string>(detail.value);
    return {};
}

Outcome<Request> read(std::string_view operation, std::string_view json) {
    Findings findings;
    std::optional<Request> request = read_request(operation, json, findings);
    if (const Outcome<void> found = findings.outcome(); !found) return found.error();
    return *std::move(request);
}

void expect_refused(const Case& expected) {
    BOOST_TEST_CONTEXT(expected.operation << ' ' << expected.json.substr(0, 100)) {
        const Outcome<Request> request = read(expected.operation, expected.json);
        BOOST_REQUIRE(!request);
        BOOST_TEST(static_cast<int>(request.error().status) == static_cast<int>(expected.status),
                   request.error().message);
        BOOST_TEST(field_of(request.error()) == expected.field);
    }
}

template <class T>
T expect_read(const char* operation, std::string_view json) {
    const Outcome<Request> request = read(operation, json);
    BOOST_REQUIRE_MESSAGE(request, (request ? "" : request.error().message));
    return std::get<T>(*request);
}

std::string receipt(std::string_view quantity) {
    return R"({"items":[{"variant":"v","warehouse":"w","quantity":)" + std::string(quantity) + "}]}";
}

std::string nested(std::size_t depth) {
    return R"({"order":)" + std::string(depth - 1, '[') + std::string(depth - 1, ']') + "}";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(request_json)

BOOST_AUTO_TEST_CASE(a_whole_order_is_read) {
    const auto place = expect_read<Place>("place", R"({"order":"o1","priority":"7","warehouses":["w2","w1"],"lines":[
        {"line":"1","variant":"v","quantity":3},
        {"line":"2","variant":"v","quantity":"9223372036854775807","warehouse":"w1","decline_backorder":true}]})");
    BOOST_TEST(place.order.value == "o1");
    BOOST_TEST(place.priority == 7);
    BOOST_TEST(place.warehouses.at(0).value == "w2");
    BOOST_TEST(place.lines.at(0).quantity.value == 3);
    BOOST_TEST(!place.lines.at(0).decline_backorder);
    BOOST_TEST(place.lines.at(1).quantity.value == INT64_MAX);
    BOOST_TEST(place.lines.at(1).warehouse.value == "w1");
    BOOST_TEST(place.lines.at(1).decline_backorder);
}

BOOST_AUTO_TEST_CASE(orders_of_a_batch_are_read_as_orders_are) {
    const std::string_view order =
        R"({"order":"o1","priority":7,"warehouses":["w2"],"lines":[)"
        R"({"line":"1","variant":"v","quantity":3,"warehouse":"","decline_backorder":true}]})";
    const auto batch =
        expect_read<PlaceBatch>("place_batch", R"({"orders":[{"order":"o0"},)" + std::string(order) + "]}");
    BOOST_REQUIRE(batch.orders.size() == 2U);
    BOOST_TEST(batch.orders[0].order.value == "o0");
    BOOST_TEST(request_text(batch.orders[1]) == order);
    expect_refused(
        {"place_batch", R"({"orders":[{"order":"o","line":[]}]})", Status::unknown_member, "orders[0].line"});
    expect_refused({"place_batch", R"({"orders":[{"order":"o","lines":[{"quantity":"x"}]}]})", Status::json,
                    "orders[0].lines[0].quantity"});
    expect_refused({"place_batch", R"({"orders":{}})", Status::json, "orders"});
}

BOOST_AUTO_TEST_CASE(every_operation_has_its_own_request) {
    boost::mp11::mp_for_each<Request>([]<class Asked>(const Asked&) {
        const std::string_view name = Operation<Asked>::name;
        const Outcome<Request> request = read(name, "");
        BOOST_REQUIRE_MESSAGE(request, name);
        BOOST_TEST(std::holds_alternative<Asked>(*request), name);
        BOOST_TEST(operation_name(*request) == name);
    });
}

BOOST_AUTO_TEST_CASE(null_is_as_if_left_out) {
    const auto query = expect_read<QueueQuery>("queue", R"({"variant":null,"limit":null,"skip":5})");
    BOOST_TEST(query.limit == 100);
    BOOST_TEST(query.skip == 5);
}

BOOST_AUTO_TEST_CASE(a_whole_number_is_taken_in_any_spelling) {
    const std::vector<std::pair<const char*, std::int64_t>> spellings{{"5.0", 5},
                                                                      {"1e3", 1000},
                                                                      {R"("5.0000")", 5},
                                                                      {R"("1e3")", 1000},
                                                                      {R"("+5")", 5},
                                                                      {"250e-1", 25},
                                                                      {"9007199254740993.0", 9007199254740993},
                                                                      {"9223372036854775807.000", INT64_MAX},
                                                                      {"-9.223372036854775808e18", INT64_MIN}};
    for (const auto& [spelled, units] : spellings)
        BOOST_TEST(expect_read<Receive>("receive", receipt(spelled)).items.at(0).quantity.value == units, spelled);
    const auto body = [](std::string_view quantity) {
        return short_request_text(expect_read<Receive>("receive", receipt(quantity)));
    };
    BOOST_TEST(body("2.0") == body("2"));
    BOOST_TEST(body(R"("2.0000")") == body("2"));
}

BOOST_AUTO_TEST_CASE(a_number_that_is_not_whole_or_too_large_is_no_quantity) {
    for (const char* number :
         {"5.5", "25.00e-1", "1e-400", "9223372036854775808", "18446744073709551615", "-9223372036854775809", "1e30",
          "1e400", R"("5.5")", R"("9223372036854775808")", R"("1e30")"})
        expect_refused({"receive", receipt(number), Status::quantity, "items[0].quantity"});
}

BOOST_AUTO_TEST_CASE(what_is_no_number_is_no_quantity) {
    for (const char* number :
         {"true", "[]", "{}", R"("")", R"(" 5")", R"("5x")", R"("0x5")", R"("1e")", R"(".")", R"("--5")", R"("NaN")"})
        expect_refused({"receive", receipt(number), Status::json, "items[0].quantity"});
}

BOOST_AUTO_TEST_CASE(every_fault_of_the_shape_is_named_with_its_item) {
    const Outcome<Request> request = read("place", R"({"order":"o","lines":[{"line":"1","variant":"v","quantity":"x"},
        {"line":"2","variant":"v","quantity":1},{"line":"3","variant":[],"qty":1}]})");
    BOOST_REQUIRE(!request);
    const std::vector<DetailRow>& rows = request.error().details;
    BOOST_REQUIRE(rows.size() == 3U);
    const auto said = [&rows](std::size_t row, std::string_view key) {
        for (const Detail& detail : rows[row])
            if (detail.key == key)
                return std::holds_alternative<std::string>(detail.value)
                           ? std::get<std::string>(detail.value)
                           : std::to_string(std::get<std::int64_t>(detail.value));
        return std::string();
    };
    const auto shown = [&said](std::size_t row) {
        return said(row, "field") + " " + said(row, "item") + " " + said(row, "line") + " " + said(row, "status");
    };
    BOOST_TEST(shown(0) == "lines[0].quantity 0 1 109");
    BOOST_TEST(shown(1) == "lines[2].variant 2 3 109");
    BOOST_TEST(shown(2) == "lines[2].qty 2 3 110");
    BOOST_TEST(said(0, "variant") == "v");
}

BOOST_AUTO_TEST_CASE(what_is_not_of_the_shape_is_refused_by_its_path) {
    for (const Case& refused : {
             Case{"place", R"({"lines":[{},{},{"quantity":"x"}]})", Status::json, "lines[2].quantity"},
             Case{"place", R"({"lines":{}})", Status::json, "lines"},
             Case{"place", R"({"lines":[null]})", Status::json, "lines[0]"},
             Case{"place", R"({"order":1})", Status::json, "order"},
             Case{"place", R"({"warehouses":["a",2]})", Status::json, "warehouses[1]"},
             Case{"settings_set", R"({"backorders_enabled":1})", Status::json, "backorders_enabled"},
             Case{"settings_set", R"({"backorders_enabled":"true"})", Status::json, "backorders_enabled"},
             Case{"count", R"({"items":[{"on_hand":0.5}]})", Status::quantity, "items[0].on_hand"},
         })
        expect_refused(refused);
}

BOOST_AUTO_TEST_CASE(an_unknown_member_is_refused_by_its_path) {
    expect_refused({"place", R"({"lines":[{"line":"1","qty":1}]})", Status::unknown_member, "lines[0].qty"});
    expect_refused({"verify", R"({"all":true})", Status::unknown_member, "all"});
    expect_refused({"place", R"({"Order":null})", Status::unknown_member, "Order"});
}

BOOST_AUTO_TEST_CASE(a_name_with_a_nul_is_named_in_a_message_that_is_whole_for_c) {
    const Outcome<Request> request = read("verify", R"({"\u0000all": 1})");
    BOOST_REQUIRE(!request);
    BOOST_TEST(request.error().message.starts_with("?all "));
    BOOST_TEST(field_of(request.error()) == std::string("\0all", 4));
}

BOOST_AUTO_TEST_CASE(a_wrong_shape_is_told_before_an_unknown_member) {
    expect_refused({"place", R"({"what":1,"lines":[{"quantity":"x"}]})", Status::json, "lines[0].quantity"});
}

BOOST_AUTO_TEST_CASE(a_name_that_stands_twice_is_refused) {
    expect_refused({"order", R"({"order":"a","order":"b"})", Status::json, "order"});
    expect_refused({"order", R"({"order":"a","\u006frder":"a"})", Status::json, "order"});
    expect_refused({"place", R"({"lines":[{"line":"1","x":{"y":1,"y":1}}]})", Status::json, "y"});
    expect_read<Place>("place", R"({"order":"a","lines":[{"line":"1"},{"line":"1"}]})");
}

BOOST_AUTO_TEST_CASE(what_is_no_json_is_refused) {
    for (const char* json : {"{", "{}x", "{} {}", "[]", "null", "1", "\"a\"", " ", "{'a':1}", "{\"order\":\"\xff\"}",
                             R"({"order":"\ud800"})", R"({"order":"a",})", R"({"order":NaN})", "{/**/}"})
        expect_refused({"order", json, Status::json, ""});
}

BOOST_AUTO_TEST_CASE(an_unknown_operation_is_refused_after_what_is_no_json) {
    expect_refused({"sell", "{}", Status::unknown_operation, ""});
    expect_refused({"", "{}", Status::unknown_operation, ""});
    expect_refused({"sell", "{", Status::json, ""});
}

BOOST_AUTO_TEST_CASE(an_unknown_operation_is_named_if_it_is_a_text) {
    const Refusal named = read("sell", "{}").error();
    BOOST_TEST(named.message == "there is no operation \"sell\"");
    BOOST_TEST(std::get<std::string>(named.details.at(0).at(0).value) == "sell");
    BOOST_TEST(named.details[0][0].key == "operation");
    for (const std::string& name :
         {std::string(), std::string("\xff"), std::string("a\0b", 3), std::string(129, 'x')}) {
        const Refusal unnamed = read(name, "{}").error();
        BOOST_TEST(unnamed.message == "there is no operation of that name");
        BOOST_TEST(unnamed.details.empty());
    }
}

BOOST_AUTO_TEST_CASE(sixteen_mebibytes_and_no_more) {
    const std::string blank(16U << 20, ' ');
    expect_read<Verify>("verify", "{}" + blank.substr(2));
    expect_refused({"verify", "{}" + blank, Status::limit, ""});
}

BOOST_AUTO_TEST_CASE(thirty_two_levels_and_no_more) {
    expect_refused({"order", nested(32), Status::json, "order"});
    expect_refused({"order", nested(33), Status::limit, ""});
}

BOOST_AUTO_TEST_CASE(ten_thousand_items_and_no_more) {
    std::string items = "{}";
    for (int i = 1; i < 10'000; ++i) items += ",{}";
    BOOST_TEST(expect_read<Receive>("receive", R"({"items":[)" + items + "]}").items.size() == 10'000U);
    expect_refused({"receive", R"({"items":[{},)" + items + "]}", Status::limit, "items"});
}

BOOST_AUTO_TEST_CASE(the_canonical_form_has_every_member_in_declared_order) {
    const Outcome<Request> request =
        read("place", R"({"lines":[{"quantity":"2","variant":"v","line":"1"}],"order":"o"})");
    BOOST_REQUIRE(request);
    BOOST_TEST(request_text(*request) ==
               R"({"order":"o","priority":0,"warehouses":[],"lines":[{"line":"1","variant":"v","quantity":2,)"
               R"("warehouse":"","decline_backorder":false}]})");
}

BOOST_AUTO_TEST_CASE(the_canonical_form_reads_back_as_itself) {
    for (const auto& [operation, json] :
         {std::pair{"threshold_set", R"({"items":[{"variant":"v","mode":"unlimited"}]})"},
          std::pair{"count", R"({"items":[{"variant":"v"},{"on_hand":0}]})"},
          std::pair{"warehouse_upsert", R"({"items":[{"warehouse":"w","active":false}]})"},
          std::pair{"settings_get", ""}}) {
        const Outcome<Request> first = read(operation, json);
        BOOST_REQUIRE(first);
        const std::string written = request_text(*first);
        const Outcome<Request> second = read(operation, written);
        BOOST_REQUIRE(second);
        BOOST_TEST(request_text(*second) == written);
    }
}

BOOST_AUTO_TEST_SUITE_END()
