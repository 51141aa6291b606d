#include "domain/fulfill.hpp"
#include "domain/order_parts.hpp"
#include "service/answer/order_tables.hpp"
#include "service/request/operations.hpp"
#include "service/verbs/mutation.hpp"
#include "service/verbs/question.hpp"

namespace backorder {

namespace {

std::string_view reason(const Shipment& found, const Part& part) {
    if (found.held && found.waiting > 0)
        return found.shippable > 0 ? "part still waits for goods here" : "waits for goods here";
    if (found.held) return "";
    return part.open() == 0 && found.shippable > 0 ? "free units here can stand in for units that wait elsewhere" : "";
}

/// A line's own parts, and warehouses whose free units could stand in for what it waits for.
void add_shippable(Table& table, const State& state, const std::string& order, const PartEntry& entry,
                   const std::string& warehouse) {
    const Shipment found = shipment(state, order, entry.first.line, warehouse);
    if (!found.held && found.shippable == 0) return;
    const Units64 free = state.stock.at({entry.second.variant, warehouse}).counters.available();
    const bool strict = !(found.held && found.waiting > 0) && found.shippable > 0;
    const auto own = state.parts.find({order, entry.first.line, warehouse});
    table.add({entry.first.line, entry.second.variant, warehouse, found.shippable, found.held ? found.waiting : 0,
               strict, free, reason(found, own == state.parts.end() ? Part{} : own->second)});
}

void add_line(Table& table, const State& state, const std::string& order, const PartEntry& line) {
    for (auto at = state.stock.lower_bound({line.second.variant, {}});
         at != state.stock.end() && at->first.variant == line.second.variant; ++at)
        if (state.warehouses.at(at->first.warehouse).serves(line.second.seller))
            add_shippable(table, state, order, line, at->first.warehouse);
}

}  // namespace

Outcome<Answer> Operation<Shippable>::handle(Store& store, const Context& context, const Shippable& query) {
    return ask(
        store, context,
        [&](Work& work) -> Outcome<Answer> {
            State own;
            work.load_orders(context.marketplace, {query.order}, own);
            const auto parts = order_parts(own, query.order.value, context.seller);
            if (parts.empty()) return no_such_order(query.order);
            std::vector<std::string> variants;
            variants.reserve(parts.size());
            for (const PartEntry* part : parts) variants.push_back(part->second.variant);
            State state = work.stock(context.marketplace, variants, {});
            state.parts = own.parts;
            Answer answer;
            add_order(answer, context, state, query.order, placed_at(work, context, query.order));
            Table& table = answer.table(tables::shippable);
            for (std::size_t i = 0; i < parts.size(); ++i)
                if (i == 0 || parts[i]->first.line != parts[i - 1]->first.line)
                    add_line(table, state, query.order, *parts[i]);
            return answer;
        });
}

}  // namespace backorder
