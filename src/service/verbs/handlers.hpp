#pragma once
// The way from a request to who handles it. Context and request are checked, the actor is authorised.

#include "service/answer/answer.hpp"
#include "service/request/operations.hpp"
#include "service/store.hpp"
#include "service/verbs/mutation.hpp"

#include <memory>

namespace backorder {

bool is_mutation(const Request& request);

/// What may be left behind by it: questions and dry runs write nothing, an acknowledgement moves a cursor.
bool may_write(const Request& request);

/// Answers a question. Throws std::logic_error if it is none.
Outcome<Answer> handle(Store& store, const Context& context, const Request& question);

/// The mutation that is asked for; none if the request is a question or is made of several. Borrows both.
std::unique_ptr<Mutation> make_mutation(const Context& context, const Request& request);

}  // namespace backorder
