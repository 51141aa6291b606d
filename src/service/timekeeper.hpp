#pragma once
// Answers submitted calls whose time is over: nobody waits for them who could look at the clock.

#include "service/submission.hpp"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace backorder {

/// Safe from any thread.
class Timekeeper {
public:
    Timekeeper() = default;
    ~Timekeeper();
    Timekeeper(const Timekeeper&) = delete;
    Timekeeper& operator=(const Timekeeper&) = delete;

    /// Status::out_of_memory: no thread can be had.
    Outcome<void> start();

    /// From start on: until they are answered. Throws only std::bad_alloc, and then watches none of them.
    void watch(const Submissions& calls);

private:
    void run() noexcept;
    static void look(Submissions& calls) noexcept;
    void keep(Submissions calls) noexcept;

    std::mutex mutex_;
    std::condition_variable changed_;
    Submissions watched_;   // these are guarded by mutex_
    std::thread thread_;
    bool ending_ = false;
};

}  // namespace backorder
