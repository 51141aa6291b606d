#include "model/rules/gates.hpp"
#include "model/rules/verbs.hpp"

#include <algorithm>
#include <set>

namespace backorder::test::model {

namespace {

/// How much of a line is to be cancelled.
struct Cancelling {
    Line* line = nullptr;
    Units units = 0;
};

std::vector<Cancelling> all_open(const std::vector<Line*>& lines) {
    std::vector<Cancelling> open;
    for (Line* line : lines)
        if (line->sum().open() > 0) open.push_back({line, line->sum().open()});
    return open;
}

std::vector<Cancelling> cancelling(Market& market, const Actor& actor, const json::object& request) {
    const std::string order = text(request, "order");
    const auto visible = visible_lines(market, actor, order);
    if (visible.empty()) not_found("order", order);
    std::vector<Cancelling> asked;
    Together together;
    for (const json::value& value : list(request, "lines"))
        together.attempt([&] {
            const Units units = number(value.as_object(), "quantity");
            Line& line = require_line(market, actor, order, text(value.as_object(), "line"));
            if (line.sum().open() < units)
                throw Refused{BO_E_NOT_CANCELLABLE,
                              {json::object{{"line", line.id}, {"asked", units}, {"open", line.sum().open()}}}};
            asked.push_back({&line, units});
        });
    together.tell();
    if (asked.empty()) asked = all_open(visible);
    if (asked.empty()) throw Refused{BO_E_NOT_CANCELLABLE, {json::object{{"order", order}, {"open", 0}}}};
    return asked;
}

}  // namespace

json::object cancel(Market& market, const Actor& actor, const json::object& request) {
    std::set<Spot> freed;
    for (auto& [line, units] : cancelling(market, actor, request))
        for (Units Part::*kind : {&Part::waiting, &Part::allocated})
            for (const std::string& warehouse : last_tried_first(market, *line)) {
                Part& part = line->parts.at(warehouse);
                const Units given = std::min(units, part.*kind);
                part.*kind -= given;
                part.cancelled += given;
                units -= given;
                freed.insert({line->variant, warehouse});
            }
    json::object tables;
    std::vector<Moved> covered;
    for (const Spot& spot : freed)
        for (const Moved& one : serve_queue(market, spot)) covered.push_back(one);
    add_moved(table(tables, "covered"), 0, market, covered, true);
    add_order(tables, market, actor, text(request, "order"));
    return tables;
}

json::object reassign(Market& market, const Actor& actor, const json::object& request) {
    const std::string order = text(request, "order");
    const std::string from = text(request, "from");
    const std::string to = text(request, "to");
    const Units units = number(request, "quantity");
    Line& line = require_line(market, actor, order, text(request, "line"));
    if (!market.serves(to, market.seller_of(line.variant)))
        throw Refused{BO_E_NOT_FOUND, {json::object{{"line", line.id}, {"warehouse", to}}}};
    const Units waiting = line.parts.contains(from) ? line.parts.at(from).waiting : 0;
    if (waiting < units)
        throw Refused{BO_E_NOT_AVAILABLE,
                      {json::object{{"line", line.id}, {"warehouse", from}, {"asked", units}, {"waiting", waiting}}}};

    const Spot target{line.variant, to};
    market.records[target];
    const Offer there = offer(market, target);
    const Units now = std::min(units, there.available);
    if (units - now > there.room)
        throw Refused{BO_E_GATE_SHUT,
                      {json::object{{"line", line.id},
                                    {"warehouse", to},
                                    {"asked", units},
                                    {"available", there.available},
                                    {"backorder_room", there.room},
                                    {"gate", there.gate.empty() ? "threshold" : there.gate}}}};
    line.parts.at(from).waiting -= units;
    line.parts[to].allocated += now;
    line.parts[to].waiting += units - now;
    json::object tables;
    if (now > 0) add_moved(table(tables, "covered"), 0, market, {{order, line.id, target, now}}, true);
    add_order(tables, market, actor, order);
    return tables;
}

json::object order(Market& market, const Actor& actor, const json::object& request) {
    const std::string id = text(request, "order");
    if (visible_lines(market, actor, id).empty()) not_found("order", id);
    json::object tables;
    add_order(tables, market, actor, id);
    for (std::size_t i = 0; i < market.orders.at(id).fulfillments.size(); ++i)
        add_fulfillment(tables, market, actor, id, i);
    return tables;
}

}  // namespace backorder::test::model
