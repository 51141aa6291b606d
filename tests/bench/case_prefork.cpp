// Processes with one caller each, as prefork servers have them.

#include "cases.hpp"
#include "children.hpp"
#include "placing.hpp"

namespace bench {

std::vector<Row> run_prefork(const Setting& setting) {
    constexpr unsigned processes = 32;
    const Arena arena(setting, {.name = "prefork", .pool_size = 3});
    const MakeBaskets baskets = one_unit_of(arena.variants().front());
    const Run ours = [&](double seconds) {
        const unsigned first_maker = Ids::next_makers(processes);
        return run_children(
            processes, seconds,
            [&](unsigned child) {
                const auto shop = std::make_shared<const Shop>(arena.open());
                return [shop, place = placing(shop->caller(), baskets(child), Ids(first_maker + child))] {
                    return place();
                };
            });
    };
    const Run floor = [&](double seconds) { return run_guarded_floor(arena, baskets, seconds); };
    const Row row = rate_row("prefork", "orders/s", alternate(arena, ours, floor), {1});
    arena.leave();
    return {row};
}

}  // namespace bench
