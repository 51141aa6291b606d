#include "service/order_events.hpp"

namespace backorder {

namespace {

void begin(JsonWriter& to, std::string_view type, const std::string& order, const OrderStates& states) {
    to.begin_object().member("type", type);
    to.key("before").begin_object().member("state", states.before).end_object();
    to.key("after").begin_object().member("state", states.after).end_object();
    to.member("order", order).key("lines").begin_array();
}

}  // namespace

void add_order_event(EventList& events, std::string_view type, const std::string& order, const OrderStates& states,
                     const Decision& decision, const State& state) {
    JsonWriter& to = events.writer();
    begin(to, type, order, states);
    for (const Movement& movement : decision.movements) {
        if (!movement.part || movement.covered > 0) continue;
        to.begin_object().member("line", movement.part->line).member("variant", movement.stock.variant);
        to.member("warehouse", movement.stock.warehouse).member("seller", state.parts.at(*movement.part).seller);
        to.member("allocated", movement.allocated).member("waiting", movement.backordered).member("cancelled", movement.cancelled);
        to.end_object();
    }
    to.end_array().end_object();
}

void add_fulfillment_event(EventList& events, std::string_view type, const Fulfillment& fulfillment, const OrderStates& states,
                           const State& state) {
    JsonWriter& to = events.writer();
    begin(to, type, fulfillment.order, states);
    for (const FulfillmentLine& line : fulfillment.lines) {
        const Part& part = state.parts.at({fulfillment.order, line.line, fulfillment.warehouse});
        to.begin_object().member("line", line.line).member("variant", part.variant).member("seller", part.seller);
        to.member("quantity", line.quantity).end_object();
    }
    to.end_array().member("fulfillment", fulfillment.number).member("warehouse", fulfillment.warehouse);
    if (!fulfillment.undone.empty()) to.member("units", fulfillment.undone);
    to.end_object();
}

}  // namespace backorder
