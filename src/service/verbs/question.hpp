#pragma once
// A question: what it reads stands in one snapshot, and nothing is written.

#include "service/answer/answer.hpp"
#include "service/request/context.hpp"
#include "service/store.hpp"

namespace backorder {

Outcome<Answer> ask(Store& store, const Context& context, const std::function<Outcome<Answer>(Work&)>& read,
                    Mode mode = Mode::read);

}  // namespace backorder
