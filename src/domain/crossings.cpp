#include "domain/crossings.hpp"

#include "domain/gates.hpp"

namespace backorder {

std::vector<std::string_view> crossings(const StockRecord& before, const StockRecord& after) {
    const Counters& was = before.counters;
    const Counters& is = after.counters;
    std::vector<std::string_view> crossed;
    if (was.available() > 0 && is.available() == 0) crossed.push_back("stock.out");
    if (was.backordered == 0 && is.backordered > 0) crossed.push_back("backorder.entered");
    if (!at_limit(before) && at_limit(after)) crossed.push_back("backorder.limit_reached");
    if (at_limit(before) && !at_limit(after)) crossed.push_back("backorder.below_limit");
    if (was.available() == 0 && is.available() > 0) crossed.push_back("stock.back");
    return crossed;
}

}  // namespace backorder
