#pragma once
// Refusals as the caller sees them.

#include "service/answer.hpp"

#include <backorder/backorder.h>

namespace backorder::abi {

/// Sets *error (error may be NULL) and returns the status. Without memory for that both say BO_E_OUT_OF_MEMORY.
bo_status report(const Refusal& refusal, bo_error** error) noexcept;

/// BO_E_OUT_OF_MEMORY, with an error that needs none. How far the call came is not known.
bo_status report_out_of_memory(bo_error** error) noexcept;

/// BO_E_INTERNAL.
bo_status report_fault(const char* what, bo_error** error) noexcept;

}  // namespace backorder::abi
