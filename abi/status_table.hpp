#pragma once
// The names of the statuses, and what is to be done about each.

#include "service/answer/answer.hpp"

#include <cstdint>

namespace backorder::abi {

/// "BO_E_SHORTAGE"; "" if there is none such.
const char* status_name(Status status) noexcept;

/// BO_RETRY_. Of one that is not known here, from the record of a later version: the one that is always right.
std::int32_t retry_of(Status status) noexcept;

}  // namespace backorder::abi
