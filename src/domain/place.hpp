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
    std::vector<std::string> warehouses;  ///< tried in this order, the others after them by priority
    std::vector<DemandLine> lines;
};

/// The state holds every variant and named warehouse, and all stock records of the variants.
Outcome<Decision> place(State& state, const Demand& demand);

/// Which warehouses would serve a demand for one variant, in the order they are tried.
std::vector<const std::pair<const StockKey, StockRecord>*> sources(const State& state, const std::string& variant,
                                                                   const std::vector<std::string>& warehouses);

}  // namespace backorder
