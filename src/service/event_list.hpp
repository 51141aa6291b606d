#pragma once
// The events a call causes. Each carries before and after, and whose it is: `seller` on the event or on its lines.

#include "domain/decision.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

namespace backorder {

class EventList {
public:
    /// Covered lines and crossings of every stock record the decision moved.
    void add_stock_events(const Decision& decision, const State& state, const std::map<StockKey, StockRecord>& before);

    /// Crossings of records that changed otherwise than by moving.
    void add_crossings(const StockKey& key, const State& state, const StockRecord& before);

    void add(boost::json::object event) { events_.push_back(std::move(event)); }

    const boost::json::array& events() const { return events_; }

private:
    boost::json::array events_;
};

/// {type, before, after} to which an event's other members are added.
boost::json::object event(std::string_view type, boost::json::value before, boost::json::value after);

/// The event as this seller may see it: nothing, all, or with its own lines only and without before and after.
std::optional<boost::json::object> seen_by(const std::string& seller, boost::json::object event);

}  // namespace backorder
