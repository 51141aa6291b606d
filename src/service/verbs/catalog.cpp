#include "domain/words.hpp"
#include "service/answer/refused_items.hpp"
#include "service/request/operations.hpp"
#include "service/request/scope.hpp"
#include "service/verbs/mutation.hpp"
#include "service/verbs/new_names.hpp"

namespace backorder {

namespace {

Refusal owned_by_another(const char* what, const std::string& id, const char* owner) {
    return {Status::conflict,
            "The " + std::string(what) + " " + quoted(id) + " is another " + owner +
                "'s already; that can't be changed",
            {{{what, id}}}};
}

std::string item_field(const char* items, std::size_t index) {
    return std::string(items) + "[" + std::to_string(index) + "].";
}

class WarehouseChange {
public:
    WarehouseChange(const WarehouseUpsert& request, CallView& view)
        : request_(request), view_(view), new_sellers_(view.work, view.context) {}

    Outcome<Effects> run() {
        if (auto refusal = unfit_marketplace(view_.work, view_.context)) return *std::move(refusal);
        CatalogScope scope;
        for (const WarehouseItem& item : request_.items) scope.warehouses.push_back(item.warehouse);
        view_.work.lock_warehouses(view_.context.marketplace, scope.warehouses);
        known_ = view_.work.catalog(view_.context.marketplace, scope).warehouses;
        backordered_ = backordered_where_inactive();
        std::map<std::string, Warehouse> wanted;
        for (std::size_t i = 0; i < request_.items.size(); ++i) change(i, wanted);
        effects_.applied = !wanted.empty();
        effects_.configuration.warehouses = std::move(wanted);
        effects_.configuration.known_warehouses = std::move(known_);
        return std::move(effects_);
    }

private:
    std::optional<Refusal> refused(std::size_t index) {
        const Context& context = view_.context;
        const WarehouseItem& item = request_.items[index];
        if (context.role == Role::seller && item.owner.value != context.seller)
            return unknown_warehouse(item.warehouse);
        const auto known = known_.find(item.warehouse);
        if (known == known_.end()) return unfit(index);
        if (known->second.owner == item.owner.value) return std::nullopt;
        if (context.role == Role::seller) return unknown_warehouse(item.warehouse);
        return owned_by_another("warehouse", item.warehouse, "owner");
    }

    std::optional<Refusal> unfit(std::size_t index) {
        const std::string path = item_field("items", index);
        if (auto refusal = unfit_name(path + "warehouse", request_.items[index].warehouse)) return refusal;
        return new_sellers_.unfit(path + "owner", request_.items[index].owner);
    }

    /// Only there does anything stand over a limit, and adding it up reads all stock records.
    std::map<std::string, Units64> backordered_where_inactive() {
        std::vector<std::string> inactive;
        for (std::size_t i = 0; i < request_.items.size(); ++i) {
            const WarehouseItem& item = request_.items[i];
            if (known_.contains(item.warehouse) && !refused(i) && !next(item, true).active)
                inactive.push_back(item.warehouse);
        }
        if (inactive.empty()) return {};
        return view_.work.backordered_at(view_.context.marketplace, inactive);
    }

    Warehouse next(const WarehouseItem& item, bool done) const {
        const auto known = known_.find(item.warehouse);
        Warehouse next = known == known_.end() || !done ? Warehouse{.owner = item.owner.value} : known->second;
        next.priority = item.priority.value_or(next.priority);
        next.active = item.active.value_or(next.active);
        return next;
    }

    void change(std::size_t index, std::map<std::string, Warehouse>& wanted) {
        const WarehouseItem& item = request_.items[index];
        const ItemOutcome outcome(index, refused(index));
        const auto known = known_.find(item.warehouse);
        Warehouse next = this->next(item, outcome.done());
        const Units64 over = outcome.done() && !next.active ? backordered_[item.warehouse] : 0;
        effects_.answer.table(tables::warehouses)
            .add({outcome.item, outcome.status, outcome.message, outcome.details, item.warehouse.value,
                  item.owner.value, next.priority, next.active, outcome.done() && known == known_.end(), over,
                  request_.dry_run});
        if (outcome.done()) wanted.emplace(item.warehouse.value, std::move(next));
    }

    const WarehouseUpsert& request_;
    CallView& view_;
    std::map<std::string, Warehouse> known_;
    std::map<std::string, Units64> backordered_;
    NewSellers new_sellers_;
    Effects effects_;
};

class CatalogChange {
public:
    CatalogChange(const CatalogUpsert& request, CallView& view)
        : request_(request), view_(view), new_sellers_(view.work, view.context) {}

