#include "domain/gates.hpp"

#include <algorithm>

namespace backorder {

namespace {

Units64 limit(const Threshold& threshold) {
    return threshold.mode == Threshold::Mode::unlimited ? most_units : threshold.units;
}

/// The first shut gate that is above all warehouses.
Gate shut_everywhere(const State& state, const std::string& variant) {
    if (!state.backorders_enabled) return Gate::marketplace;
    return state.variants.at(variant).backorders_allowed() ? Gate::open : Gate::variant;
}

/// The first shut gate that is not the threshold's.
Gate shut_switch(const State& state, const StockKey& key) {
    const Gate gate = shut_everywhere(state, key.variant);
    if (gate != Gate::open) return gate;
    return state.warehouses.at(key.warehouse).active ? Gate::open : Gate::warehouse;
}

}  // namespace

std::string_view name(Gate gate) {
    switch (gate) {
    case Gate::open: return "";
    case Gate::marketplace: return "marketplace";
    case Gate::variant: return "variant";
    case Gate::threshold: return "threshold";
    case Gate::warehouse: return "warehouse";
    }
    return "";
}

Gate shut_gate(const State& state, const StockKey& key, const StockRecord& record) {
    const Gate gate = shut_switch(state, key);
    if (gate == Gate::marketplace || gate == Gate::variant) return gate;
    if (limit(record.threshold()) <= record.counters.backordered) return Gate::threshold;
    return gate;
}

Gate shut_gate_without_record(const State& state, const std::string& variant) {
    const Gate gate = shut_everywhere(state, variant);
    return gate == Gate::open ? Gate::threshold : gate;
}

Sellable sellable(const State& state, const StockKey& key, const StockRecord& record) {
    Sellable found;
    found.available = record.counters.available();
    found.shut = shut_gate(state, key, record);
    if (found.shut != Gate::open) return found;
    found.room.unlimited = record.threshold().mode == Threshold::Mode::unlimited;
    found.room.units = limit(record.threshold()) - record.counters.backordered;
    return found;
}

Units64 units_over_limit(const State& state, const StockKey& key, const StockRecord& record) {
    const Units64 allowed = shut_switch(state, key) == Gate::open ? limit(record.threshold()) : 0;
    return std::max<Units64>(0, record.counters.backordered - allowed);
}

bool at_limit(const StockRecord& record) {
    return record.counters.backordered > 0 && record.counters.backordered >= limit(record.threshold());
}

std::vector<EventType> crossings(const StockRecord& before, const StockRecord& after) {
    const Counters& was = before.counters;
    const Counters& is = after.counters;
    std::vector<EventType> crossed;
    if (was.available() > 0 && is.available() == 0) crossed.push_back(EventType::stock_out);
    if (was.backordered == 0 && is.backordered > 0) crossed.push_back(EventType::backorder_entered);
    if (!at_limit(before) && at_limit(after)) crossed.push_back(EventType::backorder_limit_reached);
    if (at_limit(before) && !at_limit(after)) crossed.push_back(EventType::backorder_below_limit);
    if (was.available() == 0 && is.available() > 0) crossed.push_back(EventType::stock_back);
    return crossed;
}

}  // namespace backorder
