#pragma once
// The events a call causes. Each carries before and after, and whose it is: `seller` on the event or on its lines.

#include "domain/decision.hpp"
#include "domain/event_types.hpp"
#include "support/json_writer.hpp"

#include <boost/json/object.hpp>

#include <optional>
#include <string>

namespace backorder {

class EventList {
public:
    /// Lines that fell back or were covered, and crossings, of every stock record the decision moved; the state is as
    /// it left it.
    void add_stock_events(const Decision& decision, const State& state);

    /// Crossings of records that changed otherwise than by moving.
    void add_crossings(const StockKey& key, const State& state, const StockRecord& before);

    void add(const boost::json::object& event);

    /// For an event that is written at once.
    JsonWriter& writer() { return writer_; }

    /// All of them as a JSON array; the list is at its end.
    std::string take_text();

private:
    JsonWriter writer_ = std::move(JsonWriter().begin_array());
};

/// {type, before, after} to which an event's other members are added.
boost::json::object event(EventType type, boost::json::value before, boost::json::value after);

/// The event as this seller may see it: nothing, all, or with its own lines only and without before and after.
std::optional<boost::json::object> seen_by(const std::string& seller, boost::json::object event);

}  // namespace backorder
