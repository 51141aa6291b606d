#include "store/transaction.hpp"

#include <algorithm>
#include <chrono>

namespace backorder {

namespace {

/// What statements rest on. Where the session is ours alone it is said once, else in every transaction.
std::string settings_script(std::string_view scope, std::string_view schema) {
    const std::string set = "; SET " + std::string(scope);
    // Unnamed, pg_temp would be searched first, and anyone may put tables there.
    std::string script = set + "search_path TO " + quoted_name(schema) + ", pg_catalog, pg_temp";
    // Statements are written so that one plan serves all values; planning takes longer than most of them.
    // Rows are found by their keys, also in tables whose statistics still say that they are small.
    return script + set + "plan_cache_mode TO force_generic_plan" + set + "enable_seqscan TO off" + set + "jit TO off";
}

std::string begin_script(const Terms& terms, bool settled) {
    const auto timeout = std::max<std::chrono::milliseconds::rep>(terms.budget.left().count(), 1);
    std::string script = terms.mode == Mode::read ? "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
                                                  : "BEGIN ISOLATION LEVEL READ COMMITTED";
    if (!settled) {
        script += settings_script("LOCAL ", terms.schema);
    }
    return script + "; SET LOCAL statement_timeout TO " + std::to_string(timeout);
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
    : connection_(connection), watch_(watchdog, connection.socket(), terms.budget), terms_(terms) {
    connection_.set_working(true);
}

Transaction::~Transaction() {
    try {
        if (open_ && !begun_) {
            connection_.set_working(false);
        } else if (open_ && connection_.alive()) {
            rollback();
        }
    } catch (const std::exception&) {
        // The connection stays marked as working: it will be dropped, and the server rolls back.
    }
}

void Transaction::begin() {
    if (!begun_) {
        begun_ = true;
        connection_.run_script(begin_script(terms_, connection_.settled()));
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
    return remembering_failure([&] {
        if (begun_) {
            return connection_.run(statement, parameters);
        }
        begun_ = true;
        return connection_.run_after(begin_script(terms_, connection_.settled()), statement, parameters);
    });
}

void Transaction::run_script(const std::string& script) {
    remembering_failure([&] {
        begin();
        connection_.run_script(script);
    });
}

void Transaction::prepare(const sql::Statement& statement) {
    remembering_failure([&] {
        begin();
        connection_.prepare(statement);
    });
}

void Transaction::settle_session() {
    run_script("SELECT" + settings_script("", terms_.schema));
    connection_.set_settled();
}

void Transaction::commit() {
    if (failure_) {
        std::rethrow_exception(failure_);
    }
    open_ = false;
    if (!begun_) {
        connection_.set_working(false);
        return;
    }
    connection_.require_alive();
    watch_.ignore_token();
    send_commit();
    connection_.set_working(false);
}

void Transaction::send_commit() {
    try {
        connection_.run_script("COMMIT");
    } catch (...) {
        if (terms_.mode != Mode::read) {
            std::throw_with_nested(CommitUnanswered{});
        }
        throw;
    }
}

void Transaction::rollback() {
    open_ = false;
    if (begun_) {
        connection_.run_script("ROLLBACK");
    }
    connection_.set_working(false);
}

}  // namespace backorder
