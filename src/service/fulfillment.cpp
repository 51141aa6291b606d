#include "domain/fulfill.hpp"

#include "domain/order_parts.hpp"
#include "domain/words.hpp"
#include "service/handlers.hpp"
#include "service/order_events.hpp"
#include "service/order_loading.hpp"
#include "service/order_tables.hpp"
#include "service/promise_tables.hpp"
#include "service/question.hpp"

#include <algorithm>
#include <array>

namespace backorder {

namespace {

constexpr std::array<std::pair<std::string_view, Undone>, 3> undone_words{
    {{"to_line", Undone::to_line}, {"to_stock", Undone::to_stock}, {"written_off", Undone::written_off}}};

Undone undone_from(std::string_view word) {
    return std::find_if(undone_words.begin(), undone_words.end(), [&](const auto& entry) { return entry.first == word; })->second;
}

LoadScope scope(const Fulfill& fulfill) {
    LoadScope scope{.stock = {}, .lines = {{fulfill.order}}};
    for (const FulfillEntry& entry : fulfill.entries) scope.lines.push_back({fulfill.order, entry.line, entry.warehouse});
    return scope;
}

void answer_fulfillments(Effects& effects, const Attempt& attempt, const std::string& order, std::string_view type,
                         std::string_view before) {
    const std::string_view after = order_state(parts_of(attempt.state, order));
    for (const Fulfillment& made : effects.decision.fulfillments) {
        add_fulfillment(effects.answer, attempt.context, attempt.state, made);
        effects.events.add(fulfillment_event(type, made, before, after, attempt.state));
    }
    add_order(effects.answer, attempt.context, attempt.state, order);
}

Outcome<Effects> decide_fulfill(const Fulfill& fulfill, Attempt& attempt) {
    if (!load_order(attempt, fulfill.order)) return Effects{};
    for (const FulfillEntry& entry : fulfill.entries) open_stock(attempt, fulfill.order, entry.line, entry.warehouse);
    const auto known = attempt.work.fulfillments(attempt.context.marketplace, fulfill.order);
    const std::string_view before = order_state(parts_of(attempt.state, fulfill.order.value));
    std::vector<ShipmentEntry> entries;
    for (const FulfillEntry& entry : fulfill.entries) entries.push_back({entry.line, entry.warehouse, entry.quantity});
    Outcome<Decision> decision = backorder::fulfill(attempt.state, fulfill.order, attempt.context.seller, entries, fulfill.strict,
                                                    static_cast<std::int64_t>(known.size()) + 1);
    if (!decision) return decision.error();

    Effects effects;
    effects.decision = std::move(*decision);
    answer_fulfillments(effects, attempt, fulfill.order, "fulfillment.created", before);
    return effects;
}

Refusal no_such_fulfillment(const CancelFulfillment& cancel) {
    return {Status::not_found, "Order " + quoted(cancel.order.value) + " has no fulfilment " + std::to_string(cancel.fulfillment) + " that this actor may see",
            {{{"order", cancel.order.value}, {"fulfillment", cancel.fulfillment.value}}}};
}

/// What goes back to the shelf may serve others who wait there.
Freeing freeing(const Attempt& attempt, const Fulfillment& fulfillment, Undone undone) {
    Freeing freeing;
    if (undone != Undone::to_stock) return freeing;
    for (const FulfillmentLine& line : fulfillment.lines)
        for (const PartEntry* part : parts_of(attempt.state, fulfillment.order, line.line))
            if (part->first.warehouse == fulfillment.warehouse) freeing.units.push_back({stock_of(*part), line.quantity});
    return freeing;
}

Outcome<Effects> decide_cancel_fulfillment(const CancelFulfillment& cancel, Attempt& attempt) {
    if (!load_order(attempt, cancel.order)) return Effects{};
    const auto known = attempt.work.fulfillments(attempt.context.marketplace, cancel.order);
    const auto found = std::find_if(known.begin(), known.end(), [&](const auto& one) { return one.fulfillment.number == cancel.fulfillment.value; });
    if (found == known.end()) return no_such_fulfillment(cancel);
    const Undone undone = undone_from(cancel.units);
    const Freeing freed = freeing(attempt, found->fulfillment, undone);
    if (!freed.units.empty()) attempt.work.load_parts(attempt.context.marketplace, {}, freed, attempt.state);
    const std::string_view before = order_state(parts_of(attempt.state, cancel.order.value));
    Outcome<Decision> decision = undo(attempt.state, found->fulfillment, attempt.context.seller, undone);
    if (!decision) return decision.error().status == Status::not_found ? no_such_fulfillment(cancel) : decision.error();

    Effects effects;
    effects.decision = std::move(*decision);
    effects.decision.fulfillments.push_back(found->fulfillment);
    effects.decision.fulfillments.back().undone = cancel.units;
    answer_fulfillments(effects, attempt, cancel.order, "fulfillment.cancelled", before);
    add_covered(effects.answer, 0, effects.decision, attempt.state);
    return effects;
}

std::string_view reason(const Shipment& found, const Part& part) {
    if (found.held && found.waiting > 0) return found.shippable > 0 ? "part still waits for goods here" : "waits for goods here";
    if (found.held) return "";
    return part.open() == 0 && found.shippable > 0 ? "free units here can stand in for units that wait elsewhere" : "";
}

/// A line's own parts, and warehouses whose free units could stand in for what it waits for.
void add_shippable(Table& table, const State& state, const std::string& order, const PartEntry& entry, const std::string& warehouse) {
    const Shipment found = shipment(state, order, entry.first.line, warehouse);
    if (!found.held && found.shippable == 0) return;
    const auto record = state.stock.find({entry.second.variant, warehouse});
    const Units64 free = record == state.stock.end() ? 0 : record->second.counters.available();
    const bool strict = !(found.held && found.waiting > 0) && found.shippable > 0;
    const auto own = state.parts.find({order, entry.first.line, warehouse});
    table.add({entry.first.line, entry.second.variant, warehouse, found.shippable, found.held ? found.waiting : 0, strict, free,
               reason(found, own == state.parts.end() ? Part{} : own->second)});
}

void add_line(Table& table, const State& state, const std::string& order, const PartEntry& line) {
    for (auto at = state.stock.lower_bound({line.second.variant, {}}); at != state.stock.end() && at->first.variant == line.second.variant; ++at)
        if (state.warehouses.at(at->first.warehouse).serves(line.second.seller)) add_shippable(table, state, order, line, at->first.warehouse);
}

}  // namespace

Outcome<Answer> handle(Store& store, const Context& context, const Shippable& query) {
    return ask(store, context, [&](Work& work) -> Outcome<Answer> {
        State own;
        work.load_parts(context.marketplace, {{query.order}}, {}, own);
        const auto parts = order_parts(own, query.order.value, context.seller);
        if (parts.empty()) return no_such_order(query.order);
        std::vector<std::string> variants;
        for (const PartEntry* part : parts) variants.push_back(part->second.variant);
        State state = work.stock(context.marketplace, variants, {});
        state.parts = own.parts;
        Answer answer;
        add_order(answer, context, state, query.order, placed_at(work, context, query.order));
        Table& table = answer.table(tables::shippable);
        for (std::size_t i = 0; i < parts.size(); ++i)
            if (i == 0 || parts[i]->first.line != parts[i - 1]->first.line) add_line(table, state, query.order, *parts[i]);
        return answer;
    });
}

Outcome<Answer> handle(Store& store, const Context& context, const Fulfill& fulfill) {
    const Request request = fulfill;
    return run(store, {.context = context, .request = request, .scope = scope(fulfill),
                       .decide = [&](Attempt& attempt) { return decide_fulfill(fulfill, attempt); }});
}

Outcome<Answer> handle(Store& store, const Context& context, const CancelFulfillment& cancel) {
    const Request request = cancel;
    return run(store, {.context = context, .request = request, .scope = {.stock = {}, .lines = {{cancel.order}}},
                       .decide = [&](Attempt& attempt) { return decide_cancel_fulfillment(cancel, attempt); }});
}

}  // namespace backorder
