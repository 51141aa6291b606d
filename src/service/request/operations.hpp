#pragma once
// Every operation, one row each: both doors, the checks, the handlers, the documents and the bindings follow it.

#include "domain/refusal.hpp"
#include "service/request/context.hpp"
#include "service/request/requests.hpp"

#include <algorithm>
#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>

namespace backorder {

class Answer;
class Findings;
class Mutation;
class Store;

/// Who may ask: an actor with the permission, and the host where that is enough. Whose products and orders they are is
/// seen later.
struct Allowed {
    std::uint64_t permission = 0;
    bool host = false;
    bool sellers = true;
    bool anyone = false;
};

inline constexpr Allowed anyone{.anyone = true};
inline constexpr Allowed marketplace_managers{.permission = manage_marketplace, .sellers = false};
inline constexpr Allowed inventory_managers{.permission = manage_inventory};
inline constexpr Allowed inventory_managers_or_host{.permission = manage_inventory, .host = true};
inline constexpr Allowed order_managers_or_host{.permission = manage_orders, .host = true};
inline constexpr Allowed fulfillment_managers{.permission = manage_fulfillments};

/// The idempotency key that makes repeating it safe; a dry run needs none.
enum class Key : std::uint8_t { none, needed, orders_id, in_each_order };

/// A text as a template's argument.
template <std::size_t size>
struct Literal {
    char text[size]{};
    constexpr Literal(const char (&given)[size]) { std::copy_n(given, size, text); }  // NOLINT: converts
    constexpr std::string_view view() const { return {text, size - 1}; }
};

/// `tables`: those it may answer, apart by blanks.
template <Literal operation, Allowed who, Key its_key, Literal tables>
struct Row {
    static constexpr std::string_view name = operation.view();
    static constexpr Allowed allowed = who;
    static constexpr Key key = its_key;
    static constexpr std::string_view answers = tables.view();
};

/// A row has, beside these, as far as it needs them, and each defined where its name says:
///   check     what it demands beyond the types of its members (operation_checks.cpp)
///   handle    of a question (verbs/)
///   mutation  of what changes something: the steps of its batch (verbs/). Borrows both.
///   writes    whether a question leaves something behind
template <class Asked>
struct Operation;

template <>
struct Operation<SettingsGet> : Row<"settings_get", anyone, Key::none, "settings"> {
    static Outcome<Answer> handle(Store& store, const Context& context, const SettingsGet& asked);
};

template <>
struct Operation<SettingsSet> : Row<"settings_set", marketplace_managers, Key::needed, "settings"> {
    static void check(const SettingsSet& asked, Findings& findings);
    static std::unique_ptr<Mutation> mutation(const Context& context, const SettingsSet& asked);
};

template <>
struct Operation<PolicySet> : Row<"policy_set", inventory_managers, Key::needed, "policies"> {
    static void check(const PolicySet& asked, Findings& findings);
    static std::unique_ptr<Mutation> mutation(const Context& context, const PolicySet& asked);
};

template <>
struct Operation<ThresholdSet> : Row<"threshold_set", inventory_managers, Key::needed, "thresholds"> {
    static void check(const ThresholdSet& asked, Findings& findings);
    static std::unique_ptr<Mutation> mutation(const Context& context, const ThresholdSet& asked);
};

template <>
struct Operation<WarehouseUpsert> : Row<"warehouse_upsert", inventory_managers_or_host, Key::needed, "warehouses"> {
    static void check(const WarehouseUpsert& asked, Findings& findings);
    static std::unique_ptr<Mutation> mutation(const Context& context, const WarehouseUpsert& asked);
};

template <>
struct Operation<CatalogUpsert> : Row<"catalog_upsert", inventory_managers_or_host, Key::needed, "products variants"> {
    static void check(const CatalogUpsert& asked, Findings& findings);
    static std::unique_ptr<Mutation> mutation(const Context& context, const CatalogUpsert& asked);
};

template <>
struct Operation<StockQuery> : Row<"stock", anyone, Key::none, "stock variant_totals product_totals"> {
    static void check(const StockQuery& asked, Findings& findings);
    static Outcome<Answer> handle(Store& store, const Context& context, const StockQuery& asked);
};

template <>
struct Operation<AvailabilityQuery> : Row<"availability", anyone, Key::none, "availability"> {
    static void check(const AvailabilityQuery& asked, Findings& findings);
    static Outcome<Answer> handle(Store& store, const Context& context, const AvailabilityQuery& asked);
};

template <>
struct Operation<QueueQuery> : Row<"queue", anyone, Key::none, "queue cursor"> {
    static void check(const QueueQuery& asked, Findings& findings);
    static Outcome<Answer> handle(Store& store, const Context& context, const QueueQuery& asked);
};

template <>
struct Operation<Receive> : Row<"receive", inventory_managers, Key::needed, "moves covered fallen_back"> {
    static void check(const Receive& asked, Findings& findings);
    static std::unique_ptr<Mutation> mutation(const Context& context, const Receive& asked);
};

template <>
struct Operation<Count> : Row<"count", inventory_managers, Key::needed, "moves covered fallen_back"> {
    static void check(const Count& asked, Findings& findings);
    static std::unique_ptr<Mutation> mutation(const Context& context, const Count& asked);
};

template <>
struct Operation<Transfer> : Row<"transfer", inventory_managers, Key::needed, "moves covered fallen_back"> {
    static void check(const Transfer& asked, Findings& findings);
    static std::unique_ptr<Mutation> mutation(const Context& context, const Transfer& asked);
};

template <>
struct Operation<Place> : Row<"place", order_managers_or_host, Key::orders_id, "order lines parts"> {
    static void check(const Place& asked, Findings& findings);
    static std::unique_ptr<Mutation> mutation(const Context& context, const Place& asked);
};

template <>
struct Operation<Cancel> : Row<"cancel", order_managers_or_host, Key::needed, "order lines parts covered"> {
    static void check(const Cancel& asked, Findings& findings);
    static std::unique_ptr<Mutation> mutation(const Context& context, const Cancel& asked);
};

template <>
struct Operation<OrderQuery> : Row<"order", anyone, Key::none, "order lines parts fulfillments"> {
    static Outcome<Answer> handle(Store& store, const Context& context, const OrderQuery& asked);
};

template <>
struct Operation<Shippable> : Row<"shippable", anyone, Key::none, "order lines parts shippable"> {
    static Outcome<Answer> handle(Store& store, const Context& context, const Shippable& asked);
};

template <>
struct Operation<Fulfill> : Row<"fulfill", fulfillment_managers, Key::needed, "fulfillments order lines parts"> {
    static void check(const Fulfill& asked, Findings& findings);
    static std::unique_ptr<Mutation> mutation(const Context& context, const Fulfill& asked);
};

template <>
struct Operation<CancelFulfillment>
    : Row<"cancel_fulfillment", fulfillment_managers, Key::needed, "fulfillments order lines parts covered"> {
    static void check(const CancelFulfillment& asked, Findings& findings);
    static std::unique_ptr<Mutation> mutation(const Context& context, const CancelFulfillment& asked);
};

template <>
struct Operation<Reassign> : Row<"reassign", fulfillment_managers, Key::needed, "order lines parts covered"> {
    static void check(const Reassign& asked, Findings& findings);
    static std::unique_ptr<Mutation> mutation(const Context& context, const Reassign& asked);
};

template <>
struct Operation<EventsPull> : Row<"events", anyone, Key::none, "events cursor held"> {
    static void check(const EventsPull& asked, Findings& findings);
    static Outcome<Answer> handle(Store& store, const Context& context, const EventsPull& asked);
    static bool writes(const EventsPull& asked) { return !asked.acknowledge.empty(); }
};

template <>
struct Operation<EventsAcknowledge> : Row<"events_acknowledge", anyone, Key::none, "cursor"> {
    static void check(const EventsAcknowledge& asked, Findings& findings);
    static Outcome<Answer> handle(Store& store, const Context& context, const EventsAcknowledge& asked);
    static bool writes(const EventsAcknowledge&) { return true; }
};

template <>
struct Operation<LedgerQuery> : Row<"ledger", anyone, Key::none, "ledger"> {
    static void check(const LedgerQuery& asked, Findings& findings);
    static Outcome<Answer> handle(Store& store, const Context& context, const LedgerQuery& asked);
};

template <>
struct Operation<Verify> : Row<"verify", anyone, Key::none, "verify differences"> {
    static void check(const Verify& asked, Findings& findings);
    static Outcome<Answer> handle(Store& store, const Context& context, const Verify& asked);
};

template <>
struct Operation<PlaceBatch> : Row<"place_batch", order_managers_or_host, Key::in_each_order, "placed placed_parts"> {
    static void check(const PlaceBatch& asked, Findings& findings);
};

template <>
struct Operation<WarehousesQuery> : Row<"warehouses", anyone, Key::none, "warehouse_list cursor"> {
    static void check(const WarehousesQuery& asked, Findings& findings);
    static Outcome<Answer> handle(Store& store, const Context& context, const WarehousesQuery& asked);
};

template <>
struct Operation<ProductsQuery> : Row<"products", anyone, Key::none, "product_list cursor"> {
    static void check(const ProductsQuery& asked, Findings& findings);
    static Outcome<Answer> handle(Store& store, const Context& context, const ProductsQuery& asked);
};

template <>
struct Operation<VariantsQuery> : Row<"variants", anyone, Key::none, "variant_list cursor"> {
    static void check(const VariantsQuery& asked, Findings& findings);
    static Outcome<Answer> handle(Store& store, const Context& context, const VariantsQuery& asked);
};

template <>
struct Operation<OpenOrdersQuery> : Row<"open_orders", anyone, Key::none, "open_orders cursor"> {
    static void check(const OpenOrdersQuery& asked, Findings& findings);
    static Outcome<Answer> handle(Store& store, const Context& context, const OpenOrdersQuery& asked);
};

template <class Asked>
inline constexpr bool is_change = requires {
    &Operation<Asked>::mutation;
};

template <class Asked>
inline constexpr bool is_question = requires {
    &Operation<Asked>::handle;
};

template <class... Asked>
consteval bool rows_hold(const std::variant<Asked...>*) {
    return ((is_question<Asked> != is_change<Asked> || Operation<Asked>::key == Key::in_each_order) && ...) &&
           ((is_question<Asked> == (Operation<Asked>::key == Key::none)) && ...);
}
static_assert(rows_hold(static_cast<const Request*>(nullptr)),
              "a request is a question or changes something, and what changes something has a key");

std::string_view operation_name(const Request& request);

/// A request of that operation with nothing said yet; none if there is no such operation.
std::optional<Request> new_request(std::string_view operation);

}  // namespace backorder
