#pragma once
// Which database: how to reach it, how to speak of it without giving its secrets away.

#include "domain/refusal.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace backorder {

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
