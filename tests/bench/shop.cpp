#include "shop.hpp"

#include <algorithm>
#include <cstdio>
#include <stdexcept>

namespace bench {

namespace {

constexpr std::size_t most_items = 10'000;

const bo_api* linked_api() {
    const bo_api* api = nullptr;
    if (bo_get_api(BO_VERSION_MAJOR, 0, &api) != BO_OK)
        throw std::runtime_error("libbackorder has another major version");
    return api;
}

backorder::handle open(const Setting& setting, const std::string& database, unsigned pool_size) {
    std::string config = R"({"migrate": true, "default_timeout_ms": 60000, "pool_size": )" + std::to_string(pool_size);
    if (!setting.configuration.empty()) config += ", " + setting.configuration;
    return backorder::library(linked_api()).open(config + ", \"database\": \"" + database + "\"}");
}

}  // namespace

void must(const bo_api* api, bo_status status, bo_error* error, const char* what) {
    if (status != BO_OK)
        throw std::runtime_error(std::string(what) + ": " + api->status_name(status) + ": " +
                                 backorder::error(api, status, error).what());
}

Shop::Shop(const Setting& setting, const std::string& database, const std::string& marketplace, unsigned pool_size)
    : marketplace_(marketplace), handle_(open(setting, database, pool_size)) {}

backorder::call Shop::the_operator() const {
    constexpr std::uint64_t everything =
        BO_MANAGE_MARKETPLACE | BO_MANAGE_INVENTORY | BO_MANAGE_ORDERS | BO_MANAGE_FULFILLMENTS;
    return backorder::call::operator_of(marketplace_, everything).timeout(patience);
}

void Shop::ask(const backorder::call& as, const char* operation, const std::string& request) const {
    backorder::call once = as;
    const backorder::result answer = handle_.json(once.key(Ids().next()), operation, request);
    if (answer.status() != BO_OK)
        throw std::runtime_error(std::string(operation) +
                                 ": items were refused: " + std::string(answer.json().substr(0, 1000)));
}

/// An item for each variant: what stands before its id, the id, and what stands after it, where $ is the id again.
void Shop::ask_in_batches(const backorder::call& as, const char* operation, const char* member,
                          const std::vector<std::string>& variants, const std::string& before,
                          const std::string& after) const {
    const std::size_t gap = after.find('$');
    for (std::size_t from = 0; from < variants.size(); from += most_items) {
        std::string items;
        for (std::size_t i = from; i < std::min(from + most_items, variants.size()); ++i) {
            items += (items.empty() ? "" : ",") + before + variants[i] + after.substr(0, gap);
            if (gap != std::string::npos) items += variants[i] + after.substr(gap + 1);
        }
        ask(as, operation, std::string("{\"") + member + "\":[" + items + "]}");
    }
}

void Shop::furnish(const std::vector<std::string>& variants, std::int64_t on_hand) const {
    const std::string at_warehouse = std::string("\",\"warehouse\":\"") + warehouse + "\"";
    const auto manager = the_operator();
    ask(host(), "warehouse_upsert", std::string(R"({"items":[{"warehouse":")") + warehouse + "\"}]}");
    ask(manager, "settings_set", R"({"backorders_enabled":true})");
    ask_in_batches(host(), "catalog_upsert", "products", variants, "{\"product\":\"",
                   std::string("\",\"seller\":\"") + seller + "\"}");
    ask_in_batches(host(), "catalog_upsert", "variants", variants, "{\"variant\":\"", "\",\"product\":\"$\"}");
    ask_in_batches(manager, "policy_set", "items", variants, "{\"product\":\"", "\",\"policy\":\"allow\"}");
    ask_in_batches(manager, "threshold_set", "items", variants, "{\"variant\":\"",
                   at_warehouse + ",\"mode\":\"unlimited\"}");
    if (on_hand > 0)
        ask_in_batches(manager, "receive", "items", variants, "{\"variant\":\"",
                       at_warehouse + ",\"quantity\":" + std::to_string(on_hand) + "}");
}

void Shop::verify() const {
    std::string next;
    do {
        const backorder::result verified = handle_.json(host(), "verify", R"({"after":")" + next + "\"}");
        if (verified.integers(BO_COL_VERIFY_DIFFERENCES)[0] != 0)
            throw std::runtime_error("verify in " + marketplace_ + ": " + std::string(verified.json().substr(0, 1000)));
        next = verified.texts(BO_COL_VERIFY_NEXT)[0];
    } while (!next.empty());
}

std::vector<std::string> numbered_variants(unsigned count) {
    std::vector<std::string> variants;
    for (unsigned i = 0; i < count; ++i) {
        char text[40];
        std::snprintf(text, sizeof text, "variant-%06u", i);
        variants.emplace_back(text);
    }
    return variants;
}

}  // namespace bench
