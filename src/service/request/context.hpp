#pragma once
// Who calls, for which marketplace, under which key, and how long it may take.

#include "support/budget.hpp"

#include <cstdint>
#include <string>

namespace backorder {

enum class Role : std::uint8_t { host = 1, operator_ = 2, seller = 3 };

enum Permission : std::uint64_t {
    manage_marketplace = 1,
    manage_inventory = 2,
    manage_orders = 4,
    manage_fulfillments = 8,
};
inline constexpr std::uint64_t all_permissions = 15;

struct Context {
    Role role = Role::host;
    std::uint64_t permissions = 0;
    std::string marketplace;
    std::string seller;  ///< of a seller, else empty
    std::string user;
    std::string key;  ///< idempotency key, may be empty
    std::string traceparent;
    Budget budget{};

    bool may(Permission permission) const { return (permissions & permission) != 0; }
};

}  // namespace backorder
