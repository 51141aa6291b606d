#pragma once
// Whether a mutation can be repeated safely.

#include "domain/refusal.hpp"
#include "service/request/context.hpp"
#include "service/request/requests.hpp"

namespace backorder {

/// Status::key_required, or argument for an order whose key is not its id and for a batch of orders with one.
Outcome<void> check_key(const Context& context, const Request& request);

}  // namespace backorder
