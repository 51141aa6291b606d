#include "model/rules/queue.hpp"

#include <algorithm>
#include <tuple>

namespace backorder::test::model {

std::vector<Promise> promises(Market& market, const Spot& spot) {
    std::vector<Promise> found;
    for (auto& [id, order] : market.orders)
        for (std::size_t number = 0; number < order.lines.size(); ++number) {
            Line& line = order.lines[number];
            const auto part = line.parts.find(spot.second);
            if (line.variant == spot.first && part != line.parts.end())
                found.push_back({id, line.id, order.priority, order.age, number, &part->second});
        }
    std::sort(found.begin(), found.end(), [](const Promise& left, const Promise& right) {
        return std::tuple(-left.priority, left.age, left.number) < std::tuple(-right.priority, right.age, right.number);
    });
    return found;
}

std::vector<Moved> serve_queue(Market& market, const Spot& spot) {
    std::vector<Moved> covered;
    for (const Promise& promise : promises(market, spot)) {
        const Units units = std::min(market.available(spot), promise.part->waiting);
        if (units == 0) continue;
        promise.part->waiting -= units;
        promise.part->allocated += units;
        covered.push_back({promise.order, promise.line, spot, units});
    }
    return covered;
}

std::vector<Moved> fall_back(Market& market, const Spot& spot, Units units) {
    std::vector<Moved> fallen;
    auto all = promises(market, spot);
    std::reverse(all.begin(), all.end());
    for (const Promise& promise : all) {
        const Units lost = std::min(units, promise.part->allocated);
        if (lost == 0) continue;
        units -= lost;
        promise.part->allocated -= lost;
        promise.part->waiting += lost;
        fallen.push_back({promise.order, promise.line, spot, lost});
    }
    return fallen;
}

}  // namespace backorder::test::model
