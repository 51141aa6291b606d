#pragma once
// Sums of whole units that know where 64 bits end.

#include <cstdint>
#include <limits>
#include <optional>

namespace backorder {

using Units64 = std::int64_t;
inline constexpr Units64 most_units = std::numeric_limits<Units64>::max();

inline std::optional<Units64> checked_sum(Units64 left, Units64 right) {
    Units64 sum = 0;
    if (__builtin_add_overflow(left, right, &sum)) return std::nullopt;
    return sum;
}

/// The sum, or the most there can be: for totals that are only shown.
inline Units64 capped_sum(Units64 left, Units64 right) { return checked_sum(left, right).value_or(most_units); }

}  // namespace backorder
