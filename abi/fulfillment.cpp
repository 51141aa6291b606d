// Shipping.
#include "call.hpp"
#include "guard.hpp"

namespace backorder::abi {
namespace {

FulfillEntry fulfill_entry(const bo_order_units& given, const Input& input) {
    input.zero(given.reserved, "reserved");
    return {input.id(given.line, given.line_length, "line"),
            input.id(given.warehouse, given.warehouse_length, "warehouse"),
            {given.quantity}};
}

}  // namespace
}  // namespace backorder::abi

using namespace backorder::abi;

bo_status bo_shippable(bo_backorder* handle, const bo_call* call, const char* order, size_t order_length,
                       bo_result** result, bo_error** error) {
    return guard_answer(
        result, error,
        [&] {
            Call asked(handle, call);
            return asked.run(backorder::Shippable{asked.input().id(order, order_length, "order")});
        });
}

bo_status bo_fulfill(bo_backorder* handle, const bo_call* call, const char* order, size_t order_length,
                     const bo_order_units* units, size_t count, uint32_t flags, bo_result** result, bo_error** error) {
    return guard_answer(
        result, error,
        [&] {
            Call asked(handle, call);
            const Input& input = asked.input();
            input.zero(flags & ~BO_STRICT, "flags");
            return asked.run(backorder::Fulfill{input.id(order, order_length, "order"), (flags & BO_STRICT) != 0,
                                                input.items(units, count, "entries", fulfill_entry)});
        });
}
