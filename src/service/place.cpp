#include "domain/place.hpp"

#include "domain/words.hpp"
#include "service/handlers.hpp"
#include "service/mutation.hpp"
#include "service/order_events.hpp"
#include "service/order_tables.hpp"
#include "service/scope.hpp"

namespace backorder {

namespace {

/// All records of the lines' variants; a named warehouse is asked for by a pair of its own, so that it is known even where
/// nothing is stocked.
LoadScope scope(const Place& place) {
    LoadScope scope;
    for (const PlaceLine& line : place.lines) {
        scope.stock.push_back({line.variant, {}});
        if (line.warehouse) scope.stock.push_back({line.variant, line.warehouse});
    }
    for (const Id& warehouse : place.warehouses) scope.stock.push_back({place.lines.front().variant, warehouse});
    return scope;
}

Demand demand(const Place& place) {
    Demand demand{.order = place.order, .priority = place.priority, .warehouses = {place.warehouses.begin(), place.warehouses.end()}, .lines = {}};
    for (const PlaceLine& line : place.lines)
        demand.lines.push_back({line.line, line.variant, line.quantity, line.warehouse, line.decline_backorder});
    return demand;
}

Refusal of_line(Refusal refusal, const std::string& line) {
    refusal.message = "Line " + quoted(line) + ": " + refusal.message;
    for (DetailRow& row : refusal.details) row.push_back({"line", line});
    return refusal;
}

std::optional<Refusal> refused(const Context& context, const State& state, const Place& place) {
    for (const Id& warehouse : place.warehouses) {
        const auto known = state.warehouses.find(warehouse.value);
        if (known == state.warehouses.end() || !(known->second.owner.empty() || sees(context, known->second.owner)))
            return unknown_warehouse(warehouse);
    }
    for (const PlaceLine& line : place.lines) {
        const auto variant = state.variants.find(line.variant.value);
        if (variant == state.variants.end() || !sees(context, variant->second.seller)) return of_line(unknown_variant(line.variant), line.line);
        if (!line.warehouse) continue;
        if (auto refusal = out_of_scope(context, state, {line.variant, line.warehouse})) return of_line(std::move(*refusal), line.line);
    }
    return std::nullopt;
}

Outcome<Effects> decide(const Place& place, Attempt& attempt) {
    if (auto refusal = refused(attempt.context, attempt.state, place)) return *refusal;
    Outcome<Decision> decision = backorder::place(attempt.state, demand(place));
    if (!decision) return decision.error();

    Effects effects;
    add_order(effects.answer, attempt.context, attempt.state, place.order);
    effects.events.add(order_event("order.placed", place.order, "", "unfulfilled", order_lines(*decision, attempt.state)));
    effects.decision = std::move(*decision);
    return effects;
}

}  // namespace

Outcome<Answer> handle(Store& store, const Context& context, const Place& place) {
    const Request request = place;
    return run(store, {.context = context, .request = request, .scope = scope(place),
                       .decide = [&](Attempt& attempt) { return decide(place, attempt); }});
}

}  // namespace backorder
