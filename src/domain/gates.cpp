#include "domain/gates.hpp"

#include <algorithm>

namespace backorder {

namespace {

Units64 limit(const Threshold& threshold) {
    return threshold.mode == Threshold::Mode::unlimited ? most_units : threshold.units;
}

/// The first shut gate that is not the threshold's.
Gate shut_switch(const State& state, const StockKey& key) {
    if (!state.backorders_enabled) return Gate::marketplace;
    if (!state.variants.at(key.variant).backorders_allowed()) return Gate::variant;
    if (!state.warehouses.at(key.warehouse).active) return Gate::warehouse;
    return Gate::open;
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

}  // namespace backorder