    Outcome<Effects> run() {
        if (auto refusal = unfit_marketplace(view_.work, view_.context)) return *std::move(refusal);
        known_ = locked();
        for (std::size_t i = 0; i < request_.products.size(); ++i) add_product(i);
        for (std::size_t i = 0; i < request_.variants.size(); ++i) add_variant(i);
        effects_.applied = done_ > 0;
        return std::move(effects_);
    }

private:
    Catalog locked() const {
        CatalogScope scope;
        for (const ProductItem& item : request_.products) scope.products.push_back(item.product);
        for (const VariantItem& item : request_.variants) {
            scope.variants.push_back(item.variant);
            scope.products.push_back(item.product);
        }
        view_.work.lock_products(view_.context.marketplace, scope);
        return view_.work.catalog(view_.context.marketplace, scope);
    }

    std::optional<Refusal> refused_product(std::size_t index) {
        const ProductItem& item = request_.products[index];
        if (!sees(view_.context, item.seller.value)) return unknown_product(item.product);
        const auto known = known_.products.find(item.product);
        if (known == known_.products.end()) return unfit_product(index);
        if (known->second.seller == item.seller.value) return std::nullopt;
        if (view_.context.role == Role::seller) return unknown_product(item.product);
        return owned_by_another("product", item.product, "seller");
    }

    std::optional<Refusal> unfit_product(std::size_t index) {
        const std::string path = item_field("products", index);
        if (auto refusal = unfit_name(path + "product", request_.products[index].product)) return refusal;
        return new_sellers_.unfit(path + "seller", request_.products[index].seller);
    }

    std::optional<Refusal> refused_variant(std::size_t index) const {
        const VariantItem& item = request_.variants[index];
        const auto product = known_.products.find(item.product);
        if (product == known_.products.end() || !sees(view_.context, product->second.seller))
            return unknown_product(item.product);
        const auto known = known_.variants.find(item.variant);
        if (known == known_.variants.end()) return unfit_name(item_field("variants", index) + "variant", item.variant);
        if (known->second.product == item.product.value) return std::nullopt;
        if (!sees(view_.context, known->second.seller)) return unknown_variant(item.variant);
        return owned_by_another("variant", item.variant, "product");
    }

    void add_product(std::size_t index) {
        const ProductItem& item = request_.products[index];
        const ItemOutcome outcome(index, refused_product(index));
        const bool created =
            outcome.done() && known_.products.try_emplace(item.product, ProductRecord{.seller = item.seller}).second;
        if (created) effects_.configuration.product_sellers.emplace_back(item.product, item.seller);
        done_ += outcome.done() ? 1 : 0;
        effects_.answer.table(tables::products)
            .add({outcome.item, outcome.status, outcome.message, outcome.details, item.product.value, item.seller.value,
                  created});
    }

    void add_variant(std::size_t index) {
        const VariantItem& item = request_.variants[index];
        const ItemOutcome outcome(index, refused_variant(index));
        const bool created = outcome.done() && !known_.variants.contains(item.variant);
        if (created) effects_.configuration.variant_products.emplace_back(item.variant, item.product);
        done_ += outcome.done() ? 1 : 0;
        effects_.answer.table(tables::variants)
            .add({outcome.item, outcome.status, outcome.message, outcome.details, item.variant.value,
                  item.product.value, created});
    }

    const CatalogUpsert& request_;
    CallView& view_;
    Catalog known_;
    int done_ = 0;
    NewSellers new_sellers_;
    Effects effects_;
};

template <class Upsert, class Change>
class Registration final : public Mutation {
public:
    Registration(const Upsert& request, bool dry_run) : request_(request), dry_run_(dry_run) {}

    bool dry_run() const override { return dry_run_; }
    bool alone() const override { return true; }
    Outcome<Effects> decide(CallView& view) const override { return Change(request_, view).run(); }

private:
    const Upsert& request_;
    const bool dry_run_;
};

}  // namespace

std::unique_ptr<Mutation> Operation<WarehouseUpsert>::mutation(const Context&, const WarehouseUpsert& request) {
    return std::make_unique<Registration<WarehouseUpsert, WarehouseChange>>(request, request.dry_run);
}

std::unique_ptr<Mutation> Operation<CatalogUpsert>::mutation(const Context&, const CatalogUpsert& request) {
    return std::make_unique<Registration<CatalogUpsert, CatalogChange>>(request, false);
}

}  // namespace backorder
