#pragma once
// One transaction on one connection: BEGIN, statements, COMMIT or ROLLBACK, one round trip each; BEGIN goes with the first
// statement if that is prepared.

#include "service/store.hpp"
#include "store/connection.hpp"
#include "store/watchdog.hpp"

#include <exception>
#include <string>
#include <string_view>

namespace backorder {

/// COMMIT was sent and not answered well: nobody knows whether it was done. The cause is nested.
class CommitUnanswered : public std::exception {
public:
    const char* what() const noexcept override { return "COMMIT was not answered"; }
};

/// Under which terms a transaction runs. Its texts are borrowed.
struct Terms {
    Mode mode = Mode::write;
    std::string_view schema;
    Budget budget{};
    bool settling_doubt = false;
};

/// Dead after commit, whatever became of it, and after rollback. Else the destructor rolls back. When that fails, or
/// COMMIT was not answered, the connection stays marked as working and must not be used again.
class Transaction {
public:
    Transaction(Connection& connection, Watchdog& watchdog, const Terms& terms);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    Rows run(const sql::Statement& statement, const Parameters& parameters = {});

    /// Several statements without parameters.
    void run_script(const std::string& script);

    /// Has the connection keep the statement prepared, also after the transaction.
    void prepare(const sql::Statement& statement);

    /// Later transactions of this connection need not say again what statements rest on. To be committed.
    void settle_session();

    /// Throws the failure of an earlier statement instead, if there was one: PostgreSQL would answer COMMIT with success
    /// and store nothing. When writing, every error of COMMIT itself is thrown as CommitUnanswered.
    void commit();

    void rollback();

    /// An earlier transaction of the same call may have been committed.
    bool settling_doubt() const { return terms_.settling_doubt; }

private:
    template <class Send>
    auto remembering_failure(const Send& send);
    void begin();
    void send_commit();

    Connection& connection_;
    Watchdog::Watch watch_;
    const Terms terms_;
    bool begun_ = false;
    bool open_ = true;
    std::exception_ptr failure_;
};

/// As an SQL identifier.
std::string quoted_name(std::string_view name);

}  // namespace backorder
