#pragma once
// How often and after which pauses a call tries again. Pure: it is told the time.

#include "store/engine/failure.hpp"
#include "support/budget.hpp"

#include <chrono>
#include <optional>

namespace backorder {

class RetryPolicy {
public:
    explicit RetryPolicy(Clock::time_point deadline) : deadline_(deadline) {}

    /// A COMMIT was not answered. From now on every failure is tried again until the deadline: giving up would mean
    /// in_doubt.
    void commit_unanswered() { in_doubt_ = true; }
    bool in_doubt() const { return in_doubt_; }

    /// The pause before the next try; none: no further try.
    std::optional<std::chrono::milliseconds> next(Retry retry, Clock::time_point now);

private:
    const Clock::time_point deadline_;
    bool in_doubt_ = false;
    int tries_ = 0;
    std::chrono::milliseconds paused_{0};
};

}  // namespace backorder
