#pragma once
// A call on its way: who waits for it, and who may still take it back.

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

/// Is told the answer of a submitted call, once, on any thread. Neither throws nor waits.
using Completion = std::function<void(Outcome<Answer>)>;

/// What the members of a batch share: when none of them waits any more, the token is cancelled. It stands for the
/// hosts' own tokens, which may be freed as soon as a call is answered, while its transaction still runs.
struct BatchLife {
    std::atomic<std::size_t> interested{1};  ///< whoever gathers the members is interested until all have joined
    Token token{};

    void leave() {
        if (interested.fetch_sub(1) == 1) token.cancelled.store(true);
    }
};

/// So long a lock is waited for before it is looked who has it.
constexpr std::chrono::milliseconds first_lock_timeout{250};

/// Of what calls want, to tell quickly which want the same; two things rarely share one.
std::size_t variant_fingerprint(std::string_view marketplace, std::string_view variant);

/// Until it is claimed, a call that is over its time or cancelled is taken back and answered at once: nothing will be
/// done. From the claim on only the transaction's end can tell, and if that does not come in time the call is in doubt.
/// Safe from any thread.
class PendingCall {
public:
    /// Waited for by `wait`, or, with a completion, told.
    PendingCall(Context context, Request request, Completion completion = {});
    PendingCall(const PendingCall&) = delete;
    PendingCall& operator=(const PendingCall&) = delete;

    const Context context;
    const Request request;

    /// Nothing is to be recorded of a question.
    const std::unique_ptr<Mutation> mutation;
    const CallKey key;
    const std::string body;

    /// Fingerprints of the variants it is known to lock and of its order: who shares one with a call before waits for
    /// it.
    const std::vector<std::size_t> wanted;  // sorted

    bool wants(std::size_t fingerprint) const { return std::binary_search(wanted.begin(), wanted.end(), fingerprint); }

    // Whoever has the call, queue or batch, may write these.
    bool bulk = false;                                            ///< one of many that one caller sent at once
    std::uint64_t arrival = 0;                                    ///< among the calls of its handle
    std::chrono::milliseconds lock_timeout = first_lock_timeout;  ///< longer where a lock was busy, not kept

    /// It is no more waiting for a lane. Its transaction lasts until `deadline` at most, which may be later than its
    /// own.
    void join(std::shared_ptr<BatchLife> life, Clock::time_point deadline);

    /// It waits for what another transaction has locked, and for no lane: its answer names it if the time is over.
    void stand_before(const Obstacle& obstacle);

    /// False if it was answered meanwhile. Claiming again changes nothing.
    bool claim();

    /// What it was claimed for will not be done by this transaction.
    void release();

    /// The first answer counts.
    void answer(Outcome<Answer> outcome);

    /// It was not let in: nobody is told. False if the clock has answered it already.
    bool drop();

    /// Memory ran out where nobody can say how far it came.
    void give_up();

    bool answered() const;

    Outcome<Answer> wait();

    /// Of one with a completion: answers it if its time is over. False once it is answered.
    bool look(Clock::time_point now);

private:
    enum class Phase : std::uint8_t { waiting, claimed, answered };

    /// How it ends now, if it does.
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
    Clock::time_point shared_deadline_ BACKORDER_GUARDED_BY(mutex_);  ///< of the transaction
    std::optional<Obstacle> obstacle_ BACKORDER_GUARDED_BY(mutex_);
    std::optional<Outcome<Answer>> outcome_ BACKORDER_GUARDED_BY(mutex_);
};

using PendingCalls = std::vector<std::shared_ptr<PendingCall>>;

}  // namespace backorder
