#pragma once
// An order's parts as an actor sees them, and what is said when there are none.

#include "domain/refusal.hpp"
#include "domain/state.hpp"

namespace backorder {

inline StockKey stock_of(const PartEntry& part) { return {part.second.variant, part.first.warehouse}; }

/// With a seller: only that seller's.
std::vector<const PartEntry*> order_parts(const State& state, std::string_view order, std::string_view seller,
                                          std::string_view line = {});

/// From the warehouse of the lowest rank to the first.
std::vector<const PartEntry*> last_tried_first(const State& state, std::vector<const PartEntry*> parts);

/// Nothing of the line waits anywhere, as far as the state goes.
bool is_ready(const State& state, const PartKey& part);

Refusal no_such_order(const std::string& order);
Refusal no_such_line(const std::string& order, const std::string& line);

}  // namespace backorder
