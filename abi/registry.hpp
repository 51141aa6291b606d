#pragma once
// Which handles are open. A bo_backorder* is a number and never dereferenced: closed, foreign and made-up values are told
// apart without touching memory, and a forked child knows its parent's handles without touching the parent's locks.

#include "handle.hpp"

#include <backorder/backorder.h>

#include <memory>

namespace backorder::abi {

class Registry;
struct Entry;

/// One call in flight on a handle; the handle stays until it is gone.
class Lease {
public:
    Lease(Registry& registry, std::shared_ptr<Entry> entry);
    Lease(Lease&& other) noexcept = default;
    Lease& operator=(Lease&&) = delete;
    ~Lease();

    /// One more, of the same handle, even if that is closing.
    Lease another() const;

    Handle& operator*() const;
    Handle* operator->() const { return &**this; }

private:
    Registry* registry_;
    std::shared_ptr<Entry> entry_;
};

bo_backorder* enlist(std::unique_ptr<Handle> handle);

/// Status::null_argument, closed, forked.
Outcome<Lease> lease(bo_backorder* handle);

/// No call finds the handle any more; those that have it are told to end and waited for; then it is destroyed.
/// Status::null_argument, closed, forked.
Outcome<void> retire(bo_backorder* handle);

/// From now on exit() retires all handles before anything else, and goes on after two seconds if that takes longer: the
/// libraries that calls stand on take their own statics apart at exit, and who reads one of them then ends the process.
/// To be called when those libraries have made theirs, which are taken apart in turn; may be called again.
void retire_all_at_exit();

}  // namespace backorder::abi
