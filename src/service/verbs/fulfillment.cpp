#include "domain/fulfill.hpp"

#include "domain/order_parts.hpp"
#include "domain/words.hpp"
#include "service/answer/order_tables.hpp"
#include "service/events/order_events.hpp"
#include "service/request/operations.hpp"
#include "service/verbs/mutation.hpp"
#include "service/verbs/question.hpp"

#include <algorithm>
#include <array>

namespace backorder {

namespace {

constexpr std::array<std::pair<std::string_view, Undone>, 3> undone_words{
    {{"to_line", Undone::to_line}, {"to_stock", Undone::to_stock}, {"written_off", Undone::written_off}}};

Undone undone_from(std::string_view word) {
    return std::find_if(
               undone_words.begin(), undone_words.end(), [&](const auto& entry) { return entry.first == word; })
        ->second;
}

void answer_fulfillments(Effects& effects, CallView& view, const std::string& order, EventType type,
                         std::string_view before) {
    const std::string_view after = order_state(parts_of(view.state(), order));
    for (const Fulfillment& made : effects.decision.fulfillments)
        add_fulfillment(effects.answer, view.context, view.state(), made);
    add_fulfillment_events(effects.events, type, effects.decision, {before, after}, view.state());
    add_order(effects.answer, view.context, view.state(), order);
}

Refusal no_such_fulfillment(const CancelFulfillment& cancel) {
    return {Status::not_found,
            "Order " + quoted(cancel.order.value) + " has no fulfilment " + std::to_string(cancel.fulfillment) +
                " that this actor may see",
            {{{"order", cancel.order.value}, {"fulfillment", cancel.fulfillment.value}}}};
}

class FulfillMutation final : public Mutation {
public:
    explicit FulfillMutation(const Fulfill& request) : request_(request) {}

    std::size_t lines() const override { return request_.entries.size(); }
    bool needs_fulfillments() const override { return true; }
    std::string_view order() const override { return request_.order.value; }

    void add_scope(const Catalog&, LoadScope& scope) const override {
        scope.orders.insert(request_.order);
        for (const FulfillEntry& entry : request_.entries)
            scope.lines_at.insert({request_.order, entry.line, entry.warehouse});
    }

    Outcome<Effects> decide(CallView& view) const override {
        const std::string& order = request_.order.value;
        if (!has_order(view, order)) return Effects{};
        for (const FulfillEntry& entry : request_.entries) open_stock(view, order, entry.line, entry.warehouse);
        State& state = view.state();
        const std::string_view before = order_state(parts_of(state, order));
        std::vector<ShipmentEntry> entries;
        for (const FulfillEntry& entry : request_.entries)
            entries.push_back({entry.line, entry.warehouse, entry.quantity});
        const auto next = static_cast<std::int64_t>(view.batch.fulfillments[order].size()) + 1;
        Outcome<Decision> decision = fulfill(state, order, view.context.seller, entries, request_.strict, next);
        if (!decision) return decision.error();

        Effects effects;
        effects.decision = std::move(*decision);
        answer_fulfillments(effects, view, order, EventType::fulfillment_created, before);
        return effects;
    }

private:
    const Fulfill& request_;
};

class CancelFulfillmentMutation final : public Mutation {
public:
    explicit CancelFulfillmentMutation(const CancelFulfillment& request)
        : request_(request), undone_(undone_from(request.units)) {}

    bool needs_fulfillments() const override { return true; }
    std::string_view order() const override { return request_.order.value; }
    void add_scope(const Catalog&, LoadScope& scope) const override { scope.orders.insert(request_.order); }

    /// What goes back to the shelf may serve others who wait there, now or when the line is cancelled after this.
    void add_queue_depth(const BatchState& batch, QueueDepth& depth) const override {
        const Fulfillment* found = find(batch);
        if (found == nullptr) return;
        for (const FulfillmentLine& line : found->lines)
            if (const auto part = batch.state.parts.find({found->order, line.line, found->warehouse});
                part != batch.state.parts.end())
                QueueDepth::add(depth.freed, stock_of(*part), line.quantity);
    }

    Outcome<Effects> decide(CallView& view) const override {
        if (!has_order(view, request_.order)) return Effects{};
        if (view.batch.shipped_orders.contains(request_.order)) {
            view.put_off();
            return Effects{};
        }
        const Fulfillment* found = find(view.batch);
        if (found == nullptr) return no_such_fulfillment(request_);
        State& state = view.state();
        const std::string_view before = order_state(parts_of(state, request_.order.value));
        Outcome<Decision> decision = undo(state, *found, view.context.seller, undone_);
        if (!decision)
            return decision.error().status == Status::not_found ? no_such_fulfillment(request_) : decision.error();

        Effects effects;
        effects.decision = std::move(*decision);
        effects.decision.fulfillments.push_back(*found);
        effects.decision.fulfillments.back().undone = request_.units;
        answer_fulfillments(effects, view, request_.order, EventType::fulfillment_cancelled, before);
        add_covered(effects.answer, 0, effects.decision, state);
        return effects;
    }

private:
    const Fulfillment* find(const BatchState& batch) const {
        const auto known = batch.fulfillments.find(request_.order);
        if (known == batch.fulfillments.end()) return nullptr;
        const auto found = std::find_if(known->second.begin(), known->second.end(), [&](const Fulfillment& one) {
            return one.number == request_.fulfillment.value;
        });
        return found == known->second.end() ? nullptr : &*found;
    }

    const CancelFulfillment& request_;
    const Undone undone_;
};

}  // namespace

std::unique_ptr<Mutation> Operation<Fulfill>::mutation(const Context&, const Fulfill& request) {
    return std::make_unique<FulfillMutation>(request);
}

std::unique_ptr<Mutation> Operation<CancelFulfillment>::mutation(const Context&, const CancelFulfillment& request) {
    return std::make_unique<CancelFulfillmentMutation>(request);
}

}  // namespace backorder
