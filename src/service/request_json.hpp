#pragma once
// Requests from and to JSON: the JSON door, and the body an idempotency key is bound to.

#include "domain/refusal.hpp"
#include "service/operations.hpp"
#include "service/requests.hpp"

#include <string>
#include <string_view>

namespace backorder {

/// Reads the shape only; what the members say is for check_request.
/// Status::limit, json, unknown_member, unknown_operation, with the `field`.
Outcome<Request> read_request(std::string_view operation, std::string_view json);

/// The request as a JSON object: all members in declared order, defaults included; what was not said is null.
std::string request_text(const Request& request);

/// Without members that are empty, false, 0 or unsaid; reading it gives the same request.
std::string short_request_text(const Request& request);

}  // namespace backorder
