#pragma once
// How much is tested.

#include <cstdlib>

namespace backorder::test {

/// ./tests/run --long
inline bool is_long() { return std::getenv("BACKORDER_LONG") != nullptr; }

}  // namespace backorder::test
