#pragma once

#include <string>
#include <string_view>

namespace replay {

bool is_utf8(std::string_view text);

/// Why the library would not take the text as an id; empty if it would.
std::string problem_of_id(std::string_view id);

}  // namespace replay
