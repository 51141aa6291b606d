#pragma once
// Why a call is not let in.

#include "domain/refusal.hpp"
#include "service/store.hpp"

#include <cstddef>

namespace backorder {

/// With a shorter message if there is no memory for that one.
Refusal said_without_memory(Status status, const char* message) noexcept;

Refusal busy(std::size_t waiting, std::size_t queue_size);
Refusal closed_handle();
Refusal closed_before_its_turn() noexcept;
Refusal no_thread();

/// The time of a call is over that waited for a lock.
Refusal locked_elsewhere(const Obstacle& obstacle);

/// More calls than are let in wait for it.
Refusal busy_before(const Obstacle& obstacle, std::size_t waiting);

}  // namespace backorder
