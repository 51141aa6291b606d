#include "service/request/context_check.hpp"

#include "service/request/types.hpp"
#include "support/text_check.hpp"

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

}  // namespace backorder
