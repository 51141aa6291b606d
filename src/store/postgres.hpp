#pragma once
// The store in PostgreSQL.

#include "service/store.hpp"
#include "store/engine/log.hpp"
#include "store/engine/pool.hpp"
#include "store/engine/runner.hpp"
#include "store/engine/target.hpp"
#include "store/engine/watchdog.hpp"
#include "store/event_watch.hpp"
#include "store/migrator.hpp"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace backorder {

struct PostgresConfig {
    std::string database;
    std::string schema = "backorder";
    int pool_size = 8;
    int lanes = 2;  ///< of pool_size: connections kept for Mode::change
    bool prepare = true;
    std::chrono::milliseconds poll_interval{500};
    std::chrono::milliseconds idle_timeout{60'000};  ///< then a connection is closed
    void (*on_connected)() = [] {};                  ///< after the first answer on each connection
};

class Postgres final : public Store {
public:
    /// Does not reach the database yet; libcrypto's clean-up at exit is arranged. Status::config: which member is
    /// wrong, nothing of the connection string.
    static Outcome<std::unique_ptr<Postgres>> create(PostgresConfig config);

    Postgres(PostgresConfig config, Target target);
    ~Postgres() override;

    Outcome<void> transact(Mode mode, const Budget& budget, const std::function<Verdict(Work&)>& body) override;
    /// Status::unavailable and so on at once, where there is nothing to connect to.
    Outcome<void> reach(const Budget& budget) { return runner_.reach(pool_, budget); }

    Outcome<SchemaVersions> migrate(const Budget& budget) override;
    void close(Clock::time_point latest) override;
    Outcome<int> poll_fd(PollKind kind) override;
    std::vector<LogLine> take_logs() override;

    void events_pulled(const ConsumerKey& consumer, const EventCursor& cursor, bool more) noexcept override {
        events_.pulled(consumer, cursor, more);
    }

private:
    Pool& pool_for(Mode mode) { return mode == Mode::change && lane_pool_ ? *lane_pool_ : pool_; }
    std::unique_ptr<Connection> open_bare();
    std::unique_ptr<Connection> open_settled();
    std::unique_ptr<Connection> open_checked();
    void drop_unused() noexcept;
    Outcome<std::vector<NextCall>> next_calls(const std::vector<EventPlace>& places);

    const PostgresConfig config_;
    const Target target_;
    Token closing_;
    Log log_;
    Watchdog watchdog_;
    Runner runner_;
    Pool pool_;
    std::optional<Pool> lane_pool_;  ///< none where there is one connection for all
    Pool migration_pool_;
    EventWatch events_;
    std::atomic<Clock::rep> turns_from_{0};  ///< see LockMemory
};

}  // namespace backorder
