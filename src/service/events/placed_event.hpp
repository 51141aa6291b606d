#pragma once
// order.placed, the event of most calls, is recorded short: what every one of them says stands here once.

#include "domain/decision.hpp"
#include "service/events/event_list.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <string>

namespace backorder {

/// Of an order that is placed by this decision.
void add_placed_event(EventList& events, const Decision& decision, const State& state);

/// A call's events in full; order: its key, if it placed one.
boost::json::array full_events(const std::string& recorded, const std::string& order);

}  // namespace backorder
