// Handles: opening, closing, and what they answer for themselves. The only file here that knows the store.
#include "call.hpp"
#include "guard.hpp"
#include "registry.hpp"
#include "service/json_reader.hpp"
#include "service/json_text.hpp"
#include "service/text_check.hpp"
#include "store/postgres.hpp"

#include <boost/describe/class.hpp>

#include <memory>
#include <string>
#include <utility>

namespace backorder::abi {

// Members are those of the JSON configuration, as the header explains them.
struct Config {
    std::string database;
    std::string schema = "backorder";
    bool migrate = false;
    std::int64_t pool_size = 8;
    std::int64_t default_timeout_ms = 5000;
    bool prepare = true;
    std::int64_t poll_interval_ms = 500;
};
BOOST_DESCRIBE_STRUCT(Config, (),
                      (database, schema, migrate, pool_size, default_timeout_ms, prepare, poll_interval_ms))

namespace {

constexpr std::int64_t max_pool_size = 256;

void check_text(std::string_view text, std::string_view name, Findings& findings) {
    if (const std::string_view fault = text_fault(text, max_json_bytes); !fault.empty())
        findings.add(Status::text, FieldPath().member(name), fault);
    if (text.empty())
        findings.add(Status::config, FieldPath().member(name), "is missing or empty");
}

void check_range(std::int64_t number, std::int64_t most, std::string_view name, Findings& findings) {
    if (number < 1 || number > most)
        findings.add(Status::config, FieldPath().member(name), "must be 1 to " + std::to_string(most));
}

void check(const Config& config, Findings& findings) {
    check_text(config.database, "database", findings);
    check_text(config.schema, "schema", findings);
    check_range(config.pool_size, max_pool_size, "pool_size", findings);
    check_range(config.default_timeout_ms, max_timeout.count(), "default_timeout_ms", findings);
    check_range(config.poll_interval_ms, max_timeout.count(), "poll_interval_ms", findings);
}

Outcome<Config> read_config(std::string_view text) {
    const Outcome<boost::json::object> parsed = parse_object(text);
    if (!parsed)
        return parsed.error();
    Findings findings;
    Config config;
    read_members(*parsed, {}, findings, config);
    check(config, findings);
    if (const Outcome<void> checked = findings.outcome(); !checked)
        return checked.error();
    return config;
}

PostgresConfig postgres_config(const Config& config) {
    PostgresConfig postgres;
    postgres.database = config.database;
    postgres.schema = config.schema;
    postgres.pool_size = static_cast<int>(config.pool_size);
    postgres.prepare = config.prepare;
    postgres.poll_interval = std::chrono::milliseconds(config.poll_interval_ms);
    return postgres;
}

Outcome<std::unique_ptr<Handle>> open(const Config& config) {
    Outcome<std::unique_ptr<Postgres>> store = Postgres::create(postgres_config(config));
    if (!store)
        return store.error();
    auto handle =
        std::make_unique<Handle>(*std::move(store), std::chrono::milliseconds(config.default_timeout_ms));
    if (!config.migrate)
        return handle;
    if (const Outcome<Answer> migrated = migrate(*handle, {Clock::now() + migrate_timeout}); !migrated)
        return migrated.error();
    return handle;
}

Outcome<bo_backorder*> open(const char* config, std::size_t length, bool has_target) {
    const FieldPath root;
    Findings findings;
    const Input input(root, findings);
    if (config == nullptr)
        input.refuse(Status::null_argument, "config", "is NULL");
    if (!has_target)
        input.refuse(Status::null_argument, "handle", "is NULL");
    if (const Outcome<void> checked = findings.outcome(); !checked)
        return checked.error();
    const Outcome<Config> read = read_config(input.view(config, length, "config", max_json_bytes));
    if (!read)
        return read.error();
    Outcome<std::unique_ptr<Handle>> opened = open(*read);
    if (!opened)
        return opened.error();
    return enlist(*std::move(opened));
}

Outcome<Answer> migrate(bo_backorder* handle, std::int64_t timeout_ms) {
    const FieldPath root;
    Findings findings;
    const Outcome<Lease> leased = lease(handle);
    if (!leased)
        findings.add(leased.error());
    const Budget budget{read_deadline(timeout_ms, migrate_timeout, Input(root, findings))};
    if (const Outcome<void> checked = findings.outcome(); !checked)
        return checked.error();
    return migrate(**leased, budget);
}

Outcome<int> poll_fd(bo_backorder* handle, std::uint32_t what, const std::int32_t* fd) {
    const FieldPath root;
    Findings findings;
    const Outcome<Lease> leased = lease(handle);
    if (!leased)
        findings.add(leased.error());
    if (fd == nullptr)
        findings.add(Status::null_argument, root.member("fd"), "is NULL");
    if (what != BO_POLL_EVENTS && what != BO_POLL_LOGS)
        findings.add(Status::argument, root.member("what"), "must be BO_POLL_EVENTS or BO_POLL_LOGS");
    if (const Outcome<void> checked = findings.outcome(); !checked)
        return checked.error();
    return (*leased)->service.store().poll_fd(what == BO_POLL_EVENTS ? PollKind::events : PollKind::logs);
}

}  // namespace
}  // namespace backorder::abi

using namespace backorder::abi;

bo_status bo_open(const char* config, size_t config_length, bo_backorder** handle, bo_error** error) {
    if (handle != nullptr)
        *handle = nullptr;
    return guard(error, [&] {
        const auto opened = open(config, config_length, handle != nullptr);
        if (!opened)
            return report(opened.error(), error);
        *handle = *opened;
        return BO_OK;
    });
}

bo_status bo_close(bo_backorder* handle) {
    return guard(nullptr, [&] {
        const backorder::Outcome<void> closed = retire(handle);
        return closed ? BO_OK : report(closed.error(), nullptr);
    });
}

bo_status bo_migrate(bo_backorder* handle, int64_t timeout_ms, bo_result** result, bo_error** error) {
    return guard_answer(result, error, [&] { return migrate(handle, timeout_ms); });
}

bo_status bo_poll_fd(bo_backorder* handle, uint32_t what, int32_t* fd, bo_error** error) {
    return guard(error, [&] {
        const backorder::Outcome<int> found = poll_fd(handle, what, fd);
        if (!found)
            return report(found.error(), error);
        *fd = *found;
        return BO_OK;
    });
}

bo_status bo_logs(bo_backorder* handle, bo_result** result, bo_error** error) {
    return guard_answer(result, error, [&]() -> backorder::Outcome<backorder::Answer> {
        const backorder::Outcome<Lease> leased = lease(handle);
        if (!leased)
            return leased.error();
        return take_logs(**leased);
    });
}
