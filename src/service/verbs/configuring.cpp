#include "service/verbs/configuring.hpp"

#include "domain/words.hpp"
#include "service/request/scope.hpp"

namespace backorder {

namespace {

std::vector<std::string> with(const std::map<std::string, Policy>& policies, Policy policy) {
    std::vector<std::string> ids;
    for (const auto& [id, set] : policies)
        if (set == policy) ids.push_back(id);
    return ids;
}

void write_policies(Work& work, const std::string& marketplace, const ConfigurationChanges& changes) {
    for (const Policy policy : {Policy::inherit, Policy::allow, Policy::deny}) {
        if (const auto ids = with(changes.product_policies, policy); !ids.empty())
            work.set_product_policy(marketplace, policy, ids);
        if (const auto ids = with(changes.variant_policies, policy); !ids.empty())
            work.set_variant_policy(marketplace, policy, ids);
    }
}

}  // namespace

std::optional<Refusal> backorders_off(const std::string& marketplace, bool enabled) {
    if (enabled) return std::nullopt;
    return Refusal{Status::backorders_off,
                   "Marketplace " + quoted(marketplace) +
                       " does not accept backorders; an operator with MANAGE_MARKETPLACE can"
                       " switch them on",
                   {{{"marketplace", marketplace}, {"gate", std::string("marketplace")}}}};
}

std::optional<Refusal> not_configurable(const Context& context, const Catalog& catalog, const std::string& product,
                                        const std::string& variant) {
    if (!variant.empty()) {
        const auto found = catalog.variants.find(variant);
        if (found == catalog.variants.end() || !sees(context, found->second.seller)) return unknown_variant(variant);
        return std::nullopt;
    }
    const auto found = catalog.products.find(product);
    if (found == catalog.products.end() || !sees(context, found->second.seller)) return unknown_product(product);
    return std::nullopt;
}

VariantsOfProducts variants_of_products(const Catalog& catalog) {
    VariantsOfProducts found;
    for (const auto& [id, product] : catalog.products) found[id];
    for (const auto& [id, variant] : catalog.variants) found[variant.product].push_back(id);
    return found;
}

const std::string& product_of(const Catalog& catalog, const std::string& product, const std::string& variant) {
    return variant.empty() ? product : catalog.variants.at(variant).product;
}

void write(Work& work, const std::string& marketplace, const ConfigurationChanges& changes) {
    if (changes.backorders_enabled) work.set_backorders_enabled(marketplace, *changes.backorders_enabled);
    if (!changes.product_sellers.empty()) work.put_products(marketplace, changes.product_sellers);
    if (!changes.variant_products.empty()) work.put_variants(marketplace, changes.variant_products);
    if (!changes.warehouses.empty()) work.put_warehouses(marketplace, changes.warehouses, changes.known_warehouses);
    write_policies(work, marketplace, changes);
}

}  // namespace backorder
