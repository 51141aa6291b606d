#include "service/answer/promise_tables.hpp"

#include "domain/gates.hpp"
#include "domain/order_parts.hpp"

#include <algorithm>

namespace backorder {

void add_covered(Answer& answer, std::size_t item, const Decision& decision, const State& state) {
    Table& table = answer.table(tables::covered);
    for (const Movement& movement : decision.movements)
        if (movement.covered > 0)
            table.add({static_cast<std::int64_t>(item), movement.part->order, movement.part->line, movement.stock.variant,
                       movement.stock.warehouse, movement.covered, is_ready(state, *movement.part)});
}

void add_fallen_back(Answer& answer, std::size_t item, const Decision& decision, const State& state) {
    Table& table = answer.table(tables::fallen_back);
    for (const Movement& movement : decision.movements)
        if (movement.falls_back())
            table.add({static_cast<std::int64_t>(item), movement.part->order, movement.part->line, movement.stock.variant,
                       movement.stock.warehouse, movement.backordered,
                       units_over_limit(state, movement.stock, state.stock.at(movement.stock))});
}

void append(Decision& decision, Decision more) {
    std::move(more.movements.begin(), more.movements.end(), std::back_inserter(decision.movements));
    std::move(more.fulfillments.begin(), more.fulfillments.end(), std::back_inserter(decision.fulfillments));
    decision.before.merge(more.before);
}

}  // namespace backorder
