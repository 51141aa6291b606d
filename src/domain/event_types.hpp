#pragma once
// What events tell of. The header lists the names.

#include <array>
#include <cstdint>
#include <string_view>

namespace backorder {

enum class EventType : std::uint8_t {
    settings_changed,
    policy_changed,
    threshold_changed,
    order_placed,
    order_cancelled,
    backorder_entered,
    backorder_limit_reached,
    backorder_below_limit,
    backorder_covered,
    backorder_fallen_back,
    backorder_reassigned,
    stock_out,
    stock_back,
    fulfillment_created,
    fulfillment_cancelled,
};

/// In the order of the types.
inline constexpr std::array<std::string_view, 15> event_names{
    "settings.changed",  "policy.changed",        "threshold.changed",       "order.placed",
    "order.cancelled",   "backorder.entered",     "backorder.limit_reached", "backorder.below_limit",
    "backorder.covered", "backorder.fallen_back", "backorder.reassigned",    "stock.out",
    "stock.back",        "fulfillment.created",   "fulfillment.cancelled"};

constexpr std::string_view name(EventType type) { return event_names.at(static_cast<std::size_t>(type)); }

}  // namespace backorder
