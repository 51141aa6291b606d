#pragma once
// Answers as the caller reads them.

#include "service/answer/answer.hpp"

#include <backorder/backorder.h>

#include <optional>
#include <string>
#include <utility>

struct bo_result {
    explicit bo_result(backorder::Answer given) : answer(std::move(given)) {}

    backorder::Answer answer;
    std::string json{};  ///< empty until it is asked for
};

namespace backorder::abi {

/// What came of a call.
struct Reply {
    std::optional<Outcome<Answer>> answer{};  ///< none: it was submitted, and its answer comes later
    bool of_a_change = false;                 ///< what was done stays done, whether it can be told or not
};

/// Gives the caller what came of a call: a result, an error, or both of a batch with refused items.
bo_status hand_over(Reply reply, bo_result** result, bo_error** error) noexcept;

}  // namespace backorder::abi
