#include "domain/goods.hpp"

#include "domain/queue.hpp"
#include "domain/words.hpp"

namespace backorder {

namespace {

std::optional<Refusal> beyond_64_bits(const State& state, const StockKey& key, Units64 quantity) {
    const Units64 on_hand = state.stock.at(key).counters.on_hand;
    if (checked_sum(on_hand, quantity)) return std::nullopt;
    return Refusal{Status::overflow, "On hand of " + words(key) + " would pass 2^63 - 1; receive less",
                   {{{"variant", key.variant}, {"warehouse", key.warehouse}, {"asked", quantity}, {"on_hand", on_hand}}}};
}

}  // namespace

Outcome<Decision> receive(State& state, const StockKey& key, Units64 quantity) {
    if (auto refusal = beyond_64_bits(state, key, quantity)) return *refusal;

    Draft draft(state);
    draft.move({.stock = key, .on_hand = quantity});
    serve_queue(draft, key);
    return draft.take();
}

Outcome<Decision> count(State& state, const StockKey& key, Units64 on_hand) {
    Draft draft(state);
    const Counters before = draft.record(key).counters;
    if (on_hand < before.allocated) fall_back(draft, key, before.allocated - on_hand);
    if (on_hand != before.on_hand) draft.move({.stock = key, .on_hand = on_hand - before.on_hand});
    serve_queue(draft, key);
    return draft.take();
}

Outcome<Decision> transfer(State& state, const StockKey& from, const StockKey& to, Units64 quantity) {
    const Units64 available = state.stock.at(from).counters.available();
    if (quantity > available)
        return Refusal{Status::not_available,
                       "Only " + std::to_string(available) + " of " + std::to_string(quantity) + " units of " + words(from) +
                           " are free to move; the others are promised to orders",
                       {{{"variant", from.variant}, {"warehouse", from.warehouse}, {"asked", quantity}, {"available", available}}}};
    if (auto refusal = beyond_64_bits(state, to, quantity)) return *refusal;

    Draft draft(state);
    draft.move({.stock = from, .on_hand = -quantity});
    draft.move({.stock = to, .on_hand = quantity});
    serve_queue(draft, to);
    return draft.take();
}

}  // namespace backorder
