#pragma once
// Why a call is not let in.

#include "domain/refusal.hpp"

#include <cstddef>

namespace backorder {

/// With a shorter message if there is no memory for that one.
Refusal said_without_memory(Status status, const char* message) noexcept;

Refusal busy(std::size_t waiting, std::size_t queue_size);
Refusal closed_handle();
Refusal closed_before_its_turn() noexcept;
Refusal no_thread();

}  // namespace backorder
