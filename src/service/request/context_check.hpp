#pragma once
// Whether who calls, and how, fits together.

#include "service/request/context.hpp"
#include "service/request/findings.hpp"

namespace backorder {

/// Status::reserved, text, actor. Whether the actor may do what it asks is not looked at here.
void check_context(const Context& context, Findings& findings);

}  // namespace backorder
