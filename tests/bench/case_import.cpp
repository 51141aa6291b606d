// A catalogue with policies, thresholds and stock, taken into an empty database: whether a product takes as long among
// many as among few.

#include "arena.hpp"
#include "cases.hpp"

#include <chrono>

namespace bench {

namespace {

constexpr unsigned few = 10'000, many = 100'000;
constexpr double most_times_as_long = 1.5;

/// Microseconds a product.
double import(const Setting& setting, unsigned products) {
    const Database database(setting.server, "import");
    const Shop shop(setting, database.url(), "ours");
    const std::vector<std::string> variants = numbered_variants(products);
    Connection(setting.server).run("CHECKPOINT");
    const auto before = std::chrono::steady_clock::now();
    shop.furnish(variants, 1);
    const std::chrono::duration<double, std::micro> took = std::chrono::steady_clock::now() - before;
    if (setting.verify) shop.verify();
    return took.count() / products;
}

}  // namespace

std::vector<Row> run_import(const Setting& setting) {
    std::vector<double> of_few, of_many;
    for (unsigned round = 0; round < setting.rounds; ++round) {
        of_few.push_back(import(setting, few));
        of_many.push_back(import(setting, many));
    }
    return {{.name = "import",
             .unit = "us/product",
             .value = median(of_many),
             .floor = median(of_few),
             .target = Target{most_times_as_long, false},
             .note = "the floor is the library itself with 10 000 products"}};
}

}  // namespace bench
