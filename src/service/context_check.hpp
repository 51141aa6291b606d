#pragma once
// Whether who calls, and how, fits together.

#include "domain/refusal.hpp"
#include "service/context.hpp"

namespace backorder {

/// Status::reserved, text, actor. Whether the actor may do what it asks is not looked at here.
Outcome<void> check_context(const Context& context);

}  // namespace backorder
