#pragma once
// What one caller heard: the call, its answer, and when it began and ended on the clock that all processes share.

#include "model/rules/reply.hpp"
#include "model/rules/step.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace backorder::test::history {

struct Acknowledged {
    std::int64_t begun = 0;
    std::int64_t ended = 0;
    model::Step step;
    model::Reply reply;

    /// It was done by this very call.
    bool did_it() const;

    /// The key under which it is recorded.
    std::string key() const;
};

using Heard = std::vector<Acknowledged>;

std::int64_t now();

/// A call, carried out and heard.
Acknowledged ask(bo_backorder* handle, model::Step step);

/// A line of JSON, and back.
std::string to_line(const Acknowledged& one);
Acknowledged from_line(const std::string& line);

/// Whether a covered line waits elsewhere is said as far as the call sees, not by any order of calls.
model::Reply without_ready(model::Reply reply);

/// Orders of a batch are placed or refused each for itself: every one as a batch of one.
Heard in_single_orders(const Heard& heard);

}  // namespace backorder::test::history
