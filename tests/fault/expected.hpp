#pragma once
// What a call must answer when one of its requests fails.

#include "fault/verbs.hpp"
#include "support/raw_wire.hpp"

#include <backorder/backorder.h>

namespace backorder::test {

/// Statuses that are true and not worse than need be.
std::vector<bo_status> expected(const WirePlan& plan, const WireRequest& failing, const Verb& verb);

std::string to_string(const WirePlan& plan);

}  // namespace backorder::test
