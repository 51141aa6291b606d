#include "store/stock_rows.hpp"

#include "service/policy_words.hpp"

#include <stdexcept>

namespace backorder {

namespace {

/// Both queries' columns. What the texts and numbers mean is the kind's affair, see below.
enum Column : std::size_t { kind, id, text1, text2, text3, text4, number1, number2, number3, number4, number5, number6, number7, flag };

void add_warehouse(const Rows& rows, std::size_t row, State& state) {
    const std::string_view warehouse = rows.text(row, text1);
    if (state.warehouses.find(warehouse) == state.warehouses.end())
        state.warehouses.emplace(warehouse, Warehouse{.owner = std::string(rows.text(row, text4)),
                                                      .priority = rows.integer(row, number7),
                                                      .active = rows.flag(row, flag)});
}

/// Where the priority is said, the warehouse comes with the record.
void add_record(const Rows& rows, std::size_t row, State& state) {
    if (!rows.null(row, number7)) add_warehouse(rows, row, state);
    state.stock.try_emplace(
        StockKey{std::string(rows.text(row, id)), std::string(rows.text(row, text1))},
        StockRecord{.counters = {rows.integer(row, number1), rows.integer(row, number2), rows.integer(row, number3)},
                    .own = threshold_from(rows.text(row, text2), rows.integer(row, number4)),
                    .of_product = threshold_from(rows.text(row, text3), rows.integer(row, number5)),
                    .number = rows.integer(row, number6)});
}

void add_variant(const Rows& rows, std::size_t row, State& state) {
    state.variants.try_emplace(std::string(rows.text(row, id)),
                               Variant{.product = std::string(rows.text(row, text1)),
                                       .seller = std::string(rows.text(row, text2)),
                                       .own = policy_from(rows.text(row, text3)),
                                       .of_product = policy_from(rows.text(row, text4))});
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
            loaded.calls.push_back({rows.integer(row, number1), rows.flag(row, flag)});
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
            Part{.variant = std::string(rows.text(row, 3)), .seller = std::string(rows.text(row, 4)),
                 .priority = rows.integer(row, 6), .age = rows.integer(row, 7), .line_number = rows.integer(row, 5),
                 .allocated = rows.integer(row, 8), .waiting = rows.integer(row, 9), .shipped = rows.integer(row, 10),
                 .cancelled = rows.integer(row, 11), .stored = true});
}

}  // namespace backorder
