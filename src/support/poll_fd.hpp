#pragma once
// A file descriptor to poll: readable from raise until clear.

namespace backorder {

/// An eventfd of its own, not inherited over exec. raise and clear are safe from any thread.
class PollFd {
public:
    /// Throws std::system_error if the process has no descriptor left.
    PollFd();
    ~PollFd();
    PollFd(const PollFd&) = delete;
    PollFd& operator=(const PollFd&) = delete;

    int fd() const { return fd_; }
    void raise() noexcept;
    void clear() noexcept;

private:
    int fd_;
};

}  // namespace backorder
