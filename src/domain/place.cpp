#include "domain/place.hpp"

#include "domain/gates.hpp"
#include "domain/words.hpp"

#include <algorithm>
#include <numeric>
#include <set>

namespace backorder {

namespace {

struct Share {
    Units64 now = 0;
    Units64 later = 0;
};

/// How the demand is being spread; nothing of it is in the state yet.
class Sourcing {
public:
    /// Lines that can't wait choose first; of `pinned_first` variants those that can't go elsewhere.
    Sourcing(const State& state, const Demand& demand, std::set<std::string> pinned_first = {})
        : state_(state), demand_(demand), pinned_first_(std::move(pinned_first)) {
        std::map<std::string, std::size_t> ranks;
        for (const std::string& warehouse : demand.warehouses) ranks.try_emplace(warehouse, ranks.size());
        for (const DemandLine& line : demand.lines) {
            missing_.push_back(line.quantity);
            sources_.push_back(sources(state, line.variant, ranks));
            if (!line.warehouse.empty())
                std::erase_if(sources_.back(),
                              [&](const auto* source) { return source->first.warehouse != line.warehouse; });
        }
    }

    void run() {
        const auto order = tightest_first();
        for (const std::size_t line : order) take(line, &Share::now);
        for (const std::size_t line : order)
            if (!demand_.lines[line].decline_backorder) take(line, &Share::later);
    }

    bool complete() const {
        return std::all_of(
            missing_.begin(), missing_.end(), [](Units64 units) { return units == 0; });
    }
    Units64 missing(std::size_t line) const { return missing_[line]; }
    const std::map<std::pair<std::size_t, std::string>, Share>& shares() const { return shares_; }

    const Sources& sources_of(std::size_t line) const { return sources_[line]; }

    std::set<std::string> short_variants() const {
        std::set<std::string> variants;
        for (std::size_t i = 0; i < missing_.size(); ++i)
            if (missing_[i] > 0) variants.insert(demand_.lines[i].variant);
        return variants;
    }

private:
    /// Lines with less choice choose first.
    std::vector<std::size_t> tightest_first() const {
        std::vector<std::size_t> order(demand_.lines.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(), [this](std::size_t left, std::size_t right) {
            const auto choice = [this](std::size_t i) {
                const bool patient = !demand_.lines[i].decline_backorder;
                const bool anywhere = demand_.lines[i].warehouse.empty();
                return pinned_first_.contains(demand_.lines[i].variant) ? std::pair(anywhere, patient)
                                                                        : std::pair(patient, anywhere);
            };
            return choice(left) < choice(right);
        });
        return order;
    }

    void take(std::size_t line, Units64 Share::*kind) {
        for (const auto* source : sources_of(line)) {
            if (missing_[line] == 0) return;
            const Sellable offer = sellable(state_, source->first, source->second);
            const Units64 offered = kind == &Share::now ? offer.available : offer.room.units;
            const Units64 units = std::min(missing_[line], offered - taken_[source->first].*kind);
            if (units == 0) continue;
            taken_[source->first].*kind += units;
            shares_[{line, source->first.warehouse}].*kind += units;
            missing_[line] -= units;
        }
    }

