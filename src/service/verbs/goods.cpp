#include "domain/goods.hpp"

#include "service/answer/order_tables.hpp"
#include "service/answer/refused_items.hpp"
#include "service/request/operations.hpp"
#include "service/request/scope.hpp"
#include "service/verbs/mutation.hpp"

#include <algorithm>
#include <type_traits>

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

Outcome<Decision> decide(const ReceiveItem&, State& state, const Goods& goods) {
    return receive(state, goods.at, goods.quantity);
}
Outcome<Decision> decide(const CountItem&, State& state, const Goods& goods) {
    return count(state, goods.at, goods.quantity);
}
Outcome<Decision> decide(const TransferItem&, State& state, const Goods& goods) {
    return transfer(state, goods.at, goods.target(), goods.quantity);
}

/// Units an item frees for who waits, and takes from who holds goods, at a record that nothing has moved yet.
void add_queue_depth(const CountItem& item, const State& state, QueueDepth& depth) {
    const StockKey key{item.variant, item.warehouse};
    const auto record = state.stock.find(key);
    if (record == state.stock.end()) return;
    QueueDepth::add(depth.freed, key, item.on_hand - record->second.counters.on_hand);
    QueueDepth::add(depth.lost, key, record->second.counters.allocated - item.on_hand);
}
template <class Item>
void add_queue_depth(const Item& item, const State&, QueueDepth& depth) {
    QueueDepth::add(depth.freed, goods(item).target(), item.quantity);
}

template <class Verb>
class GoodsVerb {
public:
    GoodsVerb(const Verb& verb, CallView& view) : verb_(verb), view_(view) {}

    Outcome<Effects> run() {
        for (const auto& item : verb_.items) open_stock(goods(item));
        if (std::is_same_v<Verb, Count> && has_moved()) {
            view_.put_off();
            return std::move(effects_);
        }
        std::size_t done = 0;
        for (std::size_t i = 0; i < verb_.items.size(); ++i) done += carry_out(i) ? 1 : 0;
        effects_.applied = done > 0;
        return std::move(effects_);
    }

private:
    std::optional<Refusal> refused(const Goods& moved) const {
        if (auto refusal = out_of_scope(view_.context, view_.state(), moved.at)) return refusal;
        return out_of_scope(view_.context, view_.state(), moved.target());
    }

    void open_stock(const Goods& moved) {
        if (refused(moved)) return;
        view_.open_stock(moved.at);
        view_.open_stock(moved.target());
    }

    bool has_moved() const {
        return std::any_of(
            verb_.items.begin(), verb_.items.end(),
            [&](const auto& item) { return view_.batch.moved.contains(goods(item).at); });
    }

    bool carry_out(std::size_t index) {
        const auto& item = verb_.items[index];
        const Goods moved = goods(item);
        std::optional<Refusal> refusal = refused(moved);
        if (refusal) return answer(index, moved, std::move(refusal), {});
        Outcome<Decision> decision = decide(item, view_.state(), moved);
        if (!decision) return answer(index, moved, decision.error(), {});
        return answer(index, moved, std::nullopt, std::move(*decision));
    }

    bool answer(std::size_t index, const Goods& moved, std::optional<Refusal> refusal, Decision decision) {
        const ItemOutcome outcome(index, refusal);
        const auto record = view_.state().stock.find(moved.target());
        const bool shown = outcome.done() || (record != view_.state().stock.end() && !refused(moved));
        const Counters counters = shown ? record->second.counters : Counters{};
        effects_.answer.table(tables::moves)
            .add({outcome.item, outcome.status, outcome.message, outcome.details, moved.at.variant, moved.at.warehouse,
                  moved.to_warehouse, moved.quantity, counters.on_hand, counters.allocated, counters.backordered,
                  counters.available()});
        add_covered(effects_.answer, index, decision, view_.state());
        add_fallen_back(effects_.answer, index, decision, view_.state());
        append(effects_.decision, std::move(decision));
        return outcome.done();
    }

    const Verb& verb_;
    CallView& view_;
    Effects effects_;
};

template <class Verb>
class GoodsMutation final : public Mutation {
public:
    explicit GoodsMutation(const Verb& verb) : verb_(verb) {}

    std::size_t lines() const override { return verb_.items.size(); }

    bool knows_variants() const override { return true; }
    void add_variants(std::vector<std::string_view>& variants) const override {
        for (const auto& item : verb_.items) variants.push_back(item.variant.value);
    }

    void add_scope(const Catalog&, LoadScope& scope) const override {
        for (const auto& item : verb_.items) {
            Goods moved = goods(item);
            if (!moved.to_warehouse.empty()) scope.stock.insert(moved.target());
            scope.stock.insert(std::move(moved.at));
        }
    }

    void add_queue_depth(const BatchState& batch, QueueDepth& depth) const override {
        for (const auto& item : verb_.items) backorder::add_queue_depth(item, batch.state, depth);
    }

    Outcome<Effects> decide(CallView& view) const override { return GoodsVerb<Verb>(verb_, view).run(); }

private:
    const Verb& verb_;
};

}  // namespace

std::unique_ptr<Mutation> Operation<Receive>::mutation(const Context&, const Receive& request) {
    return std::make_unique<GoodsMutation<Receive>>(request);
}
std::unique_ptr<Mutation> Operation<Count>::mutation(const Context&, const Count& request) {
    return std::make_unique<GoodsMutation<Count>>(request);
}
std::unique_ptr<Mutation> Operation<Transfer>::mutation(const Context&, const Transfer& request) {
    return std::make_unique<GoodsMutation<Transfer>>(request);
}

}  // namespace backorder
