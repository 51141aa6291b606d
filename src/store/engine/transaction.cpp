#include "store/engine/transaction.hpp"

#include "store/engine/session_settings.hpp"

#include <algorithm>
#include <chrono>
#include <stdexcept>
#include <utility>

namespace backorder {

namespace {

/// The server reads values in a script more slowly than parameters; of longer ones that costs more than a round trip.
constexpr std::size_t most_bytes_in_script = 4'096;

/// A session keeps no less: what comes before the next transaction's own timeouts has to be done in it.
constexpr std::chrono::milliseconds least_kept{1000};

/// Less than is left, and the same a little later: then the session need not be told again.
std::chrono::milliseconds rounded(std::chrono::milliseconds left) {
    constexpr std::chrono::milliseconds step{100};
    return left > least_kept ? (left - std::chrono::milliseconds(1)) / step * step
                             : std::max(left, std::chrono::milliseconds(1));
}

/// A host that stands still in its transaction has no watchdog: the server ends it, and gives its locks free.
Timeouts timeouts_of(const Budget& budget) {
    const auto time = rounded(budget.left());
    return {time, time + Watchdog::grace, budget.lock_timeout};
}

bool keeps(const Connection& connection, const Timeouts& timeouts) {
    return connection.settled() && timeouts.statement >= least_kept;
}

Script begin_script(const Terms& terms, const Timeouts& timeouts, const Connection& connection) {
    Script script(only_reads(terms.mode) ? "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
                                         : "BEGIN ISOLATION LEVEL READ COMMITTED");
    if (!connection.settled()) script.add(Script(transaction_settings(terms.schema)));
    const auto changes = keeps(connection, timeouts) ? timeout_changes : transaction_timeouts;
    script.add(Script(changes(connection.timeouts(), timeouts)));
    return script;
}

}  // namespace

Transaction::Transaction(Connection& connection, Watchdog& watchdog, const Terms& terms)
    : connection_(connection), watch_(watchdog, connection.socket(), terms.budget), terms_(terms),
      timeouts_(timeouts_of(terms.budget)), single_(terms.mode == Mode::read_one && keeps(connection, timeouts_)),
      ahead_(single_ ? Script(timeout_changes(connection.timeouts(), timeouts_))
                     : begin_script(terms, timeouts_, connection)) {
    connection_.set_working(true);
}

Transaction::~Transaction() {
    try {
        const bool to_be_ended = stage_ == Stage::fresh || stage_ == Stage::open || stage_ == Stage::failed;
        if (to_be_ended && (stage_ == Stage::fresh || connection_.alive())) rollback();
    } catch (const std::exception&) {
        // The connection stays marked as working: it will be dropped, and the server rolls back.
    }
}

void Transaction::step(Step step) noexcept {
    stage_ = next(stage_, step);
    if (stage_ == Stage::ended) connection_.set_working(false);
}

Script Transaction::take_ahead() {
    if ((single_ && stage_ != Stage::fresh) || !last_.empty()) throw std::logic_error("a statement after the last one");
    step(Step::sends);
    return std::exchange(ahead_, {});
}

std::optional<Script> Transaction::short_execution(const sql::Statement& statement,
                                                   const Parameters& parameters) const {
    return parameters.bytes() <= most_bytes_in_script ? connection_.execution(statement, parameters) : std::nullopt;
}

template <class Send>
auto Transaction::remembering_failure(const Send& send) {
    try {
        return send();
    } catch (...) {
        failure_ = std::current_exception();
        step(Step::fails);
        throw;
    }
}

/// Where there are no values it needs not be prepared.
std::optional<Script> Transaction::in_script(const sql::Statement& statement, const Parameters& parameters) const {
    auto executed = short_execution(statement, parameters);
    return executed || !parameters.values().empty() ? executed : Script(std::string(statement.text));
}

Rows Transaction::run(const sql::Statement& statement, const Parameters& parameters) {
    return remembering_failure([&] {
        Script ahead = take_ahead();
        if (ahead.empty()) return connection_.run(statement, parameters);
        if (const auto together = in_script(statement, parameters)) {
            ahead.add(*together);
            return connection_.run_script(ahead);
        }
        connection_.run_script(ahead);
        return connection_.run(statement, parameters);
    });
}

void Transaction::run_ahead(const sql::Statement& statement, const Parameters& parameters) {
    if (const auto executed = connection_.execution(statement, parameters)) ahead_.add(*executed);
}

void Transaction::run_last(const sql::Statement& statement, const Parameters& parameters) {
    if (auto executed = short_execution(statement, parameters))
        last_ = *std::move(executed);
    else
        run(statement, parameters);
}

void Transaction::run_script(const std::string& script) { run_script(Script(script)); }

void Transaction::run_script(const Script& script) {
    remembering_failure([&] {
        Script whole = take_ahead();
        whole.add(script);
        connection_.run_script(whole);
    });
}

void Transaction::commit() {
    if (failure_) std::rethrow_exception(failure_);
    if (single_) return end_single();
    if (stage_ != Stage::fresh || !last_.empty()) {
        connection_.require_alive();
        watch_.ignore_token();
        send_commit();
        keep_timeouts();
    } else {
        step(Step::ends);
    }
}

void Transaction::keep_timeouts() {
    if (keeps(connection_, timeouts_)) connection_.set_timeouts(timeouts_);
}

void Transaction::send_commit() {
    const bool with_last = !last_.empty();
    Script script;
    if (const auto left = rounded(terms_.budget.left()); with_last && left != timeouts_.statement)
        script.add(Script("SET LOCAL statement_timeout TO " + std::to_string(left.count())));
    script.add(std::exchange(last_, {}));
    script.add(Script("COMMIT"));
    step(Step::sends);
    step(Step::ends);
    try {
        run_script(script);
        step(Step::answered);
    } catch (...) {
        if (with_last && failed_before_commit()) {
            step(Step::undecided);
            throw;
        }
        if (!only_reads(terms_.mode)) std::throw_with_nested(CommitUnanswered{});
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
    if (single_) return end_single();
    step(Step::ends);
    if (stage_ == Stage::ended) return;
    connection_.run_script("ROLLBACK");
    step(Step::answered);
}

/// Its statement ended it. Nothing more goes over the wire that would find a socket shut.
void Transaction::end_single() {
    if (stage_ != Stage::fresh) failure_ ? connection_.forget_timeouts() : keep_timeouts();
    step(Step::ends);
    if (!watch_.shut()) step(Step::answered);
}

}  // namespace backorder
