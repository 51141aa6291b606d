#include "service/events/placed_event.hpp"

#include <boost/json/parse.hpp>

#include <array>
#include <string_view>

namespace backorder {

namespace json = boost::json;

namespace {

constexpr std::array<std::string_view, 6> line_members{"line", "variant", "warehouse", "seller", "allocated", "waiting"};

/// A later version may say more of a line.
json::object line_in_full(const json::array& recorded) {
    json::object line;
    for (std::size_t i = 0; i < line_members.size(); ++i) line.emplace(line_members[i], recorded.at(i));
    line.emplace("cancelled", 0);
    return line;
}

/// ["order.placed", [[line, variant, warehouse, seller, allocated, waiting], ...]]. Only this type is recorded short, by any version.
json::object in_full(const json::array& recorded, const std::string& order) {
    json::object made = event(EventType::order_placed, json::object{{"state", ""}}, json::object{{"state", "unfulfilled"}});
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
        to.text(state.parts.at(*movement.part).seller).integer(movement.allocated).integer(movement.backordered).end_array();
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
