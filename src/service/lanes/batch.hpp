#pragma once
// A batch: changes of several callers in one transaction.

#include "service/lanes/batch_try.hpp"
#include "service/lanes/pending_call.hpp"
#include "service/store.hpp"

#include <set>

namespace backorder {

/// Carries out calls of one marketplace and answers each for itself: no call is refused, late or cancelled because of
/// another. A transaction that fails for a reason that may be one call's is repeated in halves, down to single calls.
class Batch {
public:
    /// Who runs the batch. `callers`: the thread of its only call, whose token outlives the batch.
    enum class Thread : std::uint8_t { lanes, callers };

    Batch(Store& store, PendingCalls calls, Thread thread) : store_(store), thread_(thread), calls_(std::move(calls)) {}

    /// Returns when everything is done, with the last transaction's answers not yet delivered: its locks are free, and
    /// the next batch need not wait until the callers are awake.
    void run();

    /// Delivers the answers that are ready.
    void deliver();

    /// Calls that stepped aside: not done, because another transaction has locked what they need.
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
