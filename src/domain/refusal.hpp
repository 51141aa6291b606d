#pragma once
// What the library answers when it does not do what was asked.

#include "domain/statuses.hpp"

#include <boost/system/result.hpp>

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace backorder {

enum class Status : std::int32_t {
#define BACKORDER_STATUS(name, number, macro, retry, whose) name = (number),
    BACKORDER_STATUSES(BACKORDER_STATUS)
#undef BACKORDER_STATUS
};

enum class Whose : std::uint8_t { one, all };

/// May one call be why a whole batch failed?
constexpr bool may_be_one_calls(Status status) {
    switch (status) {
#define BACKORDER_STATUS(name, number, macro, retry, whose)                                                            \
    case Status::name: return Whose::whose == Whose::one;
        BACKORDER_STATUSES(BACKORDER_STATUS)
#undef BACKORDER_STATUS
    }
    return true;
}

/// One key and its value in an error's details; `count`s and ids are both the host's words.
struct Detail {
    std::string key;
    std::variant<std::int64_t, std::string> value;
};

/// One thing an error is about: an order line, a warehouse, a field.
using DetailRow = std::vector<Detail>;

struct Refusal {
    Status status = Status::internal;
    std::string message;
    std::vector<DetailRow> details{};
    std::string sqlstate{};
};

[[noreturn]] inline void throw_exception_from_error(const Refusal& refusal, const boost::source_location&) {
    throw std::logic_error("outcome read without a look at its refusal: " + refusal.message);
}

/// A value, or why there is none.
template <class T>
using Outcome = boost::system::result<T, Refusal>;

}  // namespace backorder
