#pragma once
// Which lines of a stock record's life were crossed between two moments.

#include "domain/event_types.hpp"
#include "domain/state.hpp"

namespace backorder {

/// The event types a stock record's change can cause, in the order they are reported.
std::vector<EventType> crossings(const StockRecord& before, const StockRecord& after);

}  // namespace backorder
