// Questions: stock and availability.
#include "call.hpp"
#include "guard.hpp"

namespace backorder::abi {
namespace {

StockQuery stock_query(const bo_stock_query& given, const Input& input) {
    input.zero(given.reserved, "reserved");
    return {input.ids(given.variants, given.variant_lengths, given.variant_count, "variants"),
            input.ids(given.products, given.product_lengths, given.product_count, "products"),
            input.optional_id(given.warehouse, given.warehouse_length, "warehouse")};
}

AvailabilityItem availability_item(const bo_availability_item& given, const Input& input) {
    input.zero(given.reserved, "reserved");
    return {input.id(given.variant, given.variant_length, "variant"), given.quantity};
}

}  // namespace
}  // namespace backorder::abi

using namespace backorder::abi;

bo_status bo_stock(bo_backorder* handle, const bo_call* call, const bo_stock_query* query, bo_result** result,
                   bo_error** error) {
    return guard_answer(
        result, error,
        [&] {
            Call asked(handle, call);
            return asked.run(stock_query(asked.input().structure(query, "query"), asked.input()));
        });
}

bo_status bo_availability(bo_backorder* handle, const bo_call* call, const bo_availability_item* items, size_t count,
                          bo_result** result, bo_error** error) {
    return guard_answer(
        result, error,
        [&] {
            Call asked(handle, call);
            return asked.run(
                backorder::AvailabilityQuery{asked.input().items(items, count, "items", availability_item)});
        });
}
