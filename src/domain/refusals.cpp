#include "domain/refusals.hpp"

#include "domain/words.hpp"

#include <algorithm>
#include <iterator>

namespace backorder {

namespace {

constexpr std::size_t most_in_message = 3;

std::string message_of(const std::vector<Refusal>& refusals, std::size_t more) {
    std::string message = refusals.front().message;
    const std::size_t told = std::min(refusals.size(), most_in_message);
    for (std::size_t i = 1; i < told; ++i) message += "; " + refusals[i].message;
    const std::size_t untold = refusals.size() - told + more;
    if (untold > 0) message += "; and " + std::to_string(untold) + " more, see the details";
    return message;
}

void add_rows(const Refusal& refusal, std::vector<DetailRow>& rows) {
    std::vector<DetailRow> own = refusal.details;
    if (own.empty()) own.emplace_back();
    for (DetailRow& row : own) {
        row.push_back({"status", static_cast<std::int64_t>(refusal.status)});
        row.push_back({"message", refusal.message});
    }
    std::move(own.begin(), own.end(), std::back_inserter(rows));
}

}  // namespace

void Refusals::add(Refusal refusal) {
    const auto after = [](Status status, const Refusal& other) { return status < other.status; };
    if (kept_.size() == most_named) {
        ++more_;
        if (refusal.status >= kept_.back().status) return;
        kept_.pop_back();
    }
    kept_.insert(std::upper_bound(kept_.begin(), kept_.end(), refusal.status, after), std::move(refusal));
}

std::optional<Refusal> Refusals::outcome() const {
    if (kept_.empty()) return std::nullopt;
    if (kept_.size() == 1) return kept_.front();
    Refusal together{kept_.front().status, message_of(kept_, more_)};
    for (const Refusal& refusal : kept_) add_rows(refusal, together.details);
    if (more_ > 0) together.details.push_back({{"more", static_cast<std::int64_t>(more_)}});
    return together;
}

std::optional<Refusal> beyond_64_bits(const State& state, const StockKey& key, Units64 Counters::*counter,
                                      Units64 units) {
    const Units64 before = state.stock.at(key).counters.*counter;
    if (checked_sum(before, units)) return std::nullopt;
    const std::string name = counter == &Counters::on_hand ? "on_hand" : "backordered";
    return Refusal{Status::overflow,
                   name + " of " + words(key) + " would pass 2^63 - 1; ask for less",
                   {{{"variant", key.variant}, {"warehouse", key.warehouse}, {"asked", units}, {name, before}}}};
}

}  // namespace backorder
