#include "service/event_list.hpp"

#include "domain/crossings.hpp"

namespace backorder {

namespace json = boost::json;

namespace {

json::object counters(const Counters& counters) {
    return {{"on_hand", counters.on_hand}, {"allocated", counters.allocated}, {"backordered", counters.backordered}};
}

json::object stock_event(std::string_view type, const StockKey& key, const State& state, const StockRecord& before) {
    json::object made = event(type, counters(before.counters), counters(state.stock.at(key).counters));
    made["variant"] = key.variant;
    made["warehouse"] = key.warehouse;
    made["seller"] = state.variants.at(key.variant).seller;
    return made;
}

std::map<StockKey, json::array> covered_lines(const Decision& decision) {
    std::map<StockKey, json::array> lines;
    for (const Movement& movement : decision.movements) {
        json::array& here = lines[movement.stock];
        if (movement.covered > 0)
            here.push_back({{"order", movement.part->order}, {"line", movement.part->line}, {"units", movement.covered}});
    }
    return lines;
}

}  // namespace

json::object event(std::string_view type, json::value before, json::value after) {
    return {{"type", type}, {"before", std::move(before)}, {"after", std::move(after)}};
}

void EventList::add_stock_events(const Decision& decision, const State& state, const std::map<StockKey, StockRecord>& before) {
    for (auto& [key, lines] : covered_lines(decision)) {
        if (!lines.empty()) {
            json::object covered = stock_event("backorder.covered", key, state, before.at(key));
            covered["covered"] = std::move(lines);
            add(std::move(covered));
        }
        add_crossings(key, state, before.at(key));
    }
}

void EventList::add_crossings(const StockKey& key, const State& state, const StockRecord& before) {
    for (const std::string_view type : crossings(before, state.stock.at(key))) add(stock_event(type, key, state, before));
}

std::optional<json::object> seen_by(const std::string& seller, json::object event) {
    if (const auto* owner = event.if_contains("seller")) return owner->as_string() == seller ? std::optional(std::move(event)) : std::nullopt;
    const json::value* lines = event.if_contains("lines");
    if (lines == nullptr) return event;
    json::array own;
    for (const json::value& line : lines->as_array())
        if (line.at("seller").as_string() == seller) own.push_back(line);
    if (own.empty()) return std::nullopt;
    const bool trimmed = own.size() < lines->as_array().size();
    event["lines"] = std::move(own);
    if (trimmed)  // the order's states are about everybody's lines
        for (const char* state : {"before", "after"})
            if (json::value* told = event.if_contains(state)) *told = json::object();
    return event;
}

}  // namespace backorder
