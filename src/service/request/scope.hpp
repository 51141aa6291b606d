#pragma once
// What an actor can see: a seller its own products and orders' lines, others everything in the marketplace.

#include "domain/refusal.hpp"
#include "domain/state.hpp"
#include "service/request/context.hpp"

namespace backorder {

inline bool sees(const Context& context, std::string_view seller) {
    return context.role != Role::seller || context.seller == seller;
}

/// Not known, or not this actor's: both are answered alike.
Refusal unknown_variant(const std::string& variant);
Refusal unknown_product(const std::string& product);
Refusal unknown_warehouse(const std::string& warehouse);

/// Nothing if the actor may touch that variant there: seen, and the warehouse serves the variant's seller.
std::optional<Refusal> out_of_scope(const Context& context, const State& state, const StockKey& key);

/// Whose idempotency keys these are.
std::string key_scope(const Context& context);

/// Role, seller and user, as the ledger shows them.
std::string actor_text(const Context& context);

}  // namespace backorder
