// One caller and nobody else: what an order takes.

#include "cases.hpp"
#include "placing.hpp"

namespace bench {

namespace {

Row latency_row(const std::string& name, const Rounds& rounds, double share) {
    const auto at = [share](const Tally& tally) { return tally.latency.quantile(share); };
    return {.name = name,
            .unit = "us",
            .value = median(rounds.ours, at),
            .floor = median(rounds.floor, at),
            .target = Target{1.3, false}};
}

}  // namespace

std::vector<Row> run_single(const Setting& setting) {
    const Arena arena(setting, {.name = "single"});
    const MakeBaskets baskets = one_unit_of(arena.variants().front());
    const Shop shop = arena.open();
    const Run ours = [&](double seconds) {
        return run_crew(
            1, seconds, [&](unsigned thread) { return placing(shop.caller(), baskets(thread)); });
    };
    const Run floor = [&](double seconds) {
        return run_crew(1, seconds,
                        [&](unsigned thread) { return placing(locked_floor(arena.floor()), baskets(thread)); });
    };
    const Rounds rounds = alternate(arena, ours, floor);
    arena.leave();
    return {latency_row("single", rounds, 0.5), latency_row("single_p99", rounds, 0.99)};
}

}  // namespace bench
