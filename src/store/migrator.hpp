#pragma once
// Installs and updates the tables. Any number of processes may do so at once.

#include "domain/refusal.hpp"
#include "service/store.hpp"
#include "sql/statements.hpp"
#include "store/engine/pool.hpp"
#include "store/engine/runner.hpp"
#include "store/engine/transaction.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace backorder {

class Migrator {
public:
    /// `pool` opens connections that do not look at the tables.
    Migrator(Runner& runner, Pool& pool, const std::string& schema) : runner_(runner), pool_(pool), schema_(schema) {}

    /// Needs no right to create if all is installed already.
    Outcome<SchemaVersions> migrate(const Budget& budget);

private:
    Runner& runner_;
    Pool& pool_;
    const std::string& schema_;
};

struct Installed {
    int number = 0;
    std::string name;
    std::string checksum;
    bool breaking = false;
};

/// By number. Fails with 42P01 if the table of migrations is not there.
std::vector<Installed> read_installed(Transaction& transaction);

/// 0 if there are none.
int newest(std::span<const Installed> installed);

/// Known ones must be unaltered, unknown ones newer and not breaking. None: that is so.
std::optional<Refusal> why_foreign(std::span<const Installed> installed, std::span<const sql::Migration> known);

/// The known ones that are not installed.
std::vector<const sql::Migration*> missing(std::span<const Installed> installed, std::span<const sql::Migration> known);

/// Foreign, or some are missing. None: the library may work with the database.
std::optional<Refusal> why_unusable(std::span<const Installed> installed, std::span<const sql::Migration> known);

}  // namespace backorder
