#include "history/round.hpp"

namespace backorder::test::history {

namespace {

json::array for_each_record(std::int64_t first, const char* name) {
    json::array items;
    for (const char* variant : {"cup", "mug", "tee"})
        for (const char* warehouse : {"east", "north", "west"})
            items.push_back(json::object{{"variant", variant}, {"warehouse", warehouse}, {name, first++}});
    return items;
}

}  // namespace

std::string marketplace(std::int64_t round) { return "round-" + std::to_string(round); }

Heard furnish(bo_backorder* handle, std::int64_t round) {
    Heard heard;
    const auto set = [&](const char* operation, json::object request) {
        const std::string key = "furnish-" + std::to_string(heard.size());
        heard.push_back(ask(handle, {.market = marketplace(round),
                                     .actor = the_operator,
                                     .operation = operation,
                                     .key = key,
                                     .request = std::move(request)}));
    };
    set("warehouse_upsert",
        {{"items",
          {json::object{{"warehouse", "east"}, {"priority", 2}}, json::object{{"warehouse", "north"}, {"priority", 1}},
           json::object{{"warehouse", "west"}, {"priority", 3}}}}});
    set("catalog_upsert", {{"products",
                            {json::object{{"product", "china"}, {"seller", "acme"}},
                             json::object{{"product", "shirt"}, {"seller", "globex"}}}},
                           {"variants",
                            {json::object{{"variant", "cup"}, {"product", "china"}},
                             json::object{{"variant", "mug"}, {"product", "china"}},
                             json::object{{"variant", "tee"}, {"product", "shirt"}}}}});
    set("settings_set", {{"backorders_enabled", true}});
    set("policy_set", {{"items",
                        {json::object{{"product", "china"}, {"policy", "allow"}},
                         json::object{{"product", "shirt"}, {"policy", "allow"}}}}});
    set("threshold_set", {{"items", for_each_record(2, "threshold")}});
    set("receive", {{"items", for_each_record(1, "quantity")}});
    return heard;
}

}  // namespace backorder::test::history
