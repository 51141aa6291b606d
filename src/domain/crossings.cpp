#include "domain/crossings.hpp"

#include "domain/gates.hpp"

namespace backorder {

std::vector<EventType> crossings(const StockRecord& before, const StockRecord& after) {
    const Counters& was = before.counters;
    const Counters& is = after.counters;
    std::vector<EventType> crossed;
    if (was.available() > 0 && is.available() == 0) crossed.push_back(EventType::stock_out);
    if (was.backordered == 0 && is.backordered > 0) crossed.push_back(EventType::backorder_entered);
    if (!at_limit(before) && at_limit(after)) crossed.push_back(EventType::backorder_limit_reached);
    if (at_limit(before) && !at_limit(after)) crossed.push_back(EventType::backorder_below_limit);
    if (was.available() == 0 && is.available() > 0) crossed.push_back(EventType::stock_back);
    return crossed;
}

}  // namespace backorder
