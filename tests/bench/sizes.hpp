#pragma once
// How many bytes the library writes about a call, so that a floor writes as many.

#include "seller.hpp"

#include <string>

namespace bench {

/// A text that grows by the line.
struct Growing {
    std::size_t first = 0, each = 0;
    std::size_t bytes(std::size_t lines) const { return first + each * (lines - 1); }
};

struct CallSize {
    Growing body, answer, events;
};

struct RowSizes {
    CallSize place, cancel, fulfill, receive;
};

class Shop;

/// Has the library take orders of one line and of two, and looks at their rows.
RowSizes measure_sizes(const Shop& shop, const std::string& database, const std::vector<std::string>& variants);

/// A JSON text of that many bytes with what a host would write about the lines; none where the library writes none.
std::string filled(std::size_t bytes, const std::string& id, const Lines& lines);

}  // namespace bench
