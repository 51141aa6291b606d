#include "domain/gates.hpp"
#include "service/configuring.hpp"
#include "service/handlers.hpp"
#include "service/item_outcome.hpp"
#include "service/policy_words.hpp"
#include "service/scope.hpp"

#include <set>

namespace backorder {

namespace {

std::vector<std::string> warehouses_of(const ThresholdSet& request) {
    std::vector<std::string> warehouses;
    for (const ThresholdItem& item : request.items) warehouses.push_back(item.warehouse);
    return warehouses;
}

class ThresholdChange {
public:
    ThresholdChange(const ThresholdSet& request, Attempt& attempt)
        : request_(request), attempt_(attempt), catalog_(locked_catalog(attempt, request.items, warehouses_of(request))),
          variants_of_(variants_of_products(catalog_)) {}

    Outcome<Effects> run() {
        lock_records();
        before_ = attempt_.state.stock;
        for (std::size_t i = 0; i < request_.items.size(); ++i) change(i);
        for (const StockKey& key : changed_) effects_.events.add_crossings(key, attempt_.state, before_.at(key));
        effects_.applied = !changed_.empty() || !products_.empty();
        if (effects_.applied && !request_.dry_run && attempt_.missing.empty())
            attempt_.work.set_thresholds(attempt_.context.marketplace, {changed_.begin(), changed_.end()}, attempt_.state, products_);
        return std::move(effects_);
    }

private:
    std::optional<Refusal> refused(const ThresholdItem& item) const {
        if (auto refusal = not_configurable(attempt_.context, catalog_, item.product, item.variant)) return refusal;
        const auto warehouse = catalog_.warehouses.find(item.warehouse);
        const std::string& seller = catalog_.products.at(product_of(catalog_, item.product, item.variant)).seller;
        if (warehouse == catalog_.warehouses.end() || !warehouse->second.serves(seller)) return unknown_warehouse(item.warehouse);
        return backorders_off(attempt_.context.marketplace, attempt_.state.backorders_enabled);
    }

    /// The stock records an item is about: one, or those of all the product's variants.
    std::vector<StockKey> records(const ThresholdItem& item) const {
        if (item.variant) return {{item.variant, item.warehouse}};
        std::vector<StockKey> keys;
        for (const std::string& id : variants_of_.at(item.product)) keys.push_back({id, item.warehouse});
        return keys;
    }

    void lock_records() {
        LoadScope scope;
        for (const ThresholdItem& item : request_.items)
            if (!not_configurable(attempt_.context, catalog_, item.product, item.variant))
                for (const StockKey& key : records(item)) scope.stock.push_back(key);
        Loaded loaded = attempt_.work.load(attempt_.context.marketplace, {}, scope);
        attempt_.state = std::move(loaded.state);
        for (const ThresholdItem& item : request_.items)
            if (!refused(item))
                for (const StockKey& key : records(item)) attempt_.open_stock(key);
    }

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
        for (const StockKey& key : records(item)) changed_.insert(key);
        if (item.variant) return std::exchange(attempt_.state.stock.at({item.variant, item.warehouse}).own, wanted);
        for (const StockKey& key : records(item)) attempt_.state.stock.at(key).of_product = wanted;
        products_.push_back({item.product, item.warehouse, wanted});
        const auto before = catalog_.thresholds.find({item.product, item.warehouse});
        return before == catalog_.thresholds.end() ? Threshold{} : before->second;
    }

    void add_event(const ThresholdItem& item, const Threshold& before, const Threshold& after) {
        boost::json::object changed = event("threshold.changed", to_json(before), to_json(after));
        const std::string& product = product_of(catalog_, item.product, item.variant);
        changed["product"] = product;
        if (item.variant) changed["variant"] = item.variant.value;
        changed["warehouse"] = item.warehouse.value;
        changed["seller"] = catalog_.products.at(product).seller;
        effects_.events.add(std::move(changed));
    }

    void answer(const ThresholdItem& item, const ItemOutcome& outcome, const Threshold& before, const Threshold& after,
                const std::vector<StockKey>& keys) {
        Units64 backordered = 0;
        Units64 over = 0;
        for (const StockKey& key : keys) {
            const StockRecord& record = attempt_.state.stock.at(key);
            backordered = capped_sum(backordered, record.counters.backordered);
            over = capped_sum(over, units_over_limit(attempt_.state, key, record));
        }
        const bool done = outcome.done();
        effects_.answer.table(tables::thresholds)
            .add({outcome.item, outcome.status, outcome.message, outcome.details, item.product.value, item.variant.value, item.warehouse.value,
                  done ? name(before.mode) : "", before.units, done ? name(after.mode) : "", after.units, backordered, over,
                  request_.dry_run});
    }

    const ThresholdSet& request_;
    Attempt& attempt_;
    const Catalog catalog_;
    const VariantsOfProducts variants_of_;
    std::map<StockKey, StockRecord> before_;
    std::set<StockKey> changed_;
    std::vector<ProductThreshold> products_;
    Effects effects_;
};

}  // namespace

Outcome<Answer> handle(Store& store, const Context& context, const ThresholdSet& thresholds) {
    const Request request = thresholds;
    return run(store, {.context = context, .request = request, .dry_run = thresholds.dry_run,
                       .decide = [&](Attempt& attempt) { return ThresholdChange(thresholds, attempt).run(); }});
}

}  // namespace backorder
