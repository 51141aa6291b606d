#pragma once
// A fresh database with two equal marketplaces: in one the library sells, in the other the floor.

#include "crew.hpp"
#include "floor.hpp"
#include "postgres.hpp"
#include "shop.hpp"

#include <functional>
#include <string>
#include <vector>

namespace bench {

struct Plan {
    std::string name;
    unsigned variants = 1;
    std::int64_t on_hand = 1'000'000'000'000;  ///< 0: there is no floor
    unsigned pool_size = 8;
    std::vector<std::string> stock_codes{};  ///< instead of numbered variants
};

class Arena {
public:
    Arena(const Setting& setting, const Plan& plan);
    /// Looks whether the rows of both add up, if that was asked for.
    void leave() const;

    const Setting& setting() const { return setting_; }
    const Database& database() const { return database_; }
    const std::vector<std::string>& variants() const { return variants_; }
    const Counter& floor() const { return floor_; }

    /// The library, opened. Each side of a contest opens its own.
    Shop open() const { return Shop(setting_, database_.url(), "ours", plan_.pool_size); }

private:
    void verify_floor() const;

    const Setting& setting_;
    const Plan plan_;
    const Database database_;
    const std::vector<std::string> variants_;
    Counter floor_;
};

/// One side of a contest for that many seconds.
using Run = std::function<Tally(double seconds)>;

struct Rounds {
    std::vector<Tally> ours, floor;
};

/// Both in turn, after a short try that does not count; before each the server writes out what is left of the one
/// before.
Rounds alternate(const Arena& arena, const Run& ours, const Run& floor);

double median(std::vector<double> values);

/// The median over the rounds of what `of` reads from each.
double median(const std::vector<Tally>& tallies, const std::function<double(const Tally&)>& of);

}  // namespace bench
