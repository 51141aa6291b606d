#pragma once
// The store's engine without the service: transactions of raw statements on the test database.

#include "store/engine/connection.hpp"
#include "store/engine/log.hpp"
#include "store/engine/pool.hpp"
#include "store/engine/runner.hpp"
#include "store/engine/target.hpp"
#include "store/engine/watchdog.hpp"

#include <boost/test/unit_test.hpp>

#include <cstdlib>
#include <memory>
#include <string>

namespace backorder::test {

inline std::string database() {
    const char* url = std::getenv("BACKORDER_TEST_DATABASE");
    BOOST_REQUIRE_MESSAGE(url != nullptr,
                          "BACKORDER_TEST_DATABASE is not set: the URL of a PostgreSQL database to test with");
    return url;
}

inline Budget seconds(int count) { return {Clock::now() + std::chrono::seconds(count)}; }

inline Rows run(Transaction& transaction, std::string_view text, const Parameters& parameters = {}) {
    return transaction.run(sql::Statement{"", text}, parameters);
}

/// A schema of its own with a table `notes (note text primary key)`; dropped at the end.
struct Engine {
    explicit Engine(const std::string& through = database(), std::size_t pool_size = 4)
        : target(*Target::parse(through)),
          pool(pool_size, [this] { return std::make_unique<Connection>(target.options()); }) {
        admin.run_script("DROP SCHEMA IF EXISTS store_test CASCADE; CREATE SCHEMA store_test;"
                         "CREATE TABLE store_test.notes (note text PRIMARY KEY)");
    }
    ~Engine() { admin.run_script("DROP SCHEMA store_test CASCADE"); }
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;

    Status write(const Runner::Body& body, const Budget& budget = seconds(10)) {
        return ended(Mode::write, budget, body);
    }
    Status read(const Runner::Body& body, const Budget& budget = seconds(10)) {
        return ended(Mode::read, budget, body);
    }

    std::int64_t notes() { return admin.run_script("SELECT count(*) FROM store_test.notes").integer(0, 0); }

    std::string schema = "store_test";
    Target target;
    Connection admin{Target::parse(database())->options() + " options='-c client_min_messages=warning'"};
    Log log;
    Watchdog watchdog;
    Runner runner{target, schema, watchdog, log};
    Pool pool;
    Refusal refusal;  ///< the last call's

private:
    Status ended(Mode mode, const Budget& budget, const Runner::Body& body) {
        const auto done = runner.run(pool, mode, budget, body);
        refusal = done ? Refusal{Status::ok, {}, {}, {}} : done.error();
        return refusal.status;
    }
};

}  // namespace backorder::test
