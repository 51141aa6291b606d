#pragma once
// A host that places many orders in one call.

#include "baskets.hpp"
#include "crew.hpp"
#include "shop.hpp"

namespace bench {

bool can_batch(const Shop& shop);

/// Places that many orders at a time, all of which must be placed.
Work placing_batches(const Shop& shop, Baskets baskets, std::size_t orders);

}  // namespace bench
