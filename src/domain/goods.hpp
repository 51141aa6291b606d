#pragma once
// Goods come in, are counted, and move between warehouses.

#include "domain/decision.hpp"

namespace backorder {

Outcome<Decision> receive(State& state, const StockKey& key, Units64 quantity);

/// Sets on_hand to what was counted.
Outcome<Decision> count(State& state, const StockKey& key, Units64 on_hand);

Outcome<Decision> transfer(State& state, const StockKey& from, const StockKey& to, Units64 quantity);

}  // namespace backorder
