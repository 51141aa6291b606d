#include "store/migrator.hpp"

#include <boost/test/unit_test.hpp>

using namespace backorder;

namespace {

const std::vector<sql::Migration> known{{1, "initial", "aa", true, ""}, {2, "index", "bb", false, ""}};
const Installed first{1, "initial", "aa", true};
const Installed second{2, "index", "bb", false};

Status status(const std::vector<Installed>& installed) {
    const auto why = why_unusable(installed, known);
    return why ? why->status : Status::ok;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(schema_versions)

BOOST_AUTO_TEST_CASE(all_that_is_known_and_unaltered_is_usable) { BOOST_TEST((status({first, second}) == Status::ok)); }

BOOST_AUTO_TEST_CASE(nothing_installed_is_missing) { BOOST_TEST((status({}) == Status::schema_missing)); }

BOOST_AUTO_TEST_CASE(an_older_schema_asks_for_a_migration) {
    BOOST_TEST((status({first}) == Status::schema_version));
    BOOST_TEST(!why_foreign(std::vector{first}, known).has_value());
    BOOST_TEST(missing(std::vector{first}, known).size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_newer_migration_is_accepted_unless_it_breaks) {
    BOOST_TEST((status({first, second, {3, "more", "cc", false}}) == Status::ok));
    BOOST_TEST((status({first, second, {3, "other", "cc", true}}) == Status::schema_version));
    BOOST_TEST(newest(std::vector{first, second}) == 2);
}

BOOST_AUTO_TEST_CASE(an_altered_migration_is_named) {
    const auto why = why_unusable(std::vector<Installed>{{1, "initial", "zz", true}, second}, known);
    BOOST_TEST_REQUIRE(why.has_value());
    BOOST_TEST((why->status == Status::schema_version));
    BOOST_TEST(why->message.find("1 (initial)") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
