#include "arena.hpp"

#include "server_load.hpp"

#include <algorithm>
#include <stdexcept>

namespace bench {

Arena::Arena(const Setting& setting, const Plan& plan)
    : setting_(setting), plan_(plan), database_(setting.server, plan.name),
      variants_(plan.stock_codes.empty() ? numbered_variants(plan.variants) : plan.stock_codes) {
    const Shop shop = open();
    shop.furnish(variants_, plan.on_hand);
    if (plan.on_hand > 0) {
        Shop(setting, database_.url(), "them").furnish(variants_, plan.on_hand);
        floor_ = {database_.url(), "them", measure_sizes(shop, database_.url(), variants_)};
    }
    const Connection connection(database_.url());
    for (const char* table : {"products", "variants", "warehouses", "stock", "calls", "parts", "ledger"})
        connection.run(std::string("VACUUM ANALYZE ") + table);
}

/// The counters of the stock records must be the sums of the ledger and, where units are promised, of the parts.
void Arena::verify_floor() const {
    const Rows rows = Connection(database_.url()).run(R"(
        WITH moved AS (SELECT variant, sum(on_hand) AS on_hand, sum(allocated) AS allocated FROM ledger
                       WHERE marketplace = 'them' GROUP BY variant),
        promised AS (SELECT variant, sum(allocated) AS allocated FROM parts WHERE marketplace = 'them' GROUP BY variant)
        SELECT s.variant, s.on_hand, s.allocated, m.on_hand, m.allocated, p.allocated
        FROM stock s LEFT JOIN moved m USING (variant) LEFT JOIN promised p USING (variant)
        WHERE s.marketplace = 'them' AND (s.on_hand <> COALESCE(m.on_hand, 0) OR s.allocated <> COALESCE(m.allocated, 0)
                                          OR s.allocated <> COALESCE(p.allocated, 0)))");
    if (rows.size() != 0)
        throw std::runtime_error("the floor's rows do not add up for " + std::to_string(rows.size()) +
                                 " variants, for instance " + rows.text(0, 0));
}

void Arena::leave() const {
    if (!setting_.verify) return;
    open().verify();
    verify_floor();
}

Rounds alternate(const Arena& arena, const Run& ours, const Run& floor) {
    const Connection connection(arena.setting().server);
    const ServerLoad load(arena.setting().server);
    const auto run = [&](const Run& side, double seconds) {
        connection.run("CHECKPOINT");
        const double spent = load.processor_seconds();
        Tally tally = side(seconds);
        tally.server_cores = (load.processor_seconds() - spent) / tally.seconds;
        return tally;
    };
    const double attempt = std::min(0.5, arena.setting().seconds);
    run(ours, attempt);
    run(floor, attempt);
    Rounds rounds;
    for (unsigned i = 0; i < arena.setting().rounds; ++i) {
        rounds.ours.push_back(run(ours, arena.setting().seconds));
        rounds.floor.push_back(run(floor, arena.setting().seconds));
    }
    return rounds;
}

double median(std::vector<double> values) {
    if (values.empty()) return 0;
    std::sort(values.begin(), values.end());
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 != 0 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

double median(const std::vector<Tally>& tallies, const std::function<double(const Tally&)>& of) {
    std::vector<double> values;
    for (const Tally& tally : tallies) values.push_back(of(tally));
    return median(std::move(values));
}

}  // namespace bench
