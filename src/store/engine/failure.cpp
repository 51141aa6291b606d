#include "store/engine/failure.hpp"

#include "store/engine/connecting.hpp"

#include <pqxx/except>

#include <string>
#include <typeinfo>
#include <utility>

namespace backorder {

namespace {

template <class Error>
bool is(const std::exception& error) {
    return dynamic_cast<const Error*>(&error) != nullptr;
}

/// libpqxx 6 drops the code of those it has a class for. The order matters: a class stands before its bases.
std::string code_of_class(const std::exception& error) {
    if (is<pqxx::statement_completion_unknown>(error)) {
        return "40003";
    }
    if (is<pqxx::serialization_failure>(error)) {
        return "40001";
    }
    if (is<pqxx::deadlock_detected>(error)) {
        return "40P01";
    }
    if (is<pqxx::too_many_connections>(error)) {
        return "53300";
    }
    if (is<pqxx::broken_connection>(error)) {
        return "08006";
    }
    if (is<pqxx::insufficient_privilege>(error)) {
        return "42501";
    }
    // Servers name a code with every error; one without is libpq's own: of a connection that ended, or for want of memory.
    if (typeid(error) != typeid(pqxx::sql_error)) {
        return "";
    }
    return std::string_view(error.what()).starts_with("out of memory") ? "" : "08006";
}

std::string sqlstate_of(const std::exception& error) {
    if (const auto* unconnected = dynamic_cast<const NotConnected*>(&error)) {
        return unconnected->sqlstate();
    }
    if (const auto* sql = dynamic_cast<const pqxx::sql_error*>(&error); sql != nullptr && !sql->sqlstate().empty()) {
        return sql->sqlstate();
    }
    return code_of_class(error);
}

std::string without_line_end(std::string text) {
    while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) {
        text.pop_back();
    }
    return text;
}

/// libpqxx was used wrongly or could not read an answer. None of these is a pqxx::failure, and they have no base of their own.
bool is_misuse(const std::exception& error) {
    return is<pqxx::usage_error>(error) || is<pqxx::argument_error>(error) || is<pqxx::conversion_error>(error) ||
           is<pqxx::range_error>(error) || is<pqxx::internal_error>(error);
}

constexpr std::string_view pooler_text =
    "A connection pooler hands sessions on to others and so refuses settings at connecting; open with \"prepare\": false.";

/// PgBouncer has one code for whatever it refuses.
bool is_poolers(const NotConnected& error) { return std::string_view(error.what()).find("startup parameter") != std::string_view::npos; }

Meaning meaning(const std::exception& error, const std::string& sqlstate) {
    const auto* unconnected = dynamic_cast<const NotConnected*>(&error);
    if (unconnected == nullptr) {
        return meaning_of(sqlstate);
    }
    return is_poolers(*unconnected) ? Meaning{Status::config, Retry::never, pooler_text} : meaning_at_connecting(sqlstate);
}

/// Of connections and the server's own resources: nobody's data is in its words.
bool are_words_for_all(const std::exception& error, std::string_view sqlstate) {
    return is<NotConnected>(error) || sqlstate.starts_with("53");
}

/// `The database can not be reached: connection refused.`
std::string joined(std::string_view message, const std::string& words) {
    if (words.empty()) {
        return std::string(message);
    }
    const char end = message.back();
    return std::string(message.substr(0, message.size() - 1)) + (end == '.' ? ": " : "? ") + words + (words.ends_with('.') || words.ends_with('?') ? "" : ".");
}

Failure fault_of_ours(const std::exception& error) {
    return {{Status::internal, std::string("The database was asked in a wrong way: ") + error.what()}, Retry::never};
}

}  // namespace

bool is_database_failure(const std::exception& error) {
    return is<NotConnected>(error) || is<pqxx::failure>(error) || is_misuse(error) || is<Refused>(error);
}

bool is_want_of_room(const std::exception& error) {
    if (const auto* refused = dynamic_cast<const Refused*>(&error)) {
        return refused->refusal().status == Status::out_of_memory;
    }
    const auto* unconnected = dynamic_cast<const NotConnected*>(&error);
    return unconnected != nullptr && unconnected->sqlstate().starts_with("53");
}

Failure describe(const std::exception& error, const Target& target) {
    if (const auto* refused = dynamic_cast<const Refused*>(&error)) {
        return {refused->refusal(), Retry::never};
    }
    if (is_misuse(error)) {
        return fault_of_ours(error);
    }
    const std::string sqlstate = sqlstate_of(error);
    const Meaning meant = meaning(error, sqlstate);
    std::string server = without_line_end(target.mask(error.what()));
    const std::string message = joined(meant.message, are_words_for_all(error, sqlstate) ? server : "");
    Refusal refusal{meant.status, message + " It is " + target.description() + ".", {}, sqlstate};
    if (!server.empty()) {
        refusal.details.push_back({Detail{"server", std::move(server)}});
    }
    return {std::move(refusal), meant.retry};
}

}  // namespace backorder
