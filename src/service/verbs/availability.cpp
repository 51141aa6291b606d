#include "domain/place.hpp"

#include "service/answer/refused_items.hpp"
#include "service/answer/totals.hpp"
#include "service/request/operations.hpp"
#include "service/request/scope.hpp"
#include "service/verbs/question.hpp"

#include <algorithm>

namespace backorder {

namespace {

struct Offer {
    Totals totals;
    Gate shut = Gate::open;  ///< of the warehouse that came closest to letting units be backordered

    std::string_view state() const {
        if (totals.available > 0) return "in_stock";
        return totals.room.units > 0 ? "backorder" : "out_of_stock";
    }
};

/// A threshold that is reached is nearer to open than a switch that is off.
Gate nearest(Gate left, Gate right) {
    const auto distance = [](Gate gate) {
        return gate == Gate::open ? 0 : gate == Gate::threshold ? 1 : gate == Gate::warehouse ? 2 : 3;
    };
    return distance(left) <= distance(right) ? left : right;
}

Offer offer(const State& state, const std::string& id) {
    Offer found;
    const auto stocked = sources(state, id);
    if (stocked.empty()) found.shut = shut_gate_without_record(state, id);
    for (const auto* source : stocked) {
        const Sellable one = sellable(state, source->first, source->second);
        found.totals.add(source->second.counters, one);
        found.shut = source == stocked.front() ? one.shut : nearest(found.shut, one.shut);
    }
    return found;
}

void add(Table& table, const ItemOutcome& outcome, const AvailabilityItem& item, const Offer& offer) {
    const Units64 now = std::min(item.quantity, offer.totals.available);
    const Units64 later = std::min(item.quantity - now, offer.totals.room.units);
    table.add({outcome.item, outcome.status, outcome.message, outcome.details, item.variant.value,
               outcome.done() ? offer.state() : "", offer.totals.available, offer.totals.room.units,
               offer.totals.room.unlimited, name(offer.shut), item.quantity, now, later, item.quantity - now - later});
}

Answer answer(const Context& context, const AvailabilityQuery& query, const State& state) {
    Answer answer;
    Table& table = answer.table(tables::availability);
    for (std::size_t i = 0; i < query.items.size(); ++i) {
        const AvailabilityItem& item = query.items[i];
        const auto variant = state.variants.find(item.variant.value);
        if (variant == state.variants.end() || !sees(context, variant->second.seller))
            add(table, {i, unknown_variant(item.variant)}, item, {});
        else
            add(table, {i, std::nullopt}, item, offer(state, variant->first));
    }
    return answer;
}

}  // namespace

Outcome<Answer> Operation<AvailabilityQuery>::handle(Store& store, const Context& context,
                                                     const AvailabilityQuery& query) {
    std::vector<std::string> variants;
    for (const AvailabilityItem& item : query.items) variants.push_back(item.variant);
    const auto read = [&](Work& work) -> Outcome<Answer> {
        return answer(context, query, work.stock(context.marketplace, variants, {}));
    };
    return ask(store, context, read, Mode::read_one);
}

}  // namespace backorder
