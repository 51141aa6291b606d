#pragma once
// Threads of the library: the host's signals are never delivered to them.

#include <functional>
#include <thread>
#include <vector>

namespace backorder {

/// The body must not throw. Throws std::system_error if no thread can be had.
std::thread start_quiet_thread(std::function<void()> body);

/// One more among them, for which they have room. False if no thread can be had.
bool add_quiet_thread(std::vector<std::thread>& threads, std::function<void()> body);

}  // namespace backorder
