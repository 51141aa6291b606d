#include "shop.hpp"

#include "handle.hpp"
#include "promises.hpp"
#include "registry.hpp"
#include "still_store.hpp"

#include <chrono>

namespace fuzz {

namespace {

void furnish(bo_backorder* handle, uint32_t role, const char* key, const char* operation, const char* request) {
    bo_call call = call_of(role);
    call.idempotency_key = key;
    call.idempotency_key_length = BO_NTS;
    bo_error* error = nullptr;
    const bo_status status = bo_call_json(handle, &call, operation, BO_NTS, request, BO_NTS, nullptr, &error);
    must(status == BO_OK, bo_error_json(error));
}

bo_backorder* furnished() {
    auto store = std::make_unique<StillStore>();
    StillStore& kept = *store;
    bo_backorder* handle = *backorder::abi::enlist(
        std::make_unique<backorder::abi::Handle>(std::move(store), backorder::LaneSettings(), std::chrono::minutes(1)));
    furnish(handle, BO_ROLE_HOST, "", "place",
            R"({"order": "o", "priority": 3, "lines": [{"line": "1", "variant": "v", "quantity": 15, "warehouse": "a"},
                {"line": "2", "variant": "x", "quantity": 1}]})");
    furnish(handle, BO_ROLE_OPERATOR, "f", "fulfill",
            R"({"order": "o", "entries": [{"line": "1", "warehouse": "a", "quantity": 4}]})");
    furnish(handle, BO_ROLE_OPERATOR, "k", "receive",
            R"({"items": [{"variant": "v", "warehouse": "a", "quantity": 2}]})");
    kept.stand_still();
    return handle;
}

}  // namespace

bo_call call_of(uint32_t role) {
    bo_call call{};
    call.struct_size = sizeof call;
    call.role = role;
    call.permissions = role == BO_ROLE_OPERATOR
                           ? BO_MANAGE_MARKETPLACE | BO_MANAGE_INVENTORY | BO_MANAGE_ORDERS | BO_MANAGE_FULFILLMENTS
                       : role == BO_ROLE_SELLER ? BO_MANAGE_INVENTORY | BO_MANAGE_ORDERS | BO_MANAGE_FULFILLMENTS
                                                : 0;
    call.marketplace = "m";
    call.marketplace_length = 1;
    call.seller = "s";
    call.seller_length = role == BO_ROLE_SELLER ? 1 : 0;
    return call;
}

bo_backorder* shop() {
    static bo_backorder* const handle = furnished();
    return handle;
}

}  // namespace fuzz
