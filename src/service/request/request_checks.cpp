#include "service/request/checks.hpp"

#include "service/request/operations.hpp"
#include "support/described.hpp"
#include "support/text.hpp"

#include <variant>

namespace backorder {
namespace {

constexpr std::size_t max_text_bytes = 1024;

void check_text(std::string_view text, std::size_t max_bytes, const FieldPath& path, Findings& findings) {
    if (const std::string_view fault = text_fault(text, max_bytes); !fault.empty())
        findings.add(Status::text, path, fault);
}

// Each type of request_types.hpp, and the plain ones.
void check(bool, const FieldPath&, Findings&) {}

void check(std::int64_t, const FieldPath&, Findings&) {}

void check(const std::string& text, const FieldPath& path, Findings& findings) {
    check_text(text, max_text_bytes, path, findings);
}

void check(const Id& id, const FieldPath& path, Findings& findings) {
    if (id.value.empty()) return findings.add(Status::text, path, "is missing or empty");
    check_text(id.value, max_id_bytes, path, findings);
}

void check(const OptionalId& id, const FieldPath& path, Findings& findings) {
    check_text(id.value, max_id_bytes, path, findings);
}

void check(const Quantity& quantity, const FieldPath& path, Findings& findings) {
    if (quantity.value < 1) findings.add(Status::quantity, path, "must be at least 1", {{"asked", quantity.value}});
}

void check(const Units& units, const FieldPath& path, Findings& findings) {
    if (!units.said) return findings.add(Status::argument, path, "must be said");
    if (units.value < 0) findings.add(Status::quantity, path, "must be at least 0", {{"asked", units.value}});
}

template <class T>
void check(const std::optional<T>& value, const FieldPath& path, Findings& findings) {
    if (value) check(*value, path, findings);
}

template <Described T>
void check(const T& described, const FieldPath& path, Findings& findings);

template <class T>
void check(const std::vector<T>& items, const FieldPath& path, Findings& findings) {
    if (items.size() > max_items) return findings.add(Status::limit, path, "has more than 10000 items");
    for (std::size_t i = 0; i < items.size(); ++i) check(items[i], path.item(i, items[i]), findings);
}

template <Described T>
void check(const T& described, const FieldPath& path, Findings& findings) {
    for_each_member(
        described, [&](std::string_view name, const auto& member) { check(member, path.member(name), findings); });
}

}  // namespace

void check_request(const Request& request, Findings& findings) {
    std::visit(
        [&]<class Asked>(const Asked& asked) {
            check(asked, FieldPath{}, findings);
            if constexpr (
                requires { &Operation<Asked>::check; })
                Operation<Asked>::check(asked, findings);
        },
        request);
}

}  // namespace backorder
