#pragma once
// What the library would have logged, kept until the host asks for it.

#include "service/poll_fd.hpp"
#include "service/store.hpp"

#include <deque>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace backorder {

/// Safe from any thread. Keeps the last 1000 lines.
class Log {
public:
    /// A line that finds no memory is lost.
    void add(std::string_view level, std::string message) noexcept;

    /// All lines, oldest first; they are gone then.
    std::vector<LogLine> take();

    /// Readable while lines wait.
    int poll_fd();

private:
    void append(std::string_view level, std::string message);

    std::mutex mutex_;  ///< of all that follows
    std::deque<LogLine> lines_;
    std::optional<PollFd> poll_fd_;
};

}  // namespace backorder
