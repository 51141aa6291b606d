#include "service/events/order_events.hpp"

#include <boost/json/parse.hpp>

#include <array>
#include <map>
#include <string_view>

namespace backorder {

namespace {

void begin(JsonWriter& to, EventType type, const std::string& order, const OrderStates& states) {
    to.begin_object().member("type", name(type));
    to.key("before").begin_object().member("state", states.before).end_object();
    to.key("after").begin_object().member("state", states.after).end_object();
    to.member("order", order).key("lines").begin_array();
}

using MovedUnits = std::map<PartKey, Movement>;

/// By how much the call itself, not the queue behind it, changed each part that has shipped or come back.
MovedUnits moved_units(const Decision& decision) {
    MovedUnits moved;
    for (const Movement& movement : decision.movements) {
        if (!movement.part || movement.shipped == 0) continue;
        Movement& sum = moved[*movement.part];
        sum.allocated += movement.allocated;
        sum.shipped += movement.shipped;
        sum.cancelled += movement.cancelled;
    }
    return moved;
}

void add_fulfillment_event(JsonWriter& to, EventType type, const Fulfillment& fulfillment, const MovedUnits& moved,
                           const OrderStates& states, const State& state) {
    begin(to, type, fulfillment.order, states);
    for (const FulfillmentLine& line : fulfillment.lines) {
        const PartKey key{fulfillment.order, line.line, fulfillment.warehouse};
        const Part& part = state.parts.at(key);
        const Movement& units = moved.at(key);
        to.begin_object().member("line", line.line).member("variant", part.variant).member("seller", part.seller);
        to.member("quantity", line.quantity).member("allocated", units.allocated);
        // What ships from where the line holds nothing waited elsewhere: a line's quantity never changes.
        to.member("waiting", -(units.allocated + units.shipped + units.cancelled))
            .member("cancelled", units.cancelled)
            .end_object();
    }
    to.end_array().member("fulfillment", fulfillment.number).member("warehouse", fulfillment.warehouse);
    if (!fulfillment.undone.empty()) to.member("units", fulfillment.undone);
    to.end_object();
}

}  // namespace

void add_order_event(EventList& events, EventType type, const std::string& order, const OrderStates& states,
                     const Decision& decision, const State& state) {
    JsonWriter& to = events.writer();
    begin(to, type, order, states);
    for (const Movement& movement : decision.movements) {
        if (!movement.part || movement.covered > 0) continue;
        to.begin_object().member("line", movement.part->line).member("variant", movement.stock.variant);
        to.member("warehouse", movement.stock.warehouse).member("seller", state.parts.at(*movement.part).seller);
        to.member("allocated", movement.allocated)
            .member("waiting", movement.backordered)
            .member("cancelled", movement.cancelled);
        to.end_object();
    }
    to.end_array().end_object();
}

void add_fulfillment_events(EventList& events, EventType type, const Decision& decision, const OrderStates& states,
                            const State& state) {
    const MovedUnits moved = moved_units(decision);
    for (const Fulfillment& made : decision.fulfillments)
        add_fulfillment_event(events.writer(), type, made, moved, states, state);
}

void add_reassigned_event(EventList& events, const Decision& decision, const State& state) {
    const Movement& left = decision.movements.front();
    const Movement& arrived = decision.movements.back();
    JsonWriter& to = events.writer();
    to.begin_object().member("type", name(EventType::backorder_reassigned));
    to.key("before").begin_object().member("warehouse", left.stock.warehouse).end_object();
    to.key("after").begin_object().member("warehouse", arrived.stock.warehouse).end_object();
    to.member("variant", arrived.stock.variant)
        .member("warehouse", arrived.stock.warehouse)
        .member("seller", state.parts.at(*arrived.part).seller);
    to.member("order", arrived.part->order).member("line", arrived.part->line);
    to.member("units", -left.backordered).member("waiting", arrived.backordered).end_object();
}

namespace json = boost::json;

namespace {

constexpr std::array<std::string_view, 6> line_members{"line",   "variant",   "warehouse",
                                                       "seller", "allocated", "waiting"};

/// A later version may say more of a line.
json::object line_in_full(const json::array& recorded) {
    json::object line;
    for (std::size_t i = 0; i < line_members.size(); ++i) line.emplace(line_members[i], recorded.at(i));
    line.emplace("cancelled", 0);
    return line;
}

/// ["order.placed", [[line, variant, warehouse, seller, allocated, waiting], ...]]. Only this type is recorded short,
/// by any version.
json::object in_full(const json::array& recorded, const std::string& order) {
    json::object made =
        event(EventType::order_placed, json::object{{"state", ""}}, json::object{{"state", "unfulfilled"}});
    made["order"] = order;
    json::array lines;
    for (const json::value& line : recorded.at(1).as_array()) lines.push_back(line_in_full(line.as_array()));
    made["lines"] = std::move(lines);
    return made;
}

}  // namespace

void add_placed_event(EventList& events, const Decision& decision, const State& state) {
    JsonWriter& to = events.writer();
    to.begin_array().text(name(EventType::order_placed)).begin_array();
    for (const Movement& movement : decision.movements) {
        to.begin_array().text(movement.part->line).text(movement.stock.variant).text(movement.stock.warehouse);
        to.text(state.parts.at(*movement.part).seller)
            .integer(movement.allocated)
            .integer(movement.backordered)
            .end_array();
    }
    to.end_array().end_array();
}

json::array full_events(const std::string& recorded, const std::string& order) {
    json::array events = json::parse(recorded).as_array();
    for (json::value& one : events)
        if (const json::array* placed = one.if_array()) one = in_full(*placed, order);
    return events;
}

}  // namespace backorder
