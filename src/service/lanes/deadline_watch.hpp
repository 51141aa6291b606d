#pragma once
// A thread that answers submitted calls when their time is over. No caller waits for them, so nobody else looks at the
// clock.

#include "service/lanes/pending_call.hpp"
#include "support/thread_annotations.hpp"

#include <thread>

namespace backorder {

/// Safe from any thread.
class DeadlineWatch {
public:
    DeadlineWatch() = default;
    ~DeadlineWatch();
    DeadlineWatch(const DeadlineWatch&) = delete;
    DeadlineWatch& operator=(const DeadlineWatch&) = delete;

    /// Status::out_of_memory: no thread can be had.
    Outcome<void> start();

    /// Watches the calls until they are answered. Throws std::bad_alloc, and then watches none of them.
    void watch(const PendingCalls& calls);

private:
    void run() noexcept;
    static void look(PendingCalls& calls) noexcept;
    void keep(PendingCalls calls) noexcept BACKORDER_REQUIRES(mutex_);

    Mutex mutex_;
    Condition changed_;
    PendingCalls watched_ BACKORDER_GUARDED_BY(mutex_);
    std::thread thread_ BACKORDER_GUARDED_BY(mutex_);
    bool ending_ BACKORDER_GUARDED_BY(mutex_) = false;
};

}  // namespace backorder
