#pragma once
// The one queue rule: no unit lies free at a warehouse while someone waits for it there.

#include "domain/decision.hpp"

namespace backorder {

/// Gives the record's free units to whoever waits there: highest priority first, oldest promise first within it.
void serve_queue(DecisionBuilder& decision, const StockKey& key);

/// Takes allocated units back into the queue, the youngest promises of the lowest priority first.
void fall_back(DecisionBuilder& decision, const StockKey& key, Units64 units);

}  // namespace backorder
