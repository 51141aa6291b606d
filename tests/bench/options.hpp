#pragma once

#include "setting.hpp"

#include <string>

namespace bench {

/// Throws std::invalid_argument with what is wrong.
Setting read_options(int argc, char** argv);

}  // namespace bench
