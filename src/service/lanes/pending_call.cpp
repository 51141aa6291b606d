#include "service/lanes/pending_call.hpp"

#include "service/lanes/turned_away.hpp"
#include "service/replay/replay.hpp"
#include "service/request/json.hpp"
#include "service/verbs/handlers.hpp"

#include <algorithm>
#include <functional>
#include <new>
#include <utility>

namespace backorder {

namespace {

/// Who carries the call out has the same deadline and knows better what stood in the way: it is heard first.
constexpr std::chrono::milliseconds courtesy{100};
/// The store gives up a server that hangs a quarter of a second after the deadline, and is heard first here too.
constexpr std::chrono::milliseconds doubt{500};
/// As long as the store waits for one call alone, where it goes on for others with more time.
constexpr std::chrono::milliseconds doubt_in_company{250};
/// A token wakes nobody, it has to be looked at.
constexpr std::chrono::milliseconds token_interval{20};

/// What is said to whom the clock or the token ended.
Refusal without_obstacle(Status status) noexcept {
    switch (status) {
    case Status::cancelled: return said_without_memory(status, "The call was cancelled; nothing was done.");
    case Status::in_doubt:
        return said_without_memory(status,
                                   "The call was being committed when its time was over; repeat it with the same key.");
    default:
        return said_without_memory(
            status, "Not done in time, nothing was done: the call waited for others, or for the database.");
    }
}

std::string body_of(const std::unique_ptr<Mutation>& mutation, const Request& request) {
    return mutation ? short_request_text(request) : std::string();
}

std::size_t order_fingerprint(std::string_view marketplace, std::string_view order) {
    constexpr std::size_t apart_from_variants = 0x9e3779b97f4a7c15;
    return variant_fingerprint(marketplace, order) ^ apart_from_variants;
}

std::vector<std::size_t> fingerprints(const Context& context, const std::unique_ptr<Mutation>& mutation) {
    std::vector<std::size_t> found;
    if (!mutation) return found;
    std::vector<std::string_view> variants;
    mutation->add_variants(variants);
    found.reserve(variants.size() + 1);
    for (const std::string_view variant : variants) found.push_back(variant_fingerprint(context.marketplace, variant));
    if (const std::string_view order = mutation->order(); !order.empty())
        found.push_back(order_fingerprint(context.marketplace, order));
    std::sort(found.begin(), found.end());
    return found;
}

}  // namespace

std::size_t variant_fingerprint(std::string_view marketplace, std::string_view variant) {
    return std::hash<std::string_view>{}(marketplace) ^ std::hash<std::string_view>{}(variant);
}

PendingCall::PendingCall(Context call_context, Request call_request, Completion completion)
    : context(std::move(call_context)), request(std::move(call_request)), mutation(make_mutation(context, request)),
      key(call_key(context, request)), body(body_of(mutation, request)), wanted(fingerprints(context, mutation)),
      completion_(std::move(completion)) {}

void PendingCall::join(std::shared_ptr<BatchLife> life, Clock::time_point deadline) {
    const Lock lock(mutex_);
    if (phase_ == Phase::answered) return;
    life->interested.fetch_add(1);
    life_ = std::move(life);
    shared_deadline_ = deadline;
    obstacle_.reset();
}

void PendingCall::stand_before(const Obstacle& obstacle) {
    const Lock lock(mutex_);
    if (phase_ == Phase::answered) return;
    if (life_) std::exchange(life_, {})->leave();
    obstacle_ = obstacle;
}

bool PendingCall::claim() {
    const Lock lock(mutex_);
    if (phase_ == Phase::waiting) phase_ = Phase::claimed;
    return phase_ == Phase::claimed;
}

void PendingCall::release() {
    {
        const Lock lock(mutex_);
        if (phase_ != Phase::claimed) return;
        phase_ = Phase::waiting;
    }
    changed_.notify_one();  // who waits looks at clock and token again
}

bool PendingCall::drop() {
    const Lock lock(mutex_);
    if (phase_ == Phase::answered) return false;
    settle();
    return true;
}

void PendingCall::answer(Outcome<Answer> outcome) {
    Lock lock(mutex_);
    if (phase_ == Phase::answered) return;
    settle();
    if (completion_) {
        lock.unlock();
        return completion_(std::move(outcome));
    }
    outcome_.emplace(std::move(outcome));
    lock.unlock();
    changed_.notify_one();
}

void PendingCall::give_up() {
    const bool perhaps_done = [this] {
        const Lock lock(mutex_);
        return phase_ == Phase::claimed;
    }();
    answer(Refusal{perhaps_done ? Status::in_doubt : Status::out_of_memory, "out of memory"});
}

bool PendingCall::answered() const {
    const Lock lock(mutex_);
    return phase_ == Phase::answered;
}

Outcome<Answer> PendingCall::wait() {
    const Lock lock(mutex_);
    while (phase_ != Phase::answered) {
        const auto now = Clock::now();
        if (const auto status = overdue(now)) {
            settle();
            return ended(*status);
        }
        changed_.wait_until(mutex_, next_look(now));
    }
    return *std::move(outcome_);
}

bool PendingCall::look(Clock::time_point now) {
    Lock lock(mutex_);
    if (phase_ == Phase::answered) return false;
    const std::optional<Status> status = overdue(now);
    if (!status) return true;
    settle();
    Refusal refusal = ended(*status);
    lock.unlock();
    completion_(std::move(refusal));
    return false;
}

std::optional<Status> PendingCall::overdue(Clock::time_point now) const {
    const auto deadline = context.budget.deadline;
    if (phase_ == Phase::claimed) return now >= doubtful() ? std::optional(Status::in_doubt) : std::nullopt;
    if (context.budget.cancelled()) return Status::cancelled;
    return now >= (life_ ? deadline + courtesy : deadline) ? std::optional(Status::timeout) : std::nullopt;
}

Clock::time_point PendingCall::next_look(Clock::time_point now) const {
    const auto deadline = context.budget.deadline;
    if (phase_ == Phase::claimed) return doubtful();
    const auto due = life_ || now >= deadline ? deadline + courtesy : deadline;
    return context.budget.token == nullptr ? due : std::min(due, now + token_interval);
}

Clock::time_point PendingCall::doubtful() const {
    const auto deadline = context.budget.deadline;
    return deadline + (shared_deadline_ > deadline ? doubt_in_company : doubt);
}

Refusal PendingCall::ended(Status status) const noexcept {
    try {
        if (status == Status::timeout && obstacle_) return locked_elsewhere(*obstacle_);
    } catch (const std::bad_alloc&) {
        // It is said without the name.
    }
    return without_obstacle(status);
}

void PendingCall::settle() {
    phase_ = Phase::answered;
    if (life_) life_->leave();
}

}  // namespace backorder
