#include "domain/refusals.hpp"
#include "domain/words.hpp"
#include "service/answer/totals.hpp"
#include "service/request/operations.hpp"
#include "service/request/scope.hpp"
#include "service/verbs/question.hpp"

namespace backorder {

namespace {

std::string_view threshold_from(const StockRecord& record) {
    if (record.own.mode != Threshold::Mode::inherit) return "stock_record";
    return record.of_product.mode != Threshold::Mode::inherit ? "product" : "none";
}

void add_record(Table& table, const State& state, const StockKey& key, const StockRecord& record,
                const Sellable& offer) {
    const Variant& variant = state.variants.at(key.variant);
    const Counters& counters = record.counters;
    const Threshold& threshold = record.threshold();
    const bool unlimited = threshold.mode == Threshold::Mode::unlimited;
    table.add({variant.product, key.variant, key.warehouse, variant.seller, counters.on_hand, counters.allocated,
               counters.backordered, unlimited ? "unlimited" : "limit", threshold.units, threshold_from(record),
               offer.available, offer.room.units, offer.room.unlimited, capped_sum(offer.available, offer.room.units),
               name(offer.shut), units_over_limit(state, key, record),
               capped_sum(counters.allocated, counters.backordered), -threshold.units});
}

class StockAnswer {
public:
    StockAnswer(const Context& context, const StockQuery& query, const State& state, const Catalog& catalog)
        : context_(context), query_(query), state_(state), catalog_(catalog) {}

    Outcome<Answer> make() {
        if (auto refusal = refused()) return *refusal;
        Table& records = answer_.table(tables::stock);
        for (const auto& [key, record] : state_.stock) {
            if (query_.warehouse && key.warehouse != query_.warehouse.value) continue;
            const Sellable offer = sellable(state_, key, record);
            add_record(records, state_, key, record, offer);
            by_variant_[key.variant].add(record.counters, offer);
        }
        add_variant_totals();
        add_product_totals();
        return std::move(answer_);
    }

private:
    std::optional<Refusal> refused() const {
        Refusals refusals;
        for (const Id& id : query_.variants) {
            const auto found = state_.variants.find(id.value);
            if (found == state_.variants.end() || !sees(context_, found->second.seller))
                refusals.add(unknown_variant(id));
        }
        for (const Id& id : query_.products) {
            const auto found = catalog_.products.find(id);
            if (found == catalog_.products.end() || !sees(context_, found->second.seller))
                refusals.add(unknown_product(id));
        }
        if (query_.warehouse && !sees_warehouse()) refusals.add(unknown_warehouse(query_.warehouse));
        return refusals.outcome();
    }

    bool sees_warehouse() const {
        const auto found = catalog_.warehouses.find(query_.warehouse);
        return found != catalog_.warehouses.end() &&
               (context_.role != Role::seller || found->second.serves(context_.seller));
    }

    void add_variant_totals() {
        Table& table = answer_.table(tables::variant_totals);
        for (const auto& [id, variant] : state_.variants) {
            const Totals& sum = by_variant_[id];
            table.add({variant.product, id, name(variant.own), variant.backorders_allowed(), sum.on_hand, sum.allocated,
                       sum.backordered, sum.available, sum.room.units, sum.room.unlimited, sum.sellable()});
            by_product_[variant.product].first += 1;
            by_product_[variant.product].second.add(sum);
        }
    }

    /// Only products asked for as such: of others not all variants were read.
    void add_product_totals() {
        Table& table = answer_.table(tables::product_totals);
        for (const auto& [id, product] : catalog_.products) {
            const auto& [variants, sum] = by_product_[id];
            table.add({id, product.seller, name(product.policy), variants, sum.on_hand, sum.allocated, sum.backordered,
                       sum.available, sum.room.units, sum.room.unlimited, sum.sellable()});
        }
    }

    const Context& context_;
    const StockQuery& query_;
    const State& state_;
    const Catalog& catalog_;
    std::map<std::string, Totals> by_variant_;
    std::map<std::string, std::pair<std::int64_t, Totals>> by_product_;
    Answer answer_;
};

}  // namespace

Outcome<Answer> Operation<StockQuery>::handle(Store& store, const Context& context, const StockQuery& query) {
    const std::vector<std::string> variants(query.variants.begin(), query.variants.end());
    const std::vector<std::string> products(query.products.begin(), query.products.end());
    CatalogScope scope;
    scope.products = products;
    if (query.warehouse) scope.warehouses.push_back(query.warehouse);
    const bool named = !scope.products.empty() || !scope.warehouses.empty();
    const auto read = [&](Work& work) {
        const Catalog catalog = named ? work.catalog(context.marketplace, scope) : Catalog{};
        return StockAnswer(context, query, work.stock(context.marketplace, variants, products), catalog).make();
    };
    return ask(store, context, read, named ? Mode::read : Mode::read_one);
}

}  // namespace backorder
