#include "service/verbs/new_names.hpp"

#include "domain/words.hpp"
#include "support/text.hpp"

namespace backorder {

std::optional<Refusal> unfit_name(std::string_view field, const std::string& id) {
    const std::string_view fault = name_fault(id);
    if (fault.empty()) return std::nullopt;
    return Refusal{Status::text,
                   std::string(field) + " " + quoted(id) + " " + std::string(fault) + "; nothing new may be named so",
                   {{{"field", std::string(field)}, {"id", id}}}};
}

std::optional<Refusal> unfit_key(const CallKey& key) {
    return unfit_name(key.scope == "order" ? "order" : "call.idempotency_key", key.key);
}

std::optional<Refusal> unfit_marketplace(Work& work, const Context& context) {
    auto refusal = unfit_name("call.marketplace", context.marketplace);
    if (refusal && work.has_marketplace(context.marketplace)) refusal.reset();
    return refusal;
}

std::optional<Refusal> unfit_consumer(Work& work, const Context& context, const std::string& scope,
                                      const std::string& consumer) {
    auto refusal = unfit_name("consumer", consumer);
    if (refusal && !work.cursor(context.marketplace, scope, consumer).empty()) refusal.reset();
    return refusal;
}

std::optional<Refusal> NewSellers::unfit(std::string_view field, const std::string& seller) {
    auto refusal = unfit_name(field, seller);
    if (refusal && is_known(seller)) refusal.reset();
    return refusal;
}

bool NewSellers::is_known(const std::string& seller) {
    const auto [at, is_new] = known_.try_emplace(seller, false);
    if (is_new) at->second = work_.has_seller(context_.marketplace, seller);
    return at->second;
}

}  // namespace backorder
