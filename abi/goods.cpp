// Goods in.
#include "call.hpp"
#include "guard.hpp"

namespace backorder::abi {
namespace {

ReceiveItem receive_item(const bo_receipt& given, const Input& input) {
    input.zero(given.reserved, "reserved");
    return {input.id(given.variant, given.variant_length, "variant"),
            input.id(given.warehouse, given.warehouse_length, "warehouse"),
            {given.quantity}};
}

}  // namespace
}  // namespace backorder::abi

using namespace backorder::abi;

bo_status bo_receive(bo_backorder* handle, const bo_call* call, const bo_receipt* items, size_t count,
                     bo_result** result, bo_error** error) {
    return guard_answer(
        result, error,
        [&] {
            Call asked(handle, call);
            return asked.run(backorder::Receive{asked.input().items(items, count, "items", receive_item)});
        });
}
