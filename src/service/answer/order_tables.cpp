#include "service/answer/order_tables.hpp"

#include "domain/gates.hpp"
#include "domain/order_parts.hpp"

#include <algorithm>

namespace backorder {

namespace {

void add_part(Table& table, const PartEntry& entry) {
    const auto& [key, part] = entry;
    table.add({key.line, part.variant, key.warehouse, part.quantity(), part.allocated, part.waiting, part.shipped,
               part.cancelled});
}

Part sum(const std::vector<const PartEntry*>& parts, std::size_t from, std::size_t to) {
    Part total = parts[from]->second;
    for (std::size_t i = from + 1; i < to; ++i) {
        total.allocated += parts[i]->second.allocated;
        total.waiting += parts[i]->second.waiting;
        total.shipped += parts[i]->second.shipped;
        total.cancelled += parts[i]->second.cancelled;
    }
    return total;
}

/// In the order's own line order.
std::vector<const PartEntry*> in_line_order(std::vector<const PartEntry*> parts) {
    std::stable_sort(parts.begin(), parts.end(), [](const PartEntry* left, const PartEntry* right) {
        return left->second.line_number < right->second.line_number;
    });
    return parts;
}

void add_lines(Table& table, const std::vector<const PartEntry*>& parts) {
    for (std::size_t from = 0; from < parts.size();) {
        std::size_t to = from;
        while (to < parts.size() && parts[to]->first.line == parts[from]->first.line) ++to;
        const Part line = sum(parts, from, to);
        table.add({parts[from]->first.line, line.variant, line.quantity(), line.allocated, line.waiting, line.shipped,
                   line.cancelled});
        from = to;
    }
}

}  // namespace

std::string_view order_state(const std::vector<const PartEntry*>& parts) {
    bool open = false;
    bool shipped = false;
    for (const PartEntry* part : parts) {
        open = open || part->second.open() > 0;
        shipped = shipped || part->second.shipped > 0;
    }
    if (!shipped) return open ? "unfulfilled" : "cancelled";
    return open ? "partially_fulfilled" : "fulfilled";
}

void add_order(Answer& answer, const Context& context, const State& state, const std::string& order,
               const std::string& placed_at) {
    const auto parts = in_line_order(order_parts(state, order, context.seller));
    const std::int64_t priority = parts.empty() ? 0 : parts.front()->second.priority;
    answer.table(tables::order).add({order, order_state(parts), priority, placed_at});
    add_lines(answer.table(tables::lines), parts);
    Table& table = answer.table(tables::parts);
    for (const PartEntry* part : parts)
        if (part->second.quantity() > 0) add_part(table, *part);
}

void add_fulfillment(Answer& answer, const Context& context, const State& state, const Fulfillment& fulfillment,
                     const std::string& created_at) {
    Table& table = answer.table(tables::fulfillments);
    for (const FulfillmentLine& line : fulfillment.lines) {
        const auto parts = order_parts(state, fulfillment.order, context.seller, line.line);
        if (parts.empty()) continue;
        table.add({fulfillment.number, fulfillment.warehouse, line.line, parts.front()->second.variant, line.quantity,
                   fulfillment.undone.empty() ? std::string_view("created") : std::string_view(fulfillment.undone),
                   created_at});
    }
}

void add_covered(Answer& answer, std::size_t item, const Decision& decision, const State& state) {
    Table& table = answer.table(tables::covered);
    for (const Movement& movement : decision.movements)
        if (movement.covered > 0)
            table.add({static_cast<std::int64_t>(item), movement.part->order, movement.part->line,
                       movement.stock.variant, movement.stock.warehouse, movement.covered,
                       is_ready(state, *movement.part)});
}

void add_fallen_back(Answer& answer, std::size_t item, const Decision& decision, const State& state) {
    Table& table = answer.table(tables::fallen_back);
    for (const Movement& movement : decision.movements)
        if (movement.falls_back())
            table.add({static_cast<std::int64_t>(item), movement.part->order, movement.part->line,
                       movement.stock.variant, movement.stock.warehouse, movement.backordered,
                       units_over_limit(state, movement.stock, state.stock.at(movement.stock))});
}

void append(Decision& decision, Decision more) {
    std::move(more.movements.begin(), more.movements.end(), std::back_inserter(decision.movements));
    std::move(more.fulfillments.begin(), more.fulfillments.end(), std::back_inserter(decision.fulfillments));
    decision.before.merge(more.before);
}

}  // namespace backorder
