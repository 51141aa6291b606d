#pragma once
// Choices of one seed.

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace backorder::test::model {

class Dice {
public:
    explicit Dice(std::uint64_t seed) : random_(seed) {}

    std::int64_t between(std::int64_t least, std::int64_t most) {
        return std::uniform_int_distribution<std::int64_t>(least, most)(random_);
    }
    bool one_in(int n) { return between(1, n) == 1; }

    template <class T>
    const T& one_of(const std::vector<T>& things) {
        return things[static_cast<std::size_t>(between(0, static_cast<std::int64_t>(things.size()) - 1))];
    }
    std::string one_of(const std::vector<const char*>& words) { return one_of<const char*>(words); }

private:
    std::mt19937_64 random_;
};

}  // namespace backorder::test::model
