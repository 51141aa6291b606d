#pragma once

#include <string>
#include <string_view>

namespace replay {

/// The text as JSON writes it, with its quotes.
std::string json_text(std::string_view text);

}  // namespace replay
