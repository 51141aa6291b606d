#include "store/connection.hpp"

#include <pqxx/pqxx>

#include <fcntl.h>
#include <unistd.h>

#include <system_error>
#include <unordered_set>

namespace backorder {

namespace {

#if PQXX_VERSION_MAJOR >= 7

void forbid_reconnecting(pqxx::connection&) {}

void prepare_now(pqxx::connection& connection, const std::string& name, const std::string& text) {
    connection.prepare(name, text);
}

pqxx::params to_pqxx(const Parameters& parameters) {
    pqxx::params converted;
    converted.reserve(parameters.values().size());
    for (const auto& value : parameters.values()) {
        converted.append(value);
    }
    return converted;
}

pqxx::result run_prepared(pqxx::nontransaction& work, const std::string& name, const Parameters& parameters) {
    return work.exec(pqxx::prepped{name}, to_pqxx(parameters));
}

pqxx::result run_text(pqxx::nontransaction& work, const std::string& text, const Parameters& parameters) {
    return work.exec(text, to_pqxx(parameters));
}

#else

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
void forbid_reconnecting(pqxx::connection& connection) { connection.inhibit_reactivation(true); }
#pragma GCC diagnostic pop

void prepare_now(pqxx::connection& connection, const std::string& name, const std::string& text) {
    connection.prepare(name, text);
    connection.prepare_now(name);
}

std::vector<const char*> to_pqxx(const Parameters& parameters) {
    std::vector<const char*> converted;
    converted.reserve(parameters.values().size());
    for (const auto& value : parameters.values()) {
        converted.push_back(value ? value->c_str() : nullptr);
    }
    return converted;
}

pqxx::result run_prepared(pqxx::nontransaction& work, const std::string& name, const Parameters& parameters) {
    return work.exec_prepared(name, pqxx::prepare::make_dynamic_params(to_pqxx(parameters)));
}

pqxx::result run_text(pqxx::nontransaction& work, const std::string& text, const Parameters& parameters) {
    return work.exec_params(text, pqxx::prepare::make_dynamic_params(to_pqxx(parameters)));
}

#endif

/// Holds whatever standard_conforming_strings says.
void append_literal(std::string& text, std::string_view value) {
    text += "E'";
    for (auto at = value.find_first_of("'\\"); at != std::string_view::npos; at = value.find_first_of("'\\")) {
        text.append(value.substr(0, at)).append(2, value[at]);
        value.remove_prefix(at + 1);
    }
    text.append(value).append("'");
}

int duplicate(int socket) {
    const int copy = ::fcntl(socket, F_DUPFD_CLOEXEC, 0);
    if (copy < 0) {
        throw std::system_error(errno, std::generic_category(), "no file descriptor is left for a connection");
    }
    return copy;
}

}  // namespace

class Connection::Session {
public:
    explicit Session(const std::string& options) : connection(options), work(connection) {
        forbid_reconnecting(connection);
    }

    pqxx::connection connection;
    pqxx::nontransaction work;  ///< adds no round trips; BEGIN and COMMIT are our own
    std::unordered_set<std::string_view> prepared;
};

Connection::Connection(const std::string& options)
    : session_(std::make_unique<Session>(options)), socket_(duplicate(session_->connection.sock())) {}

Connection::~Connection() {
    session_.reset();
    ::close(socket_);
}

void Connection::prepare(const sql::Statement& statement) {
    prepare_now(session_->connection, std::string(statement.name), std::string(statement.text));
    session_->prepared.insert(statement.name);
}

Rows Connection::run_script(const std::string& script) { return Rows(session_->work.exec(script)); }

Rows Connection::run(const sql::Statement& statement, const Parameters& parameters) {
    if (session_->prepared.contains(statement.name)) {
        return Rows(run_prepared(session_->work, std::string(statement.name), parameters));
    }
    return Rows(run_text(session_->work, std::string(statement.text), parameters));
}

std::optional<std::string> Connection::execution(const sql::Statement& statement, const Parameters& parameters) const {
    if (!session_->prepared.contains(statement.name)) {
        return std::nullopt;
    }
    std::string text = "EXECUTE " + std::string(statement.name);
    const char* separator = "(";
    for (const auto& value : parameters.values()) {
        text += separator;
        if (value) {
            append_literal(text, *value);
        } else {
            text += "NULL";
        }
        separator = ", ";
    }
    return parameters.values().empty() ? text : text + ")";
}

bool Connection::refuses_until_rollback() {
    try {
        run_script("SELECT 1");
    } catch (const pqxx::sql_error& error) {
        return error.sqlstate() == "25P02";
    }
    return false;
}

bool Connection::alive() const noexcept { return session_->connection.is_open(); }

void Connection::require_alive() const {
    if (!alive()) {
        throw pqxx::broken_connection("the connection was lost before COMMIT");
    }
}

}  // namespace backorder
