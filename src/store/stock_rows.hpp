#pragma once
// Rows of load.sql and read_stock.sql as the state that decisions look at.

#include "domain/state.hpp"
#include "store/rows.hpp"

namespace backorder {

inline constexpr std::size_t stock_row_columns = 17;

/// What is not there (an unknown variant, a record) is left out; what stands in several rows is taken once.
State state_from(const Rows& rows);

/// Rows of load_parts.sql and load_promises.sql.
void add_parts(const Rows& rows, State& state);

}  // namespace backorder
