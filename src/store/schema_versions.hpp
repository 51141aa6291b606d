#pragma once
// Which migrations a database has had, and whether this library can live with them.

#include "domain/refusal.hpp"
#include "sql/statements.hpp"
#include "store/engine/transaction.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace backorder {

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
