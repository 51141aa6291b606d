#include "store/stock_rows.hpp"
#include "store/work.hpp"

#include <set>

namespace backorder {

State PostgresWork::stock(const std::string& marketplace, const std::vector<std::string>& variants,
                          const std::vector<std::string>& products) {
    const std::set<std::string_view> sorted(variants.begin(), variants.end());
    return loaded_from(transaction_.run(sql::read_stock, Parameters().text(marketplace).texts(sorted).texts(products)))
        .state;
}

bool PostgresWork::has_marketplace(const std::string& marketplace) {
    return transaction_.run(sql::has_marketplace, Parameters().text(marketplace)).flag(0, 0);
}

bool PostgresWork::has_seller(const std::string& marketplace, const std::string& seller) {
    return transaction_.run(sql::has_seller, Parameters().text(marketplace).text(seller)).flag(0, 0);
}

Units64 PostgresWork::backordered(const std::string& marketplace, const std::string& seller) {
    return transaction_.run(sql::backordered_units, Parameters().text(marketplace).text(seller)).integer(0, 0);
}

std::map<std::string, Units64> PostgresWork::backordered_at(const std::string& marketplace,
                                                            const std::vector<std::string>& warehouses) {
    const Rows rows = transaction_.run(sql::backordered_at, Parameters().text(marketplace).texts(warehouses));
    std::map<std::string, Units64> units;
    for (std::size_t row = 0; row < rows.size(); ++row) units.emplace(rows.text(row, 0), rows.integer(row, 1));
    return units;
}

void PostgresWork::plan_for_these_values() {
    transaction_.run(sql::plan_setting, Parameters().text("plan_cache_mode").text("force_custom_plan"));
}

std::vector<LedgerRow> PostgresWork::ledger(const std::string& marketplace, const LedgerFilter& filter) {
    plan_for_these_values();
    const Rows rows = transaction_.run(sql::ledger, Parameters()
                                                        .text(marketplace)
                                                        .text(filter.variant)
                                                        .text(filter.warehouse)
                                                        .text(filter.order)
                                                        .text(filter.seller)
                                                        .integer(filter.after)
                                                        .integer(filter.limit));
    std::vector<LedgerRow> entries;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const auto text = [&](std::size_t column) { return std::string(rows.text(row, column)); };
        entries.push_back({.sequence = rows.integer(row, 0),
                           .at = text(1),
                           .actor = text(2),
                           .verb = text(3),
                           .stock = {text(4), text(5)},
                           .on_hand = rows.integer(row, 6),
                           .allocated = rows.integer(row, 7),
                           .backordered = rows.integer(row, 8),
                           .order = text(9),
                           .line = text(10),
                           .key = text(11)});
    }
    return entries;
}

EventsPage PostgresWork::events(const std::string& marketplace, const EventCursor& from, std::int64_t most_calls,
                                std::int64_t bytes) {
    const Rows rows = transaction_.run(
        sql::events_page,
        Parameters().text(marketplace).text(from.epoch).integer(from.sequence).integer(most_calls).integer(bytes));
    EventsPage page;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const auto text = [&](std::size_t column) { return std::string(rows.text(row, column)); };
        if (rows.flag(row, 5))
            page.waiting = {text(0), text(2)};
        else
            page.calls.push_back({text(0), rows.integer(row, 1), text(2), text(3), text(4)});
    }
    return page;
}

std::optional<Holder> PostgresWork::holder(const std::string& epoch) {
    const Rows rows = transaction_.run(sql::holder, Parameters().text(epoch));
    if (rows.empty()) return std::nullopt;
    const auto text = [&](std::size_t column) { return std::string(rows.text(0, column)); };
    return Holder{text(0), rows.integer(0, 1), text(2), text(3), text(4), text(5)};
}

std::string PostgresWork::cursor(const std::string& marketplace, const std::string& scope,
                                 const std::string& consumer) {
    const Rows rows = transaction_.run(sql::cursor, Parameters().text(marketplace).text(scope).text(consumer));
    return rows.empty() ? std::string() : std::string(rows.text(0, 0));
}

}  // namespace backorder
