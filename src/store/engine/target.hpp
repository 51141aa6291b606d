#pragma once
// Connection strings as libpq reads them.

#include "domain/refusal.hpp"

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

class Target {
public:
    /// A connection string or URL of libpq. Status::config, quoting none of it, if it is neither.
    static Outcome<Target> parse(const std::string& database);

    /// The connection string with our defaults: application_name, connect_timeout per host, keepalives, UTF-8.
    const std::string& options() const { return options_; }

    /// The same with further server options, `-c name=value`, behind those that were given.
    std::string options_with(const std::string& server_options) const;

    /// `database "shop" at db1:5432,db2:5432 as user "app"`
    const std::string& description() const { return description_; }

    /// The text without passwords.
    std::string mask(std::string_view text) const;

private:
    std::string options_;
    std::string server_options_;
    std::string description_;
    std::vector<std::string> secrets_;
};

}  // namespace backorder
