#pragma once
// JSON texts from outside: bounded, strict, every name once.

#include "domain/refusal.hpp"

#include <boost/json/object.hpp>

#include <cstddef>
#include <string_view>

namespace backorder {

inline constexpr std::size_t max_json_bytes = std::size_t{16} << 20;
inline constexpr std::size_t max_json_depth = 32;

/// The object a text holds; an empty text stands for {}. Status::json, Status::limit.
Outcome<boost::json::object> parse_object(std::string_view text);

}  // namespace backorder
