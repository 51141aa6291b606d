#include "history/acknowledged.hpp"

#include "model/rules/form.hpp"
#include "model/rules/verb.hpp"

#include <chrono>

namespace backorder::test::history {

namespace {

using model::Reply;
using model::Step;

/// One order's rows out of a batch's answer.
Acknowledged single_order(const Acknowledged& batch, std::size_t item) {
    Acknowledged one = batch;
    one.step.request = {{"orders", json::array{model::list(batch.step.request, "orders")[item]}}};
    json::object row = model::list(batch.reply.tables, "placed").at(item).as_object();
    row["item"] = 0;
    json::array parts;
    for (const json::value& value : model::list(batch.reply.tables, "placed_parts")) {
        json::object part = value.as_object();
        if (part.at("item") != json::value(item)) continue;
        part["item"] = 0;
        parts.push_back(std::move(part));
    }
    one.reply = {.status = static_cast<bo_status>(row.at("status").as_int64())};
    if (one.reply.status != BO_OK) {
        json::object detail{{"table", "placed"}, {"item", 0}, {"status", one.reply.status}};
        if (!model::list(row, "details").empty())
            for (const auto& [name, value] : model::list(row, "details").front().as_object()) detail[name] = value;
        one.reply.details.push_back(std::move(detail));
    }
    one.reply.tables = {{"placed", json::array{row}}, {"placed_parts", parts}};
    one.reply = model::reduced(std::move(one.reply));
    return one;
}

}  // namespace

bool Acknowledged::did_it() const {
    if (!model::is_change(step) || reply.replayed || (reply.status != BO_OK && reply.status != BO_SOME_REFUSED))
        return false;
    return step.operation != "place_batch" ||
           !model::flag(model::list(reply.tables, "placed").front().as_object(), "replayed");
}

std::string Acknowledged::key() const {
    if (step.operation == "place") return model::text(step.request, "order");
    if (step.operation == "place_batch")
        return model::text(model::list(step.request, "orders").front().as_object(), "order");
    return step.key;
}

std::int64_t now() { return std::chrono::steady_clock::now().time_since_epoch().count(); }

Acknowledged ask(bo_backorder* handle, Step step) {
    const bo_call call = call_of(step.actor, step.market, step.key);
    const std::string request = json::serialize(step.request);
    bo_result* result = nullptr;
    bo_error* error = nullptr;
    const std::int64_t begun = now();
    const bo_status status = bo_call_json(handle, &call, step.operation.data(), step.operation.size(), request.data(),
                                          request.size(), &result, &error);
    const std::int64_t ended = now();
    return {begun, ended, std::move(step), model::read_reply(status, result, error)};
}

std::string to_line(const Acknowledged& one) {
    return json::serialize(json::object{{"begun", one.begun},
                                        {"ended", one.ended},
                                        {"step", model::to_json(one.step)},
                                        {"status", one.reply.status},
                                        {"replayed", one.reply.replayed},
                                        {"tables", one.reply.tables},
                                        {"details", one.reply.details}}) +
           "\n";
}

Acknowledged from_line(const std::string& line) {
    const json::object shown = json::parse(line).as_object();
    return {shown.at("begun").as_int64(),
            shown.at("ended").as_int64(),
            model::step_from(shown.at("step").as_object()),
            {static_cast<bo_status>(shown.at("status").as_int64()), shown.at("replayed").as_bool(),
             shown.at("tables").as_object(), shown.at("details").as_array()}};
}

Reply without_ready(Reply reply) {
    if (auto* covered = reply.tables.if_contains("covered"))
        for (json::value& row : covered->as_array()) row.as_object().erase("ready");
    return reply;
}

Heard in_single_orders(const Heard& heard) {
    Heard all;
    for (const Acknowledged& one : heard) {
        if (one.step.operation != "place_batch") {
            all.push_back(one);
            continue;
        }
        for (std::size_t item = 0; item < model::list(one.reply.tables, "placed").size(); ++item)
            all.push_back(single_order(one, item));
    }
    return all;
}

}  // namespace backorder::test::history
