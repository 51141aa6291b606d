#include "domain/goods.hpp"

#include "domain/queue.hpp"
#include "domain/refusals.hpp"
#include "domain/words.hpp"

#include <algorithm>

namespace backorder {

Outcome<Decision> receive(State& state, const StockKey& key, Units64 quantity) {
    if (auto refusal = beyond_64_bits(state, key, &Counters::on_hand, quantity)) return *refusal;

    DecisionBuilder decision(state);
    decision.move({.stock = key, .on_hand = quantity});
    serve_queue(decision, key);
    return decision.take();
}

Outcome<Decision> count(State& state, const StockKey& key, Units64 on_hand) {
    const Counters before = state.stock.at(key).counters;
    const Units64 lost = std::max<Units64>(0, before.allocated - on_hand);
    if (auto refusal = beyond_64_bits(state, key, &Counters::backordered, lost)) return *refusal;

    DecisionBuilder decision(state);
    if (lost > 0) fall_back(decision, key, lost);
    if (on_hand != before.on_hand) decision.move({.stock = key, .on_hand = on_hand - before.on_hand});
    serve_queue(decision, key);
    return decision.take();
}

Outcome<Decision> transfer(State& state, const StockKey& from, const StockKey& to, Units64 quantity) {
    const Units64 available = state.stock.at(from).counters.available();
    if (quantity > available)
        return Refusal{Status::not_available,
                       "Only " + std::to_string(available) + " of " + std::to_string(quantity) + " units of " +
                           words(from) + " are free to move; the others are promised to orders",
                       {{{"variant", from.variant},
                         {"warehouse", from.warehouse},
                         {"asked", quantity},
                         {"available", available}}}};
    if (auto refusal = beyond_64_bits(state, to, &Counters::on_hand, quantity)) return *refusal;

    DecisionBuilder decision(state);
    decision.move({.stock = from, .on_hand = -quantity});
    decision.move({.stock = to, .on_hand = quantity});
    serve_queue(decision, to);
    return decision.take();
}

}  // namespace backorder
