#pragma once
// One answer of the library, read from its result and error objects.

#include <backorder/backorder.h>
#include <boost/json.hpp>

#include <string>
#include <string_view>

namespace backorder::test {

namespace json = boost::json;

struct Answer {
    bo_status status = BO_OK;
    bool replayed = false;
    json::object result;  ///< its tables; empty if there was none
    json::object error;   ///< empty if there was none
};

/// Reads and frees both. Checks that what the columns hold is what the JSON says.
Answer read_answer(bo_status status, bo_result* result, bo_error* error);

/// The named columns of a table, cells parted by blanks and rows by "; ": `rows(answer, "parts", "warehouse waiting")`.
std::string rows(const Answer& answer, std::string_view table, std::string_view columns);

/// One cell of a table's first row.
std::string cell(const Answer& answer, std::string_view table, std::string_view column);
std::int64_t number(const Answer& answer, std::string_view table, std::string_view column);

/// The named details of the error, as rows() shows them; "-" where a row has no such detail.
std::string details(const Answer& answer, std::string_view keys);

/// The answer as text without what two runs of the same script cannot share: times, cursors, sequences and the
/// marketplace's name.
std::string comparable(const Answer& answer, std::string_view marketplace);

}  // namespace backorder::test
