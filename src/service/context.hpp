#pragma once
// Who calls, for which marketplace, under which key, and how long it may take.

#include <atomic>
#include <chrono>
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

using Clock = std::chrono::steady_clock;

/// Cancels the calls that carry it.
struct Token {
    std::atomic<bool> cancelled{false};
};

/// What a call may spend. `token` may be null. lock_patience: how long one lock is waited for before it is looked who has it; zero:
/// as long as there is time.
struct Budget {
    Clock::time_point deadline;
    const Token* token = nullptr;
    std::chrono::milliseconds lock_patience{0};

    bool cancelled() const { return token != nullptr && token->cancelled.load(std::memory_order_relaxed); }
    std::chrono::milliseconds left() const {
        return std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now());
    }
};

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
