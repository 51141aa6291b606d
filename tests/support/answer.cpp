#include "support/answer.hpp"

#include <boost/test/unit_test.hpp>

#include <array>
#include <optional>
#include <sstream>
#include <vector>

namespace backorder::test {

namespace {

/// Tables by number, from 1 on.
constexpr std::array<std::string_view, 32> table_names{
    "settings",       "policies",       "thresholds",     "warehouses",   "products", "variants",     "moves",
    "covered",        "fallen_back",    "order",          "lines",        "parts",    "fulfillments", "shippable",
    "stock",          "variant_totals", "product_totals", "availability", "queue",    "events",       "cursor",
    "ledger",         "verify",         "differences",    "schema",       "log",      "placed",       "placed_parts",
    "warehouse_list", "product_list",   "variant_list",   "open_orders"};
static_assert(table_names[BO_TABLE_PARTS - 1] == "parts" && table_names[BO_TABLE_OPEN_ORDERS - 1] == "open_orders");

constexpr std::array<std::string_view, 6> differs_by_run{"at",         "since",  "placed_at",
                                                         "created_at", "cursor", "sequence"};

std::vector<const json::object*> table_rows(const json::value& table) {
    if (table.is_object()) return {&table.get_object()};
    std::vector<const json::object*> found;
    for (const json::value& row : table.as_array()) found.push_back(&row.as_object());
    return found;
}

json::value text_cell(const bo_result* result, std::uint32_t column, std::size_t row) {
    const std::uint64_t* offsets = nullptr;
    const char* bytes = bo_result_text(result, column, &offsets);
    if (bytes == nullptr) return nullptr;
    return json::string(bytes + offsets[row], offsets[row + 1] - offsets[row]);
}

/// A text that is JSON, or empty.
json::value json_cell(const bo_result* result, std::uint32_t column, std::size_t row) {
    const json::value text = text_cell(result, column, row);
    return text.is_string() && !text.get_string().empty() ? json::parse(text.get_string()) : json::value();
}

/// What the column holds, in the shape the JSON has it: flags as booleans, texts that are JSON as what they say.
json::value column_cell(const bo_result* result, std::uint32_t column, std::size_t row, const json::value& like) {
    if (like.is_string()) return text_cell(result, column, row);
    if (like.is_structured() || like.is_null()) return json_cell(result, column, row);
    const std::int64_t* integers = bo_result_int64(result, column);
    if (integers == nullptr) return nullptr;
    return like.is_bool() ? json::value(integers[row] != 0) : json::value(integers[row]);
}

void check_row(const bo_result* result, std::uint32_t table, std::size_t row, const json::object& cells) {
    std::uint32_t column = table << 8;
    for (const auto& [name, value] : cells) {
        const json::value found = column_cell(result, column++, row, value);
        BOOST_TEST(found == value, table_names[table - 1] << "." << name << " of row " << row << ": " << found
                                                          << " instead of " << value);
    }
    const std::uint64_t* offsets = nullptr;
    BOOST_TEST(bo_result_int64(result, column) == nullptr);
    BOOST_TEST(bo_result_text(result, column, &offsets) == nullptr);
}

void check_columns(const bo_result* result, const json::object& tables) {
    for (std::uint32_t table = 1; table <= table_names.size(); ++table) {
        const json::value* value = tables.if_contains(table_names[table - 1]);
        const auto expected = value == nullptr ? std::vector<const json::object*>() : table_rows(*value);
        BOOST_REQUIRE_EQUAL(bo_result_rows(result, table), expected.size());
        for (std::size_t row = 0; row < expected.size(); ++row) check_row(result, table, row, *expected[row]);
    }
}

std::string shown(const json::value& value) {
    if (const auto* text = value.if_string()) return std::string(*text);
    return value.is_bool() ? (value.get_bool() ? "1" : "0") : json::serialize(value);
}

const json::value& table_of(const Answer& answer, std::string_view table) {
    const json::value* found = answer.result.if_contains(table);
    BOOST_REQUIRE_MESSAGE(found != nullptr, "no table " << table << " in the answer: status " << answer.status << " "
                                                        << json::serialize(answer.error));
    return *found;
}

std::string row_text(const json::object& row, std::string_view columns, const std::optional<std::string>& missing) {
    std::istringstream names{std::string(columns)};
    std::string text;
    for (std::string name; names >> name;) {
        const json::value* value = row.if_contains(name);
        BOOST_REQUIRE_MESSAGE(value != nullptr || missing, "no column " << name);
        text += (text.empty() ? "" : " ") + (value == nullptr ? *missing : shown(*value));
    }
    return text;
}

std::string rows_text(const json::value& table, std::string_view columns, const std::optional<std::string>& missing) {
    std::string text;
    for (const json::object* row : table_rows(table))
        text += (text.empty() ? "" : "; ") + row_text(*row, columns, missing);
    return text;
}

bool varies(std::string_view name) {
    return std::find(differs_by_run.begin(), differs_by_run.end(), name) != differs_by_run.end();
}

void blank(json::value& value, std::string_view marketplace) {
    if (auto* object = value.if_object())
        for (auto& [name, member] : *object) varies(name) ? void(member = "varies") : blank(member, marketplace);
    if (auto* array = value.if_array())
        for (json::value& member : *array) blank(member, marketplace);
    if (auto* text = value.if_string())
        for (auto at = text->find(marketplace); at != json::string::npos; at = text->find(marketplace))
            text->replace(at, marketplace.size(), "MARKETPLACE");
}

}  // namespace

Answer read_answer(bo_status status, bo_result* result, bo_error* error) {
    Answer answer{status, false, {}, {}};
    BOOST_TEST((error != nullptr) == (status != BO_OK));
    if (result != nullptr) {
        answer.replayed = bo_result_replayed(result) != 0;
        answer.result = json::parse(bo_result_json(result, nullptr)).as_object();
        BOOST_TEST(answer.result.at("status") == json::value(status));
        BOOST_TEST(answer.result.at("replayed") == json::value(answer.replayed));
        answer.result.erase("status");
        answer.result.erase("replayed");
        check_columns(result, answer.result);
    }
    if (error != nullptr) {
        BOOST_TEST(bo_error_status(error) == status);
        answer.error = json::parse(bo_error_json(error)).as_object();
    }
    bo_result_free(result);
    bo_error_free(error);
    return answer;
}

std::string rows(const Answer& answer, std::string_view table, std::string_view columns) {
    return rows_text(table_of(answer, table), columns, std::nullopt);
}

std::string cell(const Answer& answer, std::string_view table, std::string_view column) {
    const auto found = table_rows(table_of(answer, table));
    BOOST_REQUIRE_MESSAGE(!found.empty(), "table " << table << " has no row");
    return row_text(*found.front(), column, std::nullopt);
}

std::int64_t number(const Answer& answer, std::string_view table, std::string_view column) {
    return std::stoll(cell(answer, table, column));
}

std::string details(const Answer& answer, std::string_view keys) {
    const json::value* found = answer.error.if_contains("details");
    return found == nullptr ? "no details" : rows_text(*found, keys, "-");
}

std::string comparable(const Answer& answer, std::string_view marketplace) {
    json::value both = json::object{
        {"status", answer.status}, {"replayed", answer.replayed}, {"result", answer.result}, {"error", answer.error}};
    blank(both, marketplace);
    return json::serialize(both);
}

}  // namespace backorder::test
