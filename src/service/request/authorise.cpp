#include "service/request/authorise.hpp"

#include "service/request/operations.hpp"

namespace backorder {

namespace {

/// What an actor needs: a permission, or to be the host where that is enough. Sellers are let in by `sellers`.
struct Rule {
    std::uint64_t permission = 0;
    bool host = false;
    bool sellers = true;
    bool anyone = false;
};

constexpr Rule read{.anyone = true};
constexpr Rule marketplace{.permission = manage_marketplace, .sellers = false};
constexpr Rule inventory{.permission = manage_inventory};
constexpr Rule catalogue{.permission = manage_inventory, .host = true};
constexpr Rule orders{.permission = manage_orders, .host = true};
constexpr Rule fulfillments{.permission = manage_fulfillments};

constexpr Rule rule(const SettingsGet&) { return read; }
constexpr Rule rule(const SettingsSet&) { return marketplace; }
constexpr Rule rule(const PolicySet&) { return inventory; }
constexpr Rule rule(const ThresholdSet&) { return inventory; }
constexpr Rule rule(const WarehouseUpsert&) { return catalogue; }
constexpr Rule rule(const CatalogUpsert&) { return catalogue; }
constexpr Rule rule(const StockQuery&) { return read; }
constexpr Rule rule(const AvailabilityQuery&) { return read; }
constexpr Rule rule(const QueueQuery&) { return read; }
constexpr Rule rule(const Receive&) { return inventory; }
constexpr Rule rule(const Count&) { return inventory; }
constexpr Rule rule(const Transfer&) { return inventory; }
constexpr Rule rule(const Place&) { return orders; }
constexpr Rule rule(const Cancel&) { return orders; }
constexpr Rule rule(const OrderQuery&) { return read; }
constexpr Rule rule(const Shippable&) { return read; }
constexpr Rule rule(const Fulfill&) { return fulfillments; }
constexpr Rule rule(const CancelFulfillment&) { return fulfillments; }
constexpr Rule rule(const Reassign&) { return fulfillments; }
constexpr Rule rule(const EventsPull&) { return read; }
constexpr Rule rule(const EventsAcknowledge&) { return read; }
constexpr Rule rule(const LedgerQuery&) { return read; }
constexpr Rule rule(const Verify&) { return read; }
constexpr Rule rule(const PlaceBatch&) { return orders; }
constexpr Rule rule(const WarehousesQuery&) { return read; }
constexpr Rule rule(const ProductsQuery&) { return read; }
constexpr Rule rule(const VariantsQuery&) { return read; }
constexpr Rule rule(const OpenOrdersQuery&) { return read; }

bool allowed(const Context& context, const Rule& asked) {
    if (asked.anyone) return true;
    if (context.role == Role::host) return asked.host;
    if (context.role == Role::seller && !asked.sellers) return false;
    return (context.permissions & asked.permission) != 0;
}

std::string_view permission_name(std::uint64_t permission) {
    switch (permission) {
        case manage_marketplace: return "MANAGE_MARKETPLACE";
        case manage_inventory: return "MANAGE_INVENTORY";
        case manage_orders: return "MANAGE_ORDERS";
        default: return "MANAGE_FULFILLMENTS";
    }
}

std::string needed(const Rule& rule) {
    const std::string who = rule.host ? "the host, or an actor with " : rule.sellers ? "an operator or seller with " : "an operator with ";
    return who + std::string(permission_name(rule.permission));
}

}  // namespace

Outcome<void> authorise(const Context& context, const Request& request) {
    const Rule asked = std::visit([](const auto& one) { return rule(one); }, request);
    if (allowed(context, asked)) return {};
    const std::string operation(operation_name(request));
    return Refusal{Status::permission, "This actor may not ask for " + operation + "; it takes " + needed(asked),
                   {{{"operation", operation}, {"needed", needed(asked)}}}};
}

Outcome<void> authorise_process(const Context& context, std::string_view operation) {
    if (context.role != Role::seller) return {};
    return Refusal{Status::permission, "A seller may not ask for " + std::string(operation) + "; it takes the host or an operator",
                   {{{"operation", std::string(operation)}, {"needed", std::string("the host or an operator")}}}};
}

}  // namespace backorder
