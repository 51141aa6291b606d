#pragma once
// Placing an order: units that are there everywhere first, then backorders, all of it or nothing.

#include "domain/decision.hpp"

namespace backorder {

struct DemandLine {
    std::string line;
    std::string variant;
    Units64 quantity = 0;
    std::string warehouse;  ///< only there; empty: anywhere
    bool decline_backorder = false;
};

struct Demand {
    std::string order;
    std::int64_t priority = 0;
    std::int64_t age = age_of_this_call;
    std::vector<std::string> warehouses;  ///< tried in this order, the others after them by priority
    std::vector<DemandLine> lines;
};

/// The state holds every variant and named warehouse, and all stock records of the variants.
Outcome<Decision> place(State& state, const Demand& demand);

using Sources = std::vector<const std::pair<const StockKey, StockRecord>*>;

/// The stock records that can serve a variant, in the order they are tried: by their warehouses' ranks, then by
/// priority.
Sources sources(const State& state, const std::string& variant, const std::map<std::string, std::size_t>& ranks = {});

}  // namespace backorder
