#include "model/rules/market.hpp"

#include <algorithm>

namespace backorder::test::model {

namespace {

void add_up(Part& sum, const Part& part) {
    sum.allocated += part.allocated;
    sum.waiting += part.waiting;
    sum.shipped += part.shipped;
    sum.cancelled += part.cancelled;
}

}  // namespace

Part Line::sum() const {
    Part all;
    for (const auto& [warehouse, part] : parts) add_up(all, part);
    return all;
}

Line* Order::line(const std::string& id) {
    const auto found = std::find_if(lines.begin(), lines.end(), [&](const Line& line) { return line.id == id; });
    return found == lines.end() ? nullptr : &*found;
}

bool Market::serves(const std::string& warehouse, const std::string& seller) const {
    const auto found = warehouses.find(warehouse);
    return found != warehouses.end() && (found->second.owner.empty() || found->second.owner == seller);
}

Part Market::promised(const Spot& spot) const {
    Part all;
    for (const auto& [id, order] : orders)
        for (const Line& line : order.lines)
            if (const auto part = line.parts.find(spot.second); line.variant == spot.first && part != line.parts.end())
                add_up(all, part->second);
    return all;
}

Units Market::available(const Spot& spot) const {
    const auto record = records.find(spot);
    return record == records.end() ? 0 : record->second.on_hand - allocated(spot);
}

}  // namespace backorder::test::model
