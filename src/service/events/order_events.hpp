#pragma once
// Events about orders and fulfilments: what happened to which lines, of whom.

#include "domain/decision.hpp"
#include "service/events/event_list.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <string>
#include <string_view>

namespace backorder {

/// An order's states before and after.
struct OrderStates {
    std::string_view before;
    std::string_view after;
};

/// With one line entry for each part the decision moved, and the units by which each of its counters changed.
void add_order_event(EventList& events, EventType type, const std::string& order, const OrderStates& states,
                     const Decision& decision, const State& state);

/// One for each fulfilment of the decision, with the units by which its lines' counters changed.
void add_fulfillment_events(EventList& events, EventType type, const Decision& decision, const OrderStates& states,
                            const State& state);

/// A line's waiting units moved to another warehouse, where some of them may be covered.
void add_reassigned_event(EventList& events, const Decision& decision, const State& state);

/// Of an order that is placed by this decision.
void add_placed_event(EventList& events, const Decision& decision, const State& state);

/// A call's events in full; order: its key, if it placed one.
boost::json::array full_events(const std::string& recorded, const std::string& order);

}  // namespace backorder
