#include "domain/cancel.hpp"
#include "domain/order_parts.hpp"
#include "domain/reassign.hpp"
#include "service/answer/order_tables.hpp"
#include "service/events/order_events.hpp"
#include "service/request/operations.hpp"
#include "service/verbs/mutation.hpp"
#include "service/verbs/question.hpp"

namespace backorder {

namespace {

class CancelMutation final : public Mutation {
public:
    explicit CancelMutation(const Cancel& request) : request_(request) {}

    std::size_t lines() const override { return request_.lines.size() + 1; }
    std::string_view order() const override { return request_.order.value; }
    void add_scope(const Catalog&, LoadScope& scope) const override { scope.orders.insert(request_.order); }

    void add_queue_depth(const BatchState& batch, QueueDepth& depth) const override {
        for (const PartEntry* part : parts_of(batch.state, request_.order.value))
            QueueDepth::add(depth.freed, stock_of(*part), part->second.allocated);
    }

    Outcome<Effects> decide(CallView& view) const override {
        const Context& context = view.context;
        if (!has_order(view, request_.order)) return Effects{};
        State& state = view.state();
        const std::string_view before = order_state(parts_of(state, request_.order.value));
        std::vector<LineUnits> lines;
        for (const CancelLine& line : request_.lines) lines.push_back({line.line, line.quantity});
        Outcome<Decision> decision = cancel(state, request_.order, context.seller, lines);
        if (!decision) return decision.error();

        Effects effects;
        add_order(effects.answer, context, state, request_.order);
        add_covered(effects.answer, 0, *decision, state);
        add_order_event(effects.events, EventType::order_cancelled, request_.order,
                        {before, order_state(parts_of(state, request_.order.value))}, *decision, state);
        effects.decision = std::move(*decision);
        return effects;
    }

private:
    const Cancel& request_;
};

class ReassignMutation final : public Mutation {
public:
    explicit ReassignMutation(const Reassign& request) : request_(request) {}

    std::string_view order() const override { return request_.order.value; }

    void add_scope(const Catalog&, LoadScope& scope) const override {
        scope.orders.insert(request_.order);
        scope.lines_at.insert({request_.order, request_.line, request_.to});
    }

    Outcome<Effects> decide(CallView& view) const override {
        const Context& context = view.context;
        if (!has_order(view, request_.order)) return Effects{};
        open_stock(view, request_.order, request_.line, request_.to);
        State& state = view.state();
        Outcome<Decision> decision = reassign(
            state, {request_.order, request_.line, request_.from, request_.to, request_.quantity}, context.seller);
        if (!decision) return decision.error();

        Effects effects;
        add_order(effects.answer, context, state, request_.order);
        add_covered(effects.answer, 0, *decision, state);
        add_reassigned_event(effects.events, *decision, state);
        effects.decision = std::move(*decision);
        return effects;
    }

private:
    const Reassign& request_;
};

}  // namespace

Outcome<Answer> Operation<OrderQuery>::handle(Store& store, const Context& context, const OrderQuery& query) {
    return ask(
        store, context,
        [&](Work& work) -> Outcome<Answer> {
            State state;
            work.load_orders(context.marketplace, {query.order}, state);
            if (order_parts(state, query.order.value, context.seller).empty()) return no_such_order(query.order);
            Answer answer;
            add_order(answer, context, state, query.order, placed_at(work, context, query.order));
            for (const auto& shipped : work.fulfillments(context.marketplace, {query.order}))
                add_fulfillment(answer, context, state, shipped.fulfillment, shipped.created_at);
            return answer;
        });
}

std::unique_ptr<Mutation> Operation<Cancel>::mutation(const Context&, const Cancel& request) {
    return std::make_unique<CancelMutation>(request);
}

std::unique_ptr<Mutation> Operation<Reassign>::mutation(const Context&, const Reassign& request) {
    return std::make_unique<ReassignMutation>(request);
}

}  // namespace backorder
