#include "model/rules/reply.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace backorder::test::model {

namespace {

constexpr std::array<std::string_view, 6> of_no_interest{"message",   "at",         "since",
                                                         "placed_at", "created_at", "marketplace"};

bool is_empty(const json::value& value) {
    return value.is_null() || (value.is_array() && value.get_array().empty()) ||
           (value.is_object() && value.get_object().empty());
}

bool is_dropped(std::string_view name, const json::value& value) {
    return std::find(of_no_interest.begin(), of_no_interest.end(), name) != of_no_interest.end() || is_empty(value) ||
           (name == "details" && value.is_string() && value.get_string().empty());
}

/// Wrong in form, or not permitted: the status tells enough.
bool tells_enough(std::int64_t status) { return status > BO_OK && status <= BO_E_PERMISSION; }

void reduce_refused_row(json::object& row) {
    const auto* status = row.if_contains("status");
    if (status == nullptr || !tells_enough(status->as_int64())) return;
    row.erase("details");
    if (row.contains("table"))
        row = {{"table", row.at("table")}, {"item", row.at("item")}, {"status", row.at("status")}};
}

void reduce(json::value& value) {
    if (auto* array = value.if_array())
        for (json::value& member : *array) reduce(member);
    if (auto* object = value.if_object()) {
        reduce_refused_row(*object);
        for (auto at = object->begin(); at != object->end();) {
            reduce(at->value());
            at = is_dropped(at->key(), at->value()) ? object->erase(at) : std::next(at);
        }
    }
}

/// How many rows there are is not in the model, which keeps no ledger; what differs is.
void reduce_verification(json::object& tables) {
    if (auto* verify = tables.if_contains("verify"))
        *verify = json::object{{"differences", verify->as_object().at("differences")}};
}

}  // namespace

Reply read_reply(bo_status status, bo_result* result, bo_error* error) {
    Reply reply{.status = status};
    if (result != nullptr) {
        reply.replayed = bo_result_replayed(result) != 0;
        reply.tables = json::parse(bo_result_json(result, nullptr)).as_object();
        reply.tables.erase("status");
        reply.tables.erase("replayed");
        if (!reply.tables.contains("events"))
            reply.tables.erase("cursor");  // where a list goes on is the library's own word
    }
    if (error != nullptr) {
        const json::object shown = json::parse(bo_error_json(error)).as_object();
        if (const auto* details = shown.if_contains("details")) reply.details = details->as_array();
    }
    bo_result_free(result);
    bo_error_free(error);
    return reduced(std::move(reply));
}

Reply reduced(Reply reply) {
    json::value tables = std::move(reply.tables);
    json::value details = std::move(reply.details);
    reduce(tables);
    reduce(details);
    reply.tables = std::move(tables.get_object());
    reply.details = std::move(details.get_array());
    reduce_verification(reply.tables);
    if (tells_enough(reply.status)) reply.details.clear();
    return reply;
}

bool operator==(const Reply& left, const Reply& right) {
    return left.status == right.status && left.replayed == right.replayed && left.tables == right.tables &&
           left.details == right.details;
}

std::string to_text(const Reply& reply) {
    return std::string(reply.status == BO_OK ? "BO_OK" : bo_status_name(reply.status)) +
           (reply.replayed ? " replayed " : " ") + json::serialize(reply.tables) +
           (reply.details.empty() ? "" : " details " + json::serialize(reply.details));
}

}  // namespace backorder::test::model
