#pragma once
// A mutex that clang's thread-safety analysis (-Wthread-safety) understands; std::mutex of libstdc++ is none.

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
    std::mutex mutex_;
};

class BACKORDER_ANNOTATION(scoped_lockable) Lock {
public:
    explicit Lock(Mutex& mutex) BACKORDER_ANNOTATION(acquire_capability(mutex)) : mutex_(mutex) { mutex_.lock(); }
    ~Lock() BACKORDER_ANNOTATION(release_capability()) { mutex_.unlock(); }
    Lock(const Lock&) = delete;
    Lock& operator=(const Lock&) = delete;

private:
    Mutex& mutex_;
};

/// Waits are given the mutex that is held; it is held again when they return.
using Condition = std::condition_variable_any;

}  // namespace backorder
