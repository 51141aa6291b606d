#include "model/rules/gates.hpp"

#include <algorithm>

namespace backorder::test::model {

namespace {

Units limit(const Threshold& threshold) { return threshold.mode == "unlimited" ? endless : threshold.units; }

}  // namespace

bool backorders_allowed(const Market& market, const std::string& variant) {
    const Variant& found = market.variants.at(variant);
    const std::string& policy = found.policy == "inherit" ? market.products.at(found.product).policy : found.policy;
    return policy == "allow";
}

Threshold threshold(const Market& market, const Spot& spot) {
    const Threshold& own = market.records.at(spot).own;
    if (own.mode != "inherit") return own;
    const auto of_product = market.product_thresholds.find({market.variants.at(spot.first).product, spot.second});
    return of_product == market.product_thresholds.end() ? Threshold{} : of_product->second;
}

std::string shut_gate_without_record(const Market& market, const std::string& variant) {
    if (!market.enabled) return "marketplace";
    return backorders_allowed(market, variant) ? "threshold" : "variant";
}

std::string shut_gate(const Market& market, const Spot& spot) {
    if (!market.enabled) return "marketplace";
    if (!backorders_allowed(market, spot.first)) return "variant";
    if (market.backordered(spot) >= limit(threshold(market, spot))) return "threshold";
    if (!market.warehouses.at(spot.second).active) return "warehouse";
    return "";
}

Offer offer(const Market& market, const Spot& spot) {
    Offer found{.available = market.available(spot), .gate = shut_gate(market, spot)};
    if (!found.gate.empty()) return found;
    found.room = limit(threshold(market, spot)) - market.backordered(spot);
    found.unlimited = threshold(market, spot).mode == "unlimited";
    return found;
}

Units over_limit(const Market& market, const Spot& spot) {
    const bool open =
        market.enabled && backorders_allowed(market, spot.first) && market.warehouses.at(spot.second).active;
    return std::max<Units>(0, market.backordered(spot) - (open ? limit(threshold(market, spot)) : 0));
}

}  // namespace backorder::test::model
