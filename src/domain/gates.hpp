#pragma once
// May a unit be backordered at a stock record, and how many?

#include "domain/event_types.hpp"
#include "domain/state.hpp"

namespace backorder {

enum class Gate : std::uint8_t { open, marketplace, variant, threshold, warehouse };

std::string_view name(Gate gate);

struct Room {
    Units64 units = 0;
    bool unlimited = false;
};

/// What a stock record can sell now and later. Warehouses of other sellers sell nothing of a variant.
struct Sellable {
    Units64 available = 0;
    Room room;
    Gate shut = Gate::open;
};

/// The first shut gate in their order, or Gate::open.
Gate shut_gate(const State& state, const StockKey& key, const StockRecord& record);

/// The first shut gate of a variant that is stocked nowhere, or not where it is asked for: no threshold allows any
/// there.
Gate shut_gate_without_record(const State& state, const std::string& variant);

Sellable sellable(const State& state, const StockKey& key, const StockRecord& record);

/// Backordered units above what the gates and the threshold now allow. They stay promised.
Units64 units_over_limit(const State& state, const StockKey& key, const StockRecord& record);

/// Backordered up to its limit or beyond it.
bool at_limit(const StockRecord& record);

/// The event types a stock record's change can cause, in the order they are reported.
std::vector<EventType> crossings(const StockRecord& before, const StockRecord& after);

}  // namespace backorder
