#include "service/turned_away.hpp"

#include <new>

namespace backorder {

Refusal busy(std::size_t waiting, std::size_t queue_size) {
    return {Status::busy,
            std::to_string(waiting) + " calls wait already, and queue_size lets in no more than " + std::to_string(queue_size) +
                "; nothing was done. Try again in a moment, or raise queue_size",
            {{{"waiting", static_cast<std::int64_t>(waiting)}, {"queue_size", static_cast<std::int64_t>(queue_size)}}}};
}

Refusal closed_handle() { return {Status::closed, "the handle is closed; nothing was done"}; }

Refusal said_without_memory(Status status, const char* message) noexcept {
    try {
        return {status, message};
    } catch (const std::bad_alloc&) {
        return {status, "out of memory"};  // has its place within the string
    }
}

Refusal closed_before_its_turn() noexcept {
    return said_without_memory(Status::cancelled, "The handle was closed before the call's turn came; nothing was done.");
}

Refusal no_thread() { return {Status::out_of_memory, "The host process can start no thread to carry the call out; nothing was done."}; }

}  // namespace backorder
