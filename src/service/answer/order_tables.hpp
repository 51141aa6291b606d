#pragma once
// An order as answers show it: state, lines, parts, fulfilments - of a seller only its own lines.

#include "domain/decision.hpp"
#include "domain/order_parts.hpp"
#include "service/answer/answer.hpp"
#include "service/request/context.hpp"
#include "service/store.hpp"

namespace backorder {

/// Tables order, lines and parts. `placed_at` is told by questions; changes leave it empty.
void add_order(Answer& answer, const Context& context, const State& state, const std::string& order,
               const std::string& placed_at = {});

/// unfulfilled, partially_fulfilled, fulfilled or cancelled.
std::string_view order_state(const std::vector<const PartEntry*>& parts);

/// One row of table fulfillments for each of its lines the actor may see.
void add_fulfillment(Answer& answer, const Context& context, const State& state, const Fulfillment& fulfillment,
                     const std::string& created_at = {});

/// Table covered. `ready`: nothing of that line waits any more, as far as this call knows.
void add_covered(Answer& answer, std::size_t item, const Decision& decision, const State& state);

/// Table fallen_back.
void add_fallen_back(Answer& answer, std::size_t item, const Decision& decision, const State& state);

/// Takes over what another item decided.
void append(Decision& decision, Decision more);

}  // namespace backorder
