#include "result.hpp"

#include "error.hpp"

#include <exception>
#include <memory>
#include <new>
#include <optional>

namespace backorder::abi {
namespace {

constexpr std::uint32_t index_bits = 8;
constexpr std::uint32_t index_mask = 0xff;

std::string shown(const Answer& answer) {
    const std::optional<Refusal> refused = refused_items(answer);
    JsonWriter all;
    all.begin_object().member("status", refused ? static_cast<bo_status>(refused->status) : BO_OK);
    all.key("replayed").flag(answer.replayed);
    write_tables(answer, all);
    return all.end_object().take();
}

bool is_text(CellType type) { return type == CellType::text || type == CellType::json; }

/// The column if it is there and of integers (or of text); else NULL.
const Column* find_column(const bo_result* result, std::uint32_t number, bool text) {
    if (result == nullptr) return nullptr;
    const Table* const table = result->answer.find(number >> index_bits);
    const std::size_t index = number & index_mask;
    if (table == nullptr || index >= table->spec().columns.size()) return nullptr;
    return is_text(table->spec().columns[index].type) == text ? &table->column(index) : nullptr;
}

bo_status give(Answer answer, bo_result** result, bo_error** error) {
    auto made = std::make_unique<bo_result>(std::move(answer));
    bo_status status = BO_OK;
    if (const std::optional<Refusal> refused = refused_items(made->answer)) {
        status = report(*refused, error);
        if (status != static_cast<bo_status>(refused->status)) return status;
    }
    if (result != nullptr) *result = made.release();
    return status;
}

}  // namespace

bo_status hand_over(Reply reply, bo_result** result, bo_error** error) noexcept {
    if (!reply.answer) return BO_OK;
    if (!*reply.answer) return report(reply.answer->error(), error);
    try {
        return give(**std::move(reply.answer), result, error);
    } catch (const std::bad_alloc&) {
        return reply.of_a_change ? report_lost_answer(error) : report_out_of_memory(error);
    } catch (const std::exception& fault) {
        return report_fault(fault.what(), error);
    }
}

}  // namespace backorder::abi

using namespace backorder::abi;

size_t bo_result_rows(const bo_result* result, uint32_t table) {
    const backorder::Table* const found = result == nullptr ? nullptr : result->answer.find(table);
    return found == nullptr ? 0 : found->rows();
}

const int64_t* bo_result_int64(const bo_result* result, uint32_t column) {
    static constexpr int64_t no_rows = 0;
    const backorder::Column* const found = find_column(result, column, false);
    if (found == nullptr) return nullptr;
    return found->integers.empty() ? &no_rows : found->integers.data();
}

const char* bo_result_text(const bo_result* result, uint32_t column, const uint64_t** offsets) {
    static constexpr uint64_t no_rows = 0;
    const backorder::Column* const found = find_column(result, column, true);
    if (offsets != nullptr)
        *offsets = found == nullptr ? nullptr : found->offsets.empty() ? &no_rows : found->offsets.data();
    return found == nullptr ? nullptr : found->bytes.data();
}

const char* bo_result_json(bo_result* result, size_t* length) {
    if (length != nullptr) *length = 0;
    if (result == nullptr) return nullptr;
    try {
        if (result->json.empty()) result->json = shown(result->answer);
    } catch (...) {
        return nullptr;
    }
    if (length != nullptr) *length = result->json.size();
    return result->json.c_str();
}

int32_t bo_result_replayed(const bo_result* result) { return result != nullptr && result->answer.replayed ? 1 : 0; }

void bo_result_free(bo_result* result) { delete result; }
