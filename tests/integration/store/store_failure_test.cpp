#include "store/engine/connecting.hpp"
#include "store/engine/failure.hpp"

#include <boost/test/unit_test.hpp>

#include <pqxx/except>

#include <new>
#include <stdexcept>
#include <string>
#include <typeinfo>
#include <variant>

using backorder::describe;
using backorder::Failure;
using backorder::is_database_failure;
using backorder::Retry;
using backorder::Status;

namespace {

Failure described(const std::exception& error) {
    return describe(error, *backorder::Target::parse("host=db dbname=shop password=hush"));
}

void check(const std::exception& error, const std::string& sqlstate, Status status, Retry retry) {
    BOOST_TEST_INFO_SCOPE(typeid(error).name());
    const Failure found = described(error);
    BOOST_TEST(is_database_failure(error));
    BOOST_TEST(found.refusal.sqlstate == sqlstate);
    BOOST_TEST((found.refusal.status == status));
    BOOST_TEST((found.retry == retry));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(failure)

// Goals: libpqxx 6 drops the code of what it has a class for; the class says it then, and a code that is there is
// taken.
BOOST_AUTO_TEST_CASE(a_class_without_a_code_means_its_code) {
    check(pqxx::statement_completion_unknown("?"), "40003", Status::database, Retry::never);
    check(pqxx::serialization_failure("?"), "40001", Status::timeout, Retry::conflict);
    check(pqxx::deadlock_detected("?"), "40P01", Status::timeout, Retry::conflict);
    check(pqxx::too_many_connections("?"), "53300", Status::unavailable, Retry::connection);
    check(pqxx::broken_connection("?"), "08006", Status::unavailable, Retry::connection);
    check(pqxx::insufficient_privilege("?"), "42501", Status::privilege, Retry::never);
    check(pqxx::unique_violation("?", "", "23505"), "23505", Status::database, Retry::duplicate);
}

// Goals: libpq's own errors are of a connection that ended, but where it wants for memory; a class nobody knows is no
// more than a failure.
BOOST_AUTO_TEST_CASE(an_error_without_class_and_code_is_of_the_connection) {
    check(pqxx::sql_error("server closed the connection"), "08006", Status::unavailable, Retry::connection);
    BOOST_TEST(described(pqxx::sql_error("out of memory")).refusal.sqlstate.empty());
    BOOST_TEST(described(pqxx::failure("?")).refusal.sqlstate.empty());
}

BOOST_AUTO_TEST_CASE(who_could_not_connect_is_told_why_in_the_message) {
    check(backorder::NotConnected("28P01", "wrong"), "28P01", Status::unavailable, Retry::never);
    check(backorder::NotConnected("", "refused"), "", Status::unavailable, Retry::connection);
    check(backorder::NotConnected("08P01", "unsupported startup parameter: options"), "08P01", Status::config,
          Retry::never);
    BOOST_TEST(described(backorder::NotConnected("", "refused by hush"))
                   .refusal.message.starts_with(
                       "The database can not be reached: refused by ***. It is database \"shop\" at db:5432 as user "));
}

BOOST_AUTO_TEST_CASE(a_full_disk_is_told_in_the_message_and_other_words_of_the_server_are_not) {
    BOOST_TEST(described(pqxx::sql_error("no space", "", "53100"))
                   .refusal.message.starts_with("The database server's disk is full: no space. "));
    BOOST_TEST(described(pqxx::sql_error("(id)=(7)", "", "23503")).refusal.message.find("(7)") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_the_server_said_is_told_without_secrets_and_line_ends) {
    const Failure found = described(pqxx::broken_connection("wrong password hush \n\n"));
    BOOST_REQUIRE(found.refusal.details.size() == 1U);
    BOOST_TEST(found.refusal.details[0][0].key == "server");
    BOOST_TEST(std::get<std::string>(found.refusal.details[0][0].value) == "wrong password ***");
    BOOST_TEST(described(pqxx::broken_connection("\n")).refusal.details.empty());
}

// Goals: a database asked in a wrong way is our fault and trying again does not help.
BOOST_AUTO_TEST_CASE(misuse_is_a_fault_of_ours) {
    check(pqxx::usage_error("?"), "", Status::internal, Retry::never);
    check(pqxx::argument_error("?"), "", Status::internal, Retry::never);
    check(pqxx::conversion_error("?"), "", Status::internal, Retry::never);
    check(pqxx::range_error("?"), "", Status::internal, Retry::never);
    check(pqxx::internal_error("?"), "", Status::internal, Retry::never);
}

BOOST_AUTO_TEST_CASE(a_refusal_on_its_way_up_stays_what_it_is) {
    const backorder::Refused refused({Status::schema_missing, "no schema"});
    check(refused, "", Status::schema_missing, Retry::never);
    BOOST_TEST(described(refused).refusal.message == "no schema");
    BOOST_TEST(refused.what() == std::string("no schema"));
}

BOOST_AUTO_TEST_CASE(other_exceptions_are_not_the_databases) {
    BOOST_TEST(!is_database_failure(std::bad_alloc()));
    BOOST_TEST(!is_database_failure(std::logic_error("?")));
}

BOOST_AUTO_TEST_SUITE_END()
