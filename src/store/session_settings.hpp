#pragma once
// What statements rest on: settings of a session that is ours alone, or of each transaction where others may use it too.

#include <string>
#include <string_view>

namespace backorder {

/// As an SQL identifier.
std::string quoted_name(std::string_view name);

/// `; SET LOCAL ...`: to stand behind BEGIN.
std::string transaction_settings(std::string_view schema);

/// `-c ...`, for the connection option `options`: poolers that would hand the session on to others refuse it.
std::string startup_settings(std::string_view schema);

/// Asks whether they hold: a pooler may be told to take no notice of `options`.
std::string do_settings_hold(std::string_view schema);

}  // namespace backorder
