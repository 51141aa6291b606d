#include "model/rules/verbs.hpp"

#include <algorithm>

namespace backorder::test::model {

namespace {

Units waiting(const Line& line) { return line.sum().waiting; }

bool holds(const Line& line, const std::string& warehouse) {
    return line.parts.contains(warehouse) && line.parts.at(warehouse).open() > 0;
}

/// What of an entry could ship, measured before anything ships; entries share free units and what their line waits for.
struct Shipment {
    Units shippable = 0;
    Units waiting = 0;
    bool held = false;
};

class Measure {
public:
    explicit Measure(const Market& market) : market_(market) {}

    Shipment take(const Line& line, const std::string& warehouse, Units asked) {
        if (holds(line, warehouse)) return {line.parts.at(warehouse).allocated, line.parts.at(warehouse).waiting, true};
        const Spot spot{line.variant, warehouse};
        Units& free = free_.emplace(spot, market_.available(spot)).first->second;
        Units& owed = owed_.emplace(line.id, waiting(line)).first->second;
        const Shipment found{std::min(free, owed), waiting(line), false};
        free -= std::min(found.shippable, asked);
        owed -= std::min(found.shippable, asked);
        return found;
    }

private:
    const Market& market_;
    std::map<Spot, Units> free_;
    std::map<std::string, Units> owed_;
};

void require_shippable(Market& market, const Actor& actor, const json::object& request) {
    Refused restock{BO_E_RESTOCK_FIRST};
    Refused too_much{BO_E_NOT_SHIPPABLE};
    Measure measure(market);
    Together unknown;
    for (const json::value& value : list(request, "entries")) {
        const json::object& entry = value.as_object();
        const std::string warehouse = text(entry, "warehouse");
        const Line* found_line = nullptr;
        const bool known = unknown.attempt([&] {
            found_line = &require_line(market, actor, text(request, "order"), text(entry, "line"));
            if (!market.serves(warehouse, market.seller_of(found_line->variant)))
                throw Refused{BO_E_NOT_FOUND, {json::object{{"line", found_line->id}, {"warehouse", warehouse}}}};
        });
        if (!known) continue;
        const Line& line = *found_line;
        const Units asked = number(entry, "quantity");
        const Shipment found = measure.take(line, warehouse, asked);
        const json::object row{{"line", line.id},
                               {"warehouse", warehouse},
                               {"asked", asked},
                               {"shippable", found.shippable},
                               {"waiting", found.waiting}};
        if (flag(request, "strict") && found.held && found.waiting > 0) restock.details.push_back(row);
        if (asked > found.shippable) too_much.details.push_back(row);
    }
    unknown.tell();
    if (!restock.details.empty()) throw restock;
    if (!too_much.details.empty()) throw too_much;
}

void release_waiting(Market& market, Line& line, Units units) {
    for (const std::string& warehouse : last_tried_first(market, line)) {
        Part& part = line.parts.at(warehouse);
        const Units released = std::min(units, part.waiting);
        part.waiting -= released;
        units -= released;
    }
}

void ship(Market& market, Line& line, const std::string& warehouse, Units units) {
    if (holds(line, warehouse))
        line.parts.at(warehouse).allocated -= units;
    else
        release_waiting(market, line, units);
    line.parts[warehouse].shipped += units;
    market.records[{line.variant, warehouse}].on_hand -= units;
}

/// The fulfilment of this call at that warehouse; `first` is the number of those before it.
std::size_t fulfillment_at(Order& order, std::size_t first, const std::string& warehouse) {
    for (std::size_t i = first; i < order.fulfillments.size(); ++i)
        if (order.fulfillments[i].warehouse == warehouse) return i;
    order.fulfillments.push_back({.warehouse = warehouse, .lines = {}});
    return order.fulfillments.size() - 1;
}

/// One line of a fulfilment comes back.
void put_back(Market& market, const Spot& spot, Part& part, Units units, const std::string& how) {
    part.shipped -= units;
    if (how == "written_off") {
        const Units now = std::min(units, market.available(spot));
        part.allocated += now;
        part.waiting += units - now;
        return;
    }
    market.records[spot].on_hand += units;
    (how == "to_line" ? part.allocated : part.cancelled) += units;
}

Fulfillment& require_fulfillment(Market& market, const Actor& actor, const json::object& request) {
    const std::string id = text(request, "order");
    const Units asked = number(request, "fulfillment");
    const Refused none{BO_E_NOT_FOUND, {json::object{{"order", id}, {"fulfillment", asked}}}};
    if (!market.orders.contains(id)) throw none;
    Order& order = market.orders.at(id);
    if (asked > static_cast<Units>(order.fulfillments.size())) throw none;
    Fulfillment& found = order.fulfillments[static_cast<std::size_t>(asked - 1)];
    for (const auto& [line, units] : found.lines)
        if (!sees(actor, market.seller_of(order.line(line)->variant))) throw none;
    if (found.state != "created")
        throw Refused{BO_E_ALREADY_CANCELLED,
                      {json::object{{"order", id}, {"fulfillment", asked}, {"state", found.state}}}};
    return found;
}

/// Free units of a warehouse may stand in for what waits elsewhere.
void add_shippable(json::array& rows, const Market& market, const Line& line, const std::string& warehouse) {
    const Shipment found = Measure(market).take(line, warehouse, 0);
    if (!found.held && found.shippable == 0) return;
    const bool waits_here = found.held && found.waiting > 0;
    std::string reason;
    if (waits_here) reason = found.shippable > 0 ? "part still waits for goods here" : "waits for goods here";
    if (!found.held) reason = "free units here can stand in for units that wait elsewhere";
    rows.push_back(json::object{{"line", line.id},
                                {"variant", line.variant},
                                {"warehouse", warehouse},
                                {"shippable", found.shippable},
                                {"waiting", waits_here ? found.waiting : 0},
                                {"strict", !waits_here && found.shippable > 0},
                                {"free_here", market.available({line.variant, warehouse})},
                                {"reason", reason}});
}

}  // namespace

json::object fulfill(Market& market, const Actor& actor, const json::object& request) {
    const std::string id = text(request, "order");
    if (visible_lines(market, actor, id).empty()) not_found("order", id);
    require_shippable(market, actor, request);

    Order& order = market.orders.at(id);
    const std::size_t first = order.fulfillments.size();
    for (const json::value& value : list(request, "entries")) {
        const json::object& entry = value.as_object();
        const std::string warehouse = text(entry, "warehouse");
        Line& line = *order.line(text(entry, "line"));
        ship(market, line, warehouse, number(entry, "quantity"));
        order.fulfillments[fulfillment_at(order, first, warehouse)].lines.emplace_back(line.id,
                                                                                       number(entry, "quantity"));
    }
    json::object tables;
    for (std::size_t i = first; i < order.fulfillments.size(); ++i) add_fulfillment(tables, market, actor, id, i);
    add_order(tables, market, actor, id);
    return tables;
}

json::object cancel_fulfillment(Market& market, const Actor& actor, const json::object& request) {
    Fulfillment& undone = require_fulfillment(market, actor, request);
    const std::string id = text(request, "order");
    undone.state = text(request, "units");
    std::vector<Moved> covered;
    for (const auto& [line_id, units] : undone.lines) {
        Line& line = *market.orders.at(id).line(line_id);
        const Spot spot{line.variant, undone.warehouse};
        put_back(market, spot, line.parts.at(undone.warehouse), units, undone.state);
        for (const Moved& one : serve_queue(market, spot)) covered.push_back(one);
    }
    json::object tables;
    add_fulfillment(tables, market, actor, id, static_cast<std::size_t>(number(request, "fulfillment") - 1));
    add_order(tables, market, actor, id);
    add_moved(table(tables, "covered"), 0, market, covered, true);
    return tables;
}

json::object shippable(Market& market, const Actor& actor, const json::object& request) {
    const std::string id = text(request, "order");
    auto lines = visible_lines(market, actor, id);
    if (lines.empty()) not_found("order", id);
    json::object tables;
    add_order(tables, market, actor, id);
    std::sort(lines.begin(), lines.end(), [](const Line* left, const Line* right) { return left->id < right->id; });
    for (const Line* line : lines)
        for (const auto& [spot, record] : market.records)
            if (spot.first == line->variant) add_shippable(table(tables, "shippable"), market, *line, spot.second);
    return tables;
}

}  // namespace backorder::test::model
