#include "domain/words.hpp"
#include "store/columns.hpp"
#include "store/stock_rows.hpp"
#include "store/work.hpp"

#include <algorithm>

namespace backorder {

namespace {

Variant variant(const Rows& rows, std::size_t row) {
    return {.product = std::string(rows.text(row, 1)),
            .seller = std::string(rows.text(row, 2)),
            .own = policy_from(rows.text(row, 3)),
            .of_product = policy_from(rows.text(row, 4))};
}

template <class Variants>
void add_variants(const Rows& rows, Variants& to) {
    for (std::size_t row = 0; row < rows.size(); ++row)
        to.try_emplace(std::string(rows.text(row, 0)), variant(rows, row));
}

Warehouse warehouse(const Rows& rows, std::size_t row) {
    return {.owner = std::string(rows.text(row, 1)), .priority = rows.integer(row, 2), .active = rows.flag(row, 3)};
}

void add_products(const Rows& rows, Catalog& to) {
    for (std::size_t row = 0; row < rows.size(); ++row)
        to.products.try_emplace(std::string(rows.text(row, 0)),
                                ProductRecord{std::string(rows.text(row, 1)), policy_from(rows.text(row, 2))});
}

void add_warehouses(const Rows& rows, Catalog& to) {
    for (std::size_t row = 0; row < rows.size(); ++row)
        to.warehouses.try_emplace(std::string(rows.text(row, 0)), warehouse(rows, row));
}

void add_thresholds(const Rows& rows, Catalog& to) {
    for (std::size_t row = 0; row < rows.size(); ++row)
        to.thresholds.try_emplace({std::string(rows.text(row, 0)), std::string(rows.text(row, 1))},
                                  threshold_from(rows.text(row, 2), rows.integer(row, 3)));
}

using AtStake = std::vector<std::pair<std::int64_t, Units64>>;  // by the stock record's number

/// No more units are looked for than there are.
AtStake at_stake(const std::map<StockKey, Units64>& reach, const State& state, Units64 Counters::*units) {
    AtStake found;
    for (const auto& [key, reached] : reach)
        if (const auto record = state.stock.find(key);
            record != state.stock.end() && record->second.counters.*units > 0)
            found.emplace_back(record->second.number, std::min(reached, record->second.counters.*units));
    return found;
}

Parameters stock_units(const std::string& marketplace, const AtStake& asked) {
    return std::move(Parameters()
                         .text(marketplace)
                         .integers(column(
                             asked, [](const auto& one) { return one.first; }))
                         .integers(column(
                             asked, [](const auto& one) { return one.second; })));
}

}  // namespace

Loaded PostgresWork::load(const std::string& marketplace, const std::vector<CallKey>& calls, const LoadScope& scope) {
    std::set<StockKey> stock = scope.stock;
    if (!scope.orders.empty()) stock.merge(records_of(marketplace, scope));
    std::set<std::string_view> warehouses;
    for (const StockKey& key : stock)
        if (!key.warehouse.empty()) warehouses.insert(key.warehouse);
    for (const PartKey& line : scope.lines_at) warehouses.insert(line.warehouse);
    queue_up(marketplace, stock);
    const Parameters parameters = std::move(Parameters()
                                                .text(marketplace)
                                                .texts(column(calls, &CallKey::scope))
                                                .texts(column(calls, &CallKey::key))
                                                .texts(column(stock, &StockKey::variant))
                                                .texts(column(stock, &StockKey::warehouse))
                                                .texts(warehouses));
    Loaded found = loaded_from(lock_records(parameters, stock));
    std::vector<std::string> unstocked;
    for (const StockKey& key : stock)
        if (!found.state.variants.contains(key.variant)) unstocked.push_back(key.variant);
    if (!unstocked.empty())
        add_variants(variant_rows(marketplace, {{}, std::move(unstocked), {}}), found.state.variants);
    return found;
}

Rows PostgresWork::variant_rows(const std::string& marketplace, const CatalogScope& scope) {
    return transaction_.run(sql::catalog_variants, Parameters()
                                                       .text(marketplace)
                                                       .texts(scope.variants)
                                                       .texts(scope.products)
                                                       .flag(scope.all_variants_of_products));
}

std::set<StockKey> PostgresWork::records_of(const std::string& marketplace, const LoadScope& scope) {
    const Rows rows = transaction_.run(sql::order_records, Parameters()
                                                               .text(marketplace)
                                                               .texts(scope.orders)
                                                               .texts(column(scope.lines_at, &PartKey::order))
                                                               .texts(column(scope.lines_at, &PartKey::line))
                                                               .texts(column(scope.lines_at, &PartKey::warehouse)));
    std::set<StockKey> found;
    for (std::size_t row = 0; row < rows.size(); ++row)
        found.insert({std::string(rows.text(row, 0)), std::string(rows.text(row, 1))});
    return found;
}

void PostgresWork::load_orders(const std::string& marketplace, const std::set<std::string>& orders, State& into) {
    add_parts(transaction_.run(sql::load_orders, Parameters().text(marketplace).texts(orders)), into);
}

void PostgresWork::load_queues(const std::string& marketplace, const QueueDepth& reach,
                               const std::set<std::string>& known, State& into) {
    if (const auto freed = at_stake(reach.freed, into, &Counters::backordered); !freed.empty())
        add_parts(transaction_.run(sql::load_queues, stock_units(marketplace, freed).texts(known)), into);
    if (const auto lost = at_stake(reach.lost, into, &Counters::allocated); !lost.empty())
        add_parts(transaction_.run(sql::load_promises, stock_units(marketplace, lost)), into);
}

std::vector<std::optional<RecordedCall>> PostgresWork::recorded(const std::string& marketplace,
                                                                const std::vector<CallKey>& calls) {
    const Rows rows = transaction_.run(
        sql::recorded_calls,
        Parameters().text(marketplace).texts(column(calls, &CallKey::scope)).texts(column(calls, &CallKey::key)));
    std::vector<std::optional<RecordedCall>> found(calls.size());
    for (std::size_t row = 0; row < rows.size(); ++row)
        found[static_cast<std::size_t>(rows.integer(row, 0))] = RecordedCall{.verb = std::string(rows.text(row, 1)),
                                                                             .seller = std::string(rows.text(row, 2)),
                                                                             .body = std::string(rows.text(row, 3)),
                                                                             .answer = std::string(rows.text(row, 4)),
                                                                             .events = std::string(rows.text(row, 5)),
                                                                             .at = std::string(rows.text(row, 6))};
    return found;
}

std::vector<ShippedFulfillment> PostgresWork::fulfillments(const std::string& marketplace,
                                                           const std::set<std::string>& orders) {
    const Rows rows = transaction_.run(sql::fulfillments, Parameters().text(marketplace).texts(orders));
    std::vector<ShippedFulfillment> found;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const bool same = !found.empty() && found.back().fulfillment.order == rows.text(row, 0) &&
                          found.back().fulfillment.number == rows.integer(row, 1);
        if (!same)
            found.push_back({{.order = std::string(rows.text(row, 0)),
                              .number = rows.integer(row, 1),
                              .warehouse = std::string(rows.text(row, 2)),
                              .lines = {},
                              .undone = std::string(rows.text(row, 3))},
                             std::string(rows.text(row, 4))});
        found.back().fulfillment.lines.push_back({std::string(rows.text(row, 5)), rows.integer(row, 6)});
    }
    return found;
}

bool PostgresWork::backorders_enabled(const std::string& marketplace) {
    const Rows rows = transaction_.run(sql::backorders_enabled, Parameters().text(marketplace));
    return !rows.empty() && rows.flag(0, 0);
}

Catalog PostgresWork::catalog(const std::string& marketplace, const CatalogScope& scope) {
    Catalog found;
    if (!scope.products.empty() || !scope.variants.empty()) {
        add_products(transaction_.run(sql::catalog_products,
                                      Parameters().text(marketplace).texts(scope.products).texts(scope.variants)),
                     found);
        add_variants(variant_rows(marketplace, scope), found.variants);
    }
    if (!scope.warehouses.empty())
        add_warehouses(
            transaction_.run(sql::catalog_warehouses, Parameters().text(marketplace).texts(scope.warehouses)), found);
    if (!scope.products.empty() && !scope.warehouses.empty())
        add_thresholds(transaction_.run(sql::catalog_thresholds,
                                        Parameters().text(marketplace).texts(scope.products).texts(scope.warehouses)),
                       found);
    return found;
}

}  // namespace backorder
