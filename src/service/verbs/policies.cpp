#include "domain/gates.hpp"
#include "domain/words.hpp"
#include "service/answer/refused_items.hpp"
#include "service/request/operations.hpp"
#include "service/verbs/configuring.hpp"

namespace backorder {

namespace {

class PolicyChange {
public:
    PolicyChange(const PolicySet& request, CallView& view)
        : request_(request), view_(view), catalog_(view.batch.catalog), variants_of_(variants_of_products(catalog_)),
          state_(view.state()) {}

    Outcome<Effects> run() {
        for (std::size_t i = 0; i < request_.items.size(); ++i) change(i);
        effects_.applied = !changes_.product_policies.empty() || !changes_.variant_policies.empty();
        return std::move(effects_);
    }

private:
    void change(std::size_t index) {
        const PolicyItem& item = request_.items[index];
        auto refusal = not_configurable(view_.context, catalog_, item.product, item.variant);
        if (!refusal) refusal = backorders_off(view_.context.marketplace, state_.backorders_enabled);
        const ItemOutcome outcome(index, refusal);
        const Policy policy = policy_from(item.policy);
        const Policy before = outcome.done() ? set(item, policy) : Policy::inherit;
        const Units64 over = outcome.done() ? over_limit(item) : 0;
        effects_.answer.table(tables::policies)
            .add({outcome.item, outcome.status, outcome.message, outcome.details, item.product.value,
                  item.variant.value, outcome.done() ? name(before) : "", outcome.done() ? name(policy) : "", over,
                  request_.dry_run});
    }

    Policy set(const PolicyItem& item, Policy policy) {
        const bool of_product = !item.variant;
        const Policy before =
            of_product ? catalog_.products.at(item.product).policy : catalog_.variants.at(item.variant).own;
        (of_product ? changes_.product_policies[item.product] : changes_.variant_policies[item.variant]) = policy;
        if (of_product)
            for (const std::string& id : variants_of_.at(item.product)) state_.variants.at(id).of_product = policy;
        else
            state_.variants.at(item.variant).own = policy;
        if (policy != before) add_event(item, before, policy);
        return before;
    }

    void add_event(const PolicyItem& item, Policy before, Policy after) {
        boost::json::object changed = event(EventType::policy_changed, boost::json::object{{"policy", name(before)}},
                                            boost::json::object{{"policy", name(after)}});
        const std::string& product = product_of(catalog_, item.product, item.variant);
        changed["product"] = product;
        if (item.variant) changed["variant"] = item.variant.value;
        changed["seller"] = catalog_.products.at(product).seller;
        effects_.events.add(changed);
    }

    Units64 over_limit(const PolicyItem& item) const {
        if (item.variant) return over_limit_of(item.variant);
        Units64 over = 0;
        for (const std::string& id : variants_of_.at(item.product)) over = capped_sum(over, over_limit_of(id));
        return over;
    }

    Units64 over_limit_of(const std::string& variant) const {
        Units64 over = 0;
        for (auto at = state_.stock.lower_bound({variant, {}});
             at != state_.stock.end() && at->first.variant == variant; ++at)
            over = capped_sum(over, units_over_limit(state_, at->first, at->second));
        return over;
    }

    const PolicySet& request_;
    CallView& view_;
    const Catalog& catalog_;
    const VariantsOfProducts variants_of_;
    State state_;  ///< as it would be
    Effects effects_;
    ConfigurationChanges& changes_ = effects_.configuration;
};

class PolicyMutation final : public Mutation {
public:
    PolicyMutation(const Context& context, const PolicySet& request) : context_(context), request_(request) {}

    bool dry_run() const override { return request_.dry_run; }
    bool alone() const override { return true; }
    CatalogScope catalog() const override { return catalog_scope(request_.items); }

    void add_variants(std::vector<std::string_view>& variants) const override {
        for (const PolicyItem& item : request_.items)
            if (item.variant) variants.push_back(item.variant.value);
    }

    /// All records of the variants that may be configured: they carry the policies.
    void add_scope(const Catalog& catalog, LoadScope& scope) const override {
        const VariantsOfProducts variants_of = variants_of_products(catalog);
        for (const PolicyItem& item : request_.items) {
            if (not_configurable(context_, catalog, item.product, item.variant)) continue;
            const std::vector<std::string> variants =
                item.variant ? std::vector{item.variant.value} : variants_of.at(item.product);
            for (const std::string& variant : variants) scope.stock.insert({variant, {}});
        }
    }

    Outcome<Effects> decide(CallView& view) const override { return PolicyChange(request_, view).run(); }

private:
    const Context& context_;
    const PolicySet& request_;
};

}  // namespace

std::unique_ptr<Mutation> Operation<PolicySet>::mutation(const Context& context, const PolicySet& request) {
    return std::make_unique<PolicyMutation>(context, request);
}

}  // namespace backorder
