#pragma once
// What setting policies and thresholds have in common.

#include "service/mutation.hpp"

namespace backorder {

/// Gate 1: while the marketplace is off there is nothing to configure.
std::optional<Refusal> backorders_off(const std::string& marketplace, bool enabled);

/// The product or variant an item names, if this actor may configure it.
std::optional<Refusal> not_configurable(const Context& context, const Catalog& catalog, const std::string& product,
                                        const std::string& variant);

/// The product an item is about, whichever way it names it.
const std::string& product_of(const Catalog& catalog, const std::string& product, const std::string& variant);

/// Every product of the catalogue with its variants, maybe none.
using VariantsOfProducts = std::map<std::string, std::vector<std::string>>;
VariantsOfProducts variants_of_products(const Catalog& catalog);

/// Products of all items, locked, so that policies, thresholds and new variants of one product do not meet.
template <class Items>
Catalog locked_catalog(Attempt& attempt, const Items& items, std::vector<std::string> warehouses) {
    CatalogScope scope;
    scope.warehouses = std::move(warehouses);
    scope.all_variants_of_products = true;
    for (const auto& item : items) {
        if (item.product) scope.products.push_back(item.product);
        if (item.variant) scope.variants.push_back(item.variant);
    }
    const std::string& marketplace = attempt.context.marketplace;
    std::vector<std::string> products;
    for (const auto& [product, record] : attempt.work.catalog(marketplace, scope).products) products.push_back(product);
    attempt.work.lock_products(marketplace, products);
    return attempt.work.catalog(marketplace, scope);
}

}  // namespace backorder
