#pragma once
// Tells by a file descriptor that other processes, or this one, have written calls.

#include "domain/refusal.hpp"
#include "service/context.hpp"
#include "service/log.hpp"
#include "service/poll_fd.hpp"
#include "service/thread_annotations.hpp"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <thread>

namespace backorder {

/// Costs nothing until its descriptor is asked for; then a thread reads every interval what the last call was.
class EventWatch {
public:
    using ReadLastCall = std::function<Outcome<std::int64_t>()>;

    EventWatch(ReadLastCall read, std::chrono::milliseconds interval, Log& log);
    ~EventWatch();
    EventWatch(const EventWatch&) = delete;
    EventWatch& operator=(const EventWatch&) = delete;

    int poll_fd();

    /// A call of this process was committed.
    void raise() noexcept;

    /// What there is is about to be pulled.
    void clear() noexcept;

    /// Joins the thread.
    void stop();

private:
    void run() noexcept;
    void look();
    void note(std::int64_t last);
    void note_outage(const Refusal& refusal);
    bool pause();

    const ReadLastCall read_;
    const std::chrono::milliseconds interval_;
    Log& log_;

    // The thread's own.
    std::optional<std::int64_t> last_;
    Clock::time_point moved_at_{};
    bool outage_ = false;

    Mutex mutex_;
    Condition stopping_;
    bool stopped_ BACKORDER_GUARDED_BY(mutex_) = false;
    std::unique_ptr<PollFd> poll_fd_ BACKORDER_GUARDED_BY(mutex_);  ///< once there it stays
    std::thread thread_ BACKORDER_GUARDED_BY(mutex_);
};

}  // namespace backorder
