#include "model/rules/model.hpp"

#include "model/rules/verbs.hpp"

#include <optional>

namespace backorder::test::model {

namespace {

Verb verb(const std::string& operation) {
    static const std::map<std::string, Verb> verbs{{"settings_get", settings_get},
                                                   {"settings_set", settings_set},
                                                   {"policy_set", policy_set},
                                                   {"threshold_set", threshold_set},
                                                   {"warehouse_upsert", warehouse_upsert},
                                                   {"catalog_upsert", catalog_upsert},
                                                   {"receive", receive},
                                                   {"count", count},
                                                   {"transfer", transfer},
                                                   {"place", place},
                                                   {"cancel", cancel},
                                                   {"reassign", reassign},
                                                   {"fulfill", fulfill},
                                                   {"cancel_fulfillment", cancel_fulfillment},
                                                   {"stock", stock},
                                                   {"availability", availability},
                                                   {"queue", queue},
                                                   {"order", order},
                                                   {"shippable", shippable},
                                                   {"verify", verify}};
    return verbs.at(operation);
}

/// Orders have one space of keys, every seller its own, the host and operators share one.
std::pair<std::string, std::string> call_key(const Step& step) {
    if (step.operation == "place") return {"orders", text(step.request, "order")};
    return {step.actor.role == BO_ROLE_SELLER ? "seller " + step.actor.seller : "marketplace", step.key};
}

/// A refused item's details: a row, or rows of which the first stands for all.
json::object first_of(const json::value& details) {
    if (const auto* row = details.if_object()) return *row;
    return details.as_array().empty() ? json::object() : details.as_array().front().as_object();
}

/// What the refused items of an answer make of the whole call.
void tell_refused_items(Reply& reply) {
    std::size_t items = 0;
    for (const auto& [name, rows] : reply.tables) {
        if (!rows.is_array()) continue;
        for (const json::value& value : rows.get_array()) {
            const json::object& row = value.as_object();
            if (!row.contains("status")) continue;
            ++items;
            if (row.at("status").as_int64() == BO_OK) continue;
            if (reply.details.empty()) reply.status = static_cast<bo_status>(row.at("status").as_int64());
            json::object detail{{"table", name}, {"item", row.at("item")}, {"status", row.at("status")}};
            for (const auto& [key, member] : first_of(row.at("details"))) detail[key] = member;
            reply.details.push_back(std::move(detail));
        }
    }
    if (!reply.details.empty() && reply.details.size() < items) reply.status = BO_SOME_REFUSED;
}

/// Was something of it done?
bool is_done(const Reply& reply) { return reply.status == BO_OK || reply.status == BO_SOME_REFUSED; }

Reply run(Market& market, const Step& step) {
    Reply reply;
    try {
        reply.tables = verb(step.operation)(market, step.actor, step.request);
    } catch (const Refused& refused) {
        reply.status = refused.status;
        reply.details = refused.details;
    }
    tell_refused_items(reply);
    return reply;
}

}  // namespace

Reply Model::ask(const Step& step, bool lasting) {
    if (const bo_status fault = fault_of_form(step); fault != BO_OK) return {.status = fault};
    if (const bo_status fault = fault_of_permission(step); fault != BO_OK) return {.status = fault};
    World& world = world_[step.market];
    return reduced(step.operation == "place_batch" ? place_batch(world, step, lasting)
                                                   : carry_out(world, step, lasting));
}

/// A refused call, or one that is only tried, leaves nothing.
Reply Model::carry_out(World& world, const Step& step, bool lasting) {
    const bool recorded = is_change(step) && !is_dry_run(step);
    const auto key = call_key(step);
    if (const auto known = world.calls.find(key); recorded && known != world.calls.end()) {
        const Recorded& first = known->second;
        if (step.actor.role == BO_ROLE_SELLER && first.seller != step.actor.seller)
            return {.status = BO_E_CONFLICT, .details = {json::object{{"order", key.second}}}};
        if (first.operation != step.operation || first.request != step.request) return {.status = BO_E_KEY_REUSED};
        Reply again = first.reply;
        again.replayed = true;
        return again;
    }
    if (!is_change(step)) return run(world.market, step);
    Market changed = world.market;
    Reply reply = run(changed, step);
    if (!recorded || !lasting || !is_done(reply)) return reply;
    world.market = std::move(changed);
    world.calls[key] = {step.operation, step.actor.seller, step.request, reply};
    return reply;
}

Reply Model::place_batch(World& world, const Step& step, bool lasting) {
    Reply all;
    for (const json::value& order : list(step.request, "orders")) {
        const auto item = static_cast<std::int64_t>(table(all.tables, "placed").size());
        const Reply one =
            carry_out(world, {step.market, step.actor, "place", "", step.typed, order.as_object()}, lasting);
        json::object row{{"item", item},
                         {"status", one.status},
                         {"order", text(order.as_object(), "order")},
                         {"state", ""},
                         {"allocated", 0},
                         {"waiting", 0},
                         {"replayed", one.replayed}};
        if (one.status != BO_OK) row["details"] = one.details;
        if (one.status == BO_OK) row["state"] = "unfulfilled";
        for (const json::value& value : list(one.tables, "parts")) {
            const json::object& part = value.as_object();
            json::object shown{{"item", item}};
            for (const char* name : {"line", "variant", "warehouse", "allocated", "waiting"})
                shown[name] = part.at(name);
            for (const char* name : {"allocated", "waiting"})
                row[name] = row.at(name).as_int64() + part.at(name).as_int64();
            table(all.tables, "placed_parts").push_back(std::move(shown));
        }
        table(all.tables, "placed").push_back(std::move(row));
    }
    tell_refused_items(all);
    return all;
}

}  // namespace backorder::test::model
