// A day in a shop: orders of whole baskets, some cancelled, some shipped, and goods that arrive.

#include "cases.hpp"
#include "placing.hpp"
#include "random.hpp"

#include <deque>

namespace bench {

namespace {

class Day {
public:
    Day(Sellers caller, Baskets baskets, const std::vector<std::string>& variants, unsigned thread)
        : caller_(std::move(caller)), baskets_(std::move(baskets)), variants_(variants), random_(thread + 1) {}

    void act() {
        const std::size_t dice = random_.below(10);
        if (dice == 0)
            caller_->receive(ids_.next(), {"", variants_[random_.below(variants_.size())], 10});
        else if (dice > 2 || open_.empty())
            place();
        else
            finish(dice == 1);
    }

private:
    struct Order {
        std::string id;
        Lines lines;
    };

    void place() {
        open_.push_back({ids_.next(), baskets_()});
        if (open_.size() > most_open) open_.pop_front();
        caller_->place(open_.back().id, open_.back().lines);
    }

    void finish(bool shipped) {
        const Order order = std::move(open_.front());
        open_.pop_front();
        if (shipped)
            caller_->fulfill(ids_.next(), order.id, order.lines);
        else
            caller_->cancel(ids_.next(), order.id, order.lines);
    }

    static constexpr std::size_t most_open = 100;  ///< those before them are left as they are

    Sellers caller_;
    Baskets baskets_;
    const std::vector<std::string>& variants_;
    Random random_;
    Ids ids_;
    std::deque<Order> open_;
};

Work living(Sellers caller, Baskets baskets, const std::vector<std::string>& variants, unsigned thread) {
    const auto day = std::make_shared<Day>(std::move(caller), std::move(baskets), variants, thread);
    return [day] {
        day->act();
        return std::size_t{1};
    };
}

}  // namespace

std::vector<Row> run_mixed(const Setting& setting) {
    constexpr unsigned threads = 32;
    const Shopping shopping = setting.baskets.empty() ? made_up_baskets() : read_baskets(setting.baskets);
    const Arena arena(setting, {.name = "mixed", .stock_codes = shopping.variants});
    const MakeBaskets baskets = through(shopping);
    const Shop shop = arena.open();
    const Run ours = [&](double seconds) {
        return run_crew(
            threads, seconds,
            [&](unsigned thread) { return living(shop.caller(), baskets(thread), shopping.variants, thread); });
    };
    const Run floor = [&](double seconds) {
        return run_crew(threads, seconds, [&](unsigned thread) {
            return living(guarded_floor(arena.floor()), baskets(thread), shopping.variants, thread);
        });
    };
    Row row = rate_row("mixed", "calls/s", alternate(arena, ours, floor), {2});
    row.note = shopping.source;
    arena.leave();
    return {row};
}

}  // namespace bench
