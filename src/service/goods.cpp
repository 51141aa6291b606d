#include "domain/goods.hpp"

#include "service/handlers.hpp"
#include "service/item_outcome.hpp"
#include "service/mutation.hpp"
#include "service/promise_tables.hpp"
#include "service/scope.hpp"

namespace backorder {

namespace {

/// How one verb's items are read and decided; `to` is where goods arrive, and empty for a pure count down.
struct Goods {
    StockKey at;
    std::string to_warehouse;  ///< of a transfer, else empty
    Units64 quantity = 0;

    StockKey target() const { return to_warehouse.empty() ? at : StockKey{at.variant, to_warehouse}; }
};

Goods goods(const ReceiveItem& item) { return {{item.variant, item.warehouse}, {}, item.quantity}; }
Goods goods(const CountItem& item) { return {{item.variant, item.warehouse}, {}, item.on_hand}; }
Goods goods(const TransferItem& item) { return {{item.variant, item.from}, item.to, item.quantity}; }

Outcome<Decision> decide(const ReceiveItem&, State& state, const Goods& goods) { return receive(state, goods.at, goods.quantity); }
Outcome<Decision> decide(const CountItem&, State& state, const Goods& goods) { return count(state, goods.at, goods.quantity); }
Outcome<Decision> decide(const TransferItem&, State& state, const Goods& goods) {
    return transfer(state, goods.at, goods.target(), goods.quantity);
}

/// Promises that may lose their goods: only a count can take them.
Units64 losing(const CountItem& item, const Counters& counters) { return counters.allocated - item.on_hand; }
template <class Item>
Units64 losing(const Item&, const Counters&) {
    return 0;
}

template <class Verb>
LoadScope scope(const Verb& verb) {
    LoadScope scope;
    for (const auto& item : verb.items) {
        const Goods moved = goods(item);
        scope.stock.push_back(moved.at);
        if (!moved.to_warehouse.empty()) scope.stock.push_back(moved.target());
    }
    return scope;
}

template <class Verb>
class GoodsVerb {
public:
    GoodsVerb(const Verb& verb, Attempt& attempt) : verb_(verb), attempt_(attempt) {}

    Outcome<Effects> run() {
        for (const auto& item : verb_.items) open_stock(goods(item));
        load_promises();
        std::size_t done = 0;
        for (std::size_t i = 0; i < verb_.items.size(); ++i) done += carry_out(i) ? 1 : 0;
        effects_.applied = done > 0;
        return std::move(effects_);
    }

private:
    std::optional<Refusal> refused(const Goods& moved) const {
        if (auto refusal = out_of_scope(attempt_.context, attempt_.state, moved.at)) return refusal;
        return out_of_scope(attempt_.context, attempt_.state, moved.target());
    }

    void open_stock(const Goods& moved) {
        if (refused(moved)) return;
        attempt_.open_stock(moved.at);
        attempt_.open_stock(moved.target());
    }

    void load_promises() {
        std::vector<StockUnits> arriving;
        std::vector<StockUnits> leaving;
        for (const auto& item : verb_.items) {
            const Goods moved = goods(item);
            const auto record = attempt_.state.stock.find(moved.target());
            if (record == attempt_.state.stock.end()) continue;
            const Counters& counters = record->second.counters;
            if (counters.backordered > 0) arriving.push_back({moved.target(), std::min(moved.quantity, counters.backordered)});
            if (losing(item, counters) > 0) leaving.push_back({moved.at, losing(item, counters)});
        }
        const std::string& marketplace = attempt_.context.marketplace;
        if (!arriving.empty()) attempt_.work.load_parts(marketplace, {}, {.units = std::move(arriving)}, attempt_.state);
        if (!leaving.empty()) attempt_.work.load_promises(marketplace, leaving, attempt_.state);
    }

    bool carry_out(std::size_t index) {
        const auto& item = verb_.items[index];
        const Goods moved = goods(item);
        std::optional<Refusal> refusal = refused(moved);
        if (refusal) return answer(index, moved, std::move(refusal), {});
        Outcome<Decision> decision = decide(item, attempt_.state, moved);
        if (!decision) return answer(index, moved, decision.error(), {});
        return answer(index, moved, std::nullopt, std::move(*decision));
    }

    bool answer(std::size_t index, const Goods& moved, std::optional<Refusal> refusal, Decision decision) {
        const ItemOutcome outcome(index, refusal);
        const auto record = attempt_.state.stock.find(moved.target());
        const bool shown = outcome.done() || (record != attempt_.state.stock.end() && !refused(moved));
        const Counters counters = shown ? record->second.counters : Counters{};
        effects_.answer.table(tables::moves)
            .add({outcome.item, outcome.status, outcome.message, outcome.details, moved.at.variant, moved.at.warehouse, moved.to_warehouse, moved.quantity,
                  counters.on_hand, counters.allocated, counters.backordered, counters.available()});
        add_covered(effects_.answer, index, decision, attempt_.state);
        add_fallen_back(effects_.answer, index, decision, attempt_.state);
        append(effects_.decision, std::move(decision));
        return outcome.done();
    }

    const Verb& verb_;
    Attempt& attempt_;
    Effects effects_;
};

template <class Verb>
Outcome<Answer> run_goods(Store& store, const Context& context, const Verb& verb) {
    const Request request = verb;
    return run(store, {.context = context, .request = request, .scope = scope(verb),
                       .decide = [&](Attempt& attempt) { return GoodsVerb<Verb>(verb, attempt).run(); }});
}

}  // namespace

Outcome<Answer> handle(Store& store, const Context& context, const Receive& receive) { return run_goods(store, context, receive); }
Outcome<Answer> handle(Store& store, const Context& context, const Count& count) { return run_goods(store, context, count); }
Outcome<Answer> handle(Store& store, const Context& context, const Transfer& transfer) { return run_goods(store, context, transfer); }

}  // namespace backorder
