#include "store/event_watch.hpp"

#include "support/quiet_thread.hpp"

#include <algorithm>
#include <exception>
#include <iterator>
#include <new>
#include <utility>

namespace backorder {

namespace {

constexpr std::chrono::milliseconds shortest_pause{1};

/// A quarter of what has been waited already is what more may be waited in vain.
std::chrono::milliseconds longer(std::chrono::milliseconds pause) { return pause + pause / 4 + shortest_pause; }

}  // namespace

EventWatch::EventWatch(Look look, std::chrono::milliseconds interval, Log& log)
    : look_(std::move(look)), interval_(interval), log_(log) {}

EventWatch::~EventWatch() { stop(); }

int EventWatch::poll_fd() {
    const Lock lock(mutex_);
    if (!poll_fd_) {
        auto poll_fd = std::make_unique<PollFd>();
        if (!stopped_) thread_ = start_quiet_thread([this] { run(); });
        poll_fd_ = std::move(poll_fd);
        asked_ = true;
        if (consumers_.empty()) raise();
    }
    return poll_fd_->fd();
}

void EventWatch::written(const std::string& marketplace) noexcept {
    if (idle()) return;
    const Lock lock(mutex_);
    if (marketplaces_.contains(marketplace) && !std::exchange(written_, true)) changed_.notify_all();
}

/// Without memory to note it there may be something to read.
void EventWatch::pulled(const ConsumerKey& consumer, const EventCursor& cursor, bool more) noexcept {
    const Lock lock(mutex_);
    try {
        note(consumer, cursor, more) ? raise() : lower();
    } catch (const std::bad_alloc&) {
        raise();
    }
}

/// Is it behind? A page that ends where the one before did, though a look has found more, was read before that look.
bool EventWatch::note(const ConsumerKey& consumer, const EventCursor& cursor, bool more) {
    marketplaces_.insert(consumer.marketplace);
    Standing& standing = consumers_[consumer];
    const bool moved = standing.cursor != cursor;
    standing.behind = more || (standing.behind && !moved);
    standing.cursor = cursor;
    return standing.behind;
}

void EventWatch::stop() {
    std::thread thread;
    {
        const Lock lock(mutex_);
        stopped_ = true;
        thread.swap(thread_);
    }
    changed_.notify_all();
    if (thread.joinable()) thread.join();
}

void EventWatch::run() noexcept {
    do {
        try {
            look();
        } catch (const std::exception& error) {
            note_outage(error.what());
            look_again_soon();
        }
    } while (pause());
}

void EventWatch::look() {
    const Consumers looked_at = begin_look();
    std::vector<EventPlace> places;
    for (const auto& [consumer, standing] : looked_at) places.push_back({consumer.marketplace, standing.cursor});
    const Outcome<std::vector<NextCall>> next = places.empty() ? std::vector<NextCall>{} : look_(places);
    if (!next) {
        note_outage(next.error().message);
        return look_again_soon();
    }
    outage_ = false;
    end_look(looked_at, *next);
}

/// Who is known to be behind need not be looked for.
EventWatch::Consumers EventWatch::begin_look() {
    const Lock lock(mutex_);
    looked_at_ = Clock::now();
    written_ = false;
    Consumers caught_up;
    std::copy_if(consumers_.begin(), consumers_.end(), std::inserter(caught_up, caught_up.end()),
                 [](const auto& known) { return !known.second.behind; });
    return caught_up;
}

/// Who has been handed a page meanwhile is looked for the next time.
void EventWatch::end_look(const Consumers& looked_at, const std::vector<NextCall>& next) {
    const Lock lock(mutex_);
    auto at = next.begin();
    for (const auto& [consumer, standing] : looked_at) {
        Standing& now = consumers_.at(consumer);
        now.behind |= *at++ == NextCall::readable && now.cursor == standing.cursor;
    }
    const bool waiting = std::find(next.begin(), next.end(), NextCall::waiting) != next.end();
    pause_ = waiting ? std::min(interval_, longer(pause_)) : std::chrono::milliseconds(0);
    if (std::any_of(consumers_.begin(), consumers_.end(), [](const auto& known) { return known.second.behind; }))
        raise();
}

void EventWatch::look_again_soon() {
    const Lock lock(mutex_);
    pause_ = std::min(interval_, longer(pause_));
}

void EventWatch::note_outage(std::string_view why) noexcept {
    if (std::exchange(outage_, true)) return;
    try {
        log_.add("warning", "Events can not be looked for: " + std::string(why));
    } catch (const std::bad_alloc&) {
        // A line that finds no memory is lost.
    }
}

bool EventWatch::pause() {
    const Lock lock(mutex_);
    for (auto next = next_look(); !stopped_ && Clock::now() < next; next = next_look())
        changed_.wait_until(mutex_, next);
    return !stopped_;
}

Clock::time_point EventWatch::next_look() const {
    if (raised_) return looked_at_ + interval_;
    if (pause_.count() > 0) return looked_at_ + pause_;
    return written_ ? looked_at_ : looked_at_ + interval_;
}

void EventWatch::raise() {
    if (poll_fd_ && !std::exchange(raised_, true)) poll_fd_->raise();
}

void EventWatch::lower() {
    if (poll_fd_ && std::exchange(raised_, false)) {
        poll_fd_->clear();
        changed_.notify_all();
    }
}

}  // namespace backorder
