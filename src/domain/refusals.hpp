#pragma once
// Refusals that several rules share, and how the refused parts of one request are told together.

#include "domain/refusal.hpp"
#include "domain/state.hpp"

#include <cstddef>
#include <optional>

namespace backorder {

/// Answers with the status that is listed first, and names what is refused: in the order of the statuses, of equals in
/// the order they were added, the first hundred, then how many more there are.
class Refusals {
public:
    bool empty() const { return kept_.empty(); }

    /// The status listed first. Not of none.
    Status status() const { return kept_.front().status; }

    void add(Refusal refusal);

    /// One alone as it was added. Of several each row says its own status and message too.
    std::optional<Refusal> outcome() const;

private:
    static constexpr std::size_t most_named = 100;

    std::vector<Refusal> kept_;
    std::size_t more_ = 0;
};

/// Nothing if that many units can be added to the record's counter.
std::optional<Refusal> beyond_64_bits(const State& state, const StockKey& key, Units64 Counters::*counter,
                                      Units64 units);

}  // namespace backorder
