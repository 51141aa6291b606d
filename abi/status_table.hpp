#pragma once
// The names of the statuses.

#include "service/answer.hpp"

namespace backorder::abi {

/// "BO_E_SHORTAGE"; "" if there is none such.
const char* status_name(Status status) noexcept;

}  // namespace backorder::abi
