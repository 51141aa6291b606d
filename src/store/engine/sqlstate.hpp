#pragma once
// What an SQLSTATE means to a caller, and whether trying again helps.

#include "domain/refusal.hpp"

#include <cstdint>
#include <string_view>

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

}  // namespace backorder
