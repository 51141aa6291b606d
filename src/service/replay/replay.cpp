#include "service/replay/replay.hpp"

#include "domain/words.hpp"
#include "service/answer/order_tables.hpp"
#include "service/events/order_events.hpp"
#include "service/request/json.hpp"
#include "service/request/operations.hpp"
#include "service/request/scope.hpp"

#include <boost/json/parse.hpp>

#include <algorithm>
#include <map>
#include <stdexcept>

namespace backorder {

namespace json = boost::json;

namespace {

std::string difference(const json::value& left, const json::value& right, const std::string& path);

std::string member_path(const std::string& path, std::string_view member) {
    return path.empty() ? std::string(member) : path + "." + std::string(member);
}

std::string object_difference(const json::object& left, const json::object& right, const std::string& path) {
    for (const auto& [name, value] : left) {
        const json::value* other = right.if_contains(name);
        if (other == nullptr) return member_path(path, name);
        if (value != *other) return difference(value, *other, member_path(path, name));
    }
    for (const auto& [name, value] : right)
        if (!left.contains(name)) return member_path(path, name);
    return path;
}

std::string array_difference(const json::array& left, const json::array& right, const std::string& path) {
    for (std::size_t i = 0; i < left.size() && i < right.size(); ++i)
        if (left[i] != right[i]) return difference(left[i], right[i], path + "[" + std::to_string(i) + "]");
    return path + ".length";
}

std::string difference(const json::value& left, const json::value& right, const std::string& path) {
    if (left.is_object() && right.is_object()) return object_difference(left.get_object(), right.get_object(), path);
    if (left.is_array() && right.is_array()) return array_difference(left.get_array(), right.get_array(), path);
    return path;
}

Refusal reused(const std::string& key, const std::string& field) {
    return {Status::key_reused,
            "The key " + quoted(key) + " was used for another request; they differ in " + field +
                ". Use a new key for a new request",
            {{{"field", field}, {"idempotency_key", key}}}};
}

/// What was asked, with all its members.
json::value in_full(const RecordedCall& call) {
    Findings findings;
    const std::optional<Request> request = read_request(call.verb, call.body, findings);
    return json::parse(request && findings.clean() ? request_text(*request) : call.body);
}

/// Orders share their ids across a marketplace; whose another's order is, is not told.
bool anothers_order(const Context& context, const RecordedCall& call) {
    return context.role == Role::seller && context.seller != call.seller;
}

}  // namespace

CallKey call_key(const Context& context, const Request& request) {
    if (const auto* place = std::get_if<Place>(&request)) return {"order", place->order};
    return {key_scope(context), context.key};
}

Outcome<Answer> replay(const Context& context, const Request& request, const std::string& body,
                       const RecordedCall& call) {
    const std::string key = call_key(context, request).key;
    if (anothers_order(context, call))
        return Refusal{Status::conflict, "The id " + quoted(key) + " is taken; choose another", {{{"order", key}}}};
    if (call.verb != operation_name(request)) return reused(key, "operation");
    if (call.body != body) {
        const json::value before = in_full(call);
        const json::value now = json::parse(request_text(request));
        if (before != now) return reused(key, difference(before, now, ""));
    }
    if (const auto* place = std::get_if<Place>(&request); place != nullptr && call.answer.empty())
        return placed_answer(context, *place, call.events);
    return answer_from_json(json::parse(call.answer).as_object());
}

namespace {

namespace json = boost::json;

std::string text(const json::object& from, std::string_view member) { return std::string(from.at(member).as_string()); }

std::map<std::string, std::int64_t> line_numbers(const Place& place) {
    std::map<std::string, std::int64_t> numbers;
    for (const PlaceLine& line : place.lines)
        numbers.emplace(line.line.value, static_cast<std::int64_t>(numbers.size()));
    return numbers;
}

/// The order's own event; a later version may record others before it.
const json::object& placed_event(const json::array& events) {
    const auto found = std::find_if(events.begin(), events.end(),
                                    [](const json::value& event) { return event.at("type") == "order.placed"; });
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
        state.add_part({place.order, id, text(line, "warehouse")}, {.variant = text(line, "variant"),
                                                                    .seller = text(line, "seller"),
                                                                    .priority = place.priority,
                                                                    .line_number = numbers.at(id),
                                                                    .allocated = line.at("allocated").as_int64(),
                                                                    .waiting = line.at("waiting").as_int64()});
    }
    Answer answer;
    add_order(answer, context, state, place.order);
    return answer;
}

}  // namespace backorder
