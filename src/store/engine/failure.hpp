#pragma once
// What went wrong in the database, as a refusal and whether trying again helps.

#include "domain/refusal.hpp"
#include "store/engine/target.hpp"

#include <cstdint>
#include <exception>
#include <string_view>
#include <utility>

namespace backorder {

enum class Retry : std::uint8_t {
    never,
    conflict,    ///< run the transaction again, until the deadline
    duplicate,   ///< run it again: who was first is visible then
    connection,  ///< run it again on another connection; nothing was committed
};

struct Meaning {
    Status status;
    Retry retry;
    std::string_view message;  ///< our words
};

/// The meaning of an SQLSTATE: by code, else by class, else Status::database.
Meaning meaning_of(std::string_view sqlstate);

/// The meaning of an SQLSTATE at connecting; an empty one is libpq's own error.
Meaning meaning_at_connecting(std::string_view sqlstate);

struct Failure {
    Refusal refusal;
    Retry retry = Retry::never;
};

/// A refusal of our own as an exception.
class Refused : public std::exception {
public:
    explicit Refused(Refusal refusal) : refusal_(std::move(refusal)) {}
    const char* what() const noexcept override { return refusal_.message.c_str(); }
    const Refusal& refusal() const noexcept { return refusal_; }

private:
    Refusal refusal_;
};

/// True of libpqxx's exceptions, NotConnected and Refused: those that describe() understands.
bool is_database_failure(const std::exception& error);

/// True if a connection was not opened because the server has no slot or this process no descriptor or thread.
bool is_want_of_room(const std::exception& error);

/// The failure as a refusal. The server's text, with secrets masked, goes into the detail `server`.
Failure describe(const std::exception& error, const Target& target);

}  // namespace backorder
