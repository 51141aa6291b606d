#pragma once
// Requests from and to JSON: the JSON door, and the body an idempotency key is bound to.

#include "domain/refusal.hpp"
#include "service/operations.hpp"
#include "service/requests.hpp"

#include <boost/json/object.hpp>

#include <string_view>

namespace backorder {

/// Reads the shape only; what the members say is for check_request.
/// Status::limit, json, unknown_member, unknown_operation, with the `field`.
Outcome<Request> read_request(std::string_view operation, std::string_view json);

/// All members in declared order, defaults included; what was not said is null.
boost::json::object write_request(const Request& request);

}  // namespace backorder
