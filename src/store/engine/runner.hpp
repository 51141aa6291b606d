#pragma once
// Runs a transaction until there is a true answer: again after conflicts and lost connections, once more after doubt.

#include "service/store.hpp"
#include "store/engine/failure.hpp"
#include "store/engine/log.hpp"
#include "store/engine/pool.hpp"
#include "store/engine/retry_policy.hpp"
#include "store/engine/target.hpp"
#include "store/engine/transaction.hpp"
#include "store/engine/watchdog.hpp"

#include <functional>
#include <optional>
#include <string>

namespace backorder {

/// Safe from any thread. What it refers to must outlive it.
class Runner {
public:
    using Body = std::function<Verdict(Transaction&)>;

    Runner(const Target& target, const std::string& schema, Watchdog& watchdog, Log& log)
        : target_(target), schema_(schema), watchdog_(watchdog), log_(log) {}

    /// Exceptions of the body that are not the database's pass through; if a COMMIT is in doubt, that is answered
    /// instead.
    Outcome<void> run(Pool& pool, Mode mode, const Budget& budget, const Body& body);

    /// Tries once to get a connection.
    Outcome<void> reach(Pool& pool, const Budget& budget);

private:
    struct Call;

    Outcome<void> try_until_answered(Call& call);
    std::optional<Failure> attempt(Call& call);
    std::optional<Failure> work(Call& call, Pool::Lease& lease);
    Failure commit_unanswered(Call& call, const CommitUnanswered& error);
    Failure known_failure(const std::exception& error);
    Refusal final_answer(const Call& call, Failure failure, bool interrupted) const;
    Refusal in_doubt(Refusal cause) const noexcept;

    const Target& target_;
    const std::string& schema_;
    Watchdog& watchdog_;
    Log& log_;
};

}  // namespace backorder
