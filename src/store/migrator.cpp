#include "store/migrator.hpp"

#include "store/engine/session_settings.hpp"

#include <algorithm>

namespace backorder {

namespace {

constexpr sql::Statement table_exists{"table_exists", "SELECT to_regclass('migrations') IS NOT NULL"};
constexpr sql::Statement schema_exists{"schema_exists", "SELECT EXISTS (SELECT FROM pg_namespace WHERE nspname = $1)"};
constexpr sql::Statement one_at_a_time{
    "one_at_a_time", "SELECT pg_advisory_xact_lock(hashtextextended('backorder migrations of ' || $1, 0))"};
constexpr sql::Statement register_migration{
    "register_migration", "INSERT INTO migrations (number, name, checksum, breaking) VALUES ($1, $2, $3, $4)"};
constexpr auto create_table =
    "CREATE TABLE migrations (number integer PRIMARY KEY, name text NOT NULL, checksum text NOT NULL,"
    " breaking boolean NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())";

std::vector<Installed> installed_if_any(Transaction& transaction) {
    return transaction.run(table_exists).flag(0, 0) ? read_installed(transaction) : std::vector<Installed>{};
}

void refuse_foreign(const std::vector<Installed>& installed) {
    if (auto foreign = why_foreign(installed, sql::migrations())) throw Refused(*std::move(foreign));
}

int latest() { return sql::migrations().empty() ? 0 : sql::migrations().back().number; }

void create_home(Transaction& transaction, const std::string& schema) {
    // IF NOT EXISTS would ask for the right to create schemas even where there is nothing to create.
    if (!transaction.run(schema_exists, Parameters().text(schema)).flag(0, 0))
        transaction.run_script("CREATE SCHEMA " + quoted_name(schema));
    if (!transaction.run(table_exists).flag(0, 0)) transaction.run_script(create_table);
}

void apply(Transaction& transaction, const sql::Migration& migration) {
    transaction.run(
        register_migration,
        Parameters().integer(migration.number).text(migration.name).text(migration.checksum).flag(migration.breaking));
    transaction.run_script(std::string(migration.text));
}

SchemaVersions install(Transaction& transaction, const std::string& schema) {
    transaction.run(one_at_a_time, Parameters().text(schema));
    create_home(transaction, schema);
    const auto installed = read_installed(transaction);
    refuse_foreign(installed);
    for (const sql::Migration* migration : missing(installed, sql::migrations())) apply(transaction, *migration);
    return {newest(installed), std::max(newest(installed), latest()), latest()};
}

}  // namespace

Outcome<SchemaVersions> Migrator::migrate(const Budget& budget) {
    SchemaVersions versions;
    bool complete = false;
    auto done = runner_.run(pool_, Mode::read, budget, [&](Transaction& transaction) {
        const auto installed = installed_if_any(transaction);
        refuse_foreign(installed);
        versions = {newest(installed), newest(installed), latest()};
        complete = missing(installed, sql::migrations()).empty();
        return Verdict::rollback;
    });
    if (done && !complete) {
        done = runner_.run(
            pool_, Mode::write, budget,
            [&](Transaction& transaction) {
                versions = install(transaction, schema_);
                return Verdict::commit;
            });
    }
    if (!done) return done.error();
    return versions;
}

namespace {

constexpr sql::Statement list_migrations{"list_migrations",
                                         "SELECT number, name, checksum, breaking FROM migrations ORDER BY number"};

Refusal schema_version(std::string message) { return {Status::schema_version, std::move(message), {}, {}}; }

Refusal altered(const Installed& applied) {
    return schema_version("Migration " + std::to_string(applied.number) + " (" + applied.name +
                          ") in the database is not the one this library carries.");
}

Refusal too_new(const Installed& applied) {
    return schema_version("The database has had migration " + std::to_string(applied.number) + " (" + applied.name +
                          "), which this library does not know and can not ignore; update the library.");
}

const sql::Migration* find(std::span<const sql::Migration> known, int number) {
    const auto found =
        std::find_if(known.begin(), known.end(), [&](const auto& migration) { return migration.number == number; });
    return found == known.end() ? nullptr : &*found;
}

bool has(std::span<const Installed> installed, int number) {
    return std::any_of(
        installed.begin(), installed.end(), [&](const Installed& applied) { return applied.number == number; });
}

}  // namespace

std::vector<Installed> read_installed(Transaction& transaction) {
    const Rows rows = transaction.run(list_migrations);
    std::vector<Installed> installed;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        installed.push_back({static_cast<int>(rows.integer(row, 0)), std::string(rows.text(row, 1)),
                             std::string(rows.text(row, 2)), rows.flag(row, 3)});
    }
    return installed;
}

int newest(std::span<const Installed> installed) { return installed.empty() ? 0 : installed.back().number; }

std::optional<Refusal> why_foreign(std::span<const Installed> installed, std::span<const sql::Migration> known) {
    for (const Installed& applied : installed) {
        const sql::Migration* ours = find(known, applied.number);
        if (ours != nullptr && ours->checksum != applied.checksum) return altered(applied);
        if (ours == nullptr && applied.breaking) return too_new(applied);
    }
    return std::nullopt;
}

std::vector<const sql::Migration*> missing(std::span<const Installed> installed,
                                           std::span<const sql::Migration> known) {
    std::vector<const sql::Migration*> absent;
    for (const sql::Migration& migration : known)
        if (!has(installed, migration.number)) absent.push_back(&migration);
    return absent;
}

std::optional<Refusal> why_unusable(std::span<const Installed> installed, std::span<const sql::Migration> known) {
    if (auto foreign = why_foreign(installed, known)) return foreign;
    const auto absent = missing(installed, known);
    if (absent.empty()) return std::nullopt;
    if (installed.empty())
        return Refusal{Status::schema_missing, "The tables of this library are not installed; run bo_migrate.", {}, {}};
    return schema_version("The tables are older than this library: migration " +
                          std::to_string(absent.front()->number) + " is missing; run bo_migrate.");
}

}  // namespace backorder
