#pragma once
// A history is made in rounds: for a while everybody works in one marketplace, then in the next, so that each has few
// records, few orders and a history short enough to be replayed.

#include "history/acknowledged.hpp"

#include <chrono>
#include <cstdint>
#include <string>

namespace backorder::test::history {

inline constexpr std::chrono::milliseconds round_length{1'000};

std::string marketplace(std::int64_t round);

/// The catalogue and some goods of a round, from one caller.
Heard furnish(bo_backorder* handle, std::int64_t round);

}  // namespace backorder::test::history
