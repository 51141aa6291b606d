#include "rules.hpp"

#include <algorithm>

namespace fuzz {

using namespace backorder;

namespace {

/// A sum of units modulo 2^64: differences of such sums are exact where the domain keeps to 64 bits.
using Sum = std::uint64_t;

Sum on_hand(const State& state) {
    Sum sum = 0;
    for (const auto& [key, record] : state.stock) sum += static_cast<Sum>(record.counters.on_hand);
    return sum;
}

Sum parts_sum(const State& state, Units64 Part::*units) {
    Sum sum = 0;
    for (const auto& [key, part] : state.parts) sum += static_cast<Sum>(part.*units);
    return sum;
}

/// What that verb must bring in; lost units wait again or take free ones, so that nothing comes back of them.
Sum expected(const State& before, const Carried& carried, const State& after) {
    const Sum shipped = parts_sum(after, &Part::shipped) - parts_sum(before, &Part::shipped);
    if (carried.verb == "receive") return static_cast<Sum>(carried.units);
    return carried.undone == Undone::written_off ? 0 : -shipped;
}

Faults conserved(const State& before, const Carried& carried, const State& after) {
    if (carried.verb == "count" || on_hand(after) - on_hand(before) == expected(before, carried, after)) return {};
    return {"units appeared or went"};
}

Faults counted(const Carried& carried, const State& after) {
    const auto& moved = carried.outcome->before;
    if (carried.verb == "count" && moved.size() == 1 &&
        after.stock.at(moved.begin()->first).counters.on_hand != carried.units)
        return {"another number than was counted"};
    return {};
}

bool gates_open(const State& state, const StockKey& key) {
    const Variant& variant = state.variants.at(key.variant);
    const bool allowed =
        variant.own == Policy::allow || (variant.own == Policy::inherit && variant.of_product == Policy::allow);
    return state.backorders_enabled && allowed && state.warehouses.at(key.warehouse).active;
}

/// How many units may wait at a record.
Units64 limit(const State& state, const StockKey& key, const StockRecord& record) {
    const Threshold& threshold = record.own.mode == Threshold::Mode::inherit ? record.of_product : record.own;
    return !gates_open(state, key) ? 0 : threshold.mode == Threshold::Mode::unlimited ? most_units : threshold.units;
}

Faults within_room(const State& before, const Carried& carried, const State& after) {
    Faults faults;
    for (const auto& [key, record] :
         carried.verb == "place" || carried.verb == "reassign" ? before.stock : decltype(before.stock){}) {
        const Units64 waiting = after.stock.at(key).counters.backordered;
        if (waiting > record.counters.backordered && waiting > limit(before, key, record))
            faults.push_back("more waits than the gates allow at " + key.warehouse);
    }
    return faults;
}

/// Wholly there, where it may be, and nothing waits that declined to.
Faults placed(const State& before, const Demand& demand, const State& after) {
    Faults faults;
    for (const DemandLine& line : demand.lines) {
        Units64 found = 0;
        for (const PartEntry* part : parts_of(after, demand.order, line.line)) {
            found += part->second.quantity();
            if (!before.warehouses.at(part->first.warehouse).serves(part->second.seller))
                faults.push_back("a warehouse of another seller serves");
            if (!line.warehouse.empty() && part->first.warehouse != line.warehouse)
                faults.push_back("a pinned line is served elsewhere");
            if (line.decline_backorder && part->second.waiting > 0) faults.push_back("a line waits that declined to");
        }
        if (found != line.quantity) faults.push_back("a line is not placed whole");
    }
    return faults;
}

/// An order of one line that may go anywhere is placed if and only if there is as much to sell.
Faults judged(const State& before, const Carried& carried) {
    const Demand& demand = *carried.demand;
    const DemandLine& line = demand.lines.front();
    if (demand.lines.size() > 1 || !line.warehouse.empty()) return {};
    Units64 offered = 0;
    for (const auto& [key, record] : before.stock)
        if (key.variant == line.variant &&
            before.warehouses.at(key.warehouse).serves(before.variants.at(line.variant).seller)) {
            const Units64 room = line.decline_backorder ? 0 : limit(before, key, record) - record.counters.backordered;
            offered = capped_sum(offered, record.counters.on_hand - record.counters.allocated);
            offered = capped_sum(offered, std::max<Units64>(0, room));
        }
    return (line.quantity <= offered) == carried.outcome.has_value() ? Faults{}
                                                                     : Faults{"an order is placed or refused wrongly"};
}

auto counters_of(const State& state) {
    std::vector<Units64> counters;
    for (const auto& [key, record] : state.stock)
        counters.insert(counters.end(),
                        {record.counters.on_hand, record.counters.allocated, record.counters.backordered});
    for (const auto& [key, part] : state.parts)
        counters.insert(counters.end(), {part.allocated, part.waiting, part.shipped, part.cancelled});
    return counters;
}

void append(Faults& faults, const Faults& more) { faults.insert(faults.end(), more.begin(), more.end()); }

}  // namespace

Faults broken_rules(const State& before, const Carried& carried, const State& after) {
    Faults faults = scenario::broken(after);
    if (carried.demand) append(faults, judged(before, carried));
    if (!carried.outcome) {
        if (counters_of(before) != counters_of(after)) faults.push_back("a refusal changed something");
        return faults;
    }
    append(faults, scenario::unexplained(before, after, *carried.outcome));
    append(faults, scenario::overtaken(after, *carried.outcome));
    append(faults, conserved(before, carried, after));
    append(faults, counted(carried, after));
    append(faults, within_room(before, carried, after));
    if (carried.demand) append(faults, placed(before, *carried.demand, after));
    return faults;
}

}  // namespace fuzz
