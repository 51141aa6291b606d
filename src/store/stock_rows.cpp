#include "store/stock_rows.hpp"

#include "domain/words.hpp"

#include <stdexcept>

namespace backorder {

namespace {

/// Both queries' columns: first a record's, of which other kinds use some.
enum Column : std::size_t {
    kind,
    id,
    warehouse,
    mode,
    product_mode,
    product,
    seller,
    variant_policy,
    product_policy,
    on_hand,
    allocated,
    backordered,
    threshold,
    product_threshold,
    record,
    flag,
    owner = mode,
    priority = on_hand,
    sequence = on_hand
};

void add_warehouse(const Rows& rows, std::size_t row, State& state) {
    state.warehouses.try_emplace(std::string(rows.text(row, warehouse)),
                                 Warehouse{.owner = std::string(rows.text(row, owner)),
                                           .priority = rows.integer(row, priority),
                                           .active = rows.flag(row, flag)});
}

// Rows come by variant and warehouse: their place is most often the end.
void add_variant(const Rows& rows, std::size_t row, State& state) {
    if (!state.variants.empty() && state.variants.rbegin()->first == rows.text(row, id)) return;
    state.variants.emplace_hint(state.variants.end(), rows.text(row, id),
                                Variant{.product = std::string(rows.text(row, product)),
                                        .seller = std::string(rows.text(row, seller)),
                                        .own = policy_from(rows.text(row, variant_policy)),
                                        .of_product = policy_from(rows.text(row, product_policy))});
}

void add_record(const Rows& rows, std::size_t row, State& state) {
    add_variant(rows, row, state);
    state.stock.emplace_hint(
        state.stock.end(), StockKey{std::string(rows.text(row, id)), std::string(rows.text(row, warehouse))},
        StockRecord{
            .counters = {rows.integer(row, on_hand), rows.integer(row, allocated), rows.integer(row, backordered)},
            .own = threshold_from(rows.text(row, mode), rows.integer(row, threshold)),
            .of_product = threshold_from(rows.text(row, product_mode), rows.integer(row, product_threshold)),
            .number = rows.integer(row, record)});
}

}  // namespace

Loaded loaded_from(const Rows& rows) {
    Loaded loaded;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const std::string_view what = rows.text(row, kind);
        if (what == "record")
            add_record(rows, row, loaded.state);
        else if (what == "variant")
            add_variant(rows, row, loaded.state);
        else if (what == "warehouse")
            add_warehouse(rows, row, loaded.state);
        else if (what == "call")
            loaded.calls.push_back({rows.integer(row, sequence), rows.flag(row, flag)});
        else if (what == "marketplace")
            loaded.state.backorders_enabled = rows.flag(row, flag);
        else
            throw std::logic_error("a row of an unknown kind");
    }
    return loaded;
}

void add_parts(const Rows& rows, State& state) {
    for (std::size_t row = 0; row < rows.size(); ++row)
        state.add_part(
            PartKey{std::string(rows.text(row, 0)), std::string(rows.text(row, 1)), std::string(rows.text(row, 2))},
            Part{.variant = std::string(rows.text(row, 3)),
                 .seller = std::string(rows.text(row, 4)),
                 .priority = rows.integer(row, 6),
                 .age = rows.integer(row, 7),
                 .line_number = rows.integer(row, 5),
                 .allocated = rows.integer(row, 8),
                 .waiting = rows.integer(row, 9),
                 .shipped = rows.integer(row, 10),
                 .cancelled = rows.integer(row, 11),
                 .stored = true});
}

}  // namespace backorder
