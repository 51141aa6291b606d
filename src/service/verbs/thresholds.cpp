#include "domain/gates.hpp"
#include "domain/words.hpp"
#include "service/answer/refused_items.hpp"
#include "service/request/operations.hpp"
#include "service/request/scope.hpp"
#include "service/verbs/configuring.hpp"

#include <map>

#include <algorithm>

namespace backorder {

namespace {

boost::json::object to_json(const Threshold& threshold) {
    boost::json::object made{{"mode", name(threshold.mode)}};
    if (threshold.mode == Threshold::Mode::limit) made["threshold"] = threshold.units;
    return made;
}

/// The stock records an item is about: one, or those of all the product's variants.
std::vector<StockKey> records(const ThresholdItem& item, const VariantsOfProducts& variants_of) {
    if (item.variant) return {{item.variant, item.warehouse}};
    std::vector<StockKey> keys;
    for (const std::string& id : variants_of.at(item.product)) keys.push_back({id, item.warehouse});
    return keys;
}

class ThresholdChange {
public:
    ThresholdChange(const ThresholdSet& request, CallView& view)
        : request_(request), view_(view), catalog_(view.batch.catalog), variants_of_(variants_of_products(catalog_)) {}

    Outcome<Effects> run() {
        for (const ThresholdItem& item : request_.items)
            if (!refused(item))
                for (const StockKey& key : records(item)) view_.open_stock(key);
        for (std::size_t i = 0; i < request_.items.size(); ++i) change(i);
        for (const auto& [key, before] : before_) effects_.events.add_crossings(key, view_.state(), before);
        effects_.applied = !before_.empty() || !effects_.thresholds.products.empty();
        return std::move(effects_);
    }

private:
    std::optional<Refusal> refused(const ThresholdItem& item) const {
        if (auto refusal = not_configurable(view_.context, catalog_, item.product, item.variant)) return refusal;
        const auto warehouse = catalog_.warehouses.find(item.warehouse);
        const std::string& seller = catalog_.products.at(product_of(catalog_, item.product, item.variant)).seller;
        if (warehouse == catalog_.warehouses.end() || !warehouse->second.serves(seller))
            return unknown_warehouse(item.warehouse);
        return backorders_off(view_.context.marketplace, view_.state().backorders_enabled);
    }

    std::vector<StockKey> records(const ThresholdItem& item) const { return backorder::records(item, variants_of_); }

    void change(std::size_t index) {
        const ThresholdItem& item = request_.items[index];
        const ItemOutcome outcome(index, refused(item));
        const Threshold wanted = threshold_from(item.mode, item.threshold.value_or(0));
        if (!outcome.done()) return answer(item, outcome, {}, {}, {});
        const Threshold before = set(item, wanted);
        if (before != wanted) add_event(item, before, wanted);
        answer(item, outcome, before, wanted, records(item));
    }

    Threshold set(const ThresholdItem& item, const Threshold& wanted) {
        for (const StockKey& key : records(item)) {
            StockRecord& record = view_.state().stock.at(key);
            before_.try_emplace(key, record);
            effects_.thresholds.stock.insert(key);
            if (item.variant) return std::exchange(record.own, wanted);
            record.of_product = wanted;
        }
        const std::pair<std::string, std::string> key{item.product, item.warehouse};
        effects_.thresholds.products.emplace(key, wanted);
        const auto before = catalog_.thresholds.find(key);
        return before == catalog_.thresholds.end() ? Threshold{} : before->second;
    }

    void add_event(const ThresholdItem& item, const Threshold& before, const Threshold& after) {
        boost::json::object changed = event(EventType::threshold_changed, to_json(before), to_json(after));
        const std::string& product = product_of(catalog_, item.product, item.variant);
        changed["product"] = product;
        if (item.variant) changed["variant"] = item.variant.value;
        changed["warehouse"] = item.warehouse.value;
        changed["seller"] = catalog_.products.at(product).seller;
        effects_.events.add(changed);
    }

    void answer(const ThresholdItem& item, const ItemOutcome& outcome, const Threshold& before, const Threshold& after,
                const std::vector<StockKey>& keys) {
        Units64 backordered = 0;
        Units64 over = 0;
        for (const StockKey& key : keys) {
            const StockRecord& record = view_.state().stock.at(key);
            backordered = capped_sum(backordered, record.counters.backordered);
            over = capped_sum(over, units_over_limit(view_.state(), key, record));
        }
        const bool done = outcome.done();
        effects_.answer.table(tables::thresholds)
            .add({outcome.item, outcome.status, outcome.message, outcome.details, item.product.value,
                  item.variant.value, item.warehouse.value, done ? name(before.mode) : "", before.units,
                  done ? name(after.mode) : "", after.units, backordered, over, request_.dry_run});
    }

    const ThresholdSet& request_;
    CallView& view_;
    const Catalog& catalog_;
    const VariantsOfProducts variants_of_;
    std::map<StockKey, StockRecord> before_;
    Effects effects_;
};

class ThresholdMutation final : public Mutation {
public:
    ThresholdMutation(const Context& context, const ThresholdSet& request) : context_(context), request_(request) {}

    bool dry_run() const override { return request_.dry_run; }
    std::size_t lines() const override { return request_.items.size(); }

    CatalogScope catalog() const override {
        CatalogScope scope = catalog_scope(request_.items);
        for (const ThresholdItem& item : request_.items) scope.warehouses.push_back(item.warehouse);
        return scope;
    }

    bool knows_variants() const override {
        return std::all_of(
            request_.items.begin(), request_.items.end(),
            [](const ThresholdItem& item) { return static_cast<bool>(item.variant); });
    }

    void add_variants(std::vector<std::string_view>& variants) const override {
        for (const ThresholdItem& item : request_.items)
            if (item.variant) variants.push_back(item.variant.value);
    }

    void add_scope(const Catalog& catalog, LoadScope& scope) const override {
        const VariantsOfProducts variants_of = variants_of_products(catalog);
        for (const ThresholdItem& item : request_.items)
            if (!not_configurable(context_, catalog, item.product, item.variant))
                for (StockKey& key : records(item, variants_of)) scope.stock.insert(std::move(key));
    }

    Outcome<Effects> decide(CallView& view) const override { return ThresholdChange(request_, view).run(); }

private:
    const Context& context_;
    const ThresholdSet& request_;
};

}  // namespace

std::unique_ptr<Mutation> Operation<ThresholdSet>::mutation(const Context& context, const ThresholdSet& request) {
    return std::make_unique<ThresholdMutation>(context, request);
}

}  // namespace backorder
