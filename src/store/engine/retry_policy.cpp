#include "store/engine/retry_policy.hpp"

#include <algorithm>

namespace backorder {

namespace {

using std::chrono::milliseconds;

/// Of pauses in all, for what a call does not wait out until its deadline.
constexpr milliseconds most{1000};

/// 1 2 4 8 16 32 32 ...
milliseconds pause_for_others(int tries) { return milliseconds{1 << std::min(tries, 5)}; }

/// 0 20 40 80 160 320 320 ...
milliseconds pause_for_server(int tries) {
    return tries == 0 ? milliseconds{0} : milliseconds{10 << std::min(tries, 5)};
}

}  // namespace

std::optional<milliseconds> RetryPolicy::next(Retry retry, Clock::time_point now) {
    if (retry == Retry::never && !in_doubt_) return std::nullopt;
    const bool until_deadline = in_doubt_ || retry == Retry::conflict;
    if (!until_deadline && paused_ >= most) return std::nullopt;
    const bool of_others = !in_doubt_ && retry != Retry::connection;
    auto pause = of_others ? pause_for_others(tries_) : pause_for_server(tries_);
    if (!until_deadline) pause = std::min(pause, most - paused_);
    ++tries_;
    paused_ += pause;
    return now + pause < deadline_ ? std::optional(pause) : std::nullopt;
}

}  // namespace backorder
