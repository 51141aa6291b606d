#pragma once
// What the domain promises of each verb, said once more and in sums, as sentences about what does not hold.

#include "../unit/domain/invariants.hpp"
#include "market.hpp"

namespace fuzz {

using scenario::Faults;

Faults broken_rules(const backorder::State& before, const Carried& carried, const backorder::State& after);

}  // namespace fuzz
