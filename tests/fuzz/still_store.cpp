#include "still_store.hpp"

#include "still_work.hpp"

namespace fuzz {

using namespace backorder;

Shelf small_shelf() {
    Shelf shelf;
    Catalog& catalog = shelf.catalog;
    catalog.products = {{"p", {"s", Policy::allow}}, {"q", {"t", Policy::inherit}}};
    catalog.variants = {{"v", {"p", "s", Policy::inherit, Policy::allow}},
                        {"w", {"p", "s", Policy::deny, Policy::allow}},
                        {"x", {"q", "t", Policy::allow, Policy::inherit}}};
    catalog.warehouses = {{"a", {"", 1, true}}, {"b", {"", 2, true}}, {"c", {"t", 3, false}}};
    catalog.thresholds = {{{"p", "b"}, {Threshold::Mode::unlimited, 0}}};
    State& state = shelf.state;
    state.backorders_enabled = true;
    state.variants.insert(catalog.variants.begin(), catalog.variants.end());
    state.warehouses.insert(catalog.warehouses.begin(), catalog.warehouses.end());
    state.stock[{"v", "a"}] = {{.on_hand = 10}, {Threshold::Mode::limit, 5}, {}, 1};
    state.stock[{"v", "b"}] = {{.on_hand = 0}, {}, {Threshold::Mode::unlimited, 0}, 2};
    state.stock[{"w", "a"}] = {{.on_hand = most_units}, {}, {}, 3};
    state.stock[{"x", "c"}] = {{.on_hand = 2}, {Threshold::Mode::limit, most_units}, {}, 4};
    return shelf;
}

/// A body is never run again: what it returns does not matter to a shelf that only `write` changes.
Outcome<void> StillStore::transact(Mode, const Budget&, const std::function<Verdict(Work&)>& body) {
    const std::lock_guard lock(mutex_);
    StillWork work(shelf_);
    body(work);
    return {};
}

Outcome<SchemaVersions> StillStore::migrate(const Budget&) { return SchemaVersions{2, 2, 2}; }

Outcome<int> StillStore::poll_fd(PollKind) { return Refusal{Status::unavailable, "a still store has nothing to poll"}; }

std::vector<LogLine> StillStore::take_logs() { return {{"2026-01-01", "info", "nothing happened"}}; }

void StillStore::stand_still() {
    const std::lock_guard lock(mutex_);
    shelf_.still = true;
}

}  // namespace fuzz
