#include "store/engine/sqlstate.hpp"

#include <algorithm>
#include <array>

namespace backorder {

namespace {

struct Entry {
    std::string_view code;  ///< five letters, or two for a class
    Meaning meaning;
};

constexpr std::string_view conflict_text = "Other transactions were in the way until the time was up.";
constexpr std::string_view lost_text = "The connection to the database was lost.";
constexpr std::string_view missing_text = "The tables of this library are not installed; run bo_migrate or open with \"migrate\": true.";
constexpr std::string_view other_schema_text = "The tables are not those this library knows; run bo_migrate or update the library.";
constexpr std::string_view prepared_text = "A prepared statement is lost or there twice; behind a transaction pooler open with \"prepare\": false.";
constexpr std::string_view moved_text = "Rows of an order were changed or withheld by somebody who did not lock its stock record; nothing was done.";
constexpr std::string_view text_text = "The database's encoding can not hold a text of this call; it should be UTF-8.";
constexpr std::string_view no_slot_text =
    "The database server has no connection slot left; do all processes' pool_size together pass its max_connections?";
constexpr std::string_view unreached_text = "The database can not be reached.";
constexpr std::string_view resources_text = "The database server has run out of a resource.";
constexpr std::string_view login_text = "The database server did not let the role in; see the connection string and pg_hba.conf.";

constexpr std::array table{
    Entry{"40001", {Status::timeout, Retry::conflict, conflict_text}},
    Entry{"40P01", {Status::timeout, Retry::conflict, conflict_text}},
    Entry{"55P03", {Status::timeout, Retry::conflict, conflict_text}},
    Entry{"23505", {Status::database, Retry::duplicate, "A row is there already that should not be."}},
    Entry{"57014", {Status::timeout, Retry::never, "The database did not finish a statement in time."}},
    Entry{"25006", {Status::read_only, Retry::never, "The database accepts no writes; is it a standby?"}},
    Entry{"3F000", {Status::schema_missing, Retry::never, missing_text}},
    Entry{"42P01", {Status::schema_missing, Retry::never, missing_text}},
    Entry{"42703", {Status::schema_version, Retry::never, other_schema_text}},
    Entry{"42883", {Status::schema_version, Retry::never, other_schema_text}},
    Entry{"42501", {Status::privilege, Retry::never, "The database role lacks a right; see packaging/grants.sql."}},
    Entry{"57P01", {Status::unavailable, Retry::connection, lost_text}},
    Entry{"57P02", {Status::unavailable, Retry::connection, lost_text}},
    Entry{"57P03", {Status::unavailable, Retry::connection, "The database is starting up or shutting down."}},
    Entry{"57P05", {Status::unavailable, Retry::connection, lost_text}},
    Entry{"25P03", {Status::unavailable, Retry::connection, lost_text}},
    Entry{"53300", {Status::unavailable, Retry::connection, no_slot_text}},
    Entry{"0A000", {Status::database, Retry::connection, "The database can not run a statement of this library."}},
    Entry{"26000", {Status::database, Retry::connection, prepared_text}},
    Entry{"42P05", {Status::database, Retry::connection, prepared_text}},
    Entry{"22003", {Status::overflow, Retry::never, "A sum would pass 2^63 - 1."}},
    Entry{"22012", {Status::database, Retry::duplicate, moved_text}},  // only queries/write_orders.sql divides
    Entry{"22021", {Status::text, Retry::never, text_text}},
    Entry{"22P05", {Status::text, Retry::never, text_text}},
    Entry{"23514", {Status::internal, Retry::never, "A CHECK of the schema refused what this library wrote."}},
    Entry{"25P02", {Status::internal, Retry::never, "A statement was sent after another one had failed."}},
    Entry{"3D000", {Status::unavailable, Retry::never, "The database server has no database of that name."}},
    Entry{"53100", {Status::database, Retry::never, "The database server's disk is full."}},
    Entry{"53200", {Status::database, Retry::never, "The database server is out of memory."}},
    Entry{"08", {Status::unavailable, Retry::connection, lost_text}},
    Entry{"28", {Status::unavailable, Retry::never, login_text}},
    Entry{"53", {Status::unavailable, Retry::never, resources_text}},
};

const Entry* find(std::string_view code) {
    const auto* found = std::ranges::find(table, code, &Entry::code);
    return found == table.end() ? nullptr : found;
}

}  // namespace

Meaning meaning_at_connecting(std::string_view sqlstate) {
    const bool of_class_08 = sqlstate.empty() || sqlstate.starts_with("08");
    return of_class_08 ? Meaning{Status::unavailable, Retry::connection, unreached_text} : meaning_of(sqlstate);
}

Meaning meaning_of(std::string_view sqlstate) {
    if (const Entry* exact = find(sqlstate)) {
        return exact->meaning;
    }
    if (const Entry* of_class = find(sqlstate.substr(0, 2))) {
        return of_class->meaning;
    }
    return {Status::database, Retry::never, "The database refused a statement."};
}

}  // namespace backorder
