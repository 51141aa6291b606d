#pragma once
// A call on its way, from being let in to its answer.

#include "service/verbs/mutation.hpp"
#include "support/thread_annotations.hpp"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace backorder {

/// Receives the answer of a submitted call: once, on any thread. It neither throws nor blocks.
using Completion = std::function<void(Outcome<Answer>)>;

/// Shared by the members of a batch. The token is cancelled when no member waits any more. The transaction looks at
/// this token instead of the hosts' own: a host may free its token as soon as its call is answered.
struct BatchLife {
    std::atomic<std::size_t> interested{1};  ///< members that wait, and whoever is still adding members
    Token token{};

    void leave() {
        if (interested.fetch_sub(1) == 1) token.cancelled.store(true);
    }
};

/// How long a lock is waited for before the holder is looked up.
constexpr std::chrono::milliseconds first_lock_timeout{250};

/// A hash of what a call wants. Calls with no common fingerprint want nothing in common; the converse nearly always
/// holds.
std::size_t variant_fingerprint(std::string_view marketplace, std::string_view variant);

/// Before the claim, a call whose deadline passes or that is cancelled is taken back: it is answered at once and
/// nothing is done. After the claim only the end of the transaction tells; if that comes too late the call is in doubt.
/// Safe from any thread.
class PendingCall {
public:
    /// Without a completion the caller waits by `wait`.
    PendingCall(Context context, Request request, Completion completion = {});
    PendingCall(const PendingCall&) = delete;
    PendingCall& operator=(const PendingCall&) = delete;

    const Context context;
    const Request request;

    /// What a mutation is recorded by; a question has none of these.
    const std::unique_ptr<Mutation> mutation;
    const CallKey key;
    const std::string body;

    /// Sorted fingerprints of the variants it is known to lock, and of its order. A call that shares one with an
    /// earlier call waits behind it.
    const std::vector<std::size_t> wanted;

    bool wants(std::size_t fingerprint) const { return std::binary_search(wanted.begin(), wanted.end(), fingerprint); }

    // Written only by whoever has the call: the queue or its batch.
    bool bulk = false;                                            ///< part of a place_batch
    std::uint64_t arrival = 0;                                    ///< its number among the calls of the handle
    std::chrono::milliseconds lock_timeout = first_lock_timeout;  ///< doubled after a lock that was busy

    /// The call has a lane. `deadline` is the batch's, which may be later than its own.
    void join(std::shared_ptr<BatchLife> life, Clock::time_point deadline);

    /// The call has stepped aside. If its time is over, the answer names the obstacle.
    void stand_before(const Obstacle& obstacle);

    /// False if the call was answered meanwhile. Claiming twice is once.
    bool claim();

    /// Undoes the claim: the transaction was rolled back.
    void release();

    /// The first answer counts.
    void answer(Outcome<Answer> outcome);

    /// The call was not let in, and nobody is told. False if the deadline has answered it already.
    bool drop();

    /// Answers out_of_memory, or in_doubt if the call was claimed: memory ran out where nobody can say what was done.
    void give_up();

    bool answered() const;

    /// Blocks until the answer, or until the call is overdue.
    Outcome<Answer> wait();

    /// Answers a call with a completion if it is overdue. False once it is answered.
    bool look(Clock::time_point now);

private:
    enum class Phase : std::uint8_t { waiting, claimed, answered };

    /// With what status the call ends now; none: it goes on.
    std::optional<Status> overdue(Clock::time_point now) const BACKORDER_REQUIRES(mutex_);
    Refusal ended(Status status) const noexcept BACKORDER_REQUIRES(mutex_);
    Clock::time_point doubtful() const BACKORDER_REQUIRES(mutex_);
    void settle() BACKORDER_REQUIRES(mutex_);
    Clock::time_point next_look(Clock::time_point now) const BACKORDER_REQUIRES(mutex_);

    const Completion completion_;
    mutable Mutex mutex_;
    Condition changed_;
    Phase phase_ BACKORDER_GUARDED_BY(mutex_) = Phase::waiting;
    std::shared_ptr<BatchLife> life_ BACKORDER_GUARDED_BY(mutex_);
    Clock::time_point shared_deadline_ BACKORDER_GUARDED_BY(mutex_);  ///< of the batch
    std::optional<Obstacle> obstacle_ BACKORDER_GUARDED_BY(mutex_);
    std::optional<Outcome<Answer>> outcome_ BACKORDER_GUARDED_BY(mutex_);
};

using PendingCalls = std::vector<std::shared_ptr<PendingCall>>;

}  // namespace backorder
