#include "service/verbs/configuring.hpp"

#include "domain/words.hpp"
#include "service/request/scope.hpp"

namespace backorder {

std::optional<Refusal> backorders_off(const std::string& marketplace, bool enabled) {
    if (enabled) return std::nullopt;
    return Refusal{Status::backorders_off,
                   "Marketplace " + quoted(marketplace) + " does not accept backorders; an operator with MANAGE_MARKETPLACE can"
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

}  // namespace backorder
