#pragma once
// Whole numbers of 64 bits in any spelling: 2, 2.0, "2.0000", 1e3.

#include <cstdint>
#include <string_view>

namespace backorder {

enum class Spelled : std::uint8_t { no_number, broken, beyond_64_bits, whole };

struct WholeNumber {
    Spelled spelled = Spelled::no_number;
    std::int64_t value = 0;  ///< of a whole one
};

/// Digits with or without sign, decimal point and exponent. Read digit by digit: nothing is rounded.
WholeNumber whole_number(std::string_view text);

}  // namespace backorder
