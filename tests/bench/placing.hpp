#pragma once
// Threads that place orders.

#include "arena.hpp"
#include "baskets.hpp"
#include "report.hpp"

#include <string>

namespace bench {

/// What a thread does that places an order and waits for the answer.
Work placing(Sellers caller, Baskets baskets, Ids ids = Ids());

/// The usual floor of rates: guarded, on 32 connections.
Tally run_guarded_floor(const Arena& arena, const MakeBaskets& baskets, double seconds);

/// How many a second, the latency beside, and how many processors were kept busy.
Row rate_row(const std::string& name, const std::string& unit, const Rounds& rounds, Target target);

}  // namespace bench
