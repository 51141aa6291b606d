#include "promises.hpp"

#include "status_table.hpp"

#include <boost/json/parse.hpp>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <numeric>
#include <string_view>

namespace fuzz {

namespace {

constexpr uint32_t most_tables = 40;
constexpr uint32_t most_columns = 30;

bool is_json_object(std::string_view text) {
    boost::json::error_code fault;
    const boost::json::value value = boost::json::parse(text, fault);
    return !fault && value.is_object();
}

/// Reads every byte that is lent, so that AddressSanitizer looks at it.
unsigned sum(std::string_view bytes) { return std::accumulate(bytes.begin(), bytes.end(), 0U); }

void check_column(const bo_result* result, uint32_t column, size_t rows) {
    static volatile uint64_t seen = 0;
    const uint64_t* offsets = nullptr;
    const char* bytes = bo_result_text(result, column, &offsets);
    const int64_t* numbers = bo_result_int64(result, column);
    must(bytes == nullptr || numbers == nullptr, "a column is of text and of integers");
    for (size_t row = 0; row < rows; ++row) {
        if (numbers != nullptr) seen = seen + static_cast<uint64_t>(numbers[row]);
        if (bytes == nullptr) continue;
        must(offsets[row] <= offsets[row + 1], "a column's offsets fall");
        seen = seen + sum({bytes + offsets[row], offsets[row + 1] - offsets[row]});
    }
}

void check_result(bo_result* result) {
    for (uint32_t table = 0; table < most_tables; ++table)
        for (uint32_t column = 0; column < most_columns; ++column)
            check_column(result, table << 8 | column, bo_result_rows(result, table));
    size_t length = 0;
    const char* text = bo_result_json(result, &length);
    must(text != nullptr && std::strlen(text) == length, "a result's JSON has no end");
    must(is_json_object({text, length}), "a result's JSON is none");
}

void check_error(const bo_error* error, bo_status status) {
    must(bo_error_status(error) == status, "an error tells another status");
    must(bo_error_message(error)[0] != '\0', "an error says nothing");
    must(bo_error_retry(error) >= BO_RETRY_NO && bo_error_retry(error) <= BO_RETRY_SAME_KEY,
         "an error's retry is none");
    must(is_json_object(bo_error_json(error)), "an error's JSON is none");
}

}  // namespace

void must(bool holds, const char* what) {
    if (holds) return;
    std::fprintf(stderr, "not so: %s\n", what);
    std::abort();
}

void check_answer(bo_status status, bo_result* result, bo_error* error) {
    must(backorder::abi::status_name(static_cast<backorder::Status>(status))[0] != '\0', "a status without a name");
    must(status != BO_E_INTERNAL && status != BO_E_IN_DOUBT, bo_error_json(error));
    must((error == nullptr) == (status == BO_OK), "an error comes with every status but BO_OK, and only so");
    if (error != nullptr) check_error(error, status);
    must(result != nullptr || (status != BO_OK && status != BO_SOME_REFUSED), "no result came");
    if (result != nullptr) check_result(result);
    bo_result_free(result);
    bo_error_free(error);
}

}  // namespace fuzz
