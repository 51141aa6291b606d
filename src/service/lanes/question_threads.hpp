#pragma once
// Threads that answer submitted questions, so that submitting one never blocks its caller.

#include "service/lanes/pending_call.hpp"
#include "service/store.hpp"
#include "support/thread_annotations.hpp"

#include <list>
#include <thread>
#include <vector>

namespace backorder {

/// Safe from any thread. Threads are started when they are first needed.
class QuestionThreads {
public:
    QuestionThreads(Store& store, std::size_t most_threads, std::size_t queue_size)
        : store_(store), most_threads_(most_threads), queue_size_(queue_size) {
        threads_.reserve(most_threads);
    }
    ~QuestionThreads();
    QuestionThreads(const QuestionThreads&) = delete;
    QuestionThreads& operator=(const QuestionThreads&) = delete;

    /// Status::busy, closed, out_of_memory (no thread can be had).
    Outcome<void> add(std::shared_ptr<PendingCall> question);

    /// Waiting questions are answered cancelled.
    void close();

private:
    void work() noexcept;
    bool start_threads() BACKORDER_REQUIRES(mutex_);

    Store& store_;
    const std::size_t most_threads_;
    const std::size_t queue_size_;

    Mutex mutex_;
    Condition changed_;
    std::list<std::shared_ptr<PendingCall>> queue_ BACKORDER_GUARDED_BY(mutex_);
    std::vector<std::thread> threads_ BACKORDER_GUARDED_BY(mutex_);
    std::size_t idle_ BACKORDER_GUARDED_BY(mutex_) = 0;
    bool closed_ BACKORDER_GUARDED_BY(mutex_) = false;
};

}  // namespace backorder
