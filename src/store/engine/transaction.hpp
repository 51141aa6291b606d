#pragma once
// One transaction on one connection: BEGIN, statements, COMMIT or ROLLBACK, one round trip each; BEGIN goes with the
// first statement if statements are kept prepared or it has no values, and COMMIT may go with the last. A read of one
// statement on a session that is ours alone needs neither.

#include "service/store.hpp"
#include "store/engine/connection.hpp"
#include "store/engine/watchdog.hpp"

#include <cstdint>
#include <exception>
#include <optional>
#include <string>
#include <string_view>

namespace backorder {

/// COMMIT was sent, and failed or was not answered: nobody knows whether it was done. The cause is nested.
class CommitUnanswered : public std::exception {
public:
    const char* what() const noexcept override { return "COMMIT was not answered"; }
};

/// The terms of a transaction. Borrows its texts.
struct Terms {
    Mode mode = Mode::write;
    std::string_view schema;
    Budget budget{};
    bool settling_doubt = false;
    bool lock_timed_out = false;
};

/// How far a transaction is. `ending`: COMMIT or ROLLBACK was sent. If no answer comes the stage stays so, and the
/// connection must not be used again.
enum class Stage : std::uint8_t { fresh, open, failed, ending, ended };

/// `undecided`: the server did not reach COMMIT, because a statement sent with it failed.
enum class Step : std::uint8_t { sends, fails, ends, answered, undecided };

constexpr Stage next(Stage stage, Step step) {
    switch (step) {
    case Step::sends: return stage == Stage::fresh ? Stage::open : stage;
    case Step::fails: return stage == Stage::fresh || stage == Stage::open ? Stage::failed : stage;
    case Step::ends: return stage == Stage::fresh || stage == Stage::ended ? Stage::ended : Stage::ending;
    case Step::answered: return stage == Stage::ending ? Stage::ended : stage;
    case Step::undecided: return stage == Stage::ending ? Stage::failed : stage;
    }
    return stage;
}

/// Dead after rollback, and after commit unless its last statement failed. Else the destructor rolls back. When that
/// fails, or COMMIT was not answered, the connection stays marked as working and must not be used again.
class Transaction {
public:
    Transaction(Connection& connection, Watchdog& watchdog, const Terms& terms);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    Rows run(const sql::Statement& statement, const Parameters& parameters = {});

    /// Sends the statement together with the next one; its rows are lost. Does nothing if statements are not kept
    /// prepared: it would cost a round trip.
    void run_ahead(const sql::Statement& statement, const Parameters& parameters);

    /// Runs the last statement; its rows are lost. If statements are kept prepared and its values are short, it is
    /// sent with COMMIT: then commit throws its failure, and no token ends it any more.
    void run_last(const sql::Statement& statement, const Parameters& parameters = {});

    /// Several statements without parameters.
    void run_script(const std::string& script);

    /// Throws the failure of an earlier statement instead, if there was one: PostgreSQL would answer COMMIT with
    /// success and store nothing. Throws that of the last one, too. When writing, every error of COMMIT itself is
    /// thrown as CommitUnanswered.
    void commit();

    void rollback();

    /// True if an earlier transaction of the same call may have been committed.
    bool settling_doubt() const { return terms_.settling_doubt; }

    /// True if the transaction before this one ended because a lock took longer than lock_timeout.
    bool after_lock_timeout() const { return terms_.lock_timed_out; }

private:
    template <class Send>
    auto remembering_failure(const Send& send);
    Script take_ahead();
    std::optional<Script> short_execution(const sql::Statement& statement, const Parameters& parameters) const;
    std::optional<Script> in_script(const sql::Statement& statement, const Parameters& parameters) const;
    void run_script(const Script& script);
    void send_commit();
    void step(Step step) noexcept;
    void keep_timeouts();
    bool failed_before_commit();
    void end_single();

    Connection& connection_;
    Watchdog::Watch watch_;
    const Terms terms_;
    const Timeouts timeouts_;
    const bool single_;  ///< its statement is the transaction
    Script ahead_;       ///< to be sent before the next statement
    Script last_;        ///< to be sent with COMMIT
    Stage stage_ = Stage::fresh;
    std::exception_ptr failure_;  ///< of the statement that failed
};

}  // namespace backorder
