#include "store/engine/watchdog.hpp"

#include "support/quiet_thread.hpp"

#include <sys/socket.h>

#include <algorithm>
#include <utility>

namespace backorder {

namespace {

constexpr std::chrono::milliseconds token_interval{40};

}  // namespace

Watchdog::Watchdog() {
    thread_ = start_quiet_thread([this] { run(); });
}

Watchdog::~Watchdog() {
    {
        const Lock lock(mutex_);
        ending_ = true;
    }
    changed_.notify_one();
    thread_.join();
}

void Watchdog::end_by(Clock::time_point latest) {
    {
        const Lock lock(mutex_);
        latest_ = std::min(latest_, latest);
    }
    changed_.notify_one();
}

void Watchdog::add(Watch& watch) {
    const Lock lock(mutex_);
    watches_.push_back(&watch);
    if (next_look(Clock::now()) < planned_) changed_.notify_one();
}

void Watchdog::remove(Watch& watch) {
    const Lock lock(mutex_);
    const auto found = std::find(watches_.begin(), watches_.end(), &watch);
    *found = watches_.back();
    watches_.pop_back();
}

void Watchdog::run() {
    const Lock lock(mutex_);
    while (!ending_) {
        do_chore(Clock::now());
        const auto now = Clock::now();
        shut_down_overdue(now);
        planned_ = next_look(now);
        if (planned_ == Clock::time_point::max())
            changed_.wait(mutex_);
        else
            changed_.wait_until(mutex_, planned_);
    }
}

/// Without the lock: watches come and go meanwhile.
void Watchdog::do_chore(Clock::time_point now) {
    if (next_chore_ > now) return;
    next_chore_ = now + chore_interval_;
    const Chore chore = chore_;
    at_chore_ = true;
    mutex_.unlock();
    chore();
    mutex_.lock();
    at_chore_ = false;
    chore_done_.notify_all();
}

void Watchdog::start_chore(std::chrono::milliseconds interval, Chore chore) {
    {
        const Lock lock(mutex_);
        chore_ = std::move(chore);
        chore_interval_ = interval;
        next_chore_ = Clock::now() + interval;
    }
    changed_.notify_one();
}

void Watchdog::stop_chore() {
    const Lock lock(mutex_);
    next_chore_ = Clock::time_point::max();
    while (at_chore_) chore_done_.wait(mutex_);
}

void Watchdog::shut_down_overdue(Clock::time_point now) {
    for (Watch* watch : watches_) {
        if (!watch->shut_ && (watch->budget_.cancelled() || due(*watch) <= now)) {
            ::shutdown(watch->socket_, SHUT_RDWR);
            watch->shut_ = true;
        }
    }
}

Clock::time_point Watchdog::due(const Watch& watch) const { return std::min(watch.budget_.deadline + grace, latest_); }

Clock::time_point Watchdog::next_look(Clock::time_point now) const {
    auto next = next_chore_;
    for (const Watch* watch : watches_) {
        if (!watch->shut_) {
            next = std::min(next, watch->budget_.token == nullptr ? due(*watch)
                                                                  : std::min(due(*watch), now + token_interval));
        }
    }
    return next;
}

Watchdog::Watch::Watch(Watchdog& watchdog, int socket, const Budget& budget)
    : watchdog_(watchdog), socket_(socket), budget_(budget) {
    watchdog_.add(*this);
}

Watchdog::Watch::~Watch() { watchdog_.remove(*this); }

void Watchdog::Watch::ignore_token() {
    const Lock lock(watchdog_.mutex_);
    budget_.token = nullptr;
}

bool Watchdog::Watch::shut() const {
    const Lock lock(watchdog_.mutex_);
    return shut_;
}

}  // namespace backorder
