#include "domain/overflow.hpp"

#include "domain/words.hpp"

namespace backorder {

std::optional<Refusal> beyond_64_bits(const State& state, const StockKey& key, Units64 Counters::*counter, Units64 units) {
    const Units64 before = state.stock.at(key).counters.*counter;
    if (checked_sum(before, units)) return std::nullopt;
    const std::string name = counter == &Counters::on_hand ? "on_hand" : "backordered";
    return Refusal{Status::overflow, name + " of " + words(key) + " would pass 2^63 - 1; ask for less",
                   {{{"variant", key.variant}, {"warehouse", key.warehouse}, {"asked", units}, {name, before}}}};
}

}  // namespace backorder
