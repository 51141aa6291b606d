#pragma once
// What many stock records hold and can sell together. Sums stop at 2^63 - 1.

#include "domain/gates.hpp"

namespace backorder {

struct Totals {
    Units64 on_hand = 0;
    Units64 allocated = 0;
    Units64 backordered = 0;
    Units64 available = 0;
    Room room;

    void add(const Counters& counters, const Sellable& offer) {
        on_hand = capped_sum(on_hand, counters.on_hand);
        allocated = capped_sum(allocated, counters.allocated);
        backordered = capped_sum(backordered, counters.backordered);
        available = capped_sum(available, offer.available);
        room = {capped_sum(room.units, offer.room.units), room.unlimited || offer.room.unlimited};
    }

    void add(const Totals& more) {
        on_hand = capped_sum(on_hand, more.on_hand);
        allocated = capped_sum(allocated, more.allocated);
        backordered = capped_sum(backordered, more.backordered);
        available = capped_sum(available, more.available);
        room = {capped_sum(room.units, more.room.units), room.unlimited || more.room.unlimited};
    }

    Units64 sellable() const { return capped_sum(available, room.units); }
};

}  // namespace backorder
