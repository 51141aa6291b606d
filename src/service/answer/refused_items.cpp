#include "service/answer/refused_items.hpp"

#include "service/answer/answer.hpp"

#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include <algorithm>

namespace backorder {

namespace json = boost::json;

ItemOutcome::ItemOutcome(std::size_t index, const std::optional<Refusal>& refusal)
    : item(static_cast<std::int64_t>(index)) {
    if (!refusal) return;
    status = static_cast<std::int64_t>(refusal->status);
    message = refusal->message;
    details = json::serialize(refusal->details.empty() ? json::object() : to_json(refusal->details.front()));
}

json::object to_json(const DetailRow& details) {
    json::object shown;
    for (const Detail& detail : details)
        std::visit([&](const auto& value) { shown[detail.key] = value; }, detail.value);
    return shown;
}

json::array to_json(const std::vector<DetailRow>& details) {
    json::array rows;
    for (const DetailRow& row : details) rows.push_back(to_json(row));
    return rows;
}

DetailRow details_from(const json::object& shown) {
    DetailRow details;
    for (const auto& [key, value] : shown)
        if (const auto* number = value.if_int64())
            details.push_back({std::string(key), *number});
        else if (const auto* text = value.if_string())
            details.push_back({std::string(key), std::string(*text)});
    return details;
}

namespace {

namespace json = boost::json;

constexpr std::size_t status_column = 1;
constexpr std::size_t message_column = 2;
constexpr std::size_t details_column = 3;

bool has_outcomes(const TableSpec& spec) {
    return spec.columns.size() > details_column && spec.columns[status_column].name == "status";
}

/// A refused item's details: a row, or rows of which the first stands for all; a record may lack them.
DetailRow first_row(std::string_view details) {
    if (details.empty()) return {};
    const json::value shown = json::parse(details);
    if (const auto* row = shown.if_object()) return details_from(*row);
    const json::array& rows = shown.as_array();
    return rows.empty() ? DetailRow() : details_from(rows.front().as_object());
}

struct Tally {
    std::size_t items = 0;
    Refusal refusal{Status::ok, {}};

    void add(const Table& table, std::size_t row_index) {
        ++items;
        const auto status = static_cast<Status>(table.integer(row_index, status_column));
        if (status == Status::ok) return;
        if (refusal.details.empty()) {
            refusal.status = status;
            refusal.message = table.text(row_index, message_column);
        }
        DetailRow row{{"table", std::string(table.spec().name)},
                      {"item", table.integer(row_index, 0)},
                      {"status", table.integer(row_index, status_column)},
                      {"message", std::string(table.text(row_index, message_column))}};
        for (Detail& detail : first_row(table.text(row_index, details_column))) row.push_back(std::move(detail));
        refusal.details.push_back(std::move(row));
    }
};

}  // namespace

std::optional<Refusal> refused_items(const Answer& answer) {
    Tally tally;
    for (const Table& table : answer.tables())
        if (has_outcomes(table.spec()))
            for (std::size_t row = 0; row < table.rows(); ++row) tally.add(table, row);
    const std::size_t refused = tally.refusal.details.size();
    if (refused == 0) return std::nullopt;
    if (tally.items > 1)
        tally.refusal.message = std::to_string(refused) + " of " + std::to_string(tally.items) +
                                " items were refused; the first: " + tally.refusal.message;
    if (refused < tally.items) tally.refusal.status = Status::some_refused;
    return std::move(tally.refusal);
}

}  // namespace backorder
