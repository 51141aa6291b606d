#include "placing.hpp"

namespace bench {

Work placing(Sellers caller, Baskets baskets, Ids ids) {
    struct State {
        Sellers caller;
        Baskets baskets;
        Ids ids;
    };
    const auto state = std::make_shared<State>(State{std::move(caller), std::move(baskets), std::move(ids)});
    return [state] {
        state->caller->place(state->ids.next(), state->baskets());
        return std::size_t{1};
    };
}

Tally run_guarded_floor(const Arena& arena, const MakeBaskets& baskets, double seconds) {
    constexpr unsigned connections = 32;
    return run_crew(connections, seconds,
                    [&](unsigned thread) { return placing(guarded_floor(arena.floor()), baskets(thread)); });
}

Row rate_row(const std::string& name, const std::string& unit, const Rounds& rounds, Target target) {
    const auto rate = [](const Tally& tally) { return tally.rate(); };
    const auto p50 = [](const Tally& tally) { return tally.latency.quantile(0.5) / 1000; };
    const auto p99 = [](const Tally& tally) { return tally.latency.quantile(0.99) / 1000; };
    const auto client = [](const Tally& tally) { return tally.client_cores; };
    const auto server = [](const Tally& tally) { return tally.server_cores; };
    Row row{.name = name,
            .unit = unit,
            .value = median(rounds.ours, rate),
            .floor = median(rounds.floor, rate),
            .target = target,
            .more = {{"p50_ms", median(rounds.ours, p50)},
                     {"floor_p50_ms", median(rounds.floor, p50)},
                     {"p99_ms", median(rounds.ours, p99)},
                     {"floor_p99_ms", median(rounds.floor, p99)},
                     {"server_cores", median(rounds.ours, server)}}};
    if (const double busy = median(rounds.ours, client); busy > 0) row.more.emplace_back("client_cores", busy);
    return row;
}

}  // namespace bench
