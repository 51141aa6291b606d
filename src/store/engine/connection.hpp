#pragma once
// One connection to PostgreSQL. The only place that knows which libpqxx it is built with.

#include "sql/statements.hpp"
#include "store/engine/log.hpp"
#include "store/engine/session_settings.hpp"
#include "store/engine/values.hpp"

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace backorder {

/// A text sent in one round trip. It prepares its statements that are not prepared yet.
class Script {
public:
    Script() = default;
    explicit Script(std::string text) : text_(std::move(text)) {}

    void add(const Script& behind);
    bool empty() const { return text_.empty(); }
    const std::string& text() const { return text_; }

private:
    friend class Connection;
    std::string text_;
    std::vector<const sql::Statement*> prepares_;
};

/// Used by one thread at a time. Throws what libpqxx throws. Once lost it stays lost: it never reconnects.
class Connection {
public:
    /// Blocks until connected; each host has its connect_timeout. Throws NotConnected. What the server remarks goes to
    /// the log.
    explicit Connection(const std::string& options, Log* log = nullptr);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    /// From now on named statements are kept prepared.
    void keep_statements() noexcept { keeping_ = true; }

    /// Each is one round trip, except the second run of a statement by parameters, which prepares it first. Of a
    /// script with several statements the last one's rows are answered.
    Rows run_script(const std::string& script) { return run_script(Script(script)); }
    Rows run_script(const Script& script);
    Rows run(const sql::Statement& statement, const Parameters& parameters);

    /// The statement with its values as a script; none if statements are not kept prepared.
    std::optional<Script> execution(const sql::Statement& statement, const Parameters& parameters);

    /// Asks the server whether the transaction has failed: statements are then refused until ROLLBACK. One round
    /// trip.
    bool refuses_until_rollback();

    /// False if this side knows that the connection is lost.
    bool alive() const noexcept;

    /// Throws pqxx::broken_connection if it is not alive.
    void require_alive() const;

    /// True from a transaction's start until the server has answered its end. A working connection is not reusable.
    void set_working(bool working) noexcept { working_ = working; }
    bool reusable() const noexcept { return !working_ && alive(); }

    /// The session has the settings that transactions need, and is ours alone.
    void set_settled() noexcept { settled_ = true; }
    bool settled() const noexcept { return settled_; }

    /// The timeouts that the session has now.
    void set_timeouts(const Timeouts& timeouts) noexcept { timeouts_ = timeouts; }
    const Timeouts& timeouts() const noexcept { return timeouts_; }

    /// It is not known which timeouts the session has now.
    void forget_timeouts() noexcept { timeouts_ = {unknown, unknown, unknown}; }

    /// A duplicate of the socket's descriptor: it means this socket until the connection is destroyed, also when
    /// libpq has closed it.
    int socket() const noexcept { return socket_; }

private:
    class Session;
    static constexpr std::chrono::milliseconds unknown{-1};

    bool knows(const sql::Statement& statement);

    std::unique_ptr<Session> session_;
    int socket_;
    bool working_ = false;
    bool settled_ = false;
    bool keeping_ = false;
    Timeouts timeouts_;
};

}  // namespace backorder
