#pragma once
// Rows of load and read_stock as the state that decisions look at.

#include "service/store.hpp"
#include "store/engine/values.hpp"

namespace backorder {

/// What stands in several rows is taken once.
Loaded loaded_from(const Rows& rows);

/// Rows of load_orders, load_queues and load_promises: parts that the store has.
void add_parts(const Rows& rows, State& state);

}  // namespace backorder
