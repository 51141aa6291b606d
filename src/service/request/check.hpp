#pragma once
// What every request must say, whichever door it came through.

#include "service/request/findings.hpp"
#include "service/request/requests.hpp"

namespace backorder {

/// Status::limit, text, argument, quantity, duplicate, overflow.
void check_request(const Request& request, Findings& findings);

}  // namespace backorder
