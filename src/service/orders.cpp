#include "domain/cancel.hpp"
#include "domain/reassign.hpp"
#include "service/handlers.hpp"
#include "service/mutation.hpp"
#include "service/order_events.hpp"
#include "service/order_loading.hpp"
#include "service/order_tables.hpp"
#include "service/promise_tables.hpp"
#include "service/question.hpp"

namespace backorder {

namespace {

Outcome<Effects> decide_cancel(const Cancel& cancel, Attempt& attempt) {
    const Context& context = attempt.context;
    if (!load_order(attempt, cancel.order, {.units = {}, .own_allocated = true})) return Effects{};
    const std::string_view before = order_state(parts_of(attempt.state, cancel.order.value));
    std::vector<LineUnits> lines;
    for (const CancelLine& line : cancel.lines) lines.push_back({line.line, line.quantity});
    Outcome<Decision> decision = backorder::cancel(attempt.state, cancel.order, context.seller, lines);
    if (!decision) return decision.error();

    Effects effects;
    add_order(effects.answer, context, attempt.state, cancel.order);
    add_covered(effects.answer, 0, *decision, attempt.state);
    effects.events.add(order_event("order.cancelled", cancel.order, before, order_state(parts_of(attempt.state, cancel.order.value)),
                                   order_lines(*decision, attempt.state)));
    effects.decision = std::move(*decision);
    return effects;
}

Outcome<Effects> decide_reassign(const Reassign& reassign, Attempt& attempt) {
    const Context& context = attempt.context;
    if (!load_order(attempt, reassign.order)) return Effects{};
    open_stock(attempt, reassign.order, reassign.line, reassign.to);
    Outcome<Decision> decision =
        backorder::reassign(attempt.state, {reassign.order, reassign.line, reassign.from, reassign.to, reassign.quantity}, context.seller);
    if (!decision) return decision.error();

    Effects effects;
    add_order(effects.answer, context, attempt.state, reassign.order);
    add_covered(effects.answer, 0, *decision, attempt.state);
    effects.decision = std::move(*decision);
    return effects;
}

}  // namespace

Outcome<Answer> handle(Store& store, const Context& context, const OrderQuery& query) {
    return ask(store, context, [&](Work& work) -> Outcome<Answer> {
        State state;
        work.load_parts(context.marketplace, {{query.order}}, {}, state);
        if (order_parts(state, query.order.value, context.seller).empty()) return no_such_order(query.order);
        Answer answer;
        add_order(answer, context, state, query.order, placed_at(work, context, query.order));
        for (const auto& shipped : work.fulfillments(context.marketplace, query.order))
            add_fulfillment(answer, context, state, shipped.fulfillment, shipped.created_at);
        return answer;
    });
}

Outcome<Answer> handle(Store& store, const Context& context, const Cancel& cancel) {
    const Request request = cancel;
    return run(store, {.context = context, .request = request, .scope = {.stock = {}, .lines = {{cancel.order}}},
                       .decide = [&](Attempt& attempt) { return decide_cancel(cancel, attempt); }});
}

Outcome<Answer> handle(Store& store, const Context& context, const Reassign& reassign) {
    const Request request = reassign;
    const LoadScope scope{.stock = {}, .lines = {{reassign.order}, {reassign.order, reassign.line, reassign.to}}};
    return run(store, {.context = context, .request = request, .scope = scope,
                       .decide = [&](Attempt& attempt) { return decide_reassign(reassign, attempt); }});
}

}  // namespace backorder
