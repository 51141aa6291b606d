#include "service/request/scope.hpp"

#include "domain/words.hpp"

namespace backorder {

namespace {

Refusal unknown(const char* what, const std::string& id) {
    return {Status::not_found,
            "There is no " + std::string(what) + " " + quoted(id) + " that this actor may use",
            {{{what, id}}}};
}

}  // namespace

Refusal unknown_variant(const std::string& variant) { return unknown("variant", variant); }
Refusal unknown_product(const std::string& product) { return unknown("product", product); }
Refusal unknown_warehouse(const std::string& warehouse) { return unknown("warehouse", warehouse); }

std::optional<Refusal> out_of_scope(const Context& context, const State& state, const StockKey& key) {
    const auto variant = state.variants.find(key.variant);
    if (variant == state.variants.end() || !sees(context, variant->second.seller)) return unknown_variant(key.variant);
    const auto warehouse = state.warehouses.find(key.warehouse);
    if (warehouse == state.warehouses.end() || !warehouse->second.serves(variant->second.seller))
        return unknown_warehouse(key.warehouse);
    return std::nullopt;
}

std::string key_scope(const Context& context) {
    return context.role == Role::seller ? "seller:" + context.seller : "marketplace";
}

std::string actor_text(const Context& context) {
    std::string text = context.role == Role::host        ? "host"
                       : context.role == Role::operator_ ? "operator"
                                                         : "seller " + context.seller;
    if (!context.user.empty()) text += " (" + context.user + ")";
    return text;
}

}  // namespace backorder
