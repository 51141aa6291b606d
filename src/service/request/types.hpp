#pragma once
// The words requests are built from. Each says by its type what the checks demand of it.

#include <cstddef>
#include <cstdint>
#include <string>
#include <type_traits>

namespace backorder {

inline constexpr std::size_t max_id_bytes = 128;
inline constexpr std::size_t max_items = 10'000;
inline constexpr std::size_t max_batch_lines = 100'000;

/// The host's own name of a thing: 1 to 128 bytes of UTF-8 without NUL.
struct Id {
    std::string value;
    operator const std::string&() const { return value; }
};

/// An id that may be left out; then it is empty.
struct OptionalId {
    std::string value;
    operator const std::string&() const { return value; }
    explicit operator bool() const { return !value.empty(); }
};

template <class T>
inline constexpr bool is_id = std::is_same_v<T, Id> || std::is_same_v<T, OptionalId>;

/// Whole units, at least 1.
struct Quantity {
    std::int64_t value = 0;
    operator std::int64_t() const { return value; }
};

/// Whole units, at least 0, that must be said.
struct Units {
    std::int64_t value = -1;
    bool said = false;
    operator std::int64_t() const { return value; }
};

}  // namespace backorder
