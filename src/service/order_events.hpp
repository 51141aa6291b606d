#pragma once
// Events about orders and fulfilments: what happened to which lines, of whom.

#include "domain/decision.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

namespace backorder {

/// One entry for each part the decision moved, with the units by which each of its counters changed.
boost::json::array order_lines(const Decision& decision, const State& state);

/// before and after are the order's states.
boost::json::object order_event(std::string_view type, const std::string& order, std::string_view before, std::string_view after,
                                boost::json::array lines);

boost::json::object fulfillment_event(std::string_view type, const Fulfillment& fulfillment, std::string_view before,
                                      std::string_view after, const State& state);

}  // namespace backorder
