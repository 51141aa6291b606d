#pragma once
// The shop that the fuzzers of the border call.

#include <backorder/backorder.h>

namespace fuzz {

/// A handle on a still store in which order "o" was placed with key "o", its line 1 partly shipped, partly waiting, and
/// goods were received under the operator's key "k".
bo_backorder* shop();

/// A call of that role with every permission it may have, without key.
bo_call call_of(uint32_t role);

}  // namespace fuzz
