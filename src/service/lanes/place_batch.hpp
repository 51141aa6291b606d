#pragma once
// The orders of one place_batch: each a call of its own, together one answer.

#include "service/lanes/pending_call.hpp"

namespace backorder {

/// A call for each order; when the last of them is answered the completion is told of all.
PendingCalls place_each(const Context& context, PlaceBatch batch, Completion completion);

}  // namespace backorder
