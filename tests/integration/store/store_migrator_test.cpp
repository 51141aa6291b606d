#include "store/migrator.hpp"

#include "store/engine/session_settings.hpp"
#include "store_fixture.hpp"

#include <atomic>
#include <thread>
#include <vector>

using namespace backorder;
using namespace backorder::test;

namespace {

/// An installer as another process would be one.
struct Installer {
    explicit Installer(std::string schema_name, const std::string& url = database())
        : schema(std::move(schema_name)), target(*Target::parse(url)) {}

    Outcome<SchemaVersions> migrate() { return Migrator(runner, pool, schema).migrate(seconds(60)); }

    std::string schema;
    Target target;
    Log log;
    Watchdog watchdog;
    Runner runner{target, schema, watchdog, log};
    Pool pool{1, [this] { return std::make_unique<Connection>(target.options()); }};
};

struct EmptySchema {
    explicit EmptySchema() { drop(); }
    ~EmptySchema() { drop(); }
    EmptySchema(const EmptySchema&) = delete;
    EmptySchema& operator=(const EmptySchema&) = delete;

    void run(const std::string& script) { admin.run_script(script); }
    void drop() { run("DROP SCHEMA IF EXISTS " + quoted_name(name) + " CASCADE"); }

    std::string name = "mig\"rator test";
    Connection admin{Target::parse(database())->options() + " options='-c client_min_messages=warning'"};
};

const int latest = sql::migrations().back().number;

}  // namespace

BOOST_AUTO_TEST_SUITE(store_migrator)

BOOST_AUTO_TEST_CASE(twenty_installers_at_once_all_succeed_and_one_of_them_installs) {
    const EmptySchema schema;
    const std::string url = database();
    std::atomic<int> succeeded = 0;
    std::atomic<int> installed = 0;
    std::vector<std::thread> threads;
    for (int number = 0; number < 20; ++number) {
        threads.emplace_back([&] {
            const auto versions = Installer(schema.name, url).migrate();
            succeeded += versions && versions->now == latest && versions->latest == latest;
            installed += versions && versions->before == 0;
        });
    }
    for (auto& thread : threads) thread.join();
    BOOST_TEST(succeeded == 20);
    BOOST_TEST(installed == 1);
}

BOOST_AUTO_TEST_CASE(an_altered_migration_is_refused_by_name) {
    EmptySchema schema;
    BOOST_TEST_REQUIRE(Installer(schema.name).migrate().has_value());
    schema.run("UPDATE " + quoted_name(schema.name) + ".migrations SET checksum = 'x' WHERE number = 1");
    const auto versions = Installer(schema.name).migrate();
    BOOST_TEST((versions.error().status == Status::schema_version));
    BOOST_TEST(versions.error().message.find("Migration 1") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_newer_migration_is_lived_with_unless_it_breaks) {
    EmptySchema schema;
    BOOST_TEST_REQUIRE(Installer(schema.name).migrate().has_value());
    schema.run("INSERT INTO " + quoted_name(schema.name) + ".migrations VALUES (9000, 'later', 'x', false)");
    BOOST_TEST(Installer(schema.name).migrate()->now == 9000);
    schema.run("UPDATE " + quoted_name(schema.name) + ".migrations SET breaking = true WHERE number = 9000");
    BOOST_TEST((Installer(schema.name).migrate().error().status == Status::schema_version));
}

BOOST_AUTO_TEST_SUITE_END()
