#include "service/answer.hpp"

#include <algorithm>

namespace backorder {

namespace {

constexpr std::size_t status_column = 1;
constexpr std::size_t message_column = 2;

bool has_outcomes(const TableSpec& spec) {
    return spec.columns.size() > message_column && spec.columns[status_column].name == "status";
}

struct Tally {
    std::size_t items = 0;
    Refusal refusal{Status::ok, {}};

    void add(const Table& table, std::size_t row) {
        ++items;
        const auto status = static_cast<Status>(table.integer(row, status_column));
        if (status == Status::ok) return;
        if (refusal.details.empty()) {
            refusal.status = status;
            refusal.message = table.text(row, message_column);
        }
        refusal.details.push_back({{"table", std::string(table.spec().name)},
                                   {"item", table.integer(row, 0)},
                                   {"status", table.integer(row, status_column)},
                                   {"message", std::string(table.text(row, message_column))}});
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
    if (refused < tally.items) {
        tally.refusal.message = std::to_string(refused) + " of " + std::to_string(tally.items) + " items were refused, the others done; the first: " + tally.refusal.message;
        tally.refusal.status = Status::some_refused;
    }
    return std::move(tally.refusal);
}

}  // namespace backorder
