#pragma once
// What the library would have logged, kept until the host asks for it.

#include "service/store.hpp"
#include "support/poll_fd.hpp"
#include "support/thread_annotations.hpp"

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace backorder {

/// Safe from any thread. Keeps the last 1000 lines.
class Log {
public:
    /// A line that finds no memory is lost.
    void add(std::string_view level, std::string_view message) noexcept;

    /// All lines, oldest first; they are gone then.
    std::vector<LogLine> take();

    /// Readable while lines wait.
    int poll_fd();

private:
    void append(std::string_view level, std::string_view message);

    Mutex mutex_;
    std::deque<LogLine> lines_ BACKORDER_GUARDED_BY(mutex_);
    std::optional<PollFd> poll_fd_ BACKORDER_GUARDED_BY(mutex_);
};

}  // namespace backorder
