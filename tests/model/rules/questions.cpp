#include "model/rules/gates.hpp"
#include "model/rules/verbs.hpp"

#include <algorithm>
#include <set>

namespace backorder::test::model {

namespace {

std::string threshold_from(const Market& market, const Spot& spot) {
    if (market.records.at(spot).own.mode != "inherit") return "stock_record";
    return threshold(market, spot).mode == "inherit" ? "none" : "product";
}

json::object stock_row(const Market& market, const Spot& spot) {
    const Offer there = offer(market, spot);
    const Threshold limit = threshold(market, spot);
    const Part promised = market.promised(spot);
    return {{"product", market.variants.at(spot.first).product},
            {"variant", spot.first},
            {"warehouse", spot.second},
            {"seller", market.seller_of(spot.first)},
            {"on_hand", market.records.at(spot).on_hand},
            {"allocated", promised.allocated},
            {"backordered", promised.waiting},
            {"threshold_mode", limit.mode == "unlimited" ? "unlimited" : "limit"},
            {"threshold", limit.units},
            {"threshold_from", threshold_from(market, spot)},
            {"available", there.available},
            {"backorder_room", there.room},
            {"room_unlimited", there.unlimited},
            {"sellable", add(there.available, there.room)},
            {"shut_gate", there.gate},
            {"units_over_limit", over_limit(market, spot)},
            {"committed", add(promised.allocated, promised.waiting)},
            {"out_of_stock_threshold", -limit.units}};
}

/// Sums over stock rows.
json::object totals(const std::vector<json::object>& rows) {
    json::object sum;
    for (const char* name : {"on_hand", "allocated", "backordered", "available", "backorder_room"}) {
        Units all = 0;
        for (const json::object& row : rows) all = add(all, row.at(name).as_int64());
        sum[name] = all;
    }
    sum["room_unlimited"] = std::any_of(rows.begin(), rows.end(),
                                        [](const json::object& row) { return row.at("room_unlimited").as_bool(); });
    sum["sellable"] = add(sum.at("available").as_int64(), sum.at("backorder_room").as_int64());
    return sum;
}

std::set<std::string> variants_asked(const Market& market, const Actor& actor, const json::object& request,
                                     Together& together) {
    std::set<std::string> variants;
    for (const json::value& id : list(request, "variants")) {
        together.attempt([&] { require_variant(market, actor, std::string(id.as_string())); });
        variants.emplace(id.as_string());
    }
    for (const json::value& id : list(request, "products")) {
        together.attempt([&] { require_product(market, actor, std::string(id.as_string())); });
        for (const auto& [variant, record] : market.variants)
            if (record.product == id.as_string()) variants.insert(variant);
    }
    return variants;
}

void require_warehouse(const Market& market, const Actor& actor, const std::string& id) {
    const auto found = market.warehouses.find(id);
    if (found == market.warehouses.end() || !(found->second.owner.empty() || sees(actor, found->second.owner)))
        not_found("warehouse", id);
}

void add_variant_totals(json::object& tables, const Market& market, const std::string& id,
                        const std::vector<json::object>& rows) {
    json::object row = totals(rows);
    row.insert({{"product", market.variants.at(id).product},
                {"variant", id},
                {"policy", market.variants.at(id).policy},
                {"backorders_allowed", backorders_allowed(market, id)}});
    table(tables, "variant_totals").push_back(std::move(row));
}

void add_product_totals(json::object& tables, const Market& market, const std::string& id, std::int64_t variants,
                        const std::vector<json::object>& rows) {
    json::object row = totals(rows);
    row.insert({{"product", id},
                {"seller", market.products.at(id).seller},
                {"policy", market.products.at(id).policy},
                {"variants", variants}});
    table(tables, "product_totals").push_back(std::move(row));
}

/// The nearer to open the gates are, the smaller.
int distance(const std::string& gate) {
    return gate.empty() ? 0 : gate == "threshold" ? 1 : gate == "warehouse" ? 2 : 3;
}

Offer offer_everywhere(const Market& market, const std::string& variant) {
    Offer all{.gate = shut_gate_without_record(market, variant)};
    bool first = true;
    for (const auto& [spot, record] : market.records) {
        if (spot.first != variant) continue;
        const Offer there = offer(market, spot);
        if (first || distance(there.gate) < distance(all.gate)) all.gate = there.gate;
        first = false;
        all.available = add(all.available, there.available);
        all.room = add(all.room, there.room);
        all.unlimited = all.unlimited || there.unlimited;
    }
    return all;
}

json::object availability_row(const std::string& variant, Units quantity, const Offer& all, const std::string& state) {
    const Units now = std::min(quantity, all.available);
    const Units later = std::min(quantity - now, all.room);
    return {{"variant", variant},
            {"state", state},
            {"now", all.available},
            {"later", all.room},
            {"later_unlimited", all.unlimited},
            {"shut_gate", all.gate},
            {"quantity", quantity},
            {"split_now", now},
            {"split_later", later},
            {"short", quantity - now - later}};
}

bool matches(const json::object& request, const char* name, const std::string& value) {
    return text(request, name).empty() || text(request, name) == value;
}

/// Who waits at one spot, with their places in the whole queue there.
void add_queue(json::array& rows, Market& market, const Spot& spot, const std::string& order) {
    Units free_elsewhere = 0;
    for (const auto& [other, record] : market.records)
        if (other.first == spot.first && other.second != spot.second)
            free_elsewhere = add(free_elsewhere, market.available(other));
    Units place = 0;
    for (const Promise& promise : promises(market, spot)) {
        if (promise.part->waiting == 0) continue;
        ++place;
        if (!order.empty() && promise.order != order) continue;
        rows.push_back(json::object{{"place", place},
                                    {"order", promise.order},
                                    {"line", promise.line},
                                    {"product", market.variants.at(spot.first).product},
                                    {"variant", spot.first},
                                    {"warehouse", spot.second},
                                    {"seller", market.seller_of(spot.first)},
                                    {"units", promise.part->waiting},
                                    {"priority", promise.priority},
                                    {"free_elsewhere", free_elsewhere}});
    }
}

}  // namespace

json::object stock(Market& market, const Actor& actor, const json::object& request) {
    Together together;
    const auto variants = variants_asked(market, actor, request, together);
    const std::string warehouse = text(request, "warehouse");
    if (!warehouse.empty()) together.attempt([&] { require_warehouse(market, actor, warehouse); });
    together.tell();
    json::object tables;
    std::map<std::string, std::vector<json::object>> by_variant;
    std::map<std::string, std::vector<json::object>> by_product;
    for (const auto& [spot, record] : market.records) {
        if (!variants.contains(spot.first) || !matches(request, "warehouse", spot.second)) continue;
        const json::object row = stock_row(market, spot);
        table(tables, "stock").push_back(row);
        by_variant[spot.first].push_back(row);
        by_product[market.variants.at(spot.first).product].push_back(row);
    }
    for (const std::string& variant : variants) add_variant_totals(tables, market, variant, by_variant[variant]);
    std::set<std::string> products;
    for (const json::value& id : list(request, "products")) products.emplace(id.as_string());
    for (const std::string& product : products) {
        const auto of_product = std::count_if(market.variants.begin(), market.variants.end(),
                                              [&](const auto& variant) { return variant.second.product == product; });
        add_product_totals(tables, market, product, of_product, by_product[product]);
    }
    return tables;
}

json::object availability(Market& market, const Actor& actor, const json::object& request) {
    json::object tables;
    const auto blank = [](const json::object& item) {
        return availability_row(text(item, "variant"), number(item, "quantity"), {}, "");
    };
    tables["availability"] =
        each_item(list(request, "items"), blank, [&](std::size_t, const json::object& item, json::object& row) {
            const std::string variant = text(item, "variant");
            require_variant(market, actor, variant);
            const Offer all = offer_everywhere(market, variant);
            const char* state = all.available > 0 ? "in_stock" : all.room > 0 ? "backorder" : "out_of_stock";
            for (const auto& [name, value] : availability_row(variant, number(item, "quantity"), all, state))
                row[name] = value;
        });
    return tables;
}

json::object queue(Market& market, const Actor& actor, const json::object& request) {
    const std::string seller = text(request, "seller");
    if (!seller.empty() && !sees(actor, seller)) not_found("seller", seller);
    json::array all;
    for (const auto& [spot, record] : market.records) {
        const std::string& owner = market.seller_of(spot.first);
        if (sees(actor, owner) && matches(request, "seller", owner) && matches(request, "variant", spot.first) &&
            matches(request, "warehouse", spot.second))
            add_queue(all, market, spot, text(request, "order"));
    }
    json::array page;
    const Units skip = number(request, "skip");
    const Units limit = request.contains("limit") ? number(request, "limit") : 100;
    for (Units row = skip; row < skip + limit && row < static_cast<Units>(all.size()); ++row)
        page.push_back(all[static_cast<std::size_t>(row)]);
    return {{"queue", page}};
}

/// The model cannot contradict itself.
json::object verify(Market&, const Actor&, const json::object&) {
    return {{"verify", json::object{{"differences", 0}}}};
}

}  // namespace backorder::test::model
