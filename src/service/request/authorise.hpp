#pragma once
// Who may do what.

#include "domain/refusal.hpp"
#include "service/request/context.hpp"
#include "service/request/requests.hpp"

namespace backorder {

/// Role and permissions only: whose products and orders they are is seen where these are known.
Outcome<void> authorise(const Context& context, const Request& request);

/// Migrating and logs are the process's: a seller has no part in them.
Outcome<void> authorise_process(const Context& context, std::string_view operation);

}  // namespace backorder
