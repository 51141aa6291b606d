#include "store/transaction.hpp"

#include <algorithm>
#include <chrono>
#include <stdexcept>
#include <utility>

namespace backorder {

namespace {

/// The server reads values in a script more slowly than parameters; of longer ones that costs more than a round trip.
constexpr std::size_t most_bytes_in_script = 4'096;

/// What statements rest on. Where the session is ours alone it is said once, else in every transaction.
std::string settings_script(std::string_view scope, std::string_view schema) {
    const std::string set = "; SET " + std::string(scope);
    // Unnamed, pg_temp would be searched first, and anyone may put tables there.
    std::string script = set + "search_path TO " + quoted_name(schema) + ", pg_catalog, pg_temp";
    // Statements are written so that one plan serves all values; planning takes longer than most of them.
    // Rows are found by their keys, also in tables whose statistics still say that they are small.
    return script + set + "plan_cache_mode TO force_generic_plan" + set + "enable_seqscan TO off" + set + "jit TO off";
}

std::string timeout_setting(std::chrono::milliseconds time) {
    return "statement_timeout TO " + std::to_string(std::max<std::chrono::milliseconds::rep>(time.count(), 1));
}

std::string begin_script(const Terms& terms, bool settled) {
    std::string script = only_reads(terms.mode) ? "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY" : "BEGIN ISOLATION LEVEL READ COMMITTED";
    if (!settled) {
        script += settings_script("LOCAL ", terms.schema);
    }
    return script + "; SET LOCAL " + timeout_setting(terms.budget.left());
}

/// Never more than is left, and mostly the same: then the session need not be told again.
std::chrono::milliseconds rounded(std::chrono::milliseconds left) {
    constexpr std::chrono::milliseconds step{100};
    return left > 10 * step ? left - left % step : std::max(left, std::chrono::milliseconds(1));
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
    : connection_(connection), watch_(watchdog, connection.socket(), terms.budget), terms_(terms),
      single_(terms.mode == Mode::read_one && connection.settled()), time_(rounded(terms.budget.left())),
      ahead_(single_ ? session_script() : begin_script(terms, connection.settled())) {
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

std::string Transaction::session_script() const {
    return time_ == connection_.session_timeout() ? std::string() : "SET " + timeout_setting(time_);
}

std::string Transaction::take_ahead() {
    if ((single_ && begun_) || !last_.empty()) {
        throw std::logic_error("a statement after the last one");
    }
    begun_ = true;
    return std::exchange(ahead_, {});
}

std::optional<std::string> Transaction::short_execution(const sql::Statement& statement, const Parameters& parameters) const {
    return parameters.bytes() <= most_bytes_in_script ? connection_.execution(statement, parameters) : std::nullopt;
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
        const std::string ahead = take_ahead();
        if (ahead.empty()) {
            return connection_.run(statement, parameters);
        }
        if (const auto executed = short_execution(statement, parameters)) {
            return connection_.run_script(ahead + "; " + *executed);
        }
        connection_.run_script(ahead);
        return connection_.run(statement, parameters);
    });
}

void Transaction::run_ahead(const sql::Statement& statement, const Parameters& parameters) {
    if (const auto executed = connection_.execution(statement, parameters)) {
        ahead_ += (ahead_.empty() ? "" : "; ") + *executed;
    }
}

void Transaction::run_last(const sql::Statement& statement, const Parameters& parameters) {
    if (auto executed = short_execution(statement, parameters)) {
        last_ = *std::move(executed);
    } else {
        run(statement, parameters);
    }
}

void Transaction::run_script(const std::string& script) {
    remembering_failure([&] {
        const std::string ahead = take_ahead();
        connection_.run_script(ahead.empty() ? script : ahead + "; " + script);
    });
}

void Transaction::prepare(const sql::Statement& statement) {
    remembering_failure([&] {
        if (const std::string ahead = take_ahead(); !ahead.empty()) {
            connection_.run_script(ahead);
        }
        connection_.prepare(statement);
    });
}

void Transaction::settle_session() {
    // BEGIN says how a transaction is isolated; a single read relies on the session.
    run_script("SELECT" + settings_script("", terms_.schema) + "; SET default_transaction_isolation TO 'repeatable read'");
    connection_.set_settled();
}

void Transaction::commit() {
    if (failure_) {
        std::rethrow_exception(failure_);
    }
    if (single_) {
        end_single();
        return;
    }
    if (begun_ || !last_.empty()) {
        connection_.require_alive();
        watch_.ignore_token();
        send_commit();
    }
    open_ = false;
    connection_.set_working(false);
}

void Transaction::send_commit() {
    const bool with_last = !last_.empty();
    const std::string last = std::exchange(last_, {});
    const std::string script = with_last ? "SET LOCAL " + timeout_setting(terms_.budget.left()) + "; " + last + "; COMMIT" : "COMMIT";
    try {
        run_script(script);
    } catch (...) {
        if (with_last && failed_before_commit()) {
            throw;
        }
        open_ = false;
        if (!only_reads(terms_.mode)) {
            std::throw_with_nested(CommitUnanswered{});
        }
        throw;
    }
}

/// The server is then still in the transaction.
bool Transaction::failed_before_commit() {
    try {
        return connection_.alive() && connection_.refuses_until_rollback();
    } catch (const std::exception&) {
        return false;
    }
}

void Transaction::rollback() {
    if (single_) {
        end_single();
        return;
    }
    open_ = false;
    if (begun_) {
        connection_.run_script("ROLLBACK");
    }
    connection_.set_working(false);
}

/// Its statement ended it. Nothing more goes over the wire that would find a socket shut.
void Transaction::end_single() {
    open_ = false;
    if (begun_) {
        connection_.set_session_timeout(failure_ ? std::chrono::milliseconds(0) : time_);
    }
    connection_.set_working(watch_.shut());
}

}  // namespace backorder
