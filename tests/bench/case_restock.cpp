// One delivery for many that wait.

#include "batches.hpp"
#include "cases.hpp"
#include "placing.hpp"

#include <chrono>
#include <stdexcept>

namespace bench {

namespace {

constexpr double most_microseconds = 25;
constexpr std::size_t sizes[] = {100, 1'000, 10'000, 100'000};

/// So many lines wait for the variant; orders of one line, or of many where the library takes no batches.
void fill_queue(const Shop& shop, const std::string& variant, std::size_t lines) {
    constexpr std::size_t at_once = 100;
    if (can_batch(shop)) {
        const MakeBaskets baskets = one_unit_of(variant);
        const Work place = placing_batches(shop, baskets(0), at_once);
        for (std::size_t done = 0; done < lines; done += at_once) place();
        return;
    }
    Lines order;
    for (std::size_t i = 0; i < at_once; ++i) order.push_back({std::to_string(i + 1), variant, 1});
    const Sellers caller = shop.caller();
    Ids ids;
    for (std::size_t done = 0; done < lines; done += at_once) caller->place(ids.next(), order);
}

/// Microseconds a line.
double receive(const Shop& shop, const std::string& variant, std::size_t lines) {
    const bo_receipt goods = backorder::receipt(variant, warehouse, static_cast<std::int64_t>(lines));
    backorder::call once = shop.the_operator();
    Ids ids;
    once.key(ids.next());
    const auto before = std::chrono::steady_clock::now();
    const backorder::result moved = shop.handle().receive(once, {goods});
    const std::chrono::duration<double, std::micro> took = std::chrono::steady_clock::now() - before;
    if (moved.status() != BO_OK || moved.rows(BO_TABLE_COVERED) != lines)
        throw std::runtime_error("the delivery covered " + std::to_string(moved.rows(BO_TABLE_COVERED)) + " lines of " +
                                 std::to_string(lines));
    return took.count() / static_cast<double>(lines);
}

}  // namespace

std::vector<Row> run_restock(const Setting& setting) {
    const auto variants = static_cast<unsigned>(setting.rounds * std::size(sizes));
    const Arena arena(setting, {.name = "restock", .variants = variants, .on_hand = 0});
    const Shop shop = arena.open();
    const Connection connection(setting.server);
    std::vector<Row> rows;
    std::size_t next = 0;
    for (const std::size_t lines : sizes) {
        std::vector<double> each;
        for (unsigned round = 0; round < setting.rounds; ++round) {
            const std::string& variant = arena.variants()[next++];
            fill_queue(shop, variant, lines);
            connection.run("CHECKPOINT");
            each.push_back(receive(shop, variant, lines));
        }
        rows.push_back({.name = lines == 10'000 ? "restock" : "restock_" + std::to_string(lines),
                        .unit = "us/line",
                        .value = median(each)});
        if (lines >= 10'000)  // with few of them it is the commit that is measured
            rows.back().target = Target{most_microseconds, false};
    }
    if (!can_batch(shop)) rows.back().note = "orders of 100 lines: this library takes no batches";
    arena.leave();
    return rows;
}

}  // namespace bench
