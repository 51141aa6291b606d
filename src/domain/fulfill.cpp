#include "domain/fulfill.hpp"

#include "domain/order_parts.hpp"
#include "domain/queue.hpp"
#include "domain/refusals.hpp"
#include "domain/words.hpp"

#include <algorithm>

namespace backorder {

namespace {

const Part* part_at(const State& state, const PartKey& key) {
    const auto found = state.parts.find(key);
    return found == state.parts.end() ? nullptr : &found->second;
}

Units64 waiting_units(const State& state, const std::string& order, const std::string& line) {
    Units64 waiting = 0;
    for (const PartEntry* part : parts_of(state, order, line)) waiting += part->second.waiting;
    return waiting;
}

Units64 free_units(const State& state, const StockKey& key) {
    const auto record = state.stock.find(key);
    return record == state.stock.end() ? 0 : record->second.counters.available();
}

std::optional<Refusal> unknown(const State& state, const std::string& order, const std::string& seller,
                               const ShipmentEntry& entry) {
    const auto parts = order_parts(state, order, seller, entry.line);
    if (parts.empty()) return no_such_line(order, entry.line);
    const auto warehouse = state.warehouses.find(entry.warehouse);
    if (warehouse == state.warehouses.end() || !warehouse->second.serves(parts.front()->second.seller))
        return Refusal{Status::not_found,
                       "There is no warehouse " + quoted(entry.warehouse) + " that serves line " + quoted(entry.line),
                       {{{"line", entry.line}, {"warehouse", entry.warehouse}}}};
    return std::nullopt;
}

/// What entries of one call take together; a later entry sees what an earlier one took.
class Taken {
public:
    explicit Taken(const State& state) : state_(state) {}

