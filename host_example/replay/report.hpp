#pragma once
// What a person sees at the end.

#include "options.hpp"
#include "shop.hpp"
#include "tally.hpp"

#include <ostream>

namespace replay {

void report(std::ostream& out, const Outcome& outcome, const Options& options);
void report(std::ostream& out, const Verified& verified);

}  // namespace replay
