#pragma once
// Every check of what is asked and of who asks. What only the store knows is seen later.

#include "domain/refusal.hpp"
#include "service/request/context.hpp"
#include "service/request/findings.hpp"
#include "service/request/requests.hpp"

#include <string_view>

namespace backorder {

/// By the types of its members, and by what its operation demands beyond them.
void check_request(const Request& request, Findings& findings);

void check_context(const Context& context, Findings& findings);

/// Can it be repeated safely? Status::key_required, or argument for an order whose key is not its id and for a batch of
/// orders with one.
Outcome<void> check_key(const Context& context, const Request& request);

/// Role and permissions only: whose products and orders they are is seen where these are known.
Outcome<void> authorise(const Context& context, const Request& request);

/// Migrating and logs are the process's: a seller has no part in them.
Outcome<void> authorise_process(const Context& context, std::string_view operation);

}  // namespace backorder
