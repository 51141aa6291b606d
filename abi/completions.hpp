#pragma once
// Submitted calls: their answers on the way from whoever finishes them to whoever pulls them.

#include "registry.hpp"
#include "service/answer/answer.hpp"
#include "service/request/context.hpp"
#include "support/poll_fd.hpp"
#include "support/thread_annotations.hpp"

#include <backorder/backorder.h>

#include <cstddef>
#include <cstdint>
#include <list>
#include <memory>
#include <optional>
#include <sys/types.h>
#include <unistd.h>

namespace backorder::abi {

struct Finished {
    std::uint64_t tag = 0;
    Outcome<Answer> answer;
    bool of_a_change = false;
};

/// A list, because its nodes move from one to the other without memory.
using FinishedCalls = std::list<Finished>;

/// Safe from any thread of the process that made it.
class CompletionQueue {
public:
    int fd() const { return waiting_.fd(); }

    void add(FinishedCalls finished) noexcept;

    /// The first of them, at most `most`, in the order they came. Waits for one; without deadline without end.
    FinishedCalls take(std::size_t most, std::optional<Clock::time_point> deadline);

private:
    PollFd waiting_;
    Mutex mutex_;
    Condition some_;
    FinishedCalls finished_ BACKORDER_GUARDED_BY(mutex_);  ///< waiting_ is raised while it is not empty
};

/// One submitted call. Exactly one answer of it comes to the queue: what was told, or a fault if whoever was to tell it
/// let go of it. The handle stays until then.
class CompletionSlot {
public:
    CompletionSlot(std::shared_ptr<CompletionQueue> queue, std::uint64_t tag, bool of_a_change, Lease lease);
    CompletionSlot(const CompletionSlot&) = delete;
    CompletionSlot& operator=(const CompletionSlot&) = delete;
    ~CompletionSlot();

    void tell(Outcome<Answer> answer) noexcept;

    /// It was not taken: no answer comes.
    void drop() noexcept { finished_.clear(); }

private:
    std::shared_ptr<CompletionQueue> queue_;
    FinishedCalls finished_;  ///< its answer's place, so that answering needs no memory; empty once it was told
    std::optional<Lease> lease_;
};

}  // namespace backorder::abi

struct bo_completions {
    bool of_another_process() const { return owner != getpid(); }

    const pid_t owner = getpid();
    std::shared_ptr<backorder::abi::CompletionQueue> queue = std::make_shared<backorder::abi::CompletionQueue>();
};
