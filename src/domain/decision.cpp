#include "domain/decision.hpp"

namespace backorder {

void DecisionBuilder::open(const PartKey& key, const Part& like) {
    Part part = like;
    part.allocated = part.waiting = part.shipped = part.cancelled = 0;
    part.stored = false;
    state_.add_part(key, std::move(part));
}

void DecisionBuilder::move(Movement movement) {
    StockRecord& record = state_.stock.at(movement.stock);
    decision_.before.try_emplace(movement.stock, record);
    Counters& counters = record.counters;
    counters.on_hand += movement.on_hand;
    counters.allocated += movement.allocated;
    counters.backordered += movement.backordered;
    if (movement.part) {
        Part& part = state_.parts.at(*movement.part);
        part.allocated += movement.allocated;
        part.waiting += movement.backordered;
        part.shipped += movement.shipped;
        part.cancelled += movement.cancelled;
    }
    decision_.movements.push_back(std::move(movement));
}

Decision DecisionBuilder::take() {
    for (const Movement& movement : decision_.movements)
        if (!record(movement.stock).counters.hold() || (movement.part && !state_.parts.at(*movement.part).holds()))
            throw std::logic_error("the counters of variant '" + movement.stock.variant + "' at warehouse '" +
                                   movement.stock.warehouse + "' would not hold");
    return std::move(decision_);
}

}  // namespace backorder
