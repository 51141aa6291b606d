#pragma once
// Refusals as the caller sees them.

#include "service/answer/answer.hpp"

#include <backorder/backorder.h>

namespace backorder::abi {

/// Sets *error (error may be NULL) and returns the status. Without memory for that both say BO_E_OUT_OF_MEMORY, or
/// BO_E_IN_DOUBT if something may have been done.
bo_status report(const Refusal& refusal, bo_error** error) noexcept;

/// BO_E_OUT_OF_MEMORY, with an error that needs none: before anything was done.
bo_status report_out_of_memory(bo_error** error) noexcept;

/// BO_E_IN_DOUBT, with an error that needs no memory: something may have been done, and there is no memory to tell
/// what.
bo_status report_lost_answer(bo_error** error) noexcept;

/// BO_E_INTERNAL.
bo_status report_fault(const char* what, bo_error** error) noexcept;

}  // namespace backorder::abi
