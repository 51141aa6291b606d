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

enum class Retry : std::int32_t { no = BO_RETRY_NO, safe = BO_RETRY_SAFE, same_key = BO_RETRY_SAME_KEY };

#define BACKORDER_STATUS(status, number, macro, retry, whose)                                                          \
    Row{Status::status, macro, #macro, static_cast<std::int32_t>(Retry::retry)},

constexpr Row rows[]{BACKORDER_STATUSES(BACKORDER_STATUS)};

#undef BACKORDER_STATUS

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
