// Placing and cancelling orders.
#include "call.hpp"
#include "guard.hpp"

namespace backorder::abi {
namespace {

PlaceLine place_line(const bo_order_line& given, const Input& input) {
    input.zero(given.flags & ~BO_DECLINE_BACKORDER, "flags");
    return {input.id(given.line, given.line_length, "line"),
            input.id(given.variant, given.variant_length, "variant"),
            {given.quantity},
            input.optional_id(given.warehouse, given.warehouse_length, "warehouse"),
            (given.flags & BO_DECLINE_BACKORDER) != 0};
}

Place place_request(const bo_order& given, const Input& input) {
    input.zero(given.flags, "flags");
    return {input.id(given.order, given.order_length, "order"), given.priority,
            input.ids(given.warehouses, given.warehouse_lengths, given.warehouse_count, "warehouses"),
            input.items(given.lines, given.line_count, "lines", place_line)};
}

/// Lines are read only as far as a batch may have them: each order could bring as many again.
class BatchReader {
public:
    Place operator()(const bo_order& given, const Input& input) {
        const bool fits = given.line_count <= max_batch_lines - lines_;
        if (fits)
            lines_ += given.line_count;
        else
            input.refuse(Status::limit, {}, "takes the batch past 100000 lines");
        bo_order order = given;
        if (!fits) order.line_count = 0;
        return place_request(order, input);
    }

private:
    std::size_t lines_ = 0;
};

CancelLine cancel_line(const bo_order_units& given, const Input& input) {
    input.zero(given.reserved, "reserved");
    if (given.warehouse_length != 0) input.refuse(Status::argument, "warehouse", "must be empty");
    return {input.id(given.line, given.line_length, "line"), {given.quantity}};
}

}  // namespace
}  // namespace backorder::abi

using namespace backorder::abi;

bo_status bo_place(bo_backorder* handle, const bo_call* call, const bo_order* order, bo_result** result,
                   bo_error** error) {
    return guard_answer(
        result, error,
        [&] {
            Call asked(handle, call);
            return asked.run(place_request(asked.input().structure(order, "order"), asked.input()));
        });
}

bo_status bo_place_batch(bo_backorder* handle, const bo_call* call, const bo_order* orders, size_t count,
                         bo_result** result, bo_error** error) {
    return guard_answer(
        result, error,
        [&] {
            Call asked(handle, call);
            return asked.run(backorder::PlaceBatch{asked.input().items(orders, count, "orders", BatchReader{})});
        });
}

bo_status bo_cancel(bo_backorder* handle, const bo_call* call, const char* order, size_t order_length,
                    const bo_order_units* units, size_t count, bo_result** result, bo_error** error) {
    return guard_answer(
        result, error,
        [&] {
            Call asked(handle, call);
            const Input& input = asked.input();
            return asked.run(backorder::Cancel{input.id(order, order_length, "order"),
                                               input.items(units, count, "lines", cancel_line)});
        });
}
