#include "model/rules/gates.hpp"
#include "model/rules/verbs.hpp"

namespace backorder::test::model {

namespace {

Units all_backordered(const Market& market, const Actor& actor) {
    Units all = 0;
    for (const auto& [spot, record] : market.records)
        if (sees(actor, market.seller_of(spot.first))) all = add(all, market.backordered(spot));
    return all;
}

json::object settings(const Market& market, const Actor& actor, bool before, bool dry_run) {
    return {{"settings", json::object{{"backorders_enabled", market.enabled},
                                      {"before", before},
                                      {"dry_run", dry_run},
                                      {"units_over_limit", market.enabled ? 0 : all_backordered(market, actor)}}}};
}

/// An item is about a variant, or about a product and all its variants.
std::vector<std::string> variants_of(const Market& market, const json::object& item) {
    if (item.contains("variant")) return {text(item, "variant")};
    std::vector<std::string> all;
    for (const auto& [id, variant] : market.variants)
        if (variant.product == text(item, "product")) all.push_back(id);
    return all;
}

void require_item(const Market& market, const Actor& actor, const json::object& item) {
    if (item.contains("variant"))
        require_variant(market, actor, text(item, "variant"));
    else
        require_product(market, actor, text(item, "product"));
}

void require_on(const Market& market) {
    if (!market.enabled) throw Refused{BO_E_BACKORDERS_OFF, {json::object{{"gate", "marketplace"}}}};
}

void require_threshold(const Market& market, const Actor& actor, const json::object& item) {
    require_item(market, actor, item);
    const std::string product =
        item.contains("variant") ? market.variants.at(text(item, "variant")).product : text(item, "product");
    if (!market.serves(text(item, "warehouse"), market.products.at(product).seller))
        not_found("warehouse", text(item, "warehouse"));
    require_on(market);
}

Threshold& threshold_of(Market& market, const json::object& item) {
    if (item.contains("variant")) return market.records[{text(item, "variant"), text(item, "warehouse")}].own;
    return market.product_thresholds[{text(item, "product"), text(item, "warehouse")}];
}

Threshold asked_threshold(const json::object& item) {
    return {item.contains("mode") ? text(item, "mode") : "limit", number(item, "threshold")};
}

void set_threshold(Market& market, const json::object& item, json::object& row) {
    Threshold& set = threshold_of(market, item);
    row["mode_before"] = set.mode;
    row["threshold_before"] = set.units;
    set = asked_threshold(item);
    row["mode"] = set.mode;
    row["threshold"] = set.units;
    Units backordered = 0;
    Units over = 0;
    for (const std::string& variant : variants_of(market, item)) {
        const Spot spot{variant, text(item, "warehouse")};
        market.records[spot];
        backordered = add(backordered, market.backordered(spot));
        over = add(over, over_limit(market, spot));
    }
    row["backordered"] = backordered;
    row["units_over_limit"] = over;
}

Units over_limit_everywhere(const Market& market, const std::vector<std::string>& variants) {
    Units over = 0;
    for (const std::string& variant : variants)
        for (const auto& [spot, record] : market.records)
            if (spot.first == variant) over = add(over, over_limit(market, spot));
    return over;
}

}  // namespace

json::object settings_get(Market& market, const Actor& actor, const json::object&) {
    return settings(market, actor, market.enabled, false);
}

json::object settings_set(Market& market, const Actor& actor, const json::object& request) {
    const bool before = market.enabled;
    market.enabled = flag(request, "backorders_enabled");
    return settings(market, actor, before, flag(request, "dry_run"));
}

json::object policy_set(Market& market, const Actor& actor, const json::object& request) {
    json::object tables;
    const auto blank = [&](const json::object& item) {
        return json::object{{"product", text(item, "product")},
                            {"variant", text(item, "variant")},
                            {"before", ""},
                            {"policy", ""},
                            {"units_over_limit", 0},
                            {"dry_run", flag(request, "dry_run")}};
    };
    tables["policies"] =
        each_item(list(request, "items"), blank, [&](std::size_t, const json::object& item, json::object& row) {
            require_item(market, actor, item);
            require_on(market);
            std::string& policy = item.contains("variant") ? market.variants.at(text(item, "variant")).policy
                                                           : market.products.at(text(item, "product")).policy;
            row["before"] = policy;
            policy = text(item, "policy");
            row["policy"] = policy;
            row["units_over_limit"] = over_limit_everywhere(market, variants_of(market, item));
        });
    return tables;
}

json::object threshold_set(Market& market, const Actor& actor, const json::object& request) {
    json::object tables;
    const auto blank = [&](const json::object& item) {
        return json::object{{"product", text(item, "product")},
                            {"variant", text(item, "variant")},
                            {"warehouse", text(item, "warehouse")},
                            {"mode_before", ""},
                            {"threshold_before", 0},
                            {"mode", ""},
                            {"threshold", 0},
                            {"backordered", 0},
                            {"units_over_limit", 0},
                            {"dry_run", flag(request, "dry_run")}};
    };
    tables["thresholds"] =
        each_item(list(request, "items"), blank, [&](std::size_t, const json::object& item, json::object& row) {
            require_threshold(market, actor, item);
            set_threshold(market, item, row);
        });
    return tables;
}

}  // namespace backorder::test::model
