#include "store/engine/failure.hpp"

#include "store/engine/connecting.hpp"

#include <pqxx/except>

#include <algorithm>
#include <array>
#include <string>
#include <typeinfo>
#include <utility>

namespace backorder {

namespace {

struct Entry {
    std::string_view code;  ///< five letters, or two for a class
    Meaning meaning;
};

constexpr std::string_view conflict_text = "Other transactions were in the way until the time was up.";
constexpr std::string_view lost_text = "The connection to the database was lost.";
constexpr std::string_view missing_text =
    "The tables of this library are not installed; run bo_migrate or open with \"migrate\": true.";
constexpr std::string_view other_schema_text =
    "The tables are not those this library knows; run bo_migrate or update the library.";
constexpr std::string_view prepared_text =
    "A prepared statement is lost or there twice; behind a transaction pooler open with \"prepare\": false.";
constexpr std::string_view moved_text =
    "Rows of an order were changed or withheld by somebody who did not lock its stock record; nothing was done.";
constexpr std::string_view text_text = "The database's encoding can not hold a text of this call; it should be UTF-8.";
constexpr std::string_view no_slot_text =
    "The database server has no connection slot left; do all processes' pool_size together pass its max_connections?";
constexpr std::string_view unreached_text = "The database can not be reached.";
constexpr std::string_view resources_text = "The database server has run out of a resource.";
constexpr std::string_view login_text =
    "The database server did not let the role in; see the connection string and pg_hba.conf.";

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
    Entry{"22012", {Status::database, Retry::duplicate, moved_text}},  // only queries/write.sql divides
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
    if (const Entry* exact = find(sqlstate)) return exact->meaning;
    if (const Entry* of_class = find(sqlstate.substr(0, 2))) return of_class->meaning;
    return {Status::database, Retry::never, "The database refused a statement."};
}

namespace {

template <class Error>
bool is(const std::exception& error) {
    return dynamic_cast<const Error*>(&error) != nullptr;
}

/// libpqxx 6 drops the code of those it has a class for. The order matters: a class stands before its bases.
std::string code_of_class(const std::exception& error) {
    if (is<pqxx::statement_completion_unknown>(error)) return "40003";
    if (is<pqxx::serialization_failure>(error)) return "40001";
    if (is<pqxx::deadlock_detected>(error)) return "40P01";
    if (is<pqxx::too_many_connections>(error)) return "53300";
    if (is<pqxx::broken_connection>(error)) return "08006";
    if (is<pqxx::insufficient_privilege>(error)) return "42501";
    // Servers name a code with every error; one without is libpq's own: of a connection that ended, or for want of
    // memory.
    if (typeid(error) != typeid(pqxx::sql_error)) return "";
    return std::string_view(error.what()).starts_with("out of memory") ? "" : "08006";
}

std::string sqlstate_of(const std::exception& error) {
    if (const auto* unconnected = dynamic_cast<const NotConnected*>(&error)) return unconnected->sqlstate();
    if (const auto* sql = dynamic_cast<const pqxx::sql_error*>(&error); sql != nullptr && !sql->sqlstate().empty())
        return sql->sqlstate();
    return code_of_class(error);
}

std::string without_line_end(std::string text) {
    while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.pop_back();
    return text;
}

/// libpqxx was used wrongly or could not read an answer. None of these is a pqxx::failure, and they have no base of
/// their own.
bool is_misuse(const std::exception& error) {
    return is<pqxx::usage_error>(error) || is<pqxx::argument_error>(error) || is<pqxx::conversion_error>(error) ||
           is<pqxx::range_error>(error) || is<pqxx::internal_error>(error);
}

constexpr std::string_view pooler_text = "A connection pooler hands sessions on to others and so refuses settings at "
                                         "connecting; open with \"prepare\": false.";

/// PgBouncer has one code for whatever it refuses.
bool is_poolers(const NotConnected& error) {
    return std::string_view(error.what()).find("startup parameter") != std::string_view::npos;
}

Meaning meaning(const std::exception& error, const std::string& sqlstate) {
    const auto* unconnected = dynamic_cast<const NotConnected*>(&error);
    if (unconnected == nullptr) return meaning_of(sqlstate);
    return is_poolers(*unconnected) ? Meaning{Status::config, Retry::never, pooler_text}
                                    : meaning_at_connecting(sqlstate);
}

/// Of connections and the server's own resources: nobody's data is in its words.
bool are_words_for_all(const std::exception& error, std::string_view sqlstate) {
    return is<NotConnected>(error) || sqlstate.starts_with("53");
}

/// `The database can not be reached: connection refused.`
std::string joined(std::string_view message, const std::string& words) {
    if (words.empty()) return std::string(message);
    const char end = message.back();
    return std::string(message.substr(0, message.size() - 1)) + (end == '.' ? ": " : "? ") + words +
           (words.ends_with('.') || words.ends_with('?') ? "" : ".");
}

Failure fault_of_ours(const std::exception& error) {
    return {{Status::internal, std::string("The database was asked in a wrong way: ") + error.what()}, Retry::never};
}

}  // namespace

bool is_database_failure(const std::exception& error) {
    return is<NotConnected>(error) || is<pqxx::failure>(error) || is_misuse(error) || is<Refused>(error);
}

bool is_want_of_room(const std::exception& error) {
    if (const auto* refused = dynamic_cast<const Refused*>(&error))
        return refused->refusal().status == Status::out_of_memory;
    const auto* unconnected = dynamic_cast<const NotConnected*>(&error);
    return unconnected != nullptr && unconnected->sqlstate().starts_with("53");
}

Failure describe(const std::exception& error, const Target& target) {
    if (const auto* refused = dynamic_cast<const Refused*>(&error)) return {refused->refusal(), Retry::never};
    if (is_misuse(error)) return fault_of_ours(error);
    const std::string sqlstate = sqlstate_of(error);
    const Meaning meant = meaning(error, sqlstate);
    std::string server = without_line_end(target.mask(error.what()));
    const std::string message = joined(meant.message, are_words_for_all(error, sqlstate) ? server : "");
    Refusal refusal{meant.status, message + " It is " + target.description() + ".", {}, sqlstate};
    if (!server.empty()) refusal.details.push_back({Detail{"server", std::move(server)}});
    return {std::move(refusal), meant.retry};
}

}  // namespace backorder
