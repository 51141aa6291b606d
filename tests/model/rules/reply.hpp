#pragma once
// An answer, of the library or of the model, reduced to what the domain decides: no sentences, times or sequence
// numbers.

#include <backorder/backorder.h>
#include <boost/json.hpp>

#include <string>

namespace backorder::test {
namespace json = boost::json;
}

namespace backorder::test::model {

struct Reply {
    bo_status status = BO_OK;
    bool replayed = false;
    json::object tables{};
    json::array details{};  ///< of the error; of what is wrong in form or not permitted the status tells enough
};

/// What the C interface handed out; both are freed.
Reply read_reply(bo_status status, bo_result* result, bo_error* error);

/// Drops what is not compared: an empty table is no table, an empty detail none.
Reply reduced(Reply reply);

bool operator==(const Reply& left, const Reply& right);

std::string to_text(const Reply& reply);

}  // namespace backorder::test::model