    const State& state_;
    const Demand& demand_;
    const std::set<std::string> pinned_first_;
    std::vector<Units64> missing_;
    std::vector<Sources> sources_;
    std::map<StockKey, Share> taken_;
    std::map<std::pair<std::size_t, std::string>, Share> shares_;
};

/// Neither order serves every demand that can be served; one of them nearly always does. Variants do not meet.
Sourcing source(const State& state, const Demand& demand) {
    Sourcing sourcing(state, demand);
    sourcing.run();
    if (sourcing.complete()) return sourcing;
    Sourcing other(state, demand, sourcing.short_variants());
    other.run();
    return other;
}

/// One row for the line, then one for each warehouse that could have served it.
void explain(const State& state, const Demand& demand, const Sourcing& sourcing, std::size_t line, Refusal& refusal) {
    const DemandLine& asked = demand.lines[line];
    Units64 available = 0;
    Room room;
    std::vector<DetailRow> warehouses;
    for (const auto* source : sourcing.sources_of(line)) {
        const Sellable offer = sellable(state, source->first, source->second);
        available = capped_sum(available, offer.available);
        room = {capped_sum(room.units, offer.room.units), room.unlimited || offer.room.unlimited};
        warehouses.push_back({{"line", asked.line},
                              {"variant", asked.variant},
                              {"warehouse", source->first.warehouse},
                              {"available", offer.available},
                              {"backorder_room", offer.room.units},
                              {"gate", std::string(name(offer.shut))}});
    }
    DetailRow row{{"line", asked.line},     {"variant", asked.variant},     {"asked", asked.quantity},
                  {"available", available}, {"backorder_room", room.units}, {"short", sourcing.missing(line)}};
    if (sourcing.sources_of(line).empty()) {
        const std::string gate(name(shut_gate_without_record(state, asked.variant)));
        if (!asked.warehouse.empty())
            warehouses.push_back({{"line", asked.line},
                                  {"variant", asked.variant},
                                  {"warehouse", asked.warehouse},
                                  {"available", Units64{0}},
                                  {"backorder_room", Units64{0}},
                                  {"gate", gate}});
        else if (!asked.decline_backorder)
            row.push_back({"gate", gate});
    }
    if (asked.decline_backorder) row.push_back({"gate", std::string("line")});
    refusal.details.push_back(std::move(row));
    std::move(warehouses.begin(), warehouses.end(), std::back_inserter(refusal.details));
    refusal.message += " Line " + quoted(asked.line) + ": asked " + std::to_string(asked.quantity) + " of variant " +
                       quoted(asked.variant) + ", available " + std::to_string(available) + ", may be backordered " +
                       std::to_string(room.units) + (asked.decline_backorder ? " (declined by the line)" : "") +
                       ", short " + std::to_string(sourcing.missing(line)) + ".";
}

Refusal shortage(const State& state, const Demand& demand, const Sourcing& sourcing) {
    Refusal refusal{Status::shortage, "Order " + quoted(demand.order) + " can't be served; nothing was taken."};
    for (std::size_t line = 0; line < demand.lines.size(); ++line)
        if (sourcing.missing(line) > 0) explain(state, demand, sourcing, line, refusal);
    refusal.message += " Ask for less, or see each warehouse's gate in the details.";
    return refusal;
}

}  // namespace

Sources sources(const State& state, const std::string& variant, const std::map<std::string, std::size_t>& ranks) {
    const std::string& seller = state.variants.at(variant).seller;
    Sources found;
    for (auto at = state.stock.lower_bound({variant, {}}); at != state.stock.end() && at->first.variant == variant;
         ++at)
        if (state.warehouses.at(at->first.warehouse).serves(seller)) found.push_back(&*at);

    const auto rank = [&](const auto* source) {
        const auto named = ranks.find(source->first.warehouse);
        return std::pair(named == ranks.end() ? ranks.size() : named->second,
                         state.warehouses.at(source->first.warehouse).priority);
    };
    std::stable_sort(found.begin(), found.end(),
                     [&](const auto* left, const auto* right) { return rank(left) < rank(right); });
    return found;
}

Outcome<Decision> place(State& state, const Demand& demand) {
    const Sourcing sourcing = source(state, demand);
    if (!sourcing.complete()) return shortage(state, demand, sourcing);

    DecisionBuilder decision(state);
    for (const auto& [target, share] : sourcing.shares()) {
        const auto& [index, warehouse] = target;
        const DemandLine& line = demand.lines[index];
        const PartKey part{demand.order, line.line, warehouse};
        decision.open(part, {.variant = line.variant,
                             .seller = state.variants.at(line.variant).seller,
                             .priority = demand.priority,
                             .age = demand.age,
                             .line_number = static_cast<std::int64_t>(index)});
        decision.move(
            {.stock = {line.variant, warehouse}, .part = part, .allocated = share.now, .backordered = share.later});
    }
    return decision.take();
}

}  // namespace backorder
