#pragma once
// Lanes: threads that each carry out a batch of waiting changes in one transaction.

#include "service/lanes/batch.hpp"
#include "service/lanes/call_queue.hpp"
#include "service/store.hpp"
#include "support/thread_annotations.hpp"

#include <cstddef>
#include <optional>
#include <thread>
#include <vector>

namespace backorder {

struct LaneSettings {
    std::size_t lanes = 2;           ///< threads; each has one transaction at a time
    std::size_t lines = 1000;        ///< most lines (of orders, items) of one transaction
    std::size_t queue_size = 16384;  ///< most calls that wait
};

/// Safe from any thread. Threads are started when they are first needed.
class Lanes {
public:
    Lanes(Store& store, const LaneSettings& settings);
    ~Lanes();
    Lanes(const Lanes&) = delete;
    Lanes& operator=(const Lanes&) = delete;

    /// Lets all of the calls in, or none: Status::busy, closed, out_of_memory (no thread can be had).
    Outcome<void> add(const PendingCalls& calls);

    /// Carries the call out on the caller's thread if a lane is free and nobody waits, which saves two context
    /// switches. Else it does nothing and returns false.
    bool run_here(const std::shared_ptr<PendingCall>& call);

    /// Waiting calls are answered cancelled. Running calls end by themselves.
    void close();

private:
    void work() noexcept;
    void carry_out(const PendingCalls& calls, Batch::Thread thread) noexcept BACKORDER_REQUIRES(mutex_);
    void let_in(const std::shared_ptr<PendingCall>& call) BACKORDER_REQUIRES(mutex_);
    void let_callers_return(std::size_t answered) BACKORDER_REQUIRES(mutex_);
    std::optional<Refusal> why_not(const PendingCalls& calls) BACKORDER_REQUIRES(mutex_);
    void watch() noexcept;
    void look() noexcept BACKORDER_REQUIRES(mutex_);
    void settle(const std::string& marketplace, const std::vector<Obstacle>& asked) noexcept BACKORDER_REQUIRES(mutex_);
    std::optional<std::vector<Obstacle>> still_locked(const std::string& marketplace,
                                                      const std::vector<Obstacle>& asked) noexcept;
    void put_back(const std::shared_ptr<PendingCall>& call) noexcept BACKORDER_REQUIRES(mutex_);
    void block(std::vector<Blocked> blocked) noexcept BACKORDER_REQUIRES(mutex_);
    void block(Blocked one) noexcept BACKORDER_REQUIRES(mutex_);
    std::shared_ptr<PendingCall> take_any() BACKORDER_REQUIRES(mutex_);
    bool start_threads() BACKORDER_REQUIRES(mutex_);
    void note_start(const PendingCalls& calls) noexcept BACKORDER_REQUIRES(mutex_);
    void note_end(const PendingCalls& calls) noexcept BACKORDER_REQUIRES(mutex_);
    PendingCalls take() noexcept BACKORDER_REQUIRES(mutex_);

    Store& store_;
    const LaneSettings settings_;
    Token closing_;

    Mutex mutex_;
    Condition changed_;
    Condition obstacle_;  ///< notified when an obstacle was added, and on close
    CallQueue queue_ BACKORDER_GUARDED_BY(mutex_);
    Obstacles obstacles_ BACKORDER_GUARDED_BY(mutex_);
    std::vector<std::thread>
        watch_ BACKORDER_GUARDED_BY(mutex_);  ///< at most one thread, started with the first obstacle
    std::vector<std::thread> threads_ BACKORDER_GUARDED_BY(mutex_);
    std::size_t idle_ BACKORDER_GUARDED_BY(mutex_) = 0;  ///< threads that wait for calls
    std::size_t busy_ BACKORDER_GUARDED_BY(mutex_) = 0;  ///< lanes that carry calls out
    CallQueue::Running running_ BACKORDER_GUARDED_BY(mutex_);
    bool closed_ BACKORDER_GUARDED_BY(mutex_) = false;
};

}  // namespace backorder
