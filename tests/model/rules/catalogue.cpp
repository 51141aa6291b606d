#include "model/rules/verbs.hpp"

namespace backorder::test::model {

namespace {

/// Owners never change. A seller is not told whose it is.
void require_owner(const Actor& actor, const char* what, const std::string& id, const std::string& owner,
                   const std::string& asked) {
    if (owner == asked) return;
    if (!sees(actor, owner)) not_found(what, id);
    throw Refused{BO_E_CONFLICT, {json::object{{what, id}}}};
}

Units backordered_at(const Market& market, const std::string& warehouse) {
    Units all = 0;
    for (const auto& [spot, record] : market.records)
        if (spot.second == warehouse) all = add(all, market.backordered(spot));
    return all;
}

void upsert_warehouse(Market& market, const Actor& actor, const json::object& item, json::object& row) {
    const std::string id = text(item, "warehouse");
    const std::string owner = text(item, "owner");
    if (!sees(actor, owner)) not_found("warehouse", id);
    const bool created = !market.warehouses.contains(id);
    if (!created) require_owner(actor, "warehouse", id, market.warehouses.at(id).owner, owner);
    Warehouse& warehouse = market.warehouses[id];
    warehouse.owner = owner;
    if (item.contains("priority")) warehouse.priority = number(item, "priority");
    if (item.contains("active")) warehouse.active = flag(item, "active");
    row["priority"] = warehouse.priority;
    row["active"] = warehouse.active;
    row["created"] = created;
    row["units_over_limit"] = warehouse.active ? 0 : backordered_at(market, id);
}

void upsert_product(Market& market, const Actor& actor, const json::object& item, json::object& row) {
    const std::string id = text(item, "product");
    const std::string seller = text(item, "seller");
    if (!sees(actor, seller)) not_found("product", id);
    row["created"] = !market.products.contains(id);
    require_owner(actor, "product", id, market.products.emplace(id, Product{seller}).first->second.seller, seller);
}

/// A new variant is stocked wherever its product has a threshold.
void stock_variant(Market& market, const std::string& variant, const std::string& product) {
    for (const auto& [at, threshold] : market.product_thresholds)
        if (at.first == product) market.records[{variant, at.second}];
}

void upsert_variant(Market& market, const Actor& actor, const json::object& item, json::object& row) {
    const std::string id = text(item, "variant");
    const std::string product = text(item, "product");
    require_product(market, actor, product);
    const auto known = market.variants.find(id);
    if (known != market.variants.end() && known->second.product != product) {
        require_variant(market, actor, id);
        throw Refused{BO_E_CONFLICT, {json::object{{"variant", id}}}};
    }
    row["created"] = known == market.variants.end();
    if (known != market.variants.end()) return;
    market.variants.emplace(id, Variant{product});
    stock_variant(market, id, product);
}

}  // namespace

json::object warehouse_upsert(Market& market, const Actor& actor, const json::object& request) {
    json::object tables;
    const auto blank = [&](const json::object& item) {
        return json::object{{"warehouse", text(item, "warehouse")},
                            {"owner", text(item, "owner")},
                            {"priority", number(item, "priority")},
                            {"active", !item.contains("active") || flag(item, "active")},
                            {"created", false},
                            {"units_over_limit", 0},
                            {"dry_run", flag(request, "dry_run")}};
    };
    const auto act = [&](std::size_t, const json::object& item, json::object& row) {
        upsert_warehouse(market, actor, item, row);
    };
    tables["warehouses"] = each_item(list(request, "items"), blank, act);
    return tables;
}

json::object catalog_upsert(Market& market, const Actor& actor, const json::object& request) {
    json::object tables;
    const auto blank_product = [](const json::object& item) {
        return json::object{{"product", text(item, "product")}, {"seller", text(item, "seller")}, {"created", false}};
    };
    const auto blank_variant = [](const json::object& item) {
        return json::object{{"variant", text(item, "variant")}, {"product", text(item, "product")}, {"created", false}};
    };
    const auto product = [&](std::size_t, const json::object& item, json::object& row) {
        upsert_product(market, actor, item, row);
    };
    const auto variant = [&](std::size_t, const json::object& item, json::object& row) {
        upsert_variant(market, actor, item, row);
    };
    tables["products"] = each_item(list(request, "products"), blank_product, product);
    tables["variants"] = each_item(list(request, "variants"), blank_variant, variant);
    return tables;
}

}  // namespace backorder::test::model
