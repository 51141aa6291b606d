#include "market.hpp"

#include "domain/cancel.hpp"
#include "domain/goods.hpp"
#include "domain/reassign.hpp"

#include <algorithm>
#include <iterator>
#include <set>

namespace fuzz {

using namespace backorder;

namespace {

constexpr size_t most_parts = 40;

/// More of a variant than can be counted is refused before the domain is asked.
bool countable(const Demand& demand) {
    std::map<std::string, Units64> sums;
    for (const DemandLine& line : demand.lines) {
        const auto sum = checked_sum(sums[line.variant], line.quantity);
        if (!sum) return false;
        sums[line.variant] = *sum;
    }
    return true;
}

}  // namespace

Market::Market(const uint8_t* data, size_t size) : bytes_(data, size) {
    state_.backorders_enabled = true;
    state_.variants = {{"v", {"p", "s", Policy::allow, Policy::inherit}},
                       {"w", {"q", "t", Policy::inherit, Policy::allow}}};
    state_.warehouses = {{"A", {"", 1, true}}, {"B", {"", 1, true}}, {"C", {"t", 0, true}}};
    using enum Threshold::Mode;
    state_.stock[{"v", "A"}] = {{.on_hand = 4}, {limit, 3}, {}};
    state_.stock[{"v", "B"}] = {{}, {}, {limit, 2}};
    state_.stock[{"v", "C"}] = {{.on_hand = 1}, {unlimited, 0}, {}};
    state_.stock[{"w", "A"}] = {{.on_hand = 2}, {}, {}};
    state_.stock[{"w", "B"}] = {{}, {unlimited, 0}, {limit, 1}};
    state_.stock[{"w", "C"}] = {{.on_hand = 3}, {limit, 2}, {}};
}

Units64 Market::units() {
    const auto byte = bytes_.ConsumeIntegral<uint8_t>();
    if (byte < 200) return 1 + byte % 8;
    return byte < 228 ? most_units - (byte - 200) : most_units / (byte - 226);
}

PartKey Market::part() { return std::next(state_.parts.begin(), below(state_.parts.size()))->first; }

void Market::change_settings() {
    if (below(8) != 0) return;
    switch (below(5)) {
    case 0: state_.backorders_enabled = below(2) != 0; return;
    case 1: state_.variants.at(variant()).own = static_cast<Policy>(below(3)); return;
    case 2: state_.warehouses.at(warehouse()).active = below(2) != 0; return;
    case 3: state_.warehouses.at(warehouse()).priority = below(3); return;
    default: {
        StockRecord& record = state_.stock.at({variant(), warehouse()});
        const auto mode = static_cast<Threshold::Mode>(below(3));
        (below(2) == 0 ? record.own : record.of_product) = {mode, mode == Threshold::Mode::limit ? units() - 1 : 0};
    }
    }
}

std::optional<Carried> Market::step() {
    auto carried = [this]() -> std::optional<Carried> {
        if (state_.parts.empty()) return below(2) == 0 ? receive() : place();
        switch (below(9)) {
        case 0: return receive();
        case 1: return count();
        case 2: return transfer();
        case 3: return place();
        case 4: return cancel();
        case 5: return fulfill(false);
        case 6: return fulfill(true);
        case 7: return undo();
        default: return reassign();
        }
    }();
    if (carried && carried->outcome) remember(*carried->outcome);
    return carried;
}

std::optional<Carried> Market::receive() {
    const Units64 quantity = units();
    return Carried{"receive", backorder::receive(state_, {variant(), warehouse()}, quantity), quantity};
}

std::optional<Carried> Market::count() {
    const Units64 counted = units() - 1;
    return Carried{"count", backorder::count(state_, {variant(), warehouse()}, counted), counted};
}

std::optional<Carried> Market::transfer() {
    const std::string moved = variant();
    const std::string from = warehouse();
    const std::string to = warehouse();
    if (from == to) return std::nullopt;
    return Carried{"transfer", backorder::transfer(state_, {moved, from}, {moved, to}, units())};
}

std::optional<Carried> Market::place() {
    Demand demand;
    demand.order = "o" + std::to_string(calls_ + 1);
    demand.priority = below(3);
    for (uint32_t named = below(3); named > 0; --named)
        demand.warehouses.push_back(std::string(1, static_cast<char>('A' + named)));
    for (uint32_t lines = 1 + below(3); lines > 0; --lines)
        demand.lines.push_back(
            {std::to_string(lines), variant(), units(), below(3) == 0 ? warehouse() : "", below(4) == 0});
    if (!countable(demand) || state_.parts.size() > most_parts) return std::nullopt;
    return Carried{"place", backorder::place(state_, demand), 0, demand};
}

std::optional<Carried> Market::cancel() {
    const PartKey chosen = part();
    std::vector<LineUnits> lines;
    if (below(3) != 0) lines.push_back({chosen.line, units()});
    return Carried{"cancel", backorder::cancel(state_, chosen.order, seller(), lines)};
}

std::optional<Carried> Market::fulfill(bool strict) {
    const PartKey chosen = part();
    std::vector<ShipmentEntry> entries{{chosen.line, below(3) == 0 ? warehouse() : chosen.warehouse, units()}};
    for (const PartEntry* other : parts_of(state_, chosen.order)) {
        const auto same = [&](const ShipmentEntry& entry) {
            return entry.line == other->first.line && entry.warehouse == other->first.warehouse;
        };
        if (below(2) == 0 && std::none_of(entries.begin(), entries.end(), same))
            entries.push_back({other->first.line, other->first.warehouse, units()});
    }
    const auto next = static_cast<std::int64_t>(fulfillments_.size()) + 1;
    return Carried{"fulfill", backorder::fulfill(state_, chosen.order, seller(), entries, strict, next)};
}

std::optional<Carried> Market::undo() {
    if (fulfillments_.empty()) return std::nullopt;
    Fulfillment& chosen = fulfillments_[below(fulfillments_.size())];
    const auto undone = static_cast<Undone>(below(3));
    Carried carried{"undo", backorder::undo(state_, chosen, seller(), undone), 0, {}, undone};
    if (carried.outcome) chosen.undone = "undone";
    return carried;
}

std::optional<Carried> Market::reassign() {
    const PartKey chosen = part();
    const std::string to = warehouse();
    if (to == chosen.warehouse) return std::nullopt;
    return Carried{"reassign",
                   backorder::reassign(state_, {chosen.order, chosen.line, chosen.warehouse, to, units()}, seller())};
}

/// What the store would do: promises get the call's age, fulfilments are kept.
void Market::remember(const Decision& decision) {
    ++calls_;
    for (auto& [key, part] : state_.parts)
        if (part.age == age_of_this_call) part.age = calls_;
    fulfillments_.insert(fulfillments_.end(), decision.fulfillments.begin(), decision.fulfillments.end());
}

}  // namespace fuzz
