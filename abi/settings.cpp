// Marketplace settings.
#include "call.hpp"
#include "guard.hpp"

namespace backorder::abi {
namespace {

SettingsSet settings_request(const bo_settings& given, const Input& input) {
    input.zero(given.flags & ~BO_DRY_RUN, "flags");
    input.zero(given.reserved, "reserved");
    if (given.backorders_enabled > 1) input.refuse(Status::argument, "backorders_enabled", "must be 0 or 1");
    return {given.backorders_enabled != 0, (given.flags & BO_DRY_RUN) != 0};
}

}  // namespace
}  // namespace backorder::abi

using namespace backorder::abi;

bo_status bo_settings_get(bo_backorder* handle, const bo_call* call, bo_result** result, bo_error** error) {
    return guard_answer(
        result, error,
        [&] {
            Call asked(handle, call);
            return asked.run(backorder::SettingsGet{});
        });
}

bo_status bo_settings_set(bo_backorder* handle, const bo_call* call, const bo_settings* settings, bo_result** result,
                          bo_error** error) {
    return guard_answer(
        result, error,
        [&] {
            Call asked(handle, call);
            return asked.run(settings_request(asked.input().structure(settings, "settings"), asked.input()));
        });
}
