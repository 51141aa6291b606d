#pragma once
// Connection strings as libpq reads them.

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace backorder {

using ConnectionOptions = std::map<std::string, std::string, std::less<>>;

/// Nothing if it is neither a connection string nor a URL. Throws std::bad_alloc.
std::optional<ConnectionOptions> parse_connection_options(const std::string& text);

/// What libpq takes for what is not said: the environment's, or its own. Throws std::bad_alloc.
ConnectionOptions default_connection_options();

/// Of `a,b,c`.
std::vector<std::string> list_items(std::string_view list);

}  // namespace backorder
