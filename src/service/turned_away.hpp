#pragma once
// Why a call is not let in.

#include "domain/refusal.hpp"

#include <cstddef>

namespace backorder {

Refusal busy(std::size_t waiting, std::size_t queue_size);
Refusal closed_handle();
Refusal closed_before_its_turn();
Refusal no_thread();

}  // namespace backorder
