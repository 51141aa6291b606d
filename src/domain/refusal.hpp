#pragma once
// What the library answers when it does not do what was asked.

#include <boost/system/result.hpp>

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace backorder {

/// The same numbers as the BO_* statuses of the public header, where each is explained.
enum class Status : std::int32_t {
    ok = 0,

    null_argument = 101,
    struct_size = 102,
    reserved = 103,
    closed = 104,
    forked = 105,
    abi_version = 106,
    config = 107,
    limit = 108,
    json = 109,
    unknown_member = 110,
    unknown_operation = 111,
    text = 112,
    argument = 113,
    quantity = 114,
    duplicate = 115,
    actor = 116,
    key_required = 117,
    key_reused = 118,

    permission = 201,
    not_found = 202,
    conflict = 203,
    backorders_off = 204,
    overflow = 205,
    shortage = 206,
    restock_first = 207,
    not_shippable = 208,
    not_cancellable = 209,
    not_available = 210,
    already_cancelled = 211,
    gate_shut = 212,
    some_refused = 213,

    unavailable = 301,
    timeout = 302,
    cancelled = 303,
    read_only = 304,
    schema_missing = 305,
    schema_version = 306,
    privilege = 307,
    out_of_memory = 308,
    database = 309,
    busy = 310,

    in_doubt = 401,

    internal = 501,
};

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
