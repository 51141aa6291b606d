#include "store/schema_versions.hpp"

#include <algorithm>

namespace backorder {

namespace {

constexpr sql::Statement list_migrations{
    "list_migrations", "SELECT number, name, checksum, breaking FROM migrations ORDER BY number"};

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
    const auto found = std::find_if(known.begin(), known.end(), [&](const auto& migration) { return migration.number == number; });
    return found == known.end() ? nullptr : &*found;
}

bool has(std::span<const Installed> installed, int number) {
    return std::any_of(installed.begin(), installed.end(), [&](const Installed& applied) { return applied.number == number; });
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
        if (ours != nullptr && ours->checksum != applied.checksum) {
            return altered(applied);
        }
        if (ours == nullptr && applied.breaking) {
            return too_new(applied);
        }
    }
    return std::nullopt;
}

std::vector<const sql::Migration*> missing(std::span<const Installed> installed, std::span<const sql::Migration> known) {
    std::vector<const sql::Migration*> absent;
    for (const sql::Migration& migration : known) {
        if (!has(installed, migration.number)) {
            absent.push_back(&migration);
        }
    }
    return absent;
}

std::optional<Refusal> why_unusable(std::span<const Installed> installed, std::span<const sql::Migration> known) {
    if (auto foreign = why_foreign(installed, known)) {
        return foreign;
    }
    const auto absent = missing(installed, known);
    if (absent.empty()) {
        return std::nullopt;
    }
    if (installed.empty()) {
        return Refusal{Status::schema_missing, "The tables of this library are not installed; run bo_migrate.", {}, {}};
    }
    return schema_version("The tables are older than this library: migration " + std::to_string(absent.front()->number) +
                          " is missing; run bo_migrate.");
}

}  // namespace backorder
