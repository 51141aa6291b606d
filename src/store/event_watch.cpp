#include "store/event_watch.hpp"

#include "service/quiet_thread.hpp"

#include <exception>
#include <string>
#include <utility>

namespace backorder {

namespace {

/// A call draws its number before it commits, and is shown when older transactions have ended: for so long look again.
constexpr std::chrono::seconds settling_time{5};

}  // namespace

EventWatch::EventWatch(ReadLastCall read, std::chrono::milliseconds interval, Log& log)
    : read_(std::move(read)), interval_(interval), log_(log) {}

EventWatch::~EventWatch() { stop(); }

int EventWatch::poll_fd() {
    const Lock lock(mutex_);
    if (!poll_fd_) {
        auto poll_fd = std::make_unique<PollFd>();
        if (!stopped_) {
            thread_ = start_quiet_thread([this] { run(); });
        }
        poll_fd_ = std::move(poll_fd);
    }
    return poll_fd_->fd();
}

void EventWatch::raise() noexcept {
    const Lock lock(mutex_);
    if (poll_fd_) {
        poll_fd_->raise();
    }
}

void EventWatch::clear() noexcept {
    const Lock lock(mutex_);
    if (poll_fd_) {
        poll_fd_->clear();
    }
}

void EventWatch::stop() {
    std::thread thread;
    {
        const Lock lock(mutex_);
        stopped_ = true;
        thread.swap(thread_);
    }
    stopping_.notify_all();
    if (thread.joinable()) {
        thread.join();
    }
}

void EventWatch::run() noexcept {
    do {
        try {
            look();
        } catch (const std::exception& error) {
            note_outage({Status::internal, error.what(), {}, {}});
        }
    } while (pause());
}

void EventWatch::look() {
    const Outcome<std::int64_t> last = read_();
    if (last) {
        note(*last);
    } else {
        note_outage(last.error());
    }
}

void EventWatch::note(std::int64_t last) {
    const auto now = Clock::now();
    if (last_ != last) {
        last_ = last;
        moved_at_ = now;
    }
    if (now - moved_at_ < settling_time) {
        raise();
    }
    outage_ = false;
}

void EventWatch::note_outage(const Refusal& refusal) {
    if (!outage_) {
        log_.add("warning", "Events of other processes can not be looked for: " + refusal.message);
    }
    outage_ = true;
}

bool EventWatch::pause() {
    const auto end = Clock::now() + interval_;
    const Lock lock(mutex_);
    while (!stopped_ && Clock::now() < end) {
        stopping_.wait_until(mutex_, end);
    }
    return !stopped_;
}

}  // namespace backorder
