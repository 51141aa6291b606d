#include "support/poll_fd.hpp"

#include <cerrno>
#include <sys/eventfd.h>
#include <system_error>
#include <unistd.h>

namespace backorder {

PollFd::PollFd() : fd_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
    if (fd_ < 0) throw std::system_error(errno, std::generic_category(), "no file descriptor to poll");
}

PollFd::~PollFd() { ::close(fd_); }

void PollFd::raise() noexcept { ::eventfd_write(fd_, 1); }

void PollFd::clear() noexcept {
    eventfd_t count = 0;
    ::eventfd_read(fd_, &count);
}

}  // namespace backorder
