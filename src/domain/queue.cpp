#include "domain/queue.hpp"

#include <algorithm>
#include <tuple>

namespace backorder {

namespace {

bool served_before(const PartEntry* left, const PartEntry* right) {
    const auto rank = [](const PartEntry* entry) {
        return std::tuple(-entry->second.priority, entry->second.age, entry->second.line_number);
    };
    const auto left_rank = rank(left);
    const auto right_rank = rank(right);
    return left_rank != right_rank ? left_rank < right_rank : left->first < right->first;
}

std::vector<const PartEntry*> promises_at(State& state, const StockKey& key, Units64 Part::*units) {
    std::vector<const PartEntry*> found;
    for (const PartKey& part : state.parts_at(key))
        if (const auto entry = state.parts.find(part); entry->second.*units > 0) found.push_back(&*entry);
    std::sort(found.begin(), found.end(), served_before);
    return found;
}

}  // namespace

void serve_queue(DecisionBuilder& decision, const StockKey& key) {
    Units64 free = decision.record(key).counters.available();
    if (free == 0 || decision.record(key).counters.backordered == 0) return;
    for (const PartEntry* entry : promises_at(decision.state(), key, &Part::waiting)) {
        if (free == 0) break;
        const Units64 units = std::min(free, entry->second.waiting);
        free -= units;
        decision.move(
            {.stock = key, .part = entry->first, .allocated = units, .backordered = -units, .covered = units});
    }
}

void fall_back(DecisionBuilder& decision, const StockKey& key, Units64 units) {
    const auto promises = promises_at(decision.state(), key, &Part::allocated);
    for (auto at = promises.rbegin(); at != promises.rend() && units > 0; ++at) {
        const Units64 lost = std::min(units, (*at)->second.allocated);
        units -= lost;
        decision.move({.stock = key, .part = (*at)->first, .allocated = -lost, .backordered = lost});
    }
}

}  // namespace backorder
