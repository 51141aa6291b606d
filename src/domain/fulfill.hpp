#pragma once
// Shipping, the preview of it, and undoing it.

#include "domain/decision.hpp"

namespace backorder {

struct ShipmentEntry {
    std::string line;
    std::string warehouse;
    Units64 quantity = 0;
};

enum class Undone : std::uint8_t { to_line, to_stock, written_off };

/// What one (line, warehouse) could ship. `held`: the line has open units there; else free units may stand in for units
/// that wait elsewhere.
struct Shipment {
    Units64 shippable = 0;
    Units64 waiting = 0;
    bool held = false;
};

/// The state holds the line's parts, and the stock record at that warehouse if there is one.
Shipment shipment(const State& state, const std::string& order, const std::string& line, const std::string& warehouse);

/// One fulfilment per warehouse, numbered from `first_number`. `strict` refuses entries whose units still wait there.
Outcome<Decision> fulfill(State& state, const std::string& order, const std::string& seller,
                          const std::vector<ShipmentEntry>& entries, bool strict, std::int64_t first_number);

/// Undoes a fulfilment; stock or limits never prevent it.
Outcome<Decision> undo(State& state, const Fulfillment& fulfillment, const std::string& seller, Undone undone);

}  // namespace backorder
