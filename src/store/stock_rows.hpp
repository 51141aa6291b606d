#pragma once
// Rows of load.sql and read_stock.sql as the state that decisions look at.

#include "service/store.hpp"
#include "store/engine/values.hpp"

namespace backorder {

/// What stands in several rows is taken once.
Loaded loaded_from(const Rows& rows);

/// Rows of load_orders.sql, load_queues.sql and load_promises.sql: parts that the store has.
void add_parts(const Rows& rows, State& state);

}  // namespace backorder
