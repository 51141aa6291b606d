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

/// What is sent at once. Statements that are not prepared yet are prepared in it.
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

    /// From now on statements that are used again are kept prepared.
    void keep_statements() noexcept { keeping_ = true; }

    /// Each is one round trip, but a statement's second run by parameters, which prepares it. The script may hold
    /// several statements; the last one's rows are answered.
    Rows run_script(const std::string& script) { return run_script(Script(script)); }
    Rows run_script(const Script& script);
    Rows run(const sql::Statement& statement, const Parameters& parameters);

    /// The statement with its values, prepared if need be; nothing if statements are not kept.
    std::optional<Script> execution(const sql::Statement& statement, const Parameters& parameters);

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

    /// What transactions left as the session's own.
    void set_timeouts(const Timeouts& timeouts) noexcept { timeouts_ = timeouts; }
    const Timeouts& timeouts() const noexcept { return timeouts_; }

    /// They may be the session's or not.
    void forget_timeouts() noexcept { timeouts_ = {unknown, unknown, unknown}; }

    /// A descriptor of its own of the socket: it stands for this socket and no other until the connection is destroyed.
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
