#pragma once
// The two doors of the library: every operation by name and JSON, and the typed functions of the header.

#include "support/answer.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace backorder::test {

inline constexpr std::uint64_t all_permissions =
    BO_MANAGE_MARKETPLACE | BO_MANAGE_INVENTORY | BO_MANAGE_ORDERS | BO_MANAGE_FULFILLMENTS;
inline constexpr std::uint64_t seller_permissions = all_permissions & ~std::uint64_t{BO_MANAGE_MARKETPLACE};

struct Actor {
    std::uint32_t role = BO_ROLE_HOST;
    std::uint64_t permissions = 0;
    std::string seller = {};
    std::string user = {};
    std::string traceparent = {};
};

inline const Actor host{};
inline const Actor the_operator{BO_ROLE_OPERATOR, all_permissions};
inline Actor seller(std::string id, std::uint64_t permissions = seller_permissions) {
    return {BO_ROLE_SELLER, permissions, std::move(id)};
}

/// Who calls, where and under which key; the texts outlive the bo_call made of them.
bo_call call_of(const Actor& actor, std::string_view marketplace, std::string_view key);

bo_status call_by_json(const bo_call& call, std::string_view operation, const json::object& request, bo_result** result,
                       bo_error** error);

/// Through the header's function if there is one for the operation, else as call_by_json.
bo_status call_by_type(const bo_call& call, std::string_view operation, const json::object& request, bo_result** result,
                       bo_error** error);

}  // namespace backorder::test
