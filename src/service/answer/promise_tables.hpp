#pragma once
// Promises that a call changed: lines whose goods came, and lines that lost theirs.

#include "domain/decision.hpp"
#include "service/answer/answer.hpp"

namespace backorder {

/// Table covered. `ready`: nothing of that line waits any more, as far as this call knows.
void add_covered(Answer& answer, std::size_t item, const Decision& decision, const State& state);

/// Table fallen_back.
void add_fallen_back(Answer& answer, std::size_t item, const Decision& decision, const State& state);

/// Takes over what another item decided.
void append(Decision& decision, Decision more);

}  // namespace backorder
