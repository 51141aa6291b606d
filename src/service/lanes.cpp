#include "service/lanes.hpp"

#include "service/quiet_thread.hpp"
#include "service/turned_away.hpp"

#include <algorithm>
#include <new>
#include <optional>
#include <utility>

namespace backorder {

namespace {

constexpr std::size_t few_calls = 64;

}  // namespace

Lanes::Lanes(Store& store, const LaneSettings& settings) : store_(store), settings_(settings), queue_(settings.lines) {
    threads_.reserve(settings.lanes);
}

Lanes::~Lanes() {
    close();
    for (std::thread& thread : threads_) thread.join();
}

Outcome<void> Lanes::add(const Submissions& calls) {
    bool wake = false;
    {
        const Lock lock(mutex_);
        if (auto refusal = why_not(calls.size())) return *std::move(refusal);
        for (const auto& call : calls) wake = wake || queue_.may_run(*call, running_);
        for (const auto& call : calls) let_in(call);
    }
    if (wake) changed_.notify_one();
    return {};
}

/// Without memory for its place it is answered at once.
void Lanes::let_in(const std::shared_ptr<Submission>& call) {
    try {
        queue_.add(call);
    } catch (const std::bad_alloc&) {
        call->give_up();
    }
}

std::optional<Refusal> Lanes::why_not(std::size_t more) {
    if (closed_) return closed_handle();
    if (queue_.size() > 0 && queue_.size() + more > settings_.queue_size) return busy(queue_.size(), settings_.queue_size);
    if (!start_threads()) return no_thread();
    return std::nullopt;
}

/// One more where all are busy. False if there is none at all.
bool Lanes::start_threads() {
    if (idle_ > 0 || threads_.size() >= settings_.lanes) return true;
    return add_quiet_thread(threads_, [this] { work(); }) || !threads_.empty();
}

void Lanes::close() {
    Lock lock(mutex_);
    closed_ = true;
    changed_.notify_all();
    while (const auto call = queue_.take_any()) {
        lock.unlock();
        call->answer(closed_before_its_turn());
        lock.lock();
    }
}

bool Lanes::run_here(const std::shared_ptr<Submission>& call) {
    Lock lock(mutex_);
    if (closed_ || queue_.size() > 0 || busy_ == settings_.lanes || !queue_.may_run(*call, running_)) return false;
    carry_out({call}, Batch::Thread::callers);
    const bool wake = !closed_ && queue_.size() > 0 && start_threads();
    lock.unlock();
    if (wake) changed_.notify_one();
    return true;
}

/// Without memory nothing is taken: calls wait until there is some, or until their time is over.
Submissions Lanes::take() noexcept {
    try {
        return busy_ < settings_.lanes ? queue_.take(running_) : Submissions();
    } catch (const std::bad_alloc&) {
        return {};
    }
}

void Lanes::work() noexcept {
    const Lock lock(mutex_);
    while (!closed_) {
        const Submissions calls = take();
        if (calls.empty()) {
            ++idle_;
            changed_.wait(mutex_);
            --idle_;
            continue;
        }
        if (queue_.size() > 0 && start_threads()) changed_.notify_one();
        carry_out(calls, Batch::Thread::lanes);
        if (calls.size() > 1) let_callers_return();
    }
}

/// Who was just answered may be about to call again. While giving up the processor brings more calls, they are let in: no time
/// passes in which nobody works.
void Lanes::let_callers_return() {
    for (std::size_t before = 0; before < queue_.size() || before == 0;) {
        before = std::max<std::size_t>(queue_.size(), 1);
        mutex_.unlock();
        std::this_thread::yield();
        mutex_.lock();
    }
}

/// The lane is free for others while many callers are woken. Few are woken first: most of them are back for the next batch.
void Lanes::carry_out(const Submissions& calls, Batch::Thread thread) noexcept {
    note_start(calls);
    mutex_.unlock();
    std::optional<Batch> batch;
    bool done = false;
    try {
        batch.emplace(store_, calls, thread);
        batch->run();
        if (calls.size() <= few_calls) batch->deliver();
        done = true;
    } catch (...) {
        // Memory ran out. Calls that have an answer keep it.
    }
    mutex_.lock();
    note_end(calls);
    const bool wake = queue_.size() > 0 && idle_ > 0;
    mutex_.unlock();
    if (wake) changed_.notify_one();
    if (batch) batch->deliver();
    if (!done)
        for (const auto& call : calls) call->give_up();
    mutex_.lock();
}

/// One lane is left to calls of ordinary size.
void Lanes::note_start(const Submissions& calls) noexcept {
    ++busy_;
    try {
        for (const auto& call : calls) running_.variants.insert(call->variants.begin(), call->variants.end());
    } catch (const std::bad_alloc&) {
        // Others may take calls that share a variant, and wait for the lock in the database.
    }
    if (queue_.is_big(*calls.front()) && settings_.lanes > 1) running_.big_allowed = false;
}

void Lanes::note_end(const Submissions& calls) noexcept {
    --busy_;
    for (const auto& call : calls)
        for (const std::size_t variant : call->variants)
            if (const auto noted = running_.variants.find(variant); noted != running_.variants.end()) running_.variants.erase(noted);
    if (queue_.is_big(*calls.front())) running_.big_allowed = true;
}

}  // namespace backorder
