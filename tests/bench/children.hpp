#pragma once
// As a crew, but each a process of its own.

#include "crew.hpp"

namespace bench {

/// Forks first and hires in the child. No thread of this process may be doing anything meanwhile.
Tally run_children(unsigned processes, double seconds, const Hire& hire);

}  // namespace bench
