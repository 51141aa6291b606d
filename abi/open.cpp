// Handles: opening, closing, and what they answer for themselves. The only file here that knows the store.
#include "call.hpp"
#include "config.hpp"
#include "guard.hpp"
#include "registry.hpp"
#include "service/request/json.hpp"
#include "store/postgres.hpp"

#include <memory>
#include <utility>

namespace backorder::abi {

namespace {

PostgresConfig postgres_config(const Config& config) {
    PostgresConfig postgres;
    postgres.database = config.database;
    postgres.schema = config.schema;
    postgres.pool_size = static_cast<int>(config.pool_size);
    postgres.lanes = static_cast<int>(config.lanes);
    postgres.prepare = config.prepare;
    postgres.poll_interval = std::chrono::milliseconds(config.poll_interval_ms);
    postgres.idle_timeout = std::chrono::milliseconds(config.idle_timeout_ms);
    postgres.on_connected = [] { end_all_at_exit(LibrariesUsed::by_connecting); };
    return postgres;
}

LaneSettings lane_settings(const Config& config) {
    return {.lanes = static_cast<std::size_t>(config.lanes),
            .lines = static_cast<std::size_t>(config.lane_lines),
            .queue_size = static_cast<std::size_t>(config.queue_size)};
}

struct Retire {
    void operator()(bo_backorder* handle) const { static_cast<void>(retire(handle)); }
};

Outcome<Answer> migrate(bo_backorder* handle) {
    const Outcome<Lease> leased = lease(handle);
    if (!leased) return leased.error();
    return migrate(**leased, {Clock::now() + migrate_timeout});
}

/// The handle's store is `postgres`; the lease keeps it.
Outcome<void> reach(bo_backorder* handle, Postgres& postgres, std::chrono::milliseconds time) {
    const Outcome<Lease> leased = lease(handle);
    if (!leased) return leased.error();
    return postgres.reach({Clock::now() + time});
}

/// A handle that migrates or connects is one like others, though nobody has heard of it yet: exit() ends it too.
Outcome<bo_backorder*> open(const Config& config) {
    Outcome<std::unique_ptr<Postgres>> store = Postgres::create(postgres_config(config));
    if (!store) return store.error();
    Postgres& postgres = **store;
    const std::chrono::milliseconds default_timeout(config.default_timeout_ms);
    end_all_at_exit(LibrariesUsed::by_opening);
    const auto listed = enlist(std::make_unique<Handle>(*std::move(store), lane_settings(config), default_timeout));
    if (!listed) return listed.error();
    std::unique_ptr<bo_backorder, Retire> handle(*listed);
    if (config.migrate)
        if (const Outcome<Answer> migrated = migrate(handle.get()); !migrated) return migrated.error();
    if (config.connect)
        if (const Outcome<void> reached = reach(handle.get(), postgres, default_timeout); !reached)
            return reached.error();
    return handle.release();
}

Outcome<bo_backorder*> open(const char* config, std::size_t length, bool has_target) {
    const FieldPath root;
    Findings findings;
    const Input input(root, findings);
    if (config == nullptr) input.refuse(Status::null_argument, "config", "is NULL");
    if (!has_target) input.refuse(Status::null_argument, "handle", "is NULL");
    if (const Outcome<void> checked = findings.outcome(); !checked) return checked.error();
    const Outcome<Config> read = read_config(input.view(config, length, "config", max_json_bytes));
    if (!read) return read.error();
    return open(*read);
}

Outcome<Answer> migrate(bo_backorder* handle, std::int64_t timeout_ms) {
    const FieldPath root;
    Findings findings;
    const Outcome<Lease> leased = lease(handle);
    if (!leased) findings.add(leased.error());
    const Budget budget{read_deadline(timeout_ms, migrate_timeout, Input(root, findings))};
    if (const Outcome<void> checked = findings.outcome(); !checked) return checked.error();
    return migrate(**leased, budget);
}

Outcome<int> poll_fd(bo_backorder* handle, std::uint32_t what, const std::int32_t* fd) {
    const FieldPath root;
    Findings findings;
    const Outcome<Lease> leased = lease(handle);
    if (!leased) findings.add(leased.error());
    if (fd == nullptr) findings.add(Status::null_argument, root.member("fd"), "is NULL");
    if (what != BO_POLL_EVENTS && what != BO_POLL_LOGS)
        findings.add(Status::argument, root.member("what"), "must be BO_POLL_EVENTS or BO_POLL_LOGS");
    if (const Outcome<void> checked = findings.outcome(); !checked) return checked.error();
    return (*leased)->service.store().poll_fd(what == BO_POLL_EVENTS ? PollKind::events : PollKind::logs);
}

Outcome<Answer> logs(bo_backorder* handle) {
    const Outcome<Lease> leased = lease(handle);
    if (!leased) return leased.error();
    return take_logs(**leased);
}

}  // namespace
}  // namespace backorder::abi

using namespace backorder::abi;

bo_status bo_open(const char* config, size_t config_length, bo_backorder** handle, bo_error** error) {
    if (handle != nullptr) *handle = nullptr;
    return guard(error, [&] {
        const auto opened = open(config, config_length, handle != nullptr);
        if (!opened) return report(opened.error(), error);
        *handle = *opened;
        return BO_OK;
    });
}

bo_status bo_close(bo_backorder* handle) {
    return guard(
        nullptr,
        [&] {
            const backorder::Outcome<void> closed = retire(handle);
            return closed ? BO_OK : report(closed.error(), nullptr);
        });
}

bo_status bo_migrate(bo_backorder* handle, int64_t timeout_ms, bo_result** result, bo_error** error) {
    return guard_answer(
        result, error,
        [&] {
            return Reply{migrate(handle, timeout_ms), true};
        });
}

bo_status bo_poll_fd(bo_backorder* handle, uint32_t what, int32_t* fd, bo_error** error) {
    return guard(
        error,
        [&] {
            const backorder::Outcome<int> found = poll_fd(handle, what, fd);
            if (!found) return report(found.error(), error);
            *fd = *found;
            return BO_OK;
        });
}

bo_status bo_logs(bo_backorder* handle, bo_result** result, bo_error** error) {
    return guard_answer(
        result, error, [&] { return Reply{logs(handle)}; });
}
