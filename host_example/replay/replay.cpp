#include "replay.hpp"

#include "progress.hpp"

#include <algorithm>
#include <numeric>

namespace replay {

namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

/// One line per row with something bought, named by its place in the invoice: a code may stand there twice.
Basket basket_of(const Invoice& invoice) {
    Basket basket{invoice.number, {}};
    for (std::size_t i = 0; i < invoice.items.size(); ++i)
        if (invoice.items[i].quantity > 0)
            basket.lines.push_back({std::to_string(i + 1), invoice.items[i].stock_code, invoice.items[i].quantity});
    return basket;
}

std::int64_t units_of(const std::vector<Purchase>& purchases) {
    return std::accumulate(
        purchases.begin(), purchases.end(), std::int64_t{0},
        [](std::int64_t sum, const Purchase& purchase) { return sum + purchase.open; });
}

/// A line stands once in a cancellation.
void add_to(std::vector<Purchase>& order, const Purchase& taken) {
    const auto same =
        std::find_if(order.begin(), order.end(), [&](const Purchase& one) { return one.line == taken.line; });
    if (same == order.end())
        order.push_back(taken);
    else
        same->open += taken.open;
}

}  // namespace

Replay::Replay(Shop& shop, const Options& options, const std::vector<Invoice>& invoices)
    : shop_(shop), options_(options), invoices_(invoices), codes_(stock_codes(invoices)) {}

Outcome Replay::run() {
    const auto start = Clock::now();
    shop_.open_for(codes_, options_.opening_stock, options_.threshold);
    Progress progress(invoices_.size());
    std::string day;
    for (const Invoice& invoice : invoices_) {
        const std::string its_day = invoice.invoiced_at.day();
        if (today_ != nullptr && its_day != day) end_of_day();
        day = its_day;
        today_ = &outcome_.days[day];
        take(invoice);
        progress.step();
    }
    if (today_ != nullptr) end_of_day();
    outcome_.seconds_in_all = seconds_since(start);
    return std::move(outcome_);
}

void Replay::take(const Invoice& invoice) {
    today_->rows_of_zero +=
        std::count_if(invoice.items.begin(), invoice.items.end(), [](const Item& item) { return item.quantity == 0; });
    sell(invoice);
    cancel(invoice);
}

void Replay::sell(const Invoice& invoice) {
    const Basket basket = basket_of(invoice);
    if (basket.lines.empty()) return;
    const auto start = Clock::now();
    const std::optional<Sold> sold = shop_.place(basket);
    outcome_.seconds_placing += seconds_since(start);
    if (!sold) {
        ++today_->refused;
        return;
    }
    ++today_->placed;
    today_->units_from_stock += sold->from_stock;
    today_->units_backordered += sold->backordered;
    for (const Basket::Line& line : basket.lines)
        purchases_.add(invoice.customer, line.variant, {basket.order, line.line, line.quantity});
}

void Replay::cancel(const Invoice& invoice) {
    std::map<std::string, std::vector<Purchase>> orders;
    for (const Item& item : invoice.items) {
        if (item.quantity >= 0) continue;
        const auto taken = purchases_.take(invoice.customer, item.stock_code, -item.quantity);
        for (const Purchase& purchase : taken) add_to(orders[purchase.order], purchase);
        const std::int64_t unmatched = -item.quantity - units_of(taken);
        today_->units_cancelled += units_of(taken);
        today_->units_unmatched += unmatched;
        today_->rows_unmatched += unmatched > 0;
    }
    for (const auto& [order, units] : orders) today_->units_covered += shop_.cancel(order, units);
}

/// What is on backorder arrives overnight, exactly as much.
void Replay::end_of_day() {
    const std::vector<Pile> waiting = shop_.on_backorder(codes_);
    for (auto& [code, units] : outcome_.variants) units.last = 0;
    for (const Pile& pile : waiting) outcome_.variants[pile.variant].last += pile.units;
    for (auto& [code, units] : outcome_.variants) units.peak = std::max(units.peak, units.last);
    if (options_.restock) today_->units_covered += shop_.receive(waiting);
}

}  // namespace replay
