#pragma once
// Threads of the library: the host's signals are never delivered to them.

#include <functional>
#include <thread>

namespace backorder {

/// The body must not throw. Throws std::system_error if no thread can be had.
std::thread start_quiet_thread(std::function<void()> body);

}  // namespace backorder
