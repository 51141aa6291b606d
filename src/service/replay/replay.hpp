#pragma once
// A call that was done before: the first answer again, or where the two requests differ.

#include "service/answer/answer.hpp"
#include "service/request/context.hpp"
#include "service/request/requests.hpp"
#include "service/store.hpp"

#include <string>

namespace backorder {

/// Under which key a call is recorded: place under its order's id.
CallKey call_key(const Context& context, const Request& request);

/// The recorded answer if verb and body are the same.
Outcome<Answer> replay(const Context& context, const Request& request, const std::string& body,
                       const RecordedCall& call);

/// events: the call's own, as recorded; order.placed is among them.
Answer placed_answer(const Context& context, const Place& place, const std::string& events);

}  // namespace backorder
