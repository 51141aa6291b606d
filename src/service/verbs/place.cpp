#include "domain/place.hpp"

#include "domain/refusals.hpp"
#include "domain/words.hpp"
#include "service/answer/order_tables.hpp"
#include "service/events/order_events.hpp"
#include "service/request/operations.hpp"
#include "service/request/scope.hpp"
#include "service/verbs/mutation.hpp"
#include "service/verbs/new_names.hpp"
#include "support/text.hpp"

namespace backorder {

namespace {

Demand demand(const Place& place, std::int64_t age) {
    Demand demand{.order = place.order,
                  .priority = place.priority,
                  .age = age,
                  .warehouses = {place.warehouses.begin(), place.warehouses.end()},
                  .lines = {}};
    demand.lines.reserve(place.lines.size());
    for (const PlaceLine& line : place.lines)
        demand.lines.push_back({line.line, line.variant, line.quantity, line.warehouse, line.decline_backorder});
    return demand;
}

Refusal of_line(Refusal refusal, const std::string& line) {
    refusal.message = "Line " + quoted(line) + ": " + refusal.message;
    for (DetailRow& row : refusal.details) row.push_back({"line", line});
    return refusal;
}

std::optional<Refusal> unknown(const Context& context, const State& state, const PlaceLine& line) {
    const auto variant = state.variants.find(line.variant.value);
    if (variant == state.variants.end() || !sees(context, variant->second.seller)) return unknown_variant(line.variant);
    if (line.warehouse) return out_of_scope(context, state, {line.variant, line.warehouse});
    return std::nullopt;
}

std::optional<Refusal> refused(const Context& context, const State& state, const Place& place) {
    Refusals refusals;
    for (const Id& warehouse : place.warehouses) {
        const auto known = state.warehouses.find(warehouse.value);
        if (known == state.warehouses.end() || !(known->second.owner.empty() || sees(context, known->second.owner)))
            refusals.add(unknown_warehouse(warehouse));
    }
    for (std::size_t i = 0; i < place.lines.size(); ++i) {
        const PlaceLine& line = place.lines[i];
        if (auto refusal = unknown(context, state, line)) refusals.add(of_line(*std::move(refusal), line.line));
        if (!name_fault(line.line.value).empty())
            refusals.add(*unfit_name("lines[" + std::to_string(i) + "].line", line.line));
    }
    return refusals.outcome();
}

class PlaceMutation final : public Mutation {
public:
    explicit PlaceMutation(const Place& place) : place_(place) {}

    std::size_t lines() const override { return place_.lines.size(); }
    std::string_view order() const override { return place_.order.value; }

    bool knows_variants() const override { return true; }
    void add_variants(std::vector<std::string_view>& variants) const override {
        for (const PlaceLine& line : place_.lines) variants.push_back(line.variant.value);
    }

    /// All records of the lines' variants; a named warehouse is asked for by a pair of its own, so that it is known
    /// even where nothing is stocked.
    void add_scope(const Catalog&, LoadScope& scope) const override {
        for (const PlaceLine& line : place_.lines) {
            scope.stock.insert({line.variant, {}});
            if (line.warehouse) scope.stock.insert({line.variant, line.warehouse});
        }
        for (const Id& warehouse : place_.warehouses) scope.stock.insert({place_.lines.front().variant, warehouse});
    }

    Outcome<Effects> decide(CallView& view) const override {
        State& state = view.state();
        if (auto refusal = refused(view.context, state, place_)) return *std::move(refusal);
        if (!parts_of(state, place_.order.value).empty()) return still_unknown(view);
        Outcome<Decision> decision = backorder::place(state, demand(place_, view.sequence));
        if (!decision) return decision.error();

        Effects effects;
        add_order(effects.answer, view.context, state, place_.order);
        add_placed_event(effects.events, *decision, state);
        effects.decision = std::move(*decision);
        effects.answer_follows = true;
        return effects;
    }

private:
    /// The order stands there though its key was not recorded when the batch began: who placed it is seen next time.
    static Effects still_unknown(CallView& view) {
        view.put_off();
        return {};
    }

    const Place& place_;
};

}  // namespace

std::unique_ptr<Mutation> Operation<Place>::mutation(const Context&, const Place& request) {
    return std::make_unique<PlaceMutation>(request);
}

}  // namespace backorder
