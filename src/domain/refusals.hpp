#pragma once
// Why parts of one request are refused, told together.

#include "domain/refusal.hpp"

#include <cstddef>
#include <optional>

namespace backorder {

/// Answers with the status that is listed first, and names what is refused: in the order of the statuses, of equals in the order
/// they were added, the first hundred, then how many more there are.
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

}  // namespace backorder
