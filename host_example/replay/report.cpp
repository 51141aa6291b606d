#include "report.hpp"

#include <algorithm>
#include <iomanip>
#include <sstream>
#include <vector>

namespace replay {

namespace {

using Cells = std::vector<std::string>;

/// Characters, not bytes: a continuation byte of UTF-8 takes no room.
std::size_t width(const std::string& text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

/// The first column to the left, the others to the right.
void print_table(std::ostream& out, const std::vector<Cells>& rows) {
    std::vector<std::size_t> widths(rows.front().size());
    for (const Cells& row : rows)
        for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], width(row[i]));
    for (const Cells& row : rows) {
        out << row.front() << std::string(widths.front() - width(row.front()), ' ');
        for (std::size_t i = 1; i < row.size(); ++i)
            out << "  " << std::string(widths[i] - width(row[i]), ' ') << row[i];
        out << '\n';
    }
}

Cells cells(const std::string& name, const Tally& tally) {
    Cells row{name};
    for (const std::int64_t number : {tally.placed, tally.refused, tally.units_from_stock, tally.units_backordered,
                                      tally.units_covered, tally.units_cancelled, tally.units_unmatched})
        row.push_back(std::to_string(number));
    return row;
}

std::string tenths(double value) {
    std::ostringstream text;
    text << std::fixed << std::setprecision(1) << value;
    return text.str();
}

void print_days(std::ostream& out, const Outcome& outcome, const Tally& total) {
    std::vector<Cells> rows{{"", "orders", "orders", "units from", "units", "units", "units", "units"},
                            {"day", "placed", "refused", "stock", "backordered", "covered", "cancelled", "unmatched"}};
    for (const auto& [day, tally] : outcome.days) rows.push_back(cells(day, tally));
    rows.push_back(cells("in all", total));
    print_table(out, rows);
}

void print_most_on_backorder(std::ostream& out, const Outcome& outcome) {
    constexpr std::size_t most = 10;
    std::vector<std::pair<std::string, OnBackorder>> variants(outcome.variants.begin(), outcome.variants.end());
    std::stable_sort(variants.begin(), variants.end(),
                     [](const auto& left, const auto& right) { return left.second.peak > right.second.peak; });
    if (variants.size() > most) variants.resize(most);
    std::vector<Cells> rows{{"variant", "peak", "at the end"}};
    for (const auto& [variant, units] : variants)
        rows.push_back({variant, std::to_string(units.peak), std::to_string(units.last)});
    out << "\nMost on backorder (units at a day's end, before the restock)\n";
    print_table(out, rows);
}

}  // namespace

void report(std::ostream& out, const Outcome& outcome, const Options& options) {
    Tally total;
    for (const auto& [day, tally] : outcome.days) total += tally;
    out << "Opening stock " << options.opening_stock << " and threshold " << options.threshold
        << " per stock code and warehouse; " << (options.restock ? "restocked every night" : "never restocked")
        << ".\nAn order that can't be served whole is refused; nothing is shipped.\n\n";
    print_days(out, outcome, total);
    if (!outcome.variants.empty()) print_most_on_backorder(out, outcome);
    out << "\nCancelled rows that match nothing their customer had open: " << total.rows_unmatched << '\n'
        << "Rows of quantity 0: " << total.rows_of_zero << '\n'
        << "Placing: " << total.placed + total.refused << " orders one after the other, "
        << tenths(static_cast<double>(total.placed + total.refused) / std::max(outcome.seconds_placing, 1e-9))
        << " a second; everything: " << tenths(outcome.seconds_in_all) << " s\n";
}

void report(std::ostream& out, const Verified& verified) {
    out << "Verify: " << verified.stock_records << " stock records, " << verified.parts << " order line parts, "
        << verified.ledger_rows << " ledger rows, " << verified.differences << " differences\n";
}

}  // namespace replay
