#include "store/stock_rows.hpp"

#include "service/policy_words.hpp"

namespace backorder {

namespace {

/// The columns, in both queries' order.
enum Column : std::size_t {
    variant,
    product,
    seller,
    variant_policy,
    product_policy,
    warehouse,
    owner,
    priority,
    active,
    on_hand,
    allocated,
    backordered,
    own_mode,
    own_threshold,
    product_mode,
    product_threshold,
    enabled,
};
static_assert(enabled + 1 == stock_row_columns);

Threshold threshold(const Rows& rows, std::size_t row, Column mode, Column units) {
    if (rows.null(row, mode)) return {};
    return threshold_from(rows.text(row, mode), rows.integer(row, units));
}

void add_variant(const Rows& rows, std::size_t row, State& state) {
    state.variants.try_emplace(std::string(rows.text(row, variant)),
                               Variant{.product = std::string(rows.text(row, product)),
                                       .seller = std::string(rows.text(row, seller)),
                                       .own = policy_from(rows.text(row, variant_policy)),
                                       .of_product = policy_from(rows.text(row, product_policy))});
}

void add_warehouse(const Rows& rows, std::size_t row, State& state) {
    state.warehouses.try_emplace(std::string(rows.text(row, warehouse)),
                                 Warehouse{.owner = std::string(rows.text(row, owner)),
                                           .priority = rows.integer(row, priority),
                                           .active = rows.flag(row, active)});
}

void add_record(const Rows& rows, std::size_t row, State& state) {
    state.stock.try_emplace(
        StockKey{std::string(rows.text(row, variant)), std::string(rows.text(row, warehouse))},
        StockRecord{.counters = {rows.integer(row, on_hand), rows.integer(row, allocated), rows.integer(row, backordered)},
                    .own = threshold(rows, row, own_mode, own_threshold),
                    .of_product = threshold(rows, row, product_mode, product_threshold)});
}

}  // namespace

State state_from(const Rows& rows) {
    State state;
    if (!rows.empty()) state.backorders_enabled = rows.flag(0, enabled);
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (!rows.null(row, product)) add_variant(rows, row, state);
        if (!rows.null(row, warehouse)) add_warehouse(rows, row, state);
        if (!rows.null(row, on_hand)) add_record(rows, row, state);
    }
    return state;
}

void add_parts(const Rows& rows, State& state) {
    for (std::size_t row = 0; row < rows.size(); ++row)
        state.parts.try_emplace(
            PartKey{std::string(rows.text(row, 0)), std::string(rows.text(row, 1)), std::string(rows.text(row, 2))},
            Part{.variant = std::string(rows.text(row, 3)), .seller = std::string(rows.text(row, 4)),
                 .priority = rows.integer(row, 6), .age = rows.integer(row, 7), .line_number = rows.integer(row, 5),
                 .allocated = rows.integer(row, 8), .waiting = rows.integer(row, 9), .shipped = rows.integer(row, 10),
                 .cancelled = rows.integer(row, 11)});
}

}  // namespace backorder
