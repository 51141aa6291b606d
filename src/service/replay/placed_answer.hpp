#pragma once
// What place answered, from its record: the answer says nothing that request and event do not say.

#include "service/answer/answer.hpp"
#include "service/request/context.hpp"
#include "service/request/requests.hpp"

#include <string>

namespace backorder {

/// events: the call's own, as recorded; order.placed is among them.
Answer placed_answer(const Context& context, const Place& place, const std::string& events);

}  // namespace backorder
