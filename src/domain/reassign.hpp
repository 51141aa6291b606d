#pragma once
// Moving a line's waiting units to another warehouse.

#include "domain/decision.hpp"

namespace backorder {

struct Move {
    std::string order;
    std::string line;
    std::string from;
    std::string to;
    Units64 quantity = 0;
};

/// Takes free units at `to`; the rest waits there with its old place in time, if the gates allow.
Outcome<Decision> reassign(State& state, const Move& move, const std::string& seller);

}  // namespace backorder
