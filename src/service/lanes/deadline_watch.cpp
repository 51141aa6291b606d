#include "service/lanes/deadline_watch.hpp"

#include "service/lanes/turned_away.hpp"
#include "support/quiet_thread.hpp"

#include <new>
#include <system_error>

namespace backorder {

namespace {

constexpr std::chrono::milliseconds interval{20};

}  // namespace

DeadlineWatch::~DeadlineWatch() {
    {
        const Lock lock(mutex_);
        ending_ = true;
    }
    changed_.notify_one();
    if (thread_.joinable()) thread_.join();
}

Outcome<void> DeadlineWatch::start() {
    const Lock lock(mutex_);
    try {
        if (!thread_.joinable()) thread_ = start_quiet_thread([this] { run(); });
    } catch (const std::system_error&) {
        return no_thread();
    }
    return {};
}

void DeadlineWatch::watch(const PendingCalls& calls) {
    const Lock lock(mutex_);
    const bool idle = watched_.empty();
    watched_.insert(watched_.end(), calls.begin(), calls.end());
    if (idle) changed_.notify_one();
}

void DeadlineWatch::run() noexcept {
    Lock lock(mutex_);
    while (!ending_) {
        if (watched_.empty())
            changed_.wait(mutex_);
        else
            changed_.wait_until(mutex_, Clock::now() + interval);
        PendingCalls looked_at;
        looked_at.swap(watched_);
        lock.unlock();
        look(looked_at);
        lock.lock();
        keep(std::move(looked_at));
    }
}

/// Others may submit meanwhile: telling and freeing take their time.
void DeadlineWatch::look(PendingCalls& calls) noexcept {
    const auto now = Clock::now();
    std::erase_if(calls, [now](const auto& call) { return !call->look(now); });
}

void DeadlineWatch::keep(PendingCalls calls) noexcept {
    if (watched_.empty()) return watched_.swap(calls);
    try {
        watched_.insert(watched_.end(), calls.begin(), calls.end());
    } catch (const std::bad_alloc&) {
        // Who is not watched any more is answered when its turn comes.
    }
}

}  // namespace backorder
