#include "store/postgres.hpp"

#include "sql/statements.hpp"
#include "store/engine/session_settings.hpp"
#include "store/migrator.hpp"
#include "store/work.hpp"

#include <libpq-fe.h>

#include <algorithm>
#include <atomic>
#include <system_error>
#include <utility>

namespace backorder {

namespace {

constexpr std::size_t longest_name = 63;
constexpr std::chrono::seconds preparing_time{10};
constexpr std::chrono::seconds polling_time{5};
constexpr int looks_in_idle_timeout = 4;
constexpr std::string_view unsettled_text =
    "What is said at connecting does not hold: a connection pooler seems to be between; open with \"prepare\": false.";

Refusal bad_config(std::string message) { return {Status::config, std::move(message), {}, {}}; }

/// Its clean-up at exit is arranged by its first use, which would otherwise be the first encrypted connection.
void use_libcrypto_once() {
    static std::atomic<bool> used{false};
    if (!used.exchange(true)) PQfreemem(PQencryptPassword("", ""));
}

bool is_name(const std::string& text) {
    return !text.empty() && text.size() <= longest_name && text.find('\0') == std::string::npos;
}

}  // namespace

Outcome<std::unique_ptr<Postgres>> Postgres::create(PostgresConfig config) {
    if (!is_name(config.schema)) return bad_config("\"schema\" must be a name of 1 to 63 bytes.");
    if (config.pool_size < 1) return bad_config("\"pool_size\" must be at least 1.");
    Outcome<Target> target = Target::parse(config.database);
    if (!target) return target.error();
    use_libcrypto_once();
    try {
        return std::make_unique<Postgres>(std::move(config), *std::move(target));
    } catch (const std::system_error&) {
        return Refusal{Status::out_of_memory, "The host process can start no thread.", {}, {}};
    }
}

Postgres::Postgres(PostgresConfig config, Target target)
    : config_(std::move(config)), target_(std::move(target)), runner_(target_, config_.schema, watchdog_, log_),
      pool_(static_cast<std::size_t>(std::max(config_.pool_size - config_.lanes, 1)),
            [this] { return open_checked(); }),
      migration_pool_(1, [this] { return open_bare(); }),
      events_([this](const auto& places) { return next_calls(places); }, config_.poll_interval, log_) {
    if (config_.pool_size > config_.lanes)
        lane_pool_.emplace(static_cast<std::size_t>(config_.lanes), [this] { return open_checked(); });
    const auto interval = config_.idle_timeout / looks_in_idle_timeout;
    watchdog_.start_chore(std::max(interval, std::chrono::milliseconds(1)), [this] { drop_unused(); });
}

Postgres::~Postgres() { close(Clock::time_point::max()); }

void Postgres::drop_unused() noexcept {
    const auto then = Clock::now() - config_.idle_timeout;
    pool_.drop_unused_since(then);
    if (lane_pool_) lane_pool_->drop_unused_since(then);
}

Outcome<void> Postgres::transact(Mode mode, const Budget& budget, const std::function<Verdict(Work&)>& body) {
    LockMemory memory{turns_from_};
    std::string told;  // the marketplace whose events were written, where anybody listens
    Outcome<void> done = runner_.run(pool_for(mode), mode, budget, [&](Transaction& transaction) {
        PostgresWork work(transaction, memory);
        const Verdict verdict = body(work);
        told = verdict == Verdict::commit && work.told() != nullptr && !events_.idle() ? *work.told() : std::string();
        return verdict;
    });
    if (done && !told.empty()) events_.written(told);
    return done;
}

Outcome<SchemaVersions> Postgres::migrate(const Budget& budget) {
    Outcome<SchemaVersions> versions = Migrator(runner_, migration_pool_, config_.schema).migrate(budget);
    migration_pool_.drop_idle();
    return versions;
}

void Postgres::close(Clock::time_point latest) {
    closing_.cancelled.store(true);
    watchdog_.stop_chore();
    watchdog_.end_by(latest);
    pool_.close();
    if (lane_pool_) lane_pool_->close();
    migration_pool_.close();
    events_.stop();
}

Outcome<int> Postgres::poll_fd(PollKind kind) {
    try {
        return kind == PollKind::events ? events_.poll_fd() : log_.poll_fd();
    } catch (const std::system_error&) {
        return Refusal{Status::out_of_memory, "The host process has no file descriptor or thread left.", {}, {}};
    }
}

std::vector<LogLine> Postgres::take_logs() { return log_.take(); }

/// The statement is nothing: libpqxx makes its table when it reads its first answer.
std::unique_ptr<Connection> Postgres::open_bare() {
    auto connection = std::make_unique<Connection>(target_.options(), &log_);
    const Watchdog::Watch watch(watchdog_, connection->socket(), {Clock::now() + preparing_time});
    connection->run_script("");
    config_.on_connected();
    return connection;
}

/// Its session is ours alone: its settings need not be said again, and statements stay prepared.
std::unique_ptr<Connection> Postgres::open_settled() {
    auto connection = std::make_unique<Connection>(target_.options_with(startup_settings(config_.schema)), &log_);
    const Watchdog::Watch watch(watchdog_, connection->socket(), {Clock::now() + preparing_time});
    const bool settled = connection->run_script(do_settings_hold(config_.schema)).flag(0, 0);
    config_.on_connected();
    if (!settled)
        throw Refused({Status::config, std::string(unsettled_text) + " It is " + target_.description() + "."});
    connection->set_settled();
    return connection;
}

std::unique_ptr<Connection> Postgres::open_checked() {
    auto connection = config_.prepare ? open_settled() : open_bare();
    Transaction transaction(*connection, watchdog_,
                            {Mode::read_one, config_.schema, {Clock::now() + preparing_time}, false});
    if (auto unusable = why_unusable(read_installed(transaction), sql::migrations()))
        throw Refused(*std::move(unusable));
    transaction.commit();
    if (config_.prepare) connection->keep_statements();
    return connection;
}

Outcome<std::vector<NextCall>> Postgres::next_calls(const std::vector<EventPlace>& places) {
    std::vector<std::string_view> marketplaces;
    std::vector<std::string_view> epochs;
    std::vector<std::int64_t> sequences;
    for (const EventPlace& place : places) {
        marketplaces.push_back(place.marketplace);
        epochs.push_back(place.cursor.epoch);
        sequences.push_back(place.cursor.sequence);
    }
    std::vector<NextCall> next;
    const Budget budget{Clock::now() + polling_time, &closing_};
    const auto done = runner_.run(pool_, Mode::read_one, budget, [&](Transaction& transaction) {
        const Rows rows =
            transaction.run(sql::unread, Parameters().texts(marketplaces).texts(epochs).integers(sequences));
        next.clear();
        for (std::size_t row = 0; row < rows.size(); ++row)
            next.push_back(rows.null(row, 0)   ? NextCall::none
                           : rows.flag(row, 0) ? NextCall::readable
                                               : NextCall::waiting);
        return Verdict::rollback;
    });
    if (!done) return done.error();
    return next;
}

}  // namespace backorder
