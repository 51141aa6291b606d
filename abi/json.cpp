// The JSON door: every operation by name.
#include "service/request/json.hpp"
#include "call.hpp"
#include "guard.hpp"

using namespace backorder::abi;

bo_status bo_call_json(bo_backorder* handle, const bo_call* call, const char* operation, size_t operation_length,
                       const char* request, size_t request_length, bo_result** result, bo_error** error) {
    return guard_answer(
        result, error,
        [&] {
            Call asked(handle, call);
            const Input& input = asked.input();
            const auto name = input.view(operation, operation_length, "operation", backorder::max_id_bytes);
            return asked.run(name, input.view(request, request_length, "request", backorder::max_json_bytes));
        });
}
