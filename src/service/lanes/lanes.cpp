#include "service/lanes/lanes.hpp"

#include "service/lanes/turned_away.hpp"
#include "support/quiet_thread.hpp"

#include <algorithm>
#include <new>
#include <optional>
#include <utility>

namespace backorder {

namespace {

constexpr std::size_t few_calls = 64;

/// So often it is looked whether an obstacle is gone, and for so long one look may take.
constexpr std::chrono::milliseconds look_interval{25};
constexpr std::chrono::milliseconds look_time{1000};

}  // namespace

Lanes::Lanes(Store& store, const LaneSettings& settings) : store_(store), settings_(settings), queue_(settings.lines) {
    threads_.reserve(settings.lanes);
    watch_.reserve(1);
}

Lanes::~Lanes() {
    close();
    for (std::thread& thread : threads_) thread.join();
    for (std::thread& thread : watch_) thread.join();
}

Outcome<void> Lanes::add(const PendingCalls& calls) {
    bool wake = false;
    {
        const Lock lock(mutex_);
        if (auto refusal = why_not(calls)) return *std::move(refusal);
        for (const auto& call : calls) wake = wake || queue_.may_run(*call, running_);
        for (const auto& call : calls) let_in(call);
    }
    if (wake) changed_.notify_one();
    return {};
}

/// Without memory for its place it is answered at once.
void Lanes::let_in(const std::shared_ptr<PendingCall>& call) {
    try {
        queue_.add(call);
    } catch (const std::bad_alloc&) {
        call->give_up();
    }
}

std::optional<Refusal> Lanes::why_not(const PendingCalls& calls) {
    if (closed_) return closed_handle();
    if (queue_.size() > 0 && queue_.size() + calls.size() > settings_.queue_size)
        return busy(queue_.size(), settings_.queue_size);
    if (obstacles_.calls() + calls.size() > settings_.queue_size && obstacles_.calls() > 0)
        for (const auto& call : calls)
            if (const Obstacle* obstacle = obstacles_.in_way_of(*call))
                return busy_before(*obstacle, obstacles_.calls());
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
    closing_.cancelled.store(true);
    changed_.notify_all();
    obstacle_.notify_all();
    while (const auto call = take_any()) {
        lock.unlock();
        call->answer(closed_before_its_turn());
        lock.lock();
    }
}

std::shared_ptr<PendingCall> Lanes::take_any() {
    auto call = queue_.take_any();
    return call ? call : obstacles_.take_any();
}

bool Lanes::run_here(const std::shared_ptr<PendingCall>& call) {
    Lock lock(mutex_);
    if (closed_ || queue_.size() > 0 || busy_ == settings_.lanes || !queue_.may_run(*call, running_)) return false;
    if (!obstacles_.empty() && obstacles_.in_way_of(*call) != nullptr) return false;
    queue_.number(*call);
    carry_out({call}, Batch::Thread::callers);
    const bool wake = !closed_ && queue_.size() > 0 && start_threads();
    lock.unlock();
    if (wake) changed_.notify_one();
    return true;
}

/// Without memory nothing is taken: calls wait until there is some, or until their time is over.
PendingCalls Lanes::take() noexcept {
    try {
        return busy_ < settings_.lanes ? queue_.take(running_, obstacles_) : PendingCalls();
    } catch (const std::bad_alloc&) {
        return {};
    }
}

void Lanes::work() noexcept {
    const Lock lock(mutex_);
    while (!closed_) {
        const PendingCalls calls = take();
        if (calls.empty()) {
            ++idle_;
            changed_.wait(mutex_);
            --idle_;
            continue;
        }
        if (queue_.size() > 0 && start_threads()) changed_.notify_one();
        carry_out(calls, Batch::Thread::lanes);
        if (calls.size() > 1) let_callers_return(calls.size());
    }
}

/// Who was just answered may be about to call again. While giving up the processor brings more calls, they are let in:
/// no time passes in which nobody works. No more are waited for than were answered.
void Lanes::let_callers_return(std::size_t answered) {
    const std::size_t enough = queue_.size() + answered;
    for (std::size_t before = 0; queue_.size() < enough && (before < queue_.size() || before == 0);) {
        before = std::max<std::size_t>(queue_.size(), 1);
        mutex_.unlock();
        std::this_thread::yield();
        mutex_.lock();
    }
}

/// The lane is free for others while many callers are woken. Few are woken first: most of them are back for the next
/// batch.
void Lanes::carry_out(const PendingCalls& calls, Batch::Thread thread) noexcept {
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
    if (batch) block(batch->take_blocked());
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
void Lanes::note_start(const PendingCalls& calls) noexcept {
    ++busy_;
    try {
        for (const auto& call : calls) running_.wanted.insert(call->wanted.begin(), call->wanted.end());
    } catch (const std::bad_alloc&) {
        // Others may take calls that share a variant, and wait for the lock in the database.
    }
    if (queue_.is_big(*calls.front()) && settings_.lanes > 1) running_.big_allowed = false;
}

void Lanes::note_end(const PendingCalls& calls) noexcept {
    --busy_;
    for (const auto& call : calls)
        for (const std::size_t one : call->wanted)
            if (const auto noted = running_.wanted.find(one); noted != running_.wanted.end())
                running_.wanted.erase(noted);
    if (queue_.is_big(*calls.front())) running_.big_allowed = true;
}

/// Before others may want the same: they stand behind. Without a thread that looks nobody may wait.
void Lanes::block(std::vector<Blocked> blocked) noexcept {
    if (blocked.empty()) return;
    const bool watched = !watch_.empty() || add_quiet_thread(watch_, [this] { watch(); });
    for (Blocked& one : blocked)
        if (closed_)
            one.call->answer(closed_before_its_turn());
        else if (!watched)
            one.call->answer(
                said_without_memory(Status::out_of_memory, "The host process can start no thread; nothing was done."));
        else
            block(std::move(one));
    obstacle_.notify_one();
}

void Lanes::block(Blocked one) noexcept {
    try {
        obstacles_.add(std::move(one.obstacle), one.call);
    } catch (const std::bad_alloc&) {
        one.call->give_up();
    }
}

void Lanes::watch() noexcept {
    const Lock lock(mutex_);
    while (!closed_) {
        if (obstacles_.empty()) {
            obstacle_.wait(mutex_);
            continue;
        }
        obstacle_.wait_until(mutex_, Clock::now() + look_interval);
        if (!closed_) look();
    }
}

void Lanes::look() noexcept {
    try {
        for (const auto& [marketplace, asked] : obstacles_.all()) settle(marketplace, asked);
    } catch (const std::bad_alloc&) {
        // The next look may have memory.
    }
}

void Lanes::settle(const std::string& marketplace, const std::vector<Obstacle>& asked) noexcept {
    mutex_.unlock();
    const auto still = still_locked(marketplace, asked);
    mutex_.lock();
    if (!still) return;
    PendingCalls released;
    try {
        obstacles_.settle(marketplace, asked, *still, Clock::now(), released);
    } catch (const std::bad_alloc&) {
        // The others are looked at again.
    }
    for (const auto& call : released) put_back(call);
    if (released.empty()) return;
    start_threads();
    changed_.notify_all();
}

void Lanes::put_back(const std::shared_ptr<PendingCall>& call) noexcept {
    try {
        queue_.put_back(call);
    } catch (const std::bad_alloc&) {
        call->give_up();
    }
}

/// Nothing if it is not known. Where the database is not to be reached, calls go on and hear so by themselves.
std::optional<std::vector<Obstacle>> Lanes::still_locked(const std::string& marketplace,
                                                         const std::vector<Obstacle>& asked) noexcept {
    try {
        std::vector<Obstacle> still;
        const auto looked = store_.transact(Mode::write, {Clock::now() + look_time, &closing_}, [&](Work& work) {
            still = work.still_locked(marketplace, asked);
            return Verdict::rollback;
        });
        if (looked || looked.error().status == Status::unavailable) return still;
    } catch (const std::exception&) {
        // A fault, or no memory.
    }
    return std::nullopt;
}

}  // namespace backorder
