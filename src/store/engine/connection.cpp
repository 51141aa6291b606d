#include "store/engine/connection.hpp"

#include "store/engine/connecting.hpp"
#include "store/engine/failure.hpp"

#include <pqxx/pqxx>

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <unordered_map>

namespace backorder {

namespace {

#if PQXX_VERSION_MAJOR >= 7

using Wire = pqxx::connection;

/// Takes the connection over.
Wire wire_of(pg_conn* raw) { return Wire::seize_raw_connection(raw); }

void prepare_now(Wire& connection, const std::string& name, const std::string& text) { connection.prepare(name, text); }

pqxx::params to_pqxx(const Parameters& parameters) {
    pqxx::params converted;
    converted.reserve(parameters.values().size());
    for (const auto& value : parameters.values()) converted.append(value);
    return converted;
}

pqxx::result run_prepared(pqxx::nontransaction& work, const std::string& name, const Parameters& parameters) {
    return work.exec(pqxx::prepped{name}, to_pqxx(parameters));
}

pqxx::result run_text(pqxx::nontransaction& work, const std::string& text, const Parameters& parameters) {
    return work.exec(text, to_pqxx(parameters));
}

#else

/// libpqxx's way to a connection that was made elsewhere.
class Made : public pqxx::connectionpolicy {
public:
    explicit Made(pg_conn* raw) : pqxx::connectionpolicy(""), raw_(raw) {}
    handle do_startconnect(handle known) override { return known == nullptr ? raw_ : known; }

private:
    pg_conn* raw_;
};

class Wire : private Made, public pqxx::connection_base {
public:
    /// Takes the connection over.
    explicit Wire(pg_conn* raw) : Made(raw), pqxx::connection_base(static_cast<Made&>(*this)) {
        try {
            init();
        } catch (...) {
            close();
            throw;
        }
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
        inhibit_reactivation(true);
#pragma GCC diagnostic pop
    }
    ~Wire() noexcept { close(); }
    Wire(const Wire&) = delete;
    Wire& operator=(const Wire&) = delete;
};

Wire wire_of(pg_conn* raw) { return Wire(raw); }

void prepare_now(Wire& connection, const std::string& name, const std::string& text) {
    connection.prepare(name, text);
    connection.prepare_now(name);
}

std::vector<const char*> to_pqxx(const Parameters& parameters) {
    std::vector<const char*> converted;
    converted.reserve(parameters.values().size());
    for (const auto& value : parameters.values()) converted.push_back(value ? value->c_str() : nullptr);
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
    if (copy < 0) throw no_descriptor();
    return copy;
}

}  // namespace

/// How far a statement is prepared. Scripts and libpqxx have a name of it each, for libpqxx runs only what it prepared
/// itself. By name it is in doubt when the script that prepares it failed; by parameters it is prepared when it comes a
/// second time.
struct Kept {
    enum class ByName : std::uint8_t { no, in_doubt, yes };
    enum class ByParameters : std::uint8_t { never_run, run_once, prepared };

    ByName by_name = ByName::no;
    ByParameters by_parameters = ByParameters::never_run;
};

class Connection::Session {
public:
    Session(const std::string& options, Log* log)
        : raw(connect(options, log)), connection(wire_of(raw)), work(connection) {
        log_notices(raw, log);
    }

    pg_conn* raw;
    Wire connection;
    pqxx::nontransaction work;  ///< adds no round trips; BEGIN and COMMIT are our own
    std::unordered_map<std::string_view, Kept> kept;
};

void Script::add(const Script& behind) {
    if (behind.empty()) return;
    text_ += (empty() ? "" : "; ") + behind.text_;
    prepares_.insert(prepares_.end(), behind.prepares_.begin(), behind.prepares_.end());
}

Connection::Connection(const std::string& options, Log* log)
    : session_(std::make_unique<Session>(options, log)), socket_(duplicate(session_->connection.sock())) {}

Connection::~Connection() {
    session_.reset();
    ::close(socket_);
}

Rows Connection::run_script(const Script& script) {
    const auto mark = [&](Kept::ByName by_name) {
        for (const sql::Statement* statement : script.prepares_) session_->kept[statement->name].by_name = by_name;
    };
    try {
        Rows rows(session_->work.exec(script.text()));
        mark(Kept::ByName::yes);
        return rows;
    } catch (...) {
        mark(Kept::ByName::in_doubt);
        throw;
    }
}

Rows Connection::run(const sql::Statement& statement, const Parameters& parameters) {
    if (!keeping_ || statement.name.empty())
        return Rows(run_text(session_->work, std::string(statement.text), parameters));
    Kept& kept = session_->kept[statement.name];
    const std::string name = "by_parameters_" + std::string(statement.name);
    if (kept.by_parameters == Kept::ByParameters::never_run) {
        kept.by_parameters = Kept::ByParameters::run_once;
        return Rows(run_text(session_->work, std::string(statement.text), parameters));
    }
    if (kept.by_parameters == Kept::ByParameters::run_once) {
        prepare_now(session_->connection, name, std::string(statement.text));
        kept.by_parameters = Kept::ByParameters::prepared;
    }
    return Rows(run_prepared(session_->work, name, parameters));
}

/// Preparing outlives a transaction that fails after it.
bool Connection::knows(const sql::Statement& statement) {
    Kept& kept = session_->kept[statement.name];
    if (kept.by_name == Kept::ByName::in_doubt) {
        const Rows known =
            run_script("SELECT FROM pg_prepared_statements WHERE name = '" + std::string(statement.name) + "'");
        kept.by_name = known.empty() ? Kept::ByName::no : Kept::ByName::yes;
    }
    return kept.by_name == Kept::ByName::yes;
}

std::optional<Script> Connection::execution(const sql::Statement& statement, const Parameters& parameters) {
    if (!keeping_ || statement.name.empty()) return std::nullopt;
    Script script;
    if (!knows(statement)) {
        script.text_ = "PREPARE " + std::string(statement.name) + " AS " + std::string(statement.text) + "\n; ";
        script.prepares_.push_back(&statement);
    }
    script.text_ += "EXECUTE " + std::string(statement.name);
    const char* separator = "(";
    for (const auto& value : parameters.values()) {
        script.text_ += separator;
        if (value)
            append_literal(script.text_, *value);
        else
            script.text_ += "NULL";
        separator = ", ";
    }
    script.text_ += parameters.values().empty() ? "" : ")";
    return script;
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
    if (!alive()) throw pqxx::broken_connection("the connection was lost before COMMIT");
}

}  // namespace backorder
