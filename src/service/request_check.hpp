#pragma once
// What every request must say, whichever door it came through.

#include "domain/refusal.hpp"
#include "service/requests.hpp"

namespace backorder {

/// The first refusal in the order of the status list, with the `field`: Status::limit, text, argument, quantity,
/// duplicate, overflow.
Outcome<void> check_request(const Request& request);

}  // namespace backorder
