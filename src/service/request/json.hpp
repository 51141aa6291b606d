#pragma once
// Requests from and to JSON: the JSON door, and the body an idempotency key is bound to.

#include "domain/refusal.hpp"
#include "service/request/findings.hpp"
#include "service/request/operations.hpp"
#include "service/request/requests.hpp"

#include <boost/json/object.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace backorder {

/// Reads the shape only; what the members say is for check_request. What cannot be read is left as it was, with a
/// finding: Status::limit, json, unknown_member, unknown_operation, quantity. None if it is no request at all.
std::optional<Request> read_request(std::string_view operation, std::string_view json, Findings& findings);

/// The request as a JSON object: all members in declared order, defaults included; what was not said is null.
std::string request_text(const Request& request);

/// Without members that are empty, false, 0 or unsaid; reading it gives the same request.
std::string short_request_text(const Request& request);

inline constexpr std::size_t max_json_bytes = std::size_t{16} << 20;
inline constexpr std::size_t max_json_depth = 32;

/// The object a text holds; an empty text stands for {}. Status::json, Status::limit.
Outcome<boost::json::object> parse_object(std::string_view text);

}  // namespace backorder
