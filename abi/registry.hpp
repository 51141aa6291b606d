#pragma once
// Which handles are open. A bo_backorder* is a number and never dereferenced: closed, foreign and made-up values are
// told apart without touching memory, and a forked child knows its parent's handles without touching the parent's
// locks.

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

/// Status::closed if the process is exiting.
Outcome<bo_backorder*> enlist(std::unique_ptr<Handle> handle);

/// Status::null_argument, closed, forked.
Outcome<Lease> lease(bo_backorder* handle);

/// No call finds the handle any more; those that have it are told to end and waited for; then it is destroyed.
/// Status::null_argument, closed, forked.
Outcome<void> retire(bo_backorder* handle);

/// How far the libraries that calls stand on have got in making what they take apart at exit.
enum class LibrariesUsed { by_opening, by_connecting };

/// From now on exit() closes all handles, cuts off calls that take longer than it waits, and only then lets these
/// libraries take their statics apart: who reads one of them after that ends the process. Handlers run in turn, so it
/// is to be called when those of the libraries are there; each time but the first does nothing.
void end_all_at_exit(LibrariesUsed used);

}  // namespace backorder::abi
