// What the library is, and all of it as one table.
#include "status_table.hpp"

#include <backorder/backorder.h>

#define BO_TEXT(number) #number
#define BO_VERSION_TEXT(major, minor, patch) BO_TEXT(major) "." BO_TEXT(minor) "." BO_TEXT(patch)

namespace {

constexpr bo_api table{
    sizeof(bo_api),
    BO_VERSION_MAJOR,
    BO_VERSION_MINOR,
    0,
    bo_status_name,
    bo_version,
    bo_open,
    bo_close,
    bo_migrate,
    bo_poll_fd,
    bo_logs,
    bo_token_new,
    bo_token_cancel,
    bo_token_free,
    bo_call_json,
    bo_settings_get,
    bo_settings_set,
    bo_policy_set,
    bo_threshold_set,
    bo_stock,
    bo_availability,
    bo_receive,
    bo_place,
    bo_cancel,
    bo_shippable,
    bo_fulfill,
    bo_events,
    bo_events_acknowledge,
    bo_result_rows,
    bo_result_int64,
    bo_result_text,
    bo_result_json,
    bo_result_replayed,
    bo_result_free,
    bo_error_status,
    bo_error_retry,
    bo_error_message,
    bo_error_sqlstate,
    bo_error_rows,
    bo_error_detail,
    bo_error_json,
    bo_error_free,
    bo_completions_new,
    bo_completions_fd,
    bo_completions_pull,
    bo_completions_free,
    bo_place_batch,
};

}  // namespace

const char* bo_version(void) { return BO_VERSION_TEXT(BO_VERSION_MAJOR, BO_VERSION_MINOR, BO_VERSION_PATCH); }

const char* bo_status_name(bo_status status) {
    return backorder::abi::status_name(static_cast<backorder::Status>(status));
}

bo_status bo_get_api(uint32_t major, uint32_t min_minor, const bo_api** api) {
    if (api == nullptr) return BO_E_NULL_ARGUMENT;
    const bool have = major == table.major && min_minor <= table.minor;
    *api = have ? &table : nullptr;
    return have ? BO_OK : BO_E_ABI_VERSION;
}
