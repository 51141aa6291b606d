#pragma once
// Which faults are tried on a recorded call: each on each of its requests.

#include "fault/trial.hpp"

#include <vector>

namespace backorder::test {

using Plans = std::vector<WirePlan>;

/// After these the wire works on.
Plans passing_faults(const Recording& recording);

/// After these nobody answers until the time is over.
Plans lasting_faults(const Recording& recording);

}  // namespace backorder::test
