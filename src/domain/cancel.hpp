#pragma once
// Cancelling what is still open of an order.

#include "domain/decision.hpp"

namespace backorder {

struct LineUnits {
    std::string line;
    Units64 quantity = 0;
};

/// Without lines: all that is open. With a seller: of that seller's lines only. The state holds the order's parts, the
/// stock records they are at, and the queues there as far as the allocated units reach.
Outcome<Decision> cancel(State& state, const std::string& order, const std::string& seller,
                         const std::vector<LineUnits>& asked);

}  // namespace backorder
