#pragma once
// What went wrong in the database, as a refusal and whether trying again helps.

#include "domain/refusal.hpp"
#include "store/engine/sqlstate.hpp"
#include "store/engine/target.hpp"

#include <exception>
#include <utility>

namespace backorder {

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
