#include "status_table.hpp"

#include <backorder/backorder.h>

#include <algorithm>
#include <iterator>

namespace backorder::abi {
namespace {

struct Row {
    Status status;
    bo_status number;
    const char* name;
    std::int32_t retry;
};

#define BO_STATUS(status, macro, retry)                                                                                \
    Row { Status::status, macro, #macro, BO_RETRY_##retry }

constexpr Row rows[]{
    BO_STATUS(ok, BO_OK, NO),
    BO_STATUS(null_argument, BO_E_NULL_ARGUMENT, NO),
    BO_STATUS(struct_size, BO_E_STRUCT_SIZE, NO),
    BO_STATUS(reserved, BO_E_RESERVED, NO),
    BO_STATUS(closed, BO_E_CLOSED, NO),
    BO_STATUS(forked, BO_E_FORKED, NO),
    BO_STATUS(abi_version, BO_E_ABI_VERSION, NO),
    BO_STATUS(config, BO_E_CONFIG, NO),
    BO_STATUS(limit, BO_E_LIMIT, NO),
    BO_STATUS(json, BO_E_JSON, NO),
    BO_STATUS(unknown_member, BO_E_UNKNOWN_MEMBER, NO),
    BO_STATUS(unknown_operation, BO_E_UNKNOWN_OPERATION, NO),
    BO_STATUS(text, BO_E_TEXT, NO),
    BO_STATUS(argument, BO_E_ARGUMENT, NO),
    BO_STATUS(quantity, BO_E_QUANTITY, NO),
    BO_STATUS(duplicate, BO_E_DUPLICATE, NO),
    BO_STATUS(actor, BO_E_ACTOR, NO),
    BO_STATUS(key_required, BO_E_KEY_REQUIRED, NO),
    BO_STATUS(key_reused, BO_E_KEY_REUSED, NO),
    BO_STATUS(permission, BO_E_PERMISSION, NO),
    BO_STATUS(not_found, BO_E_NOT_FOUND, NO),
    BO_STATUS(conflict, BO_E_CONFLICT, NO),
    BO_STATUS(backorders_off, BO_E_BACKORDERS_OFF, NO),
    BO_STATUS(overflow, BO_E_OVERFLOW, NO),
    BO_STATUS(shortage, BO_E_SHORTAGE, NO),
    BO_STATUS(restock_first, BO_E_RESTOCK_FIRST, NO),
    BO_STATUS(not_shippable, BO_E_NOT_SHIPPABLE, NO),
    BO_STATUS(not_cancellable, BO_E_NOT_CANCELLABLE, NO),
    BO_STATUS(not_available, BO_E_NOT_AVAILABLE, NO),
    BO_STATUS(already_cancelled, BO_E_ALREADY_CANCELLED, NO),
    BO_STATUS(gate_shut, BO_E_GATE_SHUT, NO),
    BO_STATUS(some_refused, BO_SOME_REFUSED, NO),
    BO_STATUS(unavailable, BO_E_UNAVAILABLE, SAFE),
    BO_STATUS(timeout, BO_E_TIMEOUT, SAFE),
    BO_STATUS(cancelled, BO_E_CANCELLED, SAFE),
    BO_STATUS(read_only, BO_E_READ_ONLY, NO),
    BO_STATUS(schema_missing, BO_E_SCHEMA_MISSING, NO),
    BO_STATUS(schema_version, BO_E_SCHEMA_VERSION, NO),
    BO_STATUS(privilege, BO_E_PRIVILEGE, NO),
    BO_STATUS(out_of_memory, BO_E_OUT_OF_MEMORY, SAFE),
    BO_STATUS(database, BO_E_DATABASE, SAFE),
    BO_STATUS(busy, BO_E_BUSY, SAFE),
    BO_STATUS(in_doubt, BO_E_IN_DOUBT, SAME_KEY),
    BO_STATUS(internal, BO_E_INTERNAL, SAME_KEY),
};

#undef BO_STATUS

constexpr bool same_number(const Row& known) { return static_cast<bo_status>(known.status) == known.number; }
static_assert(std::all_of(std::begin(rows), std::end(rows), same_number), "Status and the header's numbers are one");

const Row* find(Status status) {
    const auto* const found =
        std::find_if(std::begin(rows), std::end(rows), [status](const Row& known) { return known.status == status; });
    return found != std::end(rows) ? found : nullptr;
}

}  // namespace

const char* status_name(Status status) noexcept {
    const Row* const known = find(status);
    return known != nullptr ? known->name : "";
}

std::int32_t retry_of(Status status) noexcept {
    const Row* const known = find(status);
    return known != nullptr ? known->retry : BO_RETRY_SAME_KEY;
}

}  // namespace backorder::abi
