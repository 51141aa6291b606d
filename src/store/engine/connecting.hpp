#pragma once
// How a connection comes to be: by libpq's steps, so that what is remarked meanwhile is logged and not printed.

#include "store/engine/log.hpp"

#include <exception>
#include <string>
#include <utility>

struct pg_conn;

namespace backorder {

/// No connection could be made: the server's words, or libpq's.
class NotConnected : public std::exception {
public:
    NotConnected(std::string sqlstate, std::string words) : sqlstate_(std::move(sqlstate)), words_(std::move(words)) {}
    const char* what() const noexcept override { return words_.c_str(); }

    /// Empty if no server said it.
    const std::string& sqlstate() const noexcept { return sqlstate_; }

private:
    std::string sqlstate_;
    std::string words_;
};

class Refused;

/// Thrown where the host process has no file descriptor left.
Refused no_descriptor();

/// Blocks until connected; each address has the connect_timeout. To be closed by PQfinish. Throws NotConnected,
/// no_descriptor. The log, where there is one, must outlive the connection: notices go there as long as it lives.
pg_conn* connect(const std::string& options, Log* log);

/// Sends notices to the log again: libpqxx replaces the notice processor when it takes a connection over.
void log_notices(pg_conn* connection, Log* log);

}  // namespace backorder
