#include "store/engine/failure.hpp"

#include <boost/test/unit_test.hpp>

using backorder::meaning_of;
using backorder::Retry;
using backorder::Status;

namespace {

struct Case {
    std::string_view sqlstate;
    Status status;
    Retry retry;
};

// Exact codes beside others of their class, and codes nobody has heard of.
constexpr Case cases[] = {
    {"40001", Status::timeout, Retry::conflict},
    {"40P01", Status::timeout, Retry::conflict},
    {"55P03", Status::timeout, Retry::conflict},
    {"40003", Status::database, Retry::never},
    {"23505", Status::database, Retry::duplicate},
    {"23514", Status::internal, Retry::never},
    {"23503", Status::database, Retry::never},
    {"57014", Status::timeout, Retry::never},
    {"57P01", Status::unavailable, Retry::connection},
    {"57P02", Status::unavailable, Retry::connection},
    {"57P03", Status::unavailable, Retry::connection},
    {"57P05", Status::unavailable, Retry::connection},
    {"25P03", Status::unavailable, Retry::connection},
    {"57000", Status::database, Retry::never},
    {"08000", Status::unavailable, Retry::connection},
    {"08006", Status::unavailable, Retry::connection},
    {"53300", Status::unavailable, Retry::connection},
    {"53100", Status::database, Retry::never},
    {"53200", Status::database, Retry::never},
    {"53400", Status::unavailable, Retry::never},
    {"25006", Status::read_only, Retry::never},
    {"25P02", Status::internal, Retry::never},
    {"3F000", Status::schema_missing, Retry::never},
    {"42P01", Status::schema_missing, Retry::never},
    {"42703", Status::schema_version, Retry::never},
    {"42883", Status::schema_version, Retry::never},
    {"42501", Status::privilege, Retry::never},
    {"42601", Status::database, Retry::never},
    {"0A000", Status::database, Retry::connection},
    {"26000", Status::database, Retry::connection},
    {"22003", Status::overflow, Retry::never},
    {"22012", Status::database, Retry::duplicate},
    {"22021", Status::text, Retry::never},
    {"22P02", Status::database, Retry::never},
    {"28000", Status::unavailable, Retry::never},
    {"28P01", Status::unavailable, Retry::never},
    {"3D000", Status::unavailable, Retry::never},
    {"XX000", Status::database, Retry::never},
    {"", Status::database, Retry::never},
    {"0", Status::database, Retry::never},
};

}  // namespace

BOOST_AUTO_TEST_CASE(every_sqlstate_has_one_meaning_and_exact_codes_come_before_classes) {
    for (const Case& expected : cases) {
        BOOST_TEST_CONTEXT("SQLSTATE " << expected.sqlstate) {
            const auto meaning = meaning_of(expected.sqlstate);
            BOOST_TEST((meaning.status == expected.status));
            BOOST_TEST((meaning.retry == expected.retry));
            BOOST_TEST(!meaning.message.empty());
        }
    }
}

BOOST_AUTO_TEST_CASE(what_kept_a_connection_from_being_made_is_no_connection_that_was_lost) {
    for (const std::string_view sqlstate : {"", "08000", "08001", "08006", "08P01"}) {
        const auto meaning = backorder::meaning_at_connecting(sqlstate);
        BOOST_TEST((meaning.status == Status::unavailable));
        BOOST_TEST((meaning.retry == Retry::connection));
        BOOST_TEST(meaning.message == "The database can not be reached.");
    }
    for (const std::string_view sqlstate : {"28000", "3D000", "53300", "57P03"})
        BOOST_TEST(backorder::meaning_at_connecting(sqlstate).message == meaning_of(sqlstate).message);
}
