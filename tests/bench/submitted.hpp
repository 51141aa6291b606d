#pragma once
// A host of one thread that submits calls and goes on.

#include "baskets.hpp"
#include "crew.hpp"
#include "shop.hpp"

namespace bench {

bool can_submit(const Shop& shop);

/// Keeps that many orders in flight for that long, then waits for the last ones.
Tally run_submitted(const Shop& shop, const Baskets& baskets, std::size_t in_flight, double seconds);

}  // namespace bench
