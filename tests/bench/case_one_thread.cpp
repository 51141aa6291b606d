// Hosts of one thread that still want to be fast: they submit calls and go on, or place many orders in one call.

#include "batches.hpp"
#include "cases.hpp"
#include "placing.hpp"
#include "submitted.hpp"

namespace bench {

std::vector<Row> run_async(const Setting& setting) {
    constexpr std::size_t in_flight = 1000;
    const Arena arena(setting, {.name = "async"});
    const MakeBaskets baskets = one_unit_of(arena.variants().front());
    const Shop shop = arena.open();
    if (!can_submit(shop)) return {{.name = "async", .note = not_there}};
    const Run ours = [&](double seconds) { return run_submitted(shop, baskets(0), in_flight, seconds); };
    const Run floor = [&](double seconds) { return run_guarded_floor(arena, baskets, seconds); };
    const Row row = rate_row("async", "orders/s", alternate(arena, ours, floor), {25});
    arena.leave();
    return {row};
}

std::vector<Row> run_batch(const Setting& setting) {
    constexpr std::size_t orders = 1000;
    const Arena arena(setting, {.name = "batch"});
    const MakeBaskets baskets = one_unit_of(arena.variants().front());
    const Shop shop = arena.open();
    if (!can_batch(shop)) return {{.name = "batch", .note = not_there}};
    const Run ours = [&](double seconds) {
        return run_crew(
            1, seconds, [&](unsigned thread) { return placing_batches(shop, baskets(thread), orders); });
    };
    const Run floor = [&](double seconds) { return run_guarded_floor(arena, baskets, seconds); };
    const Row row = rate_row("batch", "orders/s", alternate(arena, ours, floor), {30});
    arena.leave();
    return {row};
}

}  // namespace bench
