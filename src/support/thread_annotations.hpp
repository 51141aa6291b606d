#pragma once
// A mutex that clang's thread-safety analysis (-Wthread-safety) understands; std::mutex of libstdc++ is none.

#include <chrono>
#include <condition_variable>
#include <mutex>

#if defined(__clang__)
#define BACKORDER_ANNOTATION(x) __attribute__((x))
#else
#define BACKORDER_ANNOTATION(x)
#endif

#define BACKORDER_GUARDED_BY(mutex) BACKORDER_ANNOTATION(guarded_by(mutex))
#define BACKORDER_REQUIRES(mutex) BACKORDER_ANNOTATION(requires_capability(mutex))

namespace backorder {

class BACKORDER_ANNOTATION(capability("mutex")) Mutex {
public:
    void lock() BACKORDER_ANNOTATION(acquire_capability()) { mutex_.lock(); }
    void unlock() BACKORDER_ANNOTATION(release_capability()) { mutex_.unlock(); }

private:
    friend class Condition;
    std::mutex mutex_;
};

class BACKORDER_ANNOTATION(scoped_lockable) Lock {
public:
    explicit Lock(Mutex& mutex) BACKORDER_ANNOTATION(acquire_capability(mutex)) : mutex_(mutex) { mutex_.lock(); }
    ~Lock() BACKORDER_ANNOTATION(release_capability()) {
        if (held_) mutex_.unlock();
    }
    Lock(const Lock&) = delete;
    Lock& operator=(const Lock&) = delete;

    void unlock() BACKORDER_ANNOTATION(release_capability()) {
        mutex_.unlock();
        held_ = false;
    }
    void lock() BACKORDER_ANNOTATION(acquire_capability()) {
        mutex_.lock();
        held_ = true;
    }

private:
    Mutex& mutex_;
    bool held_ = true;
};

/// Waits are given the mutex that is held; it is held again when they return.
class Condition {
public:
    void notify_one() noexcept { condition_.notify_one(); }
    void notify_all() noexcept { condition_.notify_all(); }

    void wait(Mutex& mutex) BACKORDER_REQUIRES(mutex) { Held(mutex.mutex_).wait(condition_); }
    void wait_until(Mutex& mutex, std::chrono::steady_clock::time_point end) BACKORDER_REQUIRES(mutex) {
        Held(mutex.mutex_).wait_until(condition_, end);
    }

private:
    /// The standard's condition waits with a lock; this one leaves the mutex as it was.
    class Held {
    public:
        explicit Held(std::mutex& mutex) : lock_(mutex, std::adopt_lock) {}
        ~Held() { lock_.release(); }
        Held(const Held&) = delete;
        Held& operator=(const Held&) = delete;

        void wait(std::condition_variable& condition) { condition.wait(lock_); }
        void wait_until(std::condition_variable& condition, std::chrono::steady_clock::time_point end) {
            condition.wait_until(lock_, end);
        }

    private:
        std::unique_lock<std::mutex> lock_;
    };

    std::condition_variable condition_;
};

}  // namespace backorder
