#include "domain/reassign.hpp"

#include "domain/gates.hpp"
#include "domain/order_parts.hpp"
#include "domain/words.hpp"

#include <algorithm>

namespace backorder {

namespace {

std::optional<Refusal> refused(const State& state, const Move& move, const std::string& seller) {
    const auto parts = order_parts(state, move.order, seller, move.line);
    if (parts.empty()) return no_such_line(move.order, move.line);
    const Part& line = parts.front()->second;
    const auto target = state.warehouses.find(move.to);
    if (target == state.warehouses.end() || !target->second.serves(line.seller))
        return Refusal{Status::not_found,
                       "There is no warehouse " + quoted(move.to) + " that serves line " + quoted(move.line),
                       {{{"line", move.line}, {"warehouse", move.to}}}};
    const auto from = state.parts.find({move.order, move.line, move.from});
    const Units64 waiting = from == state.parts.end() ? 0 : from->second.waiting;
    if (waiting >= move.quantity) return std::nullopt;
    return Refusal{Status::not_available,
                   "Line " + quoted(move.line) + " of order " + quoted(move.order) + ": asked to move " +
                       std::to_string(move.quantity) + ", waiting at warehouse " + quoted(move.from) + " are " +
                       std::to_string(waiting),
                   {{{"line", move.line}, {"warehouse", move.from}, {"asked", move.quantity}, {"waiting", waiting}}}};
}

Refusal no_room(const Move& move, const StockKey& target, const Sellable& offer) {
    const Gate gate = offer.shut == Gate::open ? Gate::threshold : offer.shut;
    return {Status::gate_shut,
            "Asked to move " + std::to_string(move.quantity) + " units; " + words(target) + " has " +
                std::to_string(offer.available) + " free and lets " + std::to_string(offer.room.units) +
                " more wait (gate: " + std::string(name(gate)) + ")",
            {{{"line", move.line},
              {"warehouse", move.to},
              {"asked", move.quantity},
              {"available", offer.available},
              {"backorder_room", offer.room.units},
              {"gate", std::string(name(gate))}}}};
}

}  // namespace

Outcome<Decision> reassign(State& state, const Move& move, const std::string& seller) {
    if (auto refusal = refused(state, move, seller)) return *refusal;
    const PartKey from{move.order, move.line, move.from};
    const PartKey to{move.order, move.line, move.to};
    const Part& waiting = state.parts.at(from);
    const StockKey source{waiting.variant, move.from};
    const StockKey target{waiting.variant, move.to};
    const Sellable offer = sellable(state, target, state.stock.at(target));
    const Units64 now = std::min(move.quantity, offer.available);
    if (move.quantity - now > offer.room.units) return no_room(move, target, offer);

    DecisionBuilder decision(state);
    decision.open(to, waiting);
    decision.move({.stock = source, .part = from, .backordered = -move.quantity});
    decision.move({.stock = target, .part = to, .allocated = now, .backordered = move.quantity - now, .covered = now});
    return decision.take();
}

}  // namespace backorder
