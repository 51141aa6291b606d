#include "service/events/event_list.hpp"

#include "domain/gates.hpp"
#include "domain/order_parts.hpp"

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

namespace backorder {

namespace json = boost::json;

namespace {

void write_counters(JsonWriter& to, std::string_view name, const Counters& counters) {
    to.key(name).begin_object().member("on_hand", counters.on_hand).member("allocated", counters.allocated);
    to.member("backordered", counters.backordered).end_object();
}

using Lines = std::vector<const Movement*>;

/// Whose promises at a stock record changed because of others.
struct ChangedLines {
    Lines covered;
    Lines fallen_back;
};

void write_covered(JsonWriter& to, const Lines& covered, const State& state) {
    to.key("covered").begin_array();
    for (const Movement* one : covered) {
        to.begin_object()
            .member("order", one->part->order)
            .member("line", one->part->line)
            .member("units", one->covered);
        to.key("ready").flag(is_ready(state, *one->part)).end_object();
    }
    to.end_array();
}

void write_stock(JsonWriter& to, const StockKey& key, const State& state) {
    to.member("variant", key.variant)
        .member("warehouse", key.warehouse)
        .member("seller", state.variants.at(key.variant).seller);
}

void write_stock_event(JsonWriter& to, EventType type, const StockKey& key, const State& state,
                       const StockRecord& before, const Lines& covered) {
    to.begin_object().member("type", name(type));
    write_counters(to, "before", before.counters);
    write_counters(to, "after", state.stock.at(key).counters);
    write_stock(to, key, state);
    if (!covered.empty()) write_covered(to, covered, state);
    to.end_object();
}

void write_promise(JsonWriter& to, std::string_view name, Units64 allocated, Units64 waiting) {
    to.key(name).begin_object().member("allocated", allocated).member("waiting", waiting).end_object();
}

void write_fallen_back(JsonWriter& to, const Movement& lost, const State& state) {
    const Part& part = state.parts.at(*lost.part);
    to.begin_object().member("type", name(EventType::backorder_fallen_back));
    write_promise(to, "before", part.allocated - lost.allocated, part.waiting - lost.backordered);
    write_promise(to, "after", part.allocated, part.waiting);
    write_stock(to, lost.stock, state);
    to.member("order", lost.part->order).member("line", lost.part->line).member("units", lost.backordered).end_object();
}

std::map<StockKey, ChangedLines> changed_lines(const Decision& decision) {
    std::map<StockKey, ChangedLines> lines;
    for (const Movement& movement : decision.movements) {
        if (movement.covered > 0) lines[movement.stock].covered.push_back(&movement);
        if (movement.falls_back()) lines[movement.stock].fallen_back.push_back(&movement);
    }
    return lines;
}

}  // namespace

json::object event(EventType type, json::value before, json::value after) {
    return {{"type", name(type)}, {"before", std::move(before)}, {"after", std::move(after)}};
}

void EventList::add(const json::object& event) { writer_.raw(json::serialize(event)); }

void EventList::add_stock_events(const Decision& decision, const State& state) {
    const auto lines = changed_lines(decision);
    for (const auto& [key, before] : decision.before) {
        if (const auto changed = lines.find(key); changed != lines.end()) {
            for (const Movement* lost : changed->second.fallen_back) write_fallen_back(writer_, *lost, state);
            if (const Lines& covered = changed->second.covered; !covered.empty())
                write_stock_event(writer_, EventType::backorder_covered, key, state, before, covered);
        }
        add_crossings(key, state, before);
    }
}

void EventList::add_crossings(const StockKey& key, const State& state, const StockRecord& before) {
    for (const EventType type : crossings(before, state.stock.at(key)))
        write_stock_event(writer_, type, key, state, before, {});
}

std::string EventList::take_text() {
    writer_.end_array();
    return writer_.take();
}

std::optional<json::object> seen_by(const std::string& seller, json::object event) {
    if (const auto* owner = event.if_contains("seller"))
        return owner->as_string() == seller ? std::optional(std::move(event)) : std::nullopt;
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
