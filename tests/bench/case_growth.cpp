// Whether it stays as fast when years of orders lie in the tables.

#include "batches.hpp"
#include "cases.hpp"
#include "placing.hpp"

namespace bench {

namespace {

double rate_of_rounds(const Arena& arena, const Run& run) {
    const Connection connection(arena.database().url());
    connection.run("VACUUM ANALYZE stock");
    std::vector<double> rates;
    for (unsigned round = 0; round <= arena.setting().rounds; ++round) {
        Connection(arena.setting().server).run("CHECKPOINT");
        const double rate = run(arena.setting().seconds).rate();
        if (round > 0) rates.push_back(rate);
    }
    return median(rates);
}

void fill(const Arena& arena, const Shop& shop, std::int64_t lines) {
    constexpr std::int64_t lines_an_order = 3, orders = 1000;
    const Work place = placing_batches(shop, three_of(arena.variants())(1000), orders);
    for (std::int64_t done = 0; done < lines; done += lines_an_order * orders) place();
    const Connection connection(arena.database().url());
    for (const char* table : {"calls", "parts", "ledger"}) connection.run(std::string("VACUUM ANALYZE ") + table);
}

}  // namespace

std::vector<Row> run_growth(const Setting& setting) {
    const Arena arena(setting, {.name = "growth", .variants = 100'000});
    const MakeBaskets baskets = three_of(arena.variants());
    const Shop shop = arena.open();
    if (!can_batch(shop)) return {{.name = "growth", .note = not_there}};
    const Run run = [&](double seconds) {
        return run_crew(32, seconds, [&](unsigned thread) { return placing(shop.caller(), baskets(thread)); });
    };
    const double empty = rate_of_rounds(arena, run);
    fill(arena, shop, setting.growth_lines);
    const double filled_up = rate_of_rounds(arena, run);
    arena.leave();
    return {{.name = "growth",
             .unit = "orders/s",
             .value = filled_up,
             .floor = empty,
             .target = Target{0.85},
             .more = {{"order_lines", static_cast<double>(setting.growth_lines)}},
             .note = "the floor is the library itself with empty tables"}};
}

}  // namespace bench
