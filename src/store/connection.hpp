#pragma once
// One connection to PostgreSQL. The only place that knows which libpqxx it is built with.

#include "sql/statements.hpp"
#include "store/parameters.hpp"
#include "store/rows.hpp"

#include <chrono>
#include <memory>
#include <optional>
#include <string>

namespace backorder {

/// Used by one thread at a time. Throws what libpqxx throws. Once lost it stays lost: it never reconnects.
class Connection {
public:
    /// Blocks until connected; each host has its connect_timeout.
    explicit Connection(const std::string& options);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    /// From now on the statement runs prepared.
    void prepare(const sql::Statement& statement);

    /// Each is one round trip. The script may hold several statements; the last one's rows are answered.
    Rows run_script(const std::string& script);
    Rows run(const sql::Statement& statement, const Parameters& parameters);

    /// The statement with its values, to stand in a script; nothing if it is not prepared.
    std::optional<std::string> execution(const sql::Statement& statement, const Parameters& parameters) const;

    /// Is it in a transaction of which a statement failed? One round trip.
    bool refuses_until_rollback();

    /// Is it connected, as far as this side knows?
    bool alive() const noexcept;

    /// Throws pqxx::broken_connection if it is not alive.
    void require_alive() const;

    /// From a transaction's first statement until its end was answered.
    void set_working(bool working) noexcept { working_ = working; }
    bool reusable() const noexcept { return !working_ && alive(); }

    /// The session's settings are those that transactions need.
    void set_settled() noexcept { settled_ = true; }
    bool settled() const noexcept { return settled_; }

    /// What the session's own statement_timeout is known to be; 0: it is not.
    void set_session_timeout(std::chrono::milliseconds timeout) noexcept { session_timeout_ = timeout; }
    std::chrono::milliseconds session_timeout() const noexcept { return session_timeout_; }

    /// A descriptor of its own of the socket: it stands for this socket and no other until the connection is destroyed.
    int socket() const noexcept { return socket_; }

private:
    class Session;
    std::unique_ptr<Session> session_;
    int socket_;
    bool working_ = false;
    bool settled_ = false;
    std::chrono::milliseconds session_timeout_{0};
};

}  // namespace backorder
