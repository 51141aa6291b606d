#pragma once
// An order on the batch of a batch.

#include "service/verbs/mutation.hpp"

namespace backorder {

/// False, and the call is put off, if a part of the order has come to stand at a record that is not locked.
bool has_order(CallView& view, const std::string& order);

/// The record of the line's variant at that warehouse, if the line may be served there.
void open_stock(CallView& view, const std::string& order, const std::string& line, const std::string& warehouse);

/// When the order was placed.
std::string placed_at(Work& work, const Context& context, const std::string& order);

}  // namespace backorder
