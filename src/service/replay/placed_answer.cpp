#include "service/replay/placed_answer.hpp"

#include "service/answer/order_tables.hpp"
#include "service/events/placed_event.hpp"

#include <algorithm>
#include <map>
#include <stdexcept>

namespace backorder {

namespace {

namespace json = boost::json;

std::string text(const json::object& from, std::string_view member) { return std::string(from.at(member).as_string()); }

std::map<std::string, std::int64_t> line_numbers(const Place& place) {
    std::map<std::string, std::int64_t> numbers;
    for (const PlaceLine& line : place.lines) numbers.emplace(line.line.value, static_cast<std::int64_t>(numbers.size()));
    return numbers;
}

/// The order's own event; a later version may record others before it.
const json::object& placed_event(const json::array& events) {
    const auto found = std::find_if(events.begin(), events.end(), [](const json::value& event) { return event.at("type") == "order.placed"; });
    if (found == events.end()) throw std::logic_error("an order's record has no event order.placed");
    return found->as_object();
}

}  // namespace

Answer placed_answer(const Context& context, const Place& place, const std::string& events) {
    State state;
    const auto numbers = line_numbers(place);
    const json::array recorded = full_events(events, place.order);
    for (const json::value& value : placed_event(recorded).at("lines").as_array()) {
        const json::object& line = value.as_object();
        const std::string id = text(line, "line");
        state.add_part({place.order, id, text(line, "warehouse")},
                       {.variant = text(line, "variant"), .seller = text(line, "seller"), .priority = place.priority,
                        .line_number = numbers.at(id), .allocated = line.at("allocated").as_int64(), .waiting = line.at("waiting").as_int64()});
    }
    Answer answer;
    add_order(answer, context, state, place.order);
    return answer;
}

}  // namespace backorder
