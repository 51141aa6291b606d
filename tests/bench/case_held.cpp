// Somebody has locked one of many stock records, and a buyer of it waits: how fast others still buy. It is compared
// with the library itself where nothing is locked.

#include "cases.hpp"
#include "placing.hpp"
#include "random.hpp"

#include <atomic>
#include <optional>
#include <thread>

namespace bench {

namespace {

/// Wants the first variant over and over, and has two seconds each time.
class Waiting {
public:
    explicit Waiting(const Shop& shop, const std::string& variant)
        : thread_([this, &shop, &variant] { want(shop, variant); }) {}
    ~Waiting() {
        over_ = true;
        thread_.join();
    }
    Waiting(const Waiting&) = delete;
    Waiting& operator=(const Waiting&) = delete;

private:
    void want(const Shop& shop, const std::string& variant) const {
        Ids ids;
        const backorder::call host = backorder::call::host_of(shop.marketplace()).timeout(std::chrono::seconds(2));
        const bo_call call = host.get();
        while (!over_) {
            const std::string& id = ids.next();
            const bo_order_line line = backorder::order_line("1", variant, 1);
            bo_order order{};
            order.struct_size = sizeof order;
            order.order = id.data();
            order.order_length = id.size();
            order.lines = &line;
            order.line_count = 1;
            shop.api()->place(shop.handle().get(), &call, &order, nullptr, nullptr);
        }
    }

    std::atomic<bool> over_ = false;
    std::thread thread_;
};

/// One unit of any but the first.
MakeBaskets of_the_others(const std::vector<std::string>& variants) {
    return [&variants](unsigned thread) -> Baskets {
        auto lines = std::make_shared<Lines>(1, Line{"1", {}, 1});
        auto random = std::make_shared<Random>(thread + 1);
        return [&variants, lines, random]() -> const Lines& {
            lines->front().variant = variants[1 + random->below(variants.size() - 1)];
            return *lines;
        };
    };
}

}  // namespace

std::vector<Row> run_held(const Setting& setting) {
    const Arena arena(setting, {.name = "held", .variants = 200});
    const MakeBaskets baskets = of_the_others(arena.variants());
    const Shop shop = arena.open();
    const auto sell = [&](double seconds) {
        const Waiting waiting(shop, arena.variants().front());
        return run_crew(32, seconds, [&](unsigned thread) { return placing(shop.caller(), baskets(thread)); });
    };
    const Run ours = [&](double seconds) {
        const Connection forgotten(arena.database().url());
        forgotten.run("BEGIN");
        forgotten.run("SELECT FROM stock WHERE marketplace = 'ours' AND variant = '" + arena.variants().front() +
                      "' FOR UPDATE");
        return sell(seconds);
    };
    const Row row = rate_row("held", "orders/s", alternate(arena, ours, sell), {0.8});
    arena.leave();
    return {row};
}

}  // namespace bench
