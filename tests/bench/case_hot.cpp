// Many threads want the same variant.

#include "cases.hpp"
#include "memory.hpp"
#include "placing.hpp"

#include <algorithm>

namespace bench {

namespace {

struct Heat {
    const char* name;
    unsigned threads;
    double target;
};

std::vector<Row> run(const Setting& setting, const Heat& heat) {
    const Arena arena(setting, {.name = heat.name});
    const MakeBaskets baskets = one_unit_of(arena.variants().front());
    double grown = 0;
    const Run ours = [&](double seconds) {
        MemoryGrowth memory;
        memory.start();
        const Shop shop = arena.open();
        const double opened = memory.mebibytes();
        const Tally tally = run_crew(
            heat.threads, seconds, [&](unsigned thread) { return placing(shop.caller(), baskets(thread)); },
            [&] { memory.start(); });
        grown = std::max(grown, opened + memory.mebibytes());
        return tally;
    };
    const Run floor = [&](double seconds) { return run_guarded_floor(arena, baskets, seconds); };
    Row row = rate_row(heat.name, "orders/s", alternate(arena, ours, floor), {heat.target});
    row.more.emplace_back("rss_mib", grown);
    arena.leave();
    return {row};
}

}  // namespace

std::vector<Row> run_hot(const Setting& setting) { return run(setting, {"hot", 32, 10}); }
std::vector<Row> run_hot256(const Setting& setting) { return run(setting, {"hot256", 256, 25}); }

}  // namespace bench
