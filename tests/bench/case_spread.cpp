// Threads that want different things.

#include "baskets.hpp"
#include "cases.hpp"
#include "placing.hpp"

namespace bench {

std::vector<Row> run_spread(const Setting& setting) {
    const Arena arena(setting, {.name = "spread", .variants = 100'000});
    const MakeBaskets baskets = three_of(arena.variants());
    const Shop shop = arena.open();
    const Run ours = [&](double seconds) {
        return run_crew(
            32, seconds, [&](unsigned thread) { return placing(shop.caller(), baskets(thread)); });
    };
    const Run floor = [&](double seconds) { return run_guarded_floor(arena, baskets, seconds); };
    const Row row = rate_row("spread", "orders/s", alternate(arena, ours, floor), {2});
    arena.leave();
    return {row};
}

}  // namespace bench
