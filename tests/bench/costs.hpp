#pragma once
// What calls cost the server: a Markdown table.

#include "setting.hpp"

#include <ostream>

namespace bench {

/// Needs the extension pg_walinspect in the setting's own database and the right to use it.
void print_costs(const Setting& setting, std::ostream& out);

}  // namespace bench
