#include "status_table.hpp"

#include <backorder/backorder.h>

#include <algorithm>
#include <iterator>

namespace backorder::abi {
namespace {

struct StatusName {
    Status status;
    bo_status number;
    const char* name;
};

#define BO_STATUS(status, macro) StatusName{Status::status, macro, #macro}

constexpr StatusName names[]{
    BO_STATUS(ok, BO_OK),
    BO_STATUS(null_argument, BO_E_NULL_ARGUMENT),
    BO_STATUS(struct_size, BO_E_STRUCT_SIZE),
    BO_STATUS(reserved, BO_E_RESERVED),
    BO_STATUS(closed, BO_E_CLOSED),
    BO_STATUS(forked, BO_E_FORKED),
    BO_STATUS(abi_version, BO_E_ABI_VERSION),
    BO_STATUS(config, BO_E_CONFIG),
    BO_STATUS(limit, BO_E_LIMIT),
    BO_STATUS(json, BO_E_JSON),
    BO_STATUS(unknown_member, BO_E_UNKNOWN_MEMBER),
    BO_STATUS(unknown_operation, BO_E_UNKNOWN_OPERATION),
    BO_STATUS(text, BO_E_TEXT),
    BO_STATUS(argument, BO_E_ARGUMENT),
    BO_STATUS(quantity, BO_E_QUANTITY),
    BO_STATUS(duplicate, BO_E_DUPLICATE),
    BO_STATUS(actor, BO_E_ACTOR),
    BO_STATUS(key_required, BO_E_KEY_REQUIRED),
    BO_STATUS(key_reused, BO_E_KEY_REUSED),
    BO_STATUS(permission, BO_E_PERMISSION),
    BO_STATUS(not_found, BO_E_NOT_FOUND),
    BO_STATUS(conflict, BO_E_CONFLICT),
    BO_STATUS(backorders_off, BO_E_BACKORDERS_OFF),
    BO_STATUS(overflow, BO_E_OVERFLOW),
    BO_STATUS(shortage, BO_E_SHORTAGE),
    BO_STATUS(restock_first, BO_E_RESTOCK_FIRST),
    BO_STATUS(not_shippable, BO_E_NOT_SHIPPABLE),
    BO_STATUS(not_cancellable, BO_E_NOT_CANCELLABLE),
    BO_STATUS(not_available, BO_E_NOT_AVAILABLE),
    BO_STATUS(already_cancelled, BO_E_ALREADY_CANCELLED),
    BO_STATUS(gate_shut, BO_E_GATE_SHUT),
    BO_STATUS(some_refused, BO_SOME_REFUSED),
    BO_STATUS(unavailable, BO_E_UNAVAILABLE),
    BO_STATUS(timeout, BO_E_TIMEOUT),
    BO_STATUS(cancelled, BO_E_CANCELLED),
    BO_STATUS(read_only, BO_E_READ_ONLY),
    BO_STATUS(schema_missing, BO_E_SCHEMA_MISSING),
    BO_STATUS(schema_version, BO_E_SCHEMA_VERSION),
    BO_STATUS(privilege, BO_E_PRIVILEGE),
    BO_STATUS(out_of_memory, BO_E_OUT_OF_MEMORY),
    BO_STATUS(database, BO_E_DATABASE),
    BO_STATUS(busy, BO_E_BUSY),
    BO_STATUS(in_doubt, BO_E_IN_DOUBT),
    BO_STATUS(internal, BO_E_INTERNAL),
};

#undef BO_STATUS

constexpr bool same_number(const StatusName& known) { return static_cast<bo_status>(known.status) == known.number; }
static_assert(std::all_of(std::begin(names), std::end(names), same_number), "Status and the header's numbers are one");

}  // namespace

const char* status_name(Status status) noexcept {
    const auto* const found = std::find_if(std::begin(names), std::end(names),
                                           [status](const StatusName& known) { return known.status == status; });
    return found != std::end(names) ? found->name : "";
}

}  // namespace backorder::abi
