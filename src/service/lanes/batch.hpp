#pragma once
// Mutations of several callers in one transaction.

#include "service/lanes/batch_try.hpp"
#include "service/lanes/pending_call.hpp"
#include "service/store.hpp"

#include <set>

namespace backorder {

/// Carries calls out, all of one marketplace, and answers each for itself. A call's refusal, time or cancelling is its
/// own affair. A transaction that fails for what may be one call's fault is repeated in halves, down to single calls.
class Batch {
public:
    /// callers: it runs on the thread of its only call, whose own token is alive for as long.
    enum class Thread : std::uint8_t { lanes, callers };

    Batch(Store& store, PendingCalls calls, Thread thread) : store_(store), thread_(thread), calls_(std::move(calls)) {}

    /// Until everything is done. The answers of the last transaction are still to be delivered then: its locks are
    /// free, and the next batch need not wait until the callers are awake.
    void run();

    void deliver();

    /// Calls that are not done, for they wait for what others have locked.
    std::vector<Blocked> take_blocked() { return std::move(blocked_); }

private:
    void carry_out(PendingCalls calls);
    void in_halves(const PendingCalls& calls);
    void fail(PendingCalls calls, const Refusal& refusal);
    void put_off(PendingCalls calls, const std::set<StockKey>& missing);

    Store& store_;
    const Thread thread_;
    PendingCalls calls_;  ///< still to be carried out
    std::vector<std::pair<std::shared_ptr<PendingCall>, Outcome<Answer>>> answers_;
    std::vector<Blocked> blocked_;
};

}  // namespace backorder
