#pragma once
// What configuring calls have in common.

#include "service/verbs/mutation.hpp"

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

/// Writes what a call decided. The stock records of what is changed are locked.
void write(Work& work, const std::string& marketplace, const ConfigurationChanges& changes);

/// The products of all items.
template <class Items>
CatalogScope catalog_scope(const Items& items) {
    CatalogScope scope;
    for (const auto& item : items) {
        if (item.product) scope.products.push_back(item.product);
        if (item.variant) scope.variants.push_back(item.variant);
    }
    return scope;
}

}  // namespace backorder
