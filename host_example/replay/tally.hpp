#pragma once
// What was counted, per day and in all. Orders, rows and units as named.

#include <cstdint>
#include <map>
#include <string>

namespace replay {

struct Tally {
    std::int64_t placed = 0;   ///< orders
    std::int64_t refused = 0;  ///< orders, for want of units
    std::int64_t units_from_stock = 0;
    std::int64_t units_backordered = 0;
    std::int64_t units_covered = 0;
    std::int64_t units_cancelled = 0;
    std::int64_t units_unmatched = 0;
    std::int64_t rows_unmatched = 0;  ///< cancellations of what that customer did not have open, wholly or in part
    std::int64_t rows_of_zero = 0;

    Tally& operator+=(const Tally& other) {
        placed += other.placed;
        refused += other.refused;
        units_from_stock += other.units_from_stock;
        units_backordered += other.units_backordered;
        units_covered += other.units_covered;
        units_cancelled += other.units_cancelled;
        units_unmatched += other.units_unmatched;
        rows_unmatched += other.rows_unmatched;
        rows_of_zero += other.rows_of_zero;
        return *this;
    }
};

/// A variant's On backorder, as it stood at the ends of days before the restock.
struct OnBackorder {
    std::int64_t last = 0;
    std::int64_t peak = 0;
};

struct Outcome {
    std::map<std::string, Tally> days;
    std::map<std::string, OnBackorder> variants;  ///< those that ever were on backorder
    double seconds_placing = 0;
    double seconds_in_all = 0;
};

}  // namespace replay
