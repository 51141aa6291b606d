#pragma once
// What the header promises of every call, whatever was asked. Where it does not hold the process aborts, so that the
// fuzzer keeps the input.

#include <backorder/backorder.h>

namespace fuzz {

void must(bool holds, const char* what);

/// The answer is one of the header's, not our own fault, complete and readable to its last byte. Frees it.
void check_answer(bo_status status, bo_result* result, bo_error* error);

}  // namespace fuzz
