#include "service/policy_words.hpp"
#include "store/columns.hpp"
#include "store/stock_rows.hpp"
#include "store/work.hpp"

namespace backorder {

namespace {

constexpr std::size_t is_recorded = stock_row_columns;

Variant variant(const Rows& rows, std::size_t row) {
    return {.product = std::string(rows.text(row, 1)), .seller = std::string(rows.text(row, 2)),
            .own = policy_from(rows.text(row, 3)), .of_product = policy_from(rows.text(row, 4))};
}

Warehouse warehouse(const Rows& rows, std::size_t row) {
    return {.owner = std::string(rows.text(row, 1)), .priority = rows.integer(row, 2), .active = rows.flag(row, 3)};
}

}  // namespace

Loaded PostgresWork::load(const std::string& marketplace, const CallKey& call, const LoadScope& scope) {
    Loaded loaded;
    const Rows rows = transaction_.run(sql::load, Parameters()
                                                      .text(marketplace)
                                                      .text(call.scope)
                                                      .text(call.key)
                                                      .texts(column(scope.stock, &StockKey::variant))
                                                      .texts(column(scope.stock, &StockKey::warehouse))
                                                      .texts(column(scope.lines, &OrderLine::order))
                                                      .texts(column(scope.lines, &OrderLine::line))
                                                      .texts(column(scope.lines, &OrderLine::also_at)));
    loaded.state = state_from(rows);
    if (rows.empty()) loaded.state.backorders_enabled = backorders_enabled(marketplace);
    if (rows.empty() || rows.flag(0, is_recorded)) loaded.call = recorded(marketplace, call);
    return loaded;
}

void PostgresWork::load_parts(const std::string& marketplace, const std::vector<OrderLine>& lines, const Freeing& freeing, State& into) {
    const auto& units = freeing.units;
    add_parts(transaction_.run(sql::load_parts, Parameters()
                                                    .text(marketplace)
                                                    .texts(column(lines, &OrderLine::order))
                                                    .texts(column(lines, &OrderLine::line))
                                                    .texts(column(units, [](const StockUnits& one) { return one.key.variant; }))
                                                    .texts(column(units, [](const StockUnits& one) { return one.key.warehouse; }))
                                                    .integers(column(units, &StockUnits::units))
                                                    .flag(freeing.own_allocated)),
              into);
}

void PostgresWork::load_promises(const std::string& marketplace, const std::vector<StockUnits>& losing, State& into) {
    add_parts(transaction_.run(sql::load_promises, Parameters()
                                                       .text(marketplace)
                                                       .texts(column(losing, [](const StockUnits& one) { return one.key.variant; }))
                                                       .texts(column(losing, [](const StockUnits& one) { return one.key.warehouse; }))
                                                       .integers(column(losing, &StockUnits::units))),
              into);
}

std::optional<RecordedCall> PostgresWork::recorded(const std::string& marketplace, const CallKey& call) {
    const Rows rows = transaction_.run(sql::recorded_call, Parameters().text(marketplace).text(call.scope).text(call.key));
    if (rows.empty()) return std::nullopt;
    return RecordedCall{.verb = std::string(rows.text(0, 0)), .seller = std::string(rows.text(0, 1)), .body = std::string(rows.text(0, 2)),
                        .answer = std::string(rows.text(0, 3)), .at = std::string(rows.text(0, 4))};
}

std::vector<ShippedFulfillment> PostgresWork::fulfillments(const std::string& marketplace, const std::string& order) {
    const Rows rows = transaction_.run(sql::fulfillments, Parameters().text(marketplace).text(order));
    std::vector<ShippedFulfillment> found;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (found.empty() || found.back().fulfillment.number != rows.integer(row, 0))
            found.push_back({{.order = order, .number = rows.integer(row, 0), .warehouse = std::string(rows.text(row, 1)), .lines = {},
                              .undone = std::string(rows.text(row, 2))},
                             std::string(rows.text(row, 3))});
        found.back().fulfillment.lines.push_back({std::string(rows.text(row, 4)), rows.integer(row, 5)});
    }
    return found;
}

bool PostgresWork::backorders_enabled(const std::string& marketplace) {
    const Rows rows = transaction_.run(sql::backorders_enabled, Parameters().text(marketplace));
    return !rows.empty() && rows.flag(0, 0);
}

bool PostgresWork::locked_backorders_enabled(const std::string& marketplace) {
    return transaction_.run(sql::lock_marketplace, Parameters().text(marketplace)).flag(0, 0);
}

Catalog PostgresWork::catalog(const std::string& marketplace, const CatalogScope& scope) {
    Catalog found;
    const Rows products = transaction_.run(sql::catalog_products, Parameters().text(marketplace).texts(scope.products).texts(scope.variants));
    for (std::size_t row = 0; row < products.size(); ++row)
        found.products.try_emplace(std::string(products.text(row, 0)),
                                   ProductRecord{std::string(products.text(row, 1)), policy_from(products.text(row, 2))});
    const Rows variants = transaction_.run(
        sql::catalog_variants,
        Parameters().text(marketplace).texts(scope.variants).texts(scope.products).flag(scope.all_variants_of_products));
    for (std::size_t row = 0; row < variants.size(); ++row)
        found.variants.try_emplace(std::string(variants.text(row, 0)), variant(variants, row));
    const Rows warehouses = transaction_.run(sql::catalog_warehouses, Parameters().text(marketplace).texts(scope.warehouses));
    for (std::size_t row = 0; row < warehouses.size(); ++row)
        found.warehouses.try_emplace(std::string(warehouses.text(row, 0)), warehouse(warehouses, row));
    const Rows thresholds = transaction_.run(sql::catalog_thresholds, Parameters().text(marketplace).texts(scope.products).texts(scope.warehouses));
    for (std::size_t row = 0; row < thresholds.size(); ++row)
        found.thresholds.try_emplace({std::string(thresholds.text(row, 0)), std::string(thresholds.text(row, 1))},
                                     threshold_from(thresholds.text(row, 2), thresholds.integer(row, 3)));
    return found;
}

void PostgresWork::lock_warehouses(const std::string& marketplace, const std::vector<std::string>& warehouses) {
    transaction_.run(sql::lock_warehouses, Parameters().text(marketplace).texts(warehouses));
}

void PostgresWork::lock_products(const std::string& marketplace, const std::vector<std::string>& products) {
    transaction_.run(sql::lock_products, Parameters().text(marketplace).texts(products));
}

}  // namespace backorder
