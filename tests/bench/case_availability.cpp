// What asking for a hundred variants at once costs each, beside reading one row of the stock table.

#include "cases.hpp"
#include "placing.hpp"
#include "random.hpp"

namespace bench {

namespace {

constexpr std::size_t batch = 100;

Work asking(const Shop& shop, const std::vector<std::string>& variants, unsigned thread) {
    return [&shop, &variants, random = Random(thread + 1), items = std::vector<bo_availability_item>(),
            host = shop.host()]() mutable {
        items.clear();
        for (std::size_t i = 0; i < batch; ++i)
            items.push_back(backorder::wanted(variants[random.below(variants.size())]));
        const bo_call call = host.get();
        bo_result* result = nullptr;
        bo_error* error = nullptr;
        must(shop.api(),
             shop.api()->availability(shop.handle().get(), &call, items.data(), items.size(), &result, &error), error,
             "availability");
        shop.api()->result_free(result);
        return batch;
    };
}

Work selecting(const Counter& counter, const std::vector<std::string>& variants, unsigned thread) {
    const auto connection = std::make_shared<const Connection>(counter.database);
    connection->run("SET plan_cache_mode = force_generic_plan; SET enable_seqscan = off");
    connection->prepare("select", "SELECT on_hand, allocated, backordered FROM stock WHERE marketplace = $1 AND "
                                  "variant = $2 AND warehouse = $3");
    return [connection, &counter, &variants, random = Random(thread + 1)]() mutable {
        const std::string& variant = variants[random.below(variants.size())];
        const Rows rows = connection->run_prepared("select", {counter.marketplace.c_str(), variant.c_str(), warehouse});
        return static_cast<std::size_t>(rows.size());
    };
}

Row row(const std::string& name, const Rounds& rounds, unsigned threads) {
    const auto each = [threads](const Tally& tally) { return 1e6 * threads / tally.rate(); };
    return {.name = name,
            .unit = "us/variant",
            .value = median(rounds.ours, each),
            .floor = median(rounds.floor, each),
            .target = Target{0.1, false}};
}

}  // namespace

std::vector<Row> run_availability(const Setting& setting) {
    constexpr unsigned few = 1, many = 8;
    const Arena arena(setting, {.name = "availability", .variants = 10'000, .pool_size = many + 2});
    const Shop shop = arena.open();
    const auto contest = [&](const std::string& name, unsigned threads) {
        const Run ours = [&](double seconds) {
            return run_crew(threads, seconds, [&](unsigned thread) { return asking(shop, arena.variants(), thread); });
        };
        const Run floor = [&](double seconds) {
            return run_crew(threads, seconds,
                            [&](unsigned thread) { return selecting(arena.floor(), arena.variants(), thread); });
        };
        return row(name, alternate(arena, ours, floor), threads);
    };
    return {contest("availability", few), contest("availability8", many)};
}

}  // namespace bench
