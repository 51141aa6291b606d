#include "fault/scene.hpp"

namespace backorder::test {

std::string Scene::furnish() {
    const std::string marketplace = "m" + std::to_string(++furnished_);
    raw_furnish(beside_, 2, marketplace);
    raw_stock(beside_, "v0", "a", 4, 9, marketplace);
    raw_stock(beside_, "v0", "b", 0, 9, marketplace);
    raw_stock(beside_, "v1", "a", 5, 0, marketplace);
    RawCall host = raw_host();
    RawCall shipping = raw_operator("shipping");
    host.marketplace = shipping.marketplace = marketplace;
    beside_.must(host, "place", "{'order': 'waiting', 'lines': [{'line': '1', 'variant': 'v0', 'quantity': 6}]}");
    beside_.must(host, "place", "{'order': 'shipped', 'lines': [{'line': '1', 'variant': 'v1', 'quantity': 2}]}");
    beside_.must(shipping, "fulfill",
                 "{'order': 'shipped', 'entries': [{'line': '1', 'warehouse': 'a', 'quantity': 1}]}");
    return marketplace;
}

/// A stock record in which nothing stands may be there or not: it is made before the change that needs it. The keys of
/// furnishing are new each time.
std::string Scene::rows(const std::string& marketplace) const {
    std::string all;
    for (const char* table : {"marketplaces", "warehouses", "products", "variants", "product_thresholds", "stock",
                              "calls", "parts", "fulfillments", "ledger"}) {
        all += std::string(all.empty() ? "" : " UNION ALL ") + "SELECT '" + table +
               " ' || stored::text AS line FROM (SELECT to_jsonb(t) - '{" +
               "marketplace,sequence,epoch,at,since,created_at,age,record,answer,events}'::text[] AS stored FROM "
               "backorder." +
               table + " t WHERE marketplace = '" + marketplace + "') AS rows";
    }
    return raw_sql(url(),
                   "SELECT string_agg(line, E'\\n' ORDER BY line) FROM (" + all +
                       ") AS all_rows WHERE line NOT LIKE '%\"key\": \"raw %'"
                       " AND line NOT LIKE 'stock%\"on_hand\": 0,%\"own_mode\": \"inherit\"%\"backordered\": 0,%'");
}

}  // namespace backorder::test
