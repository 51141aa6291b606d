#pragma once
// Refusals of this room: why a call is not let in, or was not done in time.

#include "domain/refusal.hpp"
#include "service/store.hpp"

#include <cstddef>

namespace backorder {

/// The message is shorter if there is no memory for it.
Refusal said_without_memory(Status status, const char* message) noexcept;

Refusal busy(std::size_t waiting, std::size_t queue_size);
Refusal closed_handle();
Refusal closed_before_its_turn() noexcept;
Refusal no_thread();

/// The call waited for a lock until its time was over.
Refusal locked_elsewhere(const Obstacle& obstacle);

/// Too many calls wait for that obstacle already.
Refusal busy_before(const Obstacle& obstacle, std::size_t waiting);

}  // namespace backorder
