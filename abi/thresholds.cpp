// Policies and thresholds.
#include "call.hpp"
#include "guard.hpp"

#include <span>

namespace backorder::abi {
namespace {

constexpr std::string_view policies[]{"", "inherit", "allow", "deny"};
static_assert(BO_POLICY_INHERIT == 1 && BO_POLICY_ALLOW == 2 && BO_POLICY_DENY == 3);

constexpr std::string_view modes[]{"limit", "limit", "unlimited", "inherit"};
static_assert(BO_THRESHOLD_LIMIT == 1 && BO_THRESHOLD_UNLIMITED == 2 && BO_THRESHOLD_INHERIT == 3);

/// A number that stands for no word stays what it is, and is refused as such.
std::string word(std::uint32_t number, std::span<const std::string_view> words) {
    return number < words.size() ? std::string(words[number]) : std::to_string(number);
}

PolicyItem policy_item(const bo_policy& given, const Input& input) {
    return {input.optional_id(given.product, given.product_length, "product"),
            input.optional_id(given.variant, given.variant_length, "variant"), word(given.policy, policies)};
}

ThresholdItem threshold_item(const bo_threshold& given, const Input& input) {
    ThresholdItem item{input.optional_id(given.product, given.product_length, "product"),
                       input.optional_id(given.variant, given.variant_length, "variant"),
                       input.id(given.warehouse, given.warehouse_length, "warehouse"),
                       word(given.mode, modes),
                       {}};
    if (item.mode == "limit" || given.threshold != 0) item.threshold = given.threshold;
    return item;
}

bool dry_run(std::uint32_t flags, const Input& input) {
    input.zero(flags & ~BO_DRY_RUN, "flags");
    return (flags & BO_DRY_RUN) != 0;
}

}  // namespace
}  // namespace backorder::abi

using namespace backorder::abi;

bo_status bo_policy_set(bo_backorder* handle, const bo_call* call, const bo_policy* items, size_t count, uint32_t flags,
                        bo_result** result, bo_error** error) {
    return guard_answer(
        result, error,
        [&] {
            Call asked(handle, call);
            const Input& input = asked.input();
            return asked.run(
                backorder::PolicySet{input.items(items, count, "items", policy_item), dry_run(flags, input)});
        });
}

bo_status bo_threshold_set(bo_backorder* handle, const bo_call* call, const bo_threshold* items, size_t count,
                           uint32_t flags, bo_result** result, bo_error** error) {
    return guard_answer(
        result, error,
        [&] {
            Call asked(handle, call);
            const Input& input = asked.input();
            return asked.run(
                backorder::ThresholdSet{input.items(items, count, "items", threshold_item), dry_run(flags, input)});
        });
}
