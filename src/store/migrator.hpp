#pragma once
// Installs and updates the tables. Any number of processes may do so at once.

#include "service/store.hpp"
#include "store/engine/pool.hpp"
#include "store/engine/runner.hpp"

#include <string>

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

}  // namespace backorder
