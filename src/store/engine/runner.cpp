#include "store/engine/runner.hpp"

#include <new>
#include <utility>

namespace backorder {

namespace {

constexpr std::string_view lock_not_available = "55P03";

}  // namespace

struct Runner::Call {
    Pool& pool;
    Mode mode = Mode::read;
    const Budget& budget;
    const Body& body;
    RetryPolicy retries{budget.deadline};
    bool lock_timed_out = false;
};

Outcome<void> Runner::run(Pool& pool, Mode mode, const Budget& budget, const Body& body) {
    Call call{pool, mode, budget, body};
    try {
        return try_until_answered(call);
    } catch (...) {
        if (!call.retries.in_doubt()) throw;
        return in_doubt({});
    }
}

Outcome<void> Runner::reach(Pool& pool, const Budget& budget) {
    try {
        pool.lease(budget);
        return {};
    } catch (const std::exception& error) {
        return known_failure(error).refusal;
    }
}

Outcome<void> Runner::try_until_answered(Call& call) {
    while (std::optional<Failure> failure = attempt(call)) {
        call.lock_timed_out = failure->refusal.sqlstate == lock_not_available;
        const auto pause = call.retries.next(failure->retry, Clock::now());
        if (!pause) return final_answer(call, *std::move(failure), false);
        log_.add("info", "Trying again: " + failure->refusal.message);
        if (!call.pool.pause(*pause, call.budget)) return final_answer(call, *std::move(failure), true);
    }
    if (call.retries.in_doubt()) log_.add("info", "The doubt about a COMMIT is settled.");
    return {};
}

std::optional<Failure> Runner::attempt(Call& call) {
    try {
        Pool::Lease lease = call.pool.lease(call.budget);
        return work(call, lease);
    } catch (const std::exception& error) {
        return known_failure(error);
    }
}

std::optional<Failure> Runner::work(Call& call, Pool::Lease& lease) {
    try {
        Transaction transaction(lease.connection(), watchdog_,
                                {call.mode, schema_, call.budget, call.retries.in_doubt(), call.lock_timed_out});
        if (call.body(transaction) == Verdict::commit) transaction.commit();
        return std::nullopt;
    } catch (const CommitUnanswered& error) {
        lease.distrust_older();
        return commit_unanswered(call, error);
    } catch (const std::exception& error) {
        Failure failure = known_failure(error);
        // A server that only reads may be the old primary: the connection string's other hosts get their turn.
        if (failure.retry == Retry::connection || failure.refusal.status == Status::read_only) {
            lease.discard();
            lease.distrust_older();
        }
        return failure;
    }
}

Failure Runner::commit_unanswered(Call& call, const CommitUnanswered& error) {
    call.retries.commit_unanswered();
    log_.add("warning", "COMMIT was not answered; looking up what became of it in " + target_.description() + ".");
    try {
        std::rethrow_if_nested(error);
    } catch (const std::exception& cause) {
        return is_database_failure(cause) ? describe(cause, target_) : Failure{};
    }
    return {};
}

Failure Runner::known_failure(const std::exception& error) {
    if (!is_database_failure(error)) throw;
    return describe(error, target_);
}

Refusal Runner::final_answer(const Call& call, Failure failure, bool interrupted) const {
    Refusal answer = std::move(failure.refusal);
    if (call.retries.in_doubt()) return in_doubt(std::move(answer));
    const bool of_time = failure.retry != Retry::never || answer.status == Status::timeout;
    if (interrupted || (of_time && call.budget.cancelled())) {
        answer.status = Status::cancelled;
        answer.message = "The call was cancelled, or the handle closed; nothing was done.";
    } else if (of_time && call.budget.left() <= std::chrono::milliseconds::zero()) {
        answer.status = Status::timeout;
        answer.message = "Not done in time, nothing was done. The last obstacle: " + answer.message;
    }
    return answer;
}

Refusal Runner::in_doubt(Refusal cause) const noexcept {
    cause.status = Status::in_doubt;
    try {
        cause.message =
            "COMMIT was sent to " + target_.description() +
            " but not answered, and what became of it could not be looked up; repeat the call with the same key.";
    } catch (const std::bad_alloc&) {
        cause.message.clear();
    }
    return cause;
}

}  // namespace backorder
