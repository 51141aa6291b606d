#pragma once

#include <cstdint>

namespace bench {

/// Cheap and the same in every run (xorshift64*).
class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed * 0x9e3779b97f4a7c15U + 0x2545f4914f6cdd1dU) {}

    std::size_t below(std::size_t bound) {
        state_ ^= state_ >> 12;
        state_ ^= state_ << 25;
        state_ ^= state_ >> 27;
        return static_cast<std::size_t>((state_ * 0x2545f4914f6cdd1dU) >> 33) % bound;
    }

private:
    std::uint64_t state_;
};

}  // namespace bench
