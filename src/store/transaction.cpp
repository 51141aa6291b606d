#include "store/transaction.hpp"

#include <algorithm>
#include <chrono>
#include <stdexcept>
#include <utility>

namespace backorder {

namespace {

/// The server reads values in a script more slowly than parameters; of longer ones that costs more than a round trip.
constexpr std::size_t most_bytes_in_script = 4'096;

/// The session's own limit, for what runs without BEGIN. A caller who waits less is answered by the watchdog.
constexpr std::chrono::milliseconds longest_single_read{60'000};

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
    const bool reads = terms.mode == Mode::read || terms.mode == Mode::read_one;
    std::string script = reads ? "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY" : "BEGIN ISOLATION LEVEL READ COMMITTED";
    if (!settled) {
        script += settings_script("LOCAL ", terms.schema);
    }
    return script + "; SET LOCAL " + timeout_setting(terms.budget.left());
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
      single_(terms.mode == Mode::read_one && connection.settled() && terms.budget.left() <= longest_single_read),
      ahead_(single_ ? std::string() : begin_script(terms, connection.settled())) {
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

std::string Transaction::take_ahead() {
    if (single_ && begun_) {
        throw std::logic_error("a second statement of a transaction of one");
    }
    begun_ = true;
    return std::exchange(ahead_, {});
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
        std::string ahead = take_ahead();
        if (!ahead.empty() && parameters.bytes() > most_bytes_in_script) {
            connection_.run_script(std::exchange(ahead, {}));
        }
        return ahead.empty() ? connection_.run(statement, parameters) : connection_.run_after(ahead, statement, parameters);
    });
}

void Transaction::run_ahead(const sql::Statement& statement, const Parameters& parameters) {
    if (const auto executed = connection_.execution(statement, parameters)) {
        ahead_ += (ahead_.empty() ? "" : "; ") + *executed;
    }
}

void Transaction::run_last(const sql::Statement& statement, const Parameters& parameters) {
    if (parameters.bytes() <= most_bytes_in_script) {
        if (auto executed = connection_.execution(statement, parameters)) {
            last_ = *std::move(executed) + "; ";
            return;
        }
    }
    run(statement, parameters);
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
    run_script("SELECT" + settings_script("", terms_.schema) + "; SET " + timeout_setting(longest_single_read));
    connection_.set_settled();
}

void Transaction::commit() {
    if (failure_) {
        std::rethrow_exception(failure_);
    }
    if ((begun_ || !last_.empty()) && !single_) {
        connection_.require_alive();
        watch_.ignore_token();
        send_commit();
    }
    open_ = false;
    connection_.set_working(false);
}

void Transaction::send_commit() {
    try {
        run_script(last_ + "COMMIT");
    } catch (...) {
        if (failed_before_commit()) {
            throw;
        }
        open_ = false;
        if (terms_.mode != Mode::read) {
            std::throw_with_nested(CommitUnanswered{});
        }
        throw;
    }
}

/// The server is then still in the transaction.
bool Transaction::failed_before_commit() {
    try {
        return !last_.empty() && connection_.alive() && connection_.refuses_until_rollback();
    } catch (const std::exception&) {
        return false;
    }
}

void Transaction::rollback() {
    open_ = false;
    if (begun_ && !single_) {
        connection_.run_script("ROLLBACK");
    }
    connection_.set_working(false);
}

}  // namespace backorder
