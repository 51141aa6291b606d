#include "completions.hpp"

#include "guard.hpp"

#include <type_traits>
#include <utility>

namespace backorder::abi {

static_assert(std::is_nothrow_move_assignable_v<Outcome<Answer>>,
              "a call that was carried out is told, whatever memory is left");

void CompletionQueue::add(FinishedCalls finished) noexcept {
    {
        const Lock lock(mutex_);
        if (finished_.empty()) waiting_.raise();
        finished_.splice(finished_.end(), finished);
    }
    some_.notify_one();
}

FinishedCalls CompletionQueue::take(std::size_t most, std::optional<Clock::time_point> deadline) {
    const Lock lock(mutex_);
    while (finished_.empty())
        if (!deadline)
            some_.wait(mutex_);
        else if (Clock::now() < *deadline)
            some_.wait_until(mutex_, *deadline);
        else
            return {};
    FinishedCalls taken;
    auto end = finished_.begin();
    for (std::size_t i = 0; i < most && end != finished_.end(); ++i) ++end;
    taken.splice(taken.end(), finished_, finished_.begin(), end);
    if (finished_.empty())
        waiting_.clear();
    else
        some_.notify_one();
    return taken;
}

CompletionSlot::CompletionSlot(std::shared_ptr<CompletionQueue> queue, std::uint64_t tag, bool of_a_change, Lease lease)
    : queue_(std::move(queue)), lease_(std::move(lease)) {
    finished_.push_back(
        {tag, Refusal{Status::internal, "was dropped"}, of_a_change});  // short: found again without memory
}

CompletionSlot::~CompletionSlot() {
    if (!finished_.empty()) queue_->add(std::move(finished_));
}

void CompletionSlot::tell(Outcome<Answer> answer) noexcept {
    if (finished_.empty()) return;
    finished_.front().answer = std::move(answer);
    queue_->add(std::move(finished_));
    lease_.reset();
}

namespace {

constexpr std::int64_t no_end = -1;
constexpr std::int64_t longest_wait_ms = std::int64_t{1000} * 60 * 60 * 24 * 365;

std::optional<Clock::time_point> deadline_of(std::int64_t timeout_ms) {
    if (timeout_ms == no_end || timeout_ms > longest_wait_ms) return std::nullopt;
    return Clock::now() + std::chrono::milliseconds(timeout_ms);
}

struct Arrays {
    std::uint64_t* tags;
    bo_status* statuses;
    bo_result** results;
    bo_error** errors;
};

bo_status check_pull(const bo_completions* completions, std::int64_t timeout_ms, std::size_t capacity,
                     const Arrays& into, const std::size_t* count) {
    if (completions == nullptr || into.tags == nullptr || into.statuses == nullptr || count == nullptr)
        return BO_E_NULL_ARGUMENT;
    if (completions->of_another_process()) return BO_E_FORKED;
    return timeout_ms < no_end || capacity == 0 ? BO_E_ARGUMENT : BO_OK;
}

void hand_over(Finished finished, std::size_t row, const Arrays& into) noexcept {
    into.tags[row] = finished.tag;
    into.statuses[row] = guard_answer(into.results == nullptr ? nullptr : into.results + row,
                                      into.errors == nullptr ? nullptr : into.errors + row, [&finished] {
                                          return Reply{std::move(finished.answer), finished.of_a_change};
                                      });
}

}  // namespace
}  // namespace backorder::abi

using namespace backorder::abi;

bo_completions* bo_completions_new(void) {
    try {
        return new bo_completions;
    } catch (...) {
        return nullptr;
    }
}

int32_t bo_completions_fd(const bo_completions* completions) {
    return completions == nullptr ? -1 : completions->queue->fd();
}

bo_status bo_completions_pull(bo_completions* completions, int64_t timeout_ms, size_t capacity, uint64_t* tags,
                              bo_status* statuses, bo_result** results, bo_error** errors, size_t* count) {
    if (count != nullptr) *count = 0;
    return guard(nullptr, [&] {
        const Arrays into{tags, statuses, results, errors};
        if (const bo_status refused = check_pull(completions, timeout_ms, capacity, into, count); refused != BO_OK)
            return refused;
        for (Finished& finished : completions->queue->take(capacity, deadline_of(timeout_ms)))
            hand_over(std::move(finished), (*count)++, into);
        return BO_OK;
    });
}

void bo_completions_free(bo_completions* completions) {
    const Uncancellable uncancellable;
    // Of the parent's: a thread of it may have been at its locks when this process was forked. It stays as it is.
    if (completions != nullptr && !completions->of_another_process()) delete completions;
}
