#pragma once
// How long a call may take, and who may end it before.

#include <atomic>
#include <chrono>

namespace backorder {

using Clock = std::chrono::steady_clock;

/// Cancels the calls that carry it.
struct Token {
    std::atomic<bool> cancelled{false};
};

/// What a call may spend. `token` may be null. lock_timeout: how long one lock is waited for before it is looked who
/// has it; zero: as long as there is time.
struct Budget {
    Clock::time_point deadline;
    const Token* token = nullptr;
    std::chrono::milliseconds lock_timeout{0};

    bool cancelled() const { return token != nullptr && token->cancelled.load(std::memory_order_relaxed); }
    std::chrono::milliseconds left() const {
        return std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now());
    }
};

}  // namespace backorder
