#pragma once
// Latencies of one thread or of many: buckets within 0.4 % of each other, so that recording costs no memory.

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace bench {

class Histogram {
public:
    void add(std::uint64_t nanoseconds) {
        const std::size_t at = bucket(nanoseconds);
        ++counts_[at < counts_.size() ? at : counts_.size() - 1];
        ++total_;
    }

    void add(const Histogram& other) {
        for (std::size_t i = 0; i < counts_.size(); ++i) counts_[i] += other.counts_[i];
        total_ += other.total_;
    }

    std::uint64_t total() const { return total_; }

    /// The latency in microseconds that this share of all did not exceed; 0 where nothing was measured.
    double quantile(double share) const {
        std::uint64_t left = static_cast<std::uint64_t>(share * static_cast<double>(total_));
        for (std::size_t i = 0; i < counts_.size(); ++i) {
            if (counts_[i] > left) return middle(i) / 1000;
            left -= counts_[i];
        }
        return 0;
    }

private:
    static constexpr unsigned fine_bits = 8;      // 256 buckets for each doubling
    static constexpr unsigned longest_bits = 38;  // some four minutes

    static std::size_t bucket(std::uint64_t value) {
        const unsigned width = static_cast<unsigned>(std::bit_width(value));
        if (width <= fine_bits) return static_cast<std::size_t>(value);
        const unsigned shift = width - fine_bits;
        return (std::size_t{shift} << (fine_bits - 1)) + static_cast<std::size_t>(value >> shift);
    }

    static double middle(std::size_t at) {
        constexpr std::size_t half = std::size_t{1} << (fine_bits - 1);
        if (at < 2 * half) return static_cast<double>(at);
        const std::size_t shift = at / half - 1;
        return (static_cast<double>(at - shift * half) + 0.5) * static_cast<double>(std::uint64_t{1} << shift);
    }

    std::array<std::uint32_t, (longest_bits - fine_bits + 2) << (fine_bits - 1)> counts_{};
    std::uint64_t total_ = 0;
};

}  // namespace bench
