#include "store/migrator.hpp"

#include "store/schema_versions.hpp"
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
constexpr auto create_table = "CREATE TABLE migrations (number integer PRIMARY KEY, name text NOT NULL, checksum text NOT NULL,"
                              " breaking boolean NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())";

std::vector<Installed> installed_if_any(Transaction& transaction) {
    return transaction.run(table_exists).flag(0, 0) ? read_installed(transaction) : std::vector<Installed>{};
}

void refuse_foreign(const std::vector<Installed>& installed) {
    if (auto foreign = why_foreign(installed, sql::migrations())) {
        throw Refused(*std::move(foreign));
    }
}

int latest() { return sql::migrations().empty() ? 0 : sql::migrations().back().number; }

void create_home(Transaction& transaction, const std::string& schema) {
    // IF NOT EXISTS would ask for the right to create schemas even where there is nothing to create.
    if (!transaction.run(schema_exists, Parameters().text(schema)).flag(0, 0)) {
        transaction.run_script("CREATE SCHEMA " + quoted_name(schema));
    }
    if (!transaction.run(table_exists).flag(0, 0)) {
        transaction.run_script(create_table);
    }
}

void apply(Transaction& transaction, const sql::Migration& migration) {
    transaction.run(register_migration, Parameters()
                                            .integer(migration.number)
                                            .text(migration.name)
                                            .text(migration.checksum)
                                            .flag(migration.breaking));
    transaction.run_script(std::string(migration.text));
}

SchemaVersions install(Transaction& transaction, const std::string& schema) {
    transaction.run(one_at_a_time, Parameters().text(schema));
    create_home(transaction, schema);
    const auto installed = read_installed(transaction);
    refuse_foreign(installed);
    for (const sql::Migration* migration : missing(installed, sql::migrations())) {
        apply(transaction, *migration);
    }
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
        done = runner_.run(pool_, Mode::write, budget, [&](Transaction& transaction) {
            versions = install(transaction, schema_);
            return Verdict::commit;
        });
    }
    if (!done) {
        return done.error();
    }
    return versions;
}

}  // namespace backorder
