#pragma once
// What statements rest on: settings of a session that is ours alone, or of each transaction where others may use it
// too.

#include <chrono>
#include <string>
#include <string_view>

namespace backorder {

/// How long the server waits before it ends a statement, the session of a transaction that nobody goes on with, and a
/// wait for a lock. 0: as long as the database, or the role, has it.
struct Timeouts {
    std::chrono::milliseconds statement{0};
    std::chrono::milliseconds idle_in_transaction{0};
    std::chrono::milliseconds lock{0};
};

/// `SET ...; SET ...` of what is to change, for a session that is ours alone.
std::string timeout_changes(const Timeouts& from, const Timeouts& to);

/// `SET LOCAL ...; SET LOCAL ...`, which the transaction's end undoes.
std::string transaction_timeouts(const Timeouts& from, const Timeouts& to);

/// As an SQL identifier.
std::string quoted_name(std::string_view name);

/// `SET LOCAL ...; SET LOCAL ...`, the same.
std::string transaction_settings(std::string_view schema);

/// `-c ...`, for the connection option `options`: poolers that would hand the session on to others refuse it.
std::string startup_settings(std::string_view schema);

/// Asks whether they hold: a pooler may be told to take no notice of `options`.
std::string do_settings_hold(std::string_view schema);

}  // namespace backorder
