#include "invariants.hpp"

#include <map>
#include <tuple>

namespace scenario {

using namespace backorder;

namespace {

std::string words(const StockKey& key) { return key.variant + "@" + key.warehouse; }
std::string words(const PartKey& key) { return key.order + "." + key.line + "@" + key.warehouse; }

std::map<StockKey, std::pair<Units64, Units64>> open_units(const State& state) {
    std::map<StockKey, std::pair<Units64, Units64>> open;
    for (const auto& [key, part] : state.parts) {
        auto& [allocated, waiting] = open[{part.variant, key.warehouse}];
        allocated = capped_sum(allocated, part.allocated);
        waiting = capped_sum(waiting, part.waiting);
    }
    return open;
}

std::map<std::pair<std::string, std::string>, Units64> line_quantities(const State& state) {
    std::map<std::pair<std::string, std::string>, Units64> quantities;
    for (const auto& [key, part] : state.parts) quantities[{key.order, key.line}] += part.quantity();
    return quantities;
}

auto queue_rank(const PartKey& key, const Part& part) {
    return std::tuple(-part.priority, part.age, part.line_number, key.order, key.line);
}

bool same(const Part& left, const Part& right) {
    return left.allocated == right.allocated && left.waiting == right.waiting && left.shipped == right.shipped &&
           left.cancelled == right.cancelled;
}

/// The state before with the movements carried out by plain addition.
State replayed(State state, const State& after, const Decision& decision) {
    for (const Movement& movement : decision.movements) {
        Counters& counters = state.stock.at(movement.stock).counters;
        counters.on_hand += movement.on_hand;
        counters.allocated += movement.allocated;
        counters.backordered += movement.backordered;
        if (!movement.part) continue;
        Part& part = state.parts[*movement.part];
        part.variant = after.parts.at(*movement.part).variant;
        part.allocated += movement.allocated;
        part.waiting += movement.backordered;
        part.shipped += movement.shipped;
        part.cancelled += movement.cancelled;
    }
    return state;
}

}  // namespace

Faults broken(const State& state) {
    Faults faults;
    auto open = open_units(state);
    for (const auto& [key, record] : state.stock) {
        const Counters& is = record.counters;
        if (is.on_hand < 0 || is.allocated < 0 || is.backordered < 0)
            faults.push_back(words(key) + ": a counter is negative");
        if (is.allocated > is.on_hand) faults.push_back(words(key) + ": more is allocated than there is");
        if (is.on_hand > is.allocated && is.backordered > 0)
            faults.push_back(words(key) + ": units lie free while someone waits");
        if (open[key] != std::pair(is.allocated, is.backordered))
            faults.push_back(words(key) + ": the open parts do not add up to the counters");
    }
    for (const auto& [key, part] : state.parts) {
        if (part.allocated < 0 || part.waiting < 0 || part.shipped < 0 || part.cancelled < 0)
            faults.push_back(words(key) + ": a part is negative");
        if (!state.stock.contains({part.variant, key.warehouse}))
            faults.push_back(words(key) + ": a part without a stock record");
    }
    return faults;
}

Faults unexplained(const State& before, const State& after, const Decision& decision) {
    Faults faults;
    State moved = replayed(before, after, decision);
    for (const auto& [key, record] : after.stock)
        if (!(record.counters == moved.stock.at(key).counters))
            faults.push_back(words(key) + ": the movements do not add up to the change");
    for (const auto& [key, part] : after.parts)
        if (!same(part, moved.parts[key]))
            faults.push_back(words(key) + ": the movements do not add up to the part's change");
    const auto quantities = line_quantities(after);
    for (const auto& [line, quantity] : line_quantities(before))
        if (!quantities.contains(line) || quantities.at(line) != quantity)
            faults.push_back(line.first + "." + line.second + ": the line's quantity changed");
    return faults;
}

Faults overtaken(const State& after, const Decision& decision) {
    Faults faults;
    for (const Movement& movement : decision.movements) {
        if (movement.covered == 0) continue;
        const auto covered = queue_rank(*movement.part, after.parts.at(*movement.part));
        for (const auto& [key, part] : after.parts)
            if (part.waiting > 0 && StockKey{part.variant, key.warehouse} == movement.stock &&
                queue_rank(key, part) < covered)
                faults.push_back(words(key) + " still waits, " + words(*movement.part) + " was covered");
    }
    return faults;
}

}  // namespace scenario
