#include "service/lanes/batch.hpp"

#include <algorithm>
#include <new>
#include <utility>

namespace backorder {

namespace {

/// Who waits for a lock is to be told in his time what it is.
constexpr std::chrono::milliseconds least_lock_timeout{50};

/// Calls together have as long as the most patient of them, and end when the last of them is not waited for any more.
class SharedBudget {
public:
    SharedBudget(const PendingCalls& calls, Batch::Thread thread) {
        auto shortest = Clock::time_point::max();
        for (const auto& call : calls) {
            budget_.deadline = std::max(budget_.deadline, call->context.budget.deadline);
            budget_.lock_timeout = std::max(budget_.lock_timeout, call->lock_timeout);
            shortest = std::min(shortest, call->context.budget.deadline);
        }
        const auto half = std::chrono::duration_cast<std::chrono::milliseconds>(shortest - Clock::now()) / 2;
        budget_.lock_timeout = std::min(budget_.lock_timeout, std::max(half, least_lock_timeout));
        for (const auto& call : calls) call->join(life_, budget_.deadline);
        life_->leave();
        if (thread == Batch::Thread::callers) budget_.token = calls.front()->context.budget.token;
    }

    const Budget& get() const { return budget_; }

private:
    const std::shared_ptr<BatchLife> life_ = std::make_shared<BatchLife>();
    Budget budget_{Clock::time_point::min(), &life_->token};
};

Refusal fault(const char* what) { return {Status::internal, std::string("a fault of this library: ") + what}; }

/// What the store has no words for is a fault, not the end of the lane.
Outcome<void> transact(Store& store, const PendingCalls& calls, Batch::Thread thread,
                       const std::function<Verdict(Work&)>& body) {
    const SharedBudget budget(calls, thread);
    try {
        return store.transact(Mode::change, budget.get(), body);
    } catch (const std::bad_alloc&) {
        return Refusal{Status::out_of_memory, "The host process has no memory left; nothing was done."};
    } catch (const std::exception& error) {
        return fault(error.what());
    }
}

}  // namespace

void Batch::run() {
    while (!calls_.empty()) {
        deliver();
        PendingCalls calls = std::move(calls_);
        calls_.clear();
        std::erase_if(calls, [](const auto& call) { return call->answered(); });
        if (!calls.empty()) carry_out(std::move(calls));
    }
}

void Batch::deliver() {
    for (auto& [call, answer] : answers_) call->answer(std::move(answer));
    answers_.clear();
}

void Batch::carry_out(PendingCalls calls) {
    BatchMembers members;
    for (const auto& call : calls) members.push_back({.call = call});
    std::vector<Blocked> blocked;
    std::optional<BatchTry> last;
    const Outcome<void> done =
        transact(store_, calls, thread_, [&](Work& work) { return last.emplace(members, blocked).run(work); });
    for (Blocked& one : blocked) {
        std::erase(calls, one.call);
        blocked_.push_back(std::move(one));
    }
    if (!done) return fail(std::move(calls), done.error());
    BatchTry::Result result = last->take_result();
    answers_ = std::move(result.answers);
    for (const auto& call : result.put_off) call->release();
    if (!result.put_off.empty()) deliver();
    if (result.apart) return in_halves(result.put_off);
    put_off(std::move(result.put_off), result.missing);
}

void Batch::fail(PendingCalls calls, const Refusal& refusal) {
    if (calls.size() == 1 || !may_be_one_calls(refusal.status)) {
        for (const auto& call : calls) call->answer(refusal);
        return;
    }
    for (const auto& call : calls) call->release();
    in_halves(calls);
}

void Batch::in_halves(const PendingCalls& calls) {
    const auto middle = calls.begin() + static_cast<std::ptrdiff_t>(calls.size() / 2);
    for (const auto& [from, to] : {std::pair(calls.begin(), middle), std::pair(middle, calls.end())}) {
        Batch half(store_, {from, to}, thread_);
        half.run();
        half.deliver();
        for (Blocked& one : half.take_blocked()) blocked_.push_back(std::move(one));
    }
}

void Batch::put_off(PendingCalls calls, const std::set<StockKey>& missing) {
    if (calls.empty()) return;
    if (missing.empty()) return calls_ = std::move(calls), void();
    const std::string& marketplace = calls.front()->context.marketplace;
    std::vector<Obstacle> obstacles;
    const Outcome<void> made = transact(store_, calls, thread_, [&](Work& work) {
        obstacles = work.obstacles(marketplace);
        if (!obstacles.empty()) return Verdict::rollback;
        work.create_stock(marketplace, missing);
        return Verdict::commit;
    });
    if (!made) return fail(std::move(calls), made.error());
    if (obstacles.empty()) return calls_ = std::move(calls), void();
    if (calls.size() > 1) return in_halves(calls);
    blocked_.push_back({calls.front(), std::move(obstacles.front())});
}

}  // namespace backorder
