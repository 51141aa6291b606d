#pragma once
// What must hold in every state and across every decision, as sentences about what does not.

#include "domain/decision.hpp"

#include <string>
#include <vector>

namespace scenario {

using Faults = std::vector<std::string>;

/// Counters never negative, allocated within on_hand, the queue rule, open parts adding up to the counters.
Faults broken(const backorder::State& state);

/// Movements adding up to the change of every counter and part; lines keeping their quantity.
Faults unexplained(const backorder::State& before, const backorder::State& after, const backorder::Decision& decision);

/// Lines that still wait although one that comes later in the same queue was covered.
Faults overtaken(const backorder::State& after, const backorder::Decision& decision);

}  // namespace scenario
