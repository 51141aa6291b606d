#pragma once
// An order's parts, read when the stock records they were at are locked.

#include "service/mutation.hpp"

namespace backorder {

/// Loads the order's parts and the queues that are freed. False, and the attempt is outdated, if a part has come to stand
/// at a record that is not locked.
bool load_order(Attempt& attempt, const std::string& order, const Freeing& freeing = {});

/// The record of the line's variant at that warehouse, if the line may be served there.
void open_stock(Attempt& attempt, const std::string& order, const std::string& line, const std::string& warehouse);

/// When the order was placed.
std::string placed_at(Work& work, const Context& context, const std::string& order);

}  // namespace backorder