    /// What the entry could ship after the ones before it, which it then takes.
    Shipment take(const std::string& order, const ShipmentEntry& entry) {
        Shipment found = shipment(state_, order, entry.line, entry.warehouse);
        if (found.held) return found;
        const StockKey stock{parts_of(state_, order, entry.line).front()->second.variant, entry.warehouse};
        Units64& free = free_.try_emplace(stock, free_units(state_, stock)).first->second;
        Units64& waiting = waiting_.try_emplace(entry.line, found.waiting).first->second;
        found.shippable = std::min(free, waiting);
        const Units64 units = std::min(found.shippable, entry.quantity);
        free -= units;
        waiting -= units;
        return found;
    }

private:
    const State& state_;
    std::map<StockKey, Units64> free_;
    std::map<std::string, Units64> waiting_;
};

DetailRow row(const ShipmentEntry& entry, const Shipment& found) {
    return {{"line", entry.line},
            {"warehouse", entry.warehouse},
            {"asked", entry.quantity},
            {"shippable", found.shippable},
            {"waiting", found.waiting}};
}

void say(Refusal& refusal, const ShipmentEntry& entry, const Shipment& found) {
    refusal.message += " Line " + quoted(entry.line) + " at warehouse " + quoted(entry.warehouse) + ": asked " +
                       std::to_string(entry.quantity) + ", shippable " + std::to_string(found.shippable) +
                       ", waiting " + std::to_string(found.waiting) + ".";
    refusal.details.push_back(row(entry, found));
}

std::optional<Refusal> refused(const State& state, const std::string& order, const std::string& seller,
                               const std::vector<ShipmentEntry>& entries, bool strict) {
    if (order_parts(state, order, seller).empty()) return no_such_order(order);
    Refusal restock{Status::restock_first,
                    "Nothing shipped: units still wait at the same warehouse; receive them first, or fulfil"
                    " without strict."};
    Refusal too_much{Status::not_shippable, "Nothing shipped: more was asked than can ship now."};
    Refusals unknown_entries;
    Taken taken(state);
    for (const ShipmentEntry& entry : entries) {
        if (auto refusal = unknown(state, order, seller, entry)) {
            unknown_entries.add(*std::move(refusal));
            continue;
        }
        const Shipment found = taken.take(order, entry);
        if (strict && found.held && found.waiting > 0) say(restock, entry, found);
        if (entry.quantity > found.shippable) say(too_much, entry, found);
    }
    if (!unknown_entries.empty()) return unknown_entries.outcome();
    if (!restock.details.empty()) return restock;
    if (!too_much.details.empty()) return too_much;
    return std::nullopt;
}

void ship_allocated(DecisionBuilder& decision, const PartKey& key, Units64 units) {
    const StockKey stock{decision.state().parts.at(key).variant, key.warehouse};
    decision.move({.stock = stock, .part = key, .on_hand = -units, .allocated = -units, .shipped = units});
}

void release_waiting(DecisionBuilder& decision, const std::string& order, const std::string& line, Units64 units) {
    for (const PartEntry* part : last_tried_first(decision.state(), parts_of(decision.state(), order, line))) {
        const Units64 released = std::min(units, part->second.waiting);
        if (released == 0) continue;
        units -= released;
        decision.move({.stock = stock_of(*part), .part = part->first, .backordered = -released});
    }
}

/// Free units at a warehouse stand in for units of the line that wait elsewhere.
void ship_free(DecisionBuilder& decision, const PartKey& key, Units64 units) {
    release_waiting(decision, key.order, key.line, units);
    decision.open(key, parts_of(decision.state(), key.order, key.line).front()->second);
    const StockKey stock{decision.state().parts.at(key).variant, key.warehouse};
    decision.move({.stock = stock, .part = key, .on_hand = -units, .shipped = units});
}

std::vector<Fulfillment> by_warehouse(const std::string& order, const std::vector<ShipmentEntry>& entries,
                                      std::int64_t number) {
    std::vector<Fulfillment> made;
    for (const ShipmentEntry& entry : entries) {
        auto at = std::find_if(made.begin(), made.end(),
                               [&](const Fulfillment& one) { return one.warehouse == entry.warehouse; });
        if (at == made.end())
            at = made.insert(
                at, {.order = order, .number = number++, .warehouse = entry.warehouse, .lines = {}, .undone = {}});
        at->lines.push_back({entry.line, entry.quantity});
    }
    return made;
}

StockKey stock_of(const State& state, const Fulfillment& fulfillment, const FulfillmentLine& line) {
    return {state.parts.at({fulfillment.order, line.line, fulfillment.warehouse}).variant, fulfillment.warehouse};
}

std::optional<Refusal> beyond_64_bits(const State& state, const Fulfillment& fulfillment, Undone undone) {
    const auto counter = undone == Undone::written_off ? &Counters::backordered : &Counters::on_hand;
    std::map<StockKey, Units64> returning;
    for (const FulfillmentLine& line : fulfillment.lines) {
        Units64& units = returning[stock_of(state, fulfillment, line)];
        units = capped_sum(units, line.quantity);
    }
    for (const auto& [key, units] : returning)
        if (auto refusal = beyond_64_bits(state, key, counter, units)) return refusal;
    return std::nullopt;
}

std::optional<Refusal> not_undoable(const State& state, const Fulfillment& fulfillment, const std::string& seller) {
    for (const FulfillmentLine& line : fulfillment.lines)
        if (order_parts(state, fulfillment.order, seller, line.line).empty()) return no_such_order(fulfillment.order);
    if (!fulfillment.undone.empty())
        return Refusal{
            Status::already_cancelled,
            "Fulfilment " + std::to_string(fulfillment.number) + " of order " + quoted(fulfillment.order) +
                " is cancelled already (" + fulfillment.undone + ")",
            {{{"order", fulfillment.order}, {"fulfillment", fulfillment.number}, {"state", fulfillment.undone}}}};
    return std::nullopt;
}

/// Lost units are owed again: free ones stand in, the rest waits, over the limit if need be.
void owe_again(DecisionBuilder& decision, const StockKey& stock, const PartKey& part, Units64 units) {
    const Units64 free = std::min(units, decision.record(stock).counters.available());
    decision.move({.stock = stock, .part = part, .allocated = free, .backordered = units - free, .shipped = -units});
}

void put_back(DecisionBuilder& decision, const PartKey& part, Units64 units, Undone undone) {
    const StockKey stock{decision.state().parts.at(part).variant, part.warehouse};
    switch (undone) {
    case Undone::to_line:
        return decision.move({.stock = stock, .part = part, .on_hand = units, .allocated = units, .shipped = -units});
    case Undone::to_stock:
        decision.move({.stock = stock, .part = part, .on_hand = units, .shipped = -units, .cancelled = units});
        return serve_queue(decision, stock);
    case Undone::written_off: return owe_again(decision, stock, part, units);
    }
}

}  // namespace

Shipment shipment(const State& state, const std::string& order, const std::string& line, const std::string& warehouse) {
    const Part* part = part_at(state, {order, line, warehouse});
    if (part != nullptr && part->open() > 0) return {part->allocated, part->waiting, true};
    const Units64 waiting = waiting_units(state, order, line);
    const StockKey stock{parts_of(state, order, line).front()->second.variant, warehouse};
    return {std::min(free_units(state, stock), waiting), waiting, false};
}

Outcome<Decision> fulfill(State& state, const std::string& order, const std::string& seller,
                          const std::vector<ShipmentEntry>& entries, bool strict, std::int64_t first_number) {
    if (auto refusal = refused(state, order, seller, entries, strict)) return *refusal;

    DecisionBuilder decision(state);
    for (const ShipmentEntry& entry : entries) {
        const PartKey key{order, entry.line, entry.warehouse};
        if (shipment(state, order, entry.line, entry.warehouse).held)
            ship_allocated(decision, key, entry.quantity);
        else
            ship_free(decision, key, entry.quantity);
    }
    for (Fulfillment& made : by_warehouse(order, entries, first_number)) decision.add(std::move(made));
    return decision.take();
}

Outcome<Decision> undo(State& state, const Fulfillment& fulfillment, const std::string& seller, Undone undone) {
    if (auto refusal = not_undoable(state, fulfillment, seller)) return *refusal;
    if (auto refusal = beyond_64_bits(state, fulfillment, undone)) return *refusal;

    DecisionBuilder decision(state);
    for (const FulfillmentLine& line : fulfillment.lines)
        put_back(decision, {fulfillment.order, line.line, fulfillment.warehouse}, line.quantity, undone);
    return decision.take();
}

}  // namespace backorder
