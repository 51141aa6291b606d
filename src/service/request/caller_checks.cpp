#include "service/request/checks.hpp"

#include "domain/words.hpp"
#include "service/request/operations.hpp"
#include "support/text.hpp"

namespace backorder {

namespace {

const FieldPath& call_path() {
    static constexpr FieldPath root;
    static constexpr FieldPath call = root.member("call");
    return call;
}

void check_text(std::string_view text, std::string_view name, Findings& findings) {
    if (const std::string_view fault = text_fault(text, max_id_bytes); !fault.empty())
        findings.add(Status::text, call_path().member(name), fault);
}

void check_seller(const Context& context, Findings& findings) {
    const FieldPath path = call_path().member("seller");
    if (context.role == Role::seller && context.seller.empty())
        findings.add(Status::actor, path, "must be said of role seller");
    if (context.role != Role::seller && !context.seller.empty())
        findings.add(Status::actor, path, "is for role seller only");
}

void check_permissions(const Context& context, Findings& findings) {
    const FieldPath path = call_path().member("permissions");
    if ((context.permissions & ~std::uint64_t{all_permissions}) != 0)
        findings.add(Status::reserved, path, "have unknown bits");
    if (context.role == Role::seller && context.may(manage_marketplace))
        findings.add(Status::actor, path, "of a seller cannot include managing the marketplace");
    if (context.role == Role::host && context.permissions != 0)
        findings.add(Status::actor, path, "are not for role host");
}

Refusal no_key() {
    return {Status::key_required,
            "A mutation needs an idempotency key, so that repeating it is safe: set idempotency_key",
            {{{"field", std::string("call.idempotency_key")}}}};
}

Refusal not_the_orders_id(const std::string& order) {
    return {Status::argument,
            "The idempotency key of an order is the order's id: leave idempotency_key empty, or say " + quoted(order),
            {{{"field", std::string("call.idempotency_key")}, {"order", order}}}};
}

Refusal not_for_a_batch() {
    return {Status::argument,
            "Each order of a batch has its own key, its id: leave idempotency_key empty",
            {{{"field", std::string("call.idempotency_key")}}}};
}

template <class Asked>
Outcome<void> check_key_of(const Context& context, const Asked& asked) {
    constexpr Key key = Operation<Asked>::key;
    if constexpr (key == Key::orders_id) {
        if (!context.key.empty() && context.key != asked.order.value) return not_the_orders_id(asked.order);
    } else if constexpr (key == Key::in_each_order) {
        if (!context.key.empty()) return not_for_a_batch();
    } else if constexpr (key == Key::needed) {
        bool dry_run = false;
        if constexpr (requires { asked.dry_run; }) dry_run = asked.dry_run;
        if (context.key.empty() && !dry_run) return no_key();
    }
    return {};
}

bool is_allowed(const Context& context, const Allowed& asked) {
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

std::string who_may(const Allowed& allowed) {
    const std::string who = allowed.host      ? "the host, or an actor with "
                            : allowed.sellers ? "an operator or seller with "
                                              : "an operator with ";
    return who + std::string(permission_name(allowed.permission));
}

}  // namespace

void check_context(const Context& context, Findings& findings) {
    if (context.marketplace.empty())
        findings.add(Status::text, call_path().member("marketplace"), "is missing or empty");
    check_text(context.marketplace, "marketplace", findings);
    check_text(context.seller, "seller", findings);
    check_text(context.user, "user", findings);
    check_text(context.key, "idempotency_key", findings);
    check_text(context.traceparent, "traceparent", findings);
    check_seller(context, findings);
    check_permissions(context, findings);
}

Outcome<void> check_key(const Context& context, const Request& request) {
    return std::visit([&](const auto& asked) { return check_key_of(context, asked); }, request);
}

Outcome<void> authorise(const Context& context, const Request& request) {
    const Allowed asked = std::visit([]<class Asked>(const Asked&) { return Operation<Asked>::allowed; }, request);
    if (is_allowed(context, asked)) return {};
    const std::string operation(operation_name(request));
    return Refusal{Status::permission,
                   "This actor may not ask for " + operation + "; it takes " + who_may(asked),
                   {{{"operation", operation}, {"needed", who_may(asked)}}}};
}

Outcome<void> authorise_process(const Context& context, std::string_view operation) {
    if (context.role != Role::seller) return {};
    return Refusal{Status::permission,
                   "A seller may not ask for " + std::string(operation) + "; it takes the host or an operator",
                   {{{"operation", std::string(operation)}, {"needed", std::string("the host or an operator")}}}};
}

}  // namespace backorder
