#pragma once
// Lanes carry out mutations, each with one transaction at a time for whatever calls wait then.
//
// Why not a transaction for each call: a best-seller's record is one row; each buyer would wait for the row's lock and the disk
// of the one before. Why not a pause to collect more calls: while a transaction runs the next ones collect by themselves, and
// a call that comes alone goes at once. Correctness does not rest on lanes: other processes contend by the locks of rows.

#include "service/batch.hpp"
#include "service/call_queue.hpp"
#include "service/lane_settings.hpp"
#include "service/store.hpp"

#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

namespace backorder {

/// Safe from any thread. Threads are started when they are first needed.
class Lanes {
public:
    Lanes(Store& store, const LaneSettings& settings);
    ~Lanes();
    Lanes(const Lanes&) = delete;
    Lanes& operator=(const Lanes&) = delete;

    /// All of them or none: Status::busy, closed, out_of_memory (no thread can be had).
    Outcome<void> add(const Submissions& calls);

    /// Carries the call out on the caller's thread if a lane is free and nobody waits: two changes of threads are saved. False,
    /// and nothing happens, if not.
    bool run_here(const std::shared_ptr<Submission>& call);

    /// Answers who waits: cancelled. Those that run end by themselves.
    void close();

private:
    void work() noexcept;
    void carry_out(std::unique_lock<std::mutex>& lock, const Submissions& calls, Batch::Thread thread) noexcept;
    void let_in(const std::shared_ptr<Submission>& call);
    void let_callers_return(std::unique_lock<std::mutex>& lock);
    std::optional<Refusal> why_not(std::size_t more);
    bool start_threads();
    void note_start(const Submissions& calls) noexcept;
    void note_end(const Submissions& calls) noexcept;
    Submissions take() noexcept;

    Store& store_;
    const LaneSettings settings_;

    std::mutex mutex_;
    std::condition_variable changed_;
    CallQueue queue_;                   // all of these are guarded by mutex_
    std::vector<std::thread> threads_;
    std::size_t idle_ = 0;              ///< threads that wait
    std::size_t busy_ = 0;              ///< lanes that carry calls out
    CallQueue::Running running_;
    bool closed_ = false;
};

}  // namespace backorder
