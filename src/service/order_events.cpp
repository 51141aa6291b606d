#include "service/order_events.hpp"

#include "service/event_list.hpp"

namespace backorder {

namespace json = boost::json;

json::array order_lines(const Decision& decision, const State& state) {
    json::array lines;
    for (const Movement& movement : decision.movements) {
        if (!movement.part || movement.covered > 0) continue;
        lines.push_back({{"line", movement.part->line}, {"variant", movement.stock.variant}, {"warehouse", movement.stock.warehouse},
                         {"seller", state.parts.at(*movement.part).seller}, {"allocated", movement.allocated},
                         {"waiting", movement.backordered}, {"cancelled", movement.cancelled}});
    }
    return lines;
}

json::object order_event(std::string_view type, const std::string& order, std::string_view before, std::string_view after, json::array lines) {
    json::object made = event(type, json::object{{"state", before}}, json::object{{"state", after}});
    made["order"] = order;
    made["lines"] = std::move(lines);
    return made;
}

json::object fulfillment_event(std::string_view type, const Fulfillment& fulfillment, std::string_view before, std::string_view after,
                               const State& state) {
    json::array lines;
    for (const FulfillmentLine& line : fulfillment.lines) {
        const Part& part = state.parts.at({fulfillment.order, line.line, fulfillment.warehouse});
        lines.push_back({{"line", line.line}, {"variant", part.variant}, {"seller", part.seller}, {"quantity", line.quantity}});
    }
    json::object made = order_event(type, fulfillment.order, before, after, std::move(lines));
    made["fulfillment"] = fulfillment.number;
    made["warehouse"] = fulfillment.warehouse;
    if (!fulfillment.undone.empty()) made["units"] = fulfillment.undone;
    return made;
}

}  // namespace backorder
