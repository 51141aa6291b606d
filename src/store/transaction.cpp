#include "store/transaction.hpp"

#include <algorithm>
#include <chrono>

namespace backorder {

namespace {

std::string begin_script(const Terms& terms) {
    const auto timeout = std::max<std::chrono::milliseconds::rep>(terms.budget.left().count(), 1);
    std::string script = terms.mode == Mode::read ? "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
                                                  : "BEGIN ISOLATION LEVEL READ COMMITTED";
    // Unnamed, pg_temp would be searched first, and anyone may put tables there.
    script += "; SET LOCAL search_path TO " + quoted_name(terms.schema) + ", pg_catalog, pg_temp";
    script += "; SET LOCAL statement_timeout TO " + std::to_string(timeout);
    // Statements are written so that one plan serves all values; planning takes longer than most of them.
    script += "; SET LOCAL plan_cache_mode TO force_generic_plan; SET LOCAL jit TO off";
    return script;
}

}  // namespace

std::string quoted_name(std::string_view name) {
    std::string quoted = "\"";
    for (const char byte : name) {
        quoted.append(byte == '"' ? 2 : 1, byte);
    }
    return quoted + "\"";
}

Transaction::Transaction(Connection& connection, Watchdog& watchdog, const Terms& terms)
    : connection_(connection), watch_(watchdog, connection.socket(), terms.budget), mode_(terms.mode),
      settling_doubt_(terms.settling_doubt) {
    connection_.set_working(true);
    connection_.run_script(begin_script(terms));
}

Transaction::~Transaction() {
    try {
        if (open_ && connection_.alive()) {
            rollback();
        }
    } catch (const std::exception&) {
        // The connection stays marked as working: it will be dropped, and the server rolls back.
    }
}

template <class Send>
auto Transaction::remembering_failure(const Send& send) {
    try {
        return send();
    } catch (...) {
        failure_ = std::current_exception();
        throw;
    }
}

Rows Transaction::run(const sql::Statement& statement, const Parameters& parameters) {
    return remembering_failure([&] { return connection_.run(statement, parameters); });
}

void Transaction::run_script(const std::string& script) {
    remembering_failure([&] { connection_.run_script(script); });
}

void Transaction::prepare(const sql::Statement& statement) {
    remembering_failure([&] { connection_.prepare(statement); });
}

void Transaction::commit() {
    if (failure_) {
        std::rethrow_exception(failure_);
    }
    open_ = false;
    connection_.require_alive();
    watch_.ignore_token();
    send_commit();
    connection_.set_working(false);
}

void Transaction::send_commit() {
    try {
        connection_.run_script("COMMIT");
    } catch (...) {
        if (mode_ == Mode::write) {
            std::throw_with_nested(CommitUnanswered{});
        }
        throw;
    }
}

void Transaction::rollback() {
    open_ = false;
    connection_.run_script("ROLLBACK");
    connection_.set_working(false);
}

}  // namespace backorder
