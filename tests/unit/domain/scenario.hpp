#pragma once
// Scenarios as text: the numbers before, a verb, the numbers after. See read_state and run for the language.

#include "domain/decision.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace scenario {

/// `after` of a refusal is what its details say, row by row; the numbers must then be those before.
struct Scenario {
    const char* goal;
    const char* before;
    const char* verb;
    const char* after;
    backorder::Status status = backorder::Status::ok;
};

/// Items between "; ". Every named id exists: variants v and w of seller s and x of seller t, all allowed; warehouses
/// A, B and C, the operator's, tried in that order; the marketplace's gate is open.
///   record    [variant@]warehouse on_hand/allocated/backordered [<own threshold] [^the product's], * is unlimited
///   part      order.line[:variant]@warehouse allocated+waiting [s shipped] [c cancelled] [p priority] [t age] [n line
///   number] setting   !off   !deny variant   !closed warehouse   !rank warehouse priority   !owner warehouse seller
/// Numbers may be "max" (2^63 - 1) or "max-n"; without a variant it is v; "new" is the age of this call.
backorder::State read_state(std::string_view text);

/// Records and parts in key order in the same language, without thresholds and settings.
std::string show(const backorder::State& state);

///   receive A 5 | count A 5 | transfer A B 5 | reassign order line A B 5
///   place order line=5[:variant][@pinned][!declines] ... [p7] [via=B,A]
///   cancel order [line=5 ...] | fulfill order line@A=5 ... | strict order line@A=5 ...
///   undo order line@A=5 ... to_line|to_stock|written_off [done=what it became before]
/// and, of a seller, as=s at the end. Fulfilments count from 7.
backorder::Outcome<backorder::Decision> run(backorder::State& state, std::string_view verb);

/// Rows between "; ", words between spaces, empty texts as "-".
std::string show(const std::vector<backorder::DetailRow>& details);

/// Runs each scenario on its own state; the invariants hold before and after, and a refusal changes nothing.
void check(const std::vector<Scenario>& scenarios);

}  // namespace scenario
