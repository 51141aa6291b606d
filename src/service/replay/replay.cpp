#include "service/replay/replay.hpp"

#include "domain/words.hpp"
#include "service/request/operations.hpp"
#include "service/replay/placed_answer.hpp"
#include "service/request/json.hpp"
#include "service/request/scope.hpp"

#include <boost/json/parse.hpp>

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
    return {Status::key_reused, "The key " + quoted(key) + " was used for another request; they differ in " + field +
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

Outcome<Answer> replay(const Context& context, const Request& request, const std::string& body, const RecordedCall& call) {
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

}  // namespace backorder
