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

/// Exact codes come before classes; what is in neither is Status::database.
Meaning meaning_of(std::string_view sqlstate);

/// Of what kept a connection from being made; no code is libpq's own error.
Meaning meaning_at_connecting(std::string_view sqlstate);

struct Failure {
    Refusal refusal;
    Retry retry = Retry::never;
};

/// A refusal of ours on its way up to where failures are described.
class Refused : public std::exception {
public:
    explicit Refused(Refusal refusal) : refusal_(std::move(refusal)) {}
    const char* what() const noexcept override { return refusal_.message.c_str(); }
    const Refusal& refusal() const noexcept { return refusal_; }

private:
    Refusal refusal_;
};

/// Is it pqxx's or a Refused? Everything else is not the database's and not ours to describe.
bool is_database_failure(const std::exception& error);

/// Of opening a connection: has the server, or this process, no room for one more?
bool is_want_of_room(const std::exception& error);

/// Server text goes, masked, into the detail `server`.
Failure describe(const std::exception& error, const Target& target);

}  // namespace backorder
