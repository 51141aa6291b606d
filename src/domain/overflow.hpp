#pragma once
// Refusing what 64 bits can't count, before anything is moved.

#include "domain/refusal.hpp"
#include "domain/state.hpp"

#include <optional>

namespace backorder {

/// Nothing if that many units can be added to the record's counter.
std::optional<Refusal> beyond_64_bits(const State& state, const StockKey& key, Units64 Counters::*counter, Units64 units);

}  // namespace backorder
