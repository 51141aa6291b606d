#include "service/request/key_check.hpp"

#include "domain/words.hpp"

namespace backorder {

namespace {

Refusal no_key() {
    return {Status::key_required, "A mutation needs an idempotency key, so that repeating it is safe: set idempotency_key",
            {{{"field", std::string("call.idempotency_key")}}}};
}

Refusal not_the_orders_id(const std::string& order) {
    return {Status::argument, "The idempotency key of an order is the order's id: leave idempotency_key empty, or say " + quoted(order),
            {{{"field", std::string("call.idempotency_key")}, {"order", order}}}};
}

Refusal not_for_a_batch() {
    return {Status::argument, "Each order of a batch has its own key, its id: leave idempotency_key empty",
            {{{"field", std::string("call.idempotency_key")}}}};
}

Outcome<void> needed(const Context& context, bool dry_run = false) {
    if (dry_run || !context.key.empty()) return {};
    return no_key();
}

template <class Question>
Outcome<void> check(const Context&, const Question&) {
    return {};
}

Outcome<void> check(const Context& context, const Place& place) {
    if (context.key.empty() || context.key == place.order.value) return {};
    return not_the_orders_id(place.order);
}

Outcome<void> check(const Context& context, const PlaceBatch&) {
    if (context.key.empty()) return {};
    return not_for_a_batch();
}

Outcome<void> check(const Context& context, const SettingsSet& request) { return needed(context, request.dry_run); }
Outcome<void> check(const Context& context, const PolicySet& request) { return needed(context, request.dry_run); }
Outcome<void> check(const Context& context, const ThresholdSet& request) { return needed(context, request.dry_run); }
Outcome<void> check(const Context& context, const WarehouseUpsert& request) { return needed(context, request.dry_run); }
Outcome<void> check(const Context& context, const CatalogUpsert&) { return needed(context); }
Outcome<void> check(const Context& context, const Receive&) { return needed(context); }
Outcome<void> check(const Context& context, const Count&) { return needed(context); }
Outcome<void> check(const Context& context, const Transfer&) { return needed(context); }
Outcome<void> check(const Context& context, const Cancel&) { return needed(context); }
Outcome<void> check(const Context& context, const Fulfill&) { return needed(context); }
Outcome<void> check(const Context& context, const CancelFulfillment&) { return needed(context); }
Outcome<void> check(const Context& context, const Reassign&) { return needed(context); }

}  // namespace

Outcome<void> check_key(const Context& context, const Request& request) {
    return std::visit([&](const auto& asked) { return check(context, asked); }, request);
}

}  // namespace backorder
