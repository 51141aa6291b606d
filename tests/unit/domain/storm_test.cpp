// Thousands of random verbs on one small marketplace; after each one everything that must hold is looked at.
#include "invariants.hpp"
#include "scenario.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <iterator>
#include <map>
#include <random>
#include <set>

using namespace backorder;

namespace {

/// Parts are only ever added to a state, so it is made anew.
State without(const State& state, const std::string& order) {
    State kept;
    kept.backorders_enabled = state.backorders_enabled;
    kept.variants = state.variants;
    kept.warehouses = state.warehouses;
    kept.stock = state.stock;
    std::copy_if(state.parts.begin(), state.parts.end(), std::inserter(kept.parts, kept.parts.end()),
                 [&](const auto& part) { return part.first.order != order; });
    return kept;
}

using scenario::Faults;

class Storm {
public:
    explicit Storm(std::uint64_t seed) : random_(seed) {
        state_ =
            scenario::read_state("v@A 5/0/0 <3; v@B 0/0/0 <*; v@C 2/0/0; w@A 0/0/0 ^4; w@B 9/0/0 <1; w@C 0/0/0 <*");
    }

    /// One verb. What is wrong after it, with the numbers before and the verb as a scenario.
    Faults step() {
        if (below(20) == 0) change_settings();
        const std::string verb = next_verb();
        const State before = state_;
        const Outcome<Decision> outcome = scenario::run(state_, verb);
        Faults faults = scenario::broken(state_);
        if (outcome)
            append(faults, accepted(before, verb, *outcome));
        else if (scenario::show(state_) != scenario::show(before))
            faults.push_back("a refusal changed something");
        append(faults, judged(before, verb, outcome.has_value()));
        ++told_[verb.substr(0, verb.find(' ')) + (outcome ? " done" : " refused")];
        if (!faults.empty()) faults.push_back(scenario::show(before) + " | " + verb + " | " + scenario::show(state_));
        return faults;
    }

    /// How often what happened.
    const std::map<std::string, int>& told() const { return told_; }

private:
    using Random = std::uint64_t;

    Random below(Random end) { return random_() % end; }

    template <class Words>
    auto one_of(const Words& words) {
        return *std::next(std::begin(words), static_cast<std::ptrdiff_t>(below(std::size(words))));
    }

    std::string warehouse() { return one_of(std::vector<std::string>{"A", "B", "C"}); }
    std::string variant() { return one_of(std::vector<std::string>{"v", "w"}); }
    std::string one_and_another() { return one_of(std::vector<std::string>{"A B", "A C", "B A", "B C", "C A", "C B"}); }
    std::string few(Random most = 6) { return std::to_string(1 + below(most)); }

    static void append(Faults& faults, const Faults& more) { faults.insert(faults.end(), more.begin(), more.end()); }

    void change_settings() {
        switch (below(4)) {
        case 0: state_.backorders_enabled = below(4) != 0; return;
        case 1: state_.variants.at(variant()).own = below(3) == 0 ? Policy::deny : Policy::allow; return;
        case 2: state_.warehouses.at(warehouse()).active = below(4) != 0; return;
        default:
            state_.stock.at({variant(), warehouse()}).own =
                below(4) == 0 ? Threshold{Threshold::Mode::unlimited, 0}
                              : Threshold{Threshold::Mode::limit, static_cast<Units64>(below(12))};
        }
    }

    std::string next_verb() {
        forget_the_finished();
        if (state_.parts.size() > 40) return "cancel " + some_part().order;
        const std::string variant_at = variant() + "@";
        switch (state_.parts.empty() ? below(4) : below(12)) {
        case 0: return "receive " + variant_at + warehouse() + " " + few(4);
        case 1: return "count " + variant_at + warehouse() + " " + std::to_string(below(9));
        case 2: return transfer();
        case 3:
        case 4: return new_order();
        case 5: return "cancel " + some_part().order;
        case 6: return cancel_line();
        case 7: return shipment("fulfill");
        case 8: return shipment("strict");
        case 9: return reassignment();
        default: return fulfillments_.empty() ? shipment("fulfill") : undoing();
        }
    }

    std::string transfer() {
        const std::string both = one_and_another();
        const std::string variant_at = variant() + "@";
        return "transfer " + variant_at + both[0] + " " + variant_at + both[2] + " " + few(4);
    }

    std::string new_order() {
        std::string verb = "place o" + std::to_string(++orders_);
        const Random lines = 1 + below(3);
        for (Random line = 1; line <= lines; ++line) {
            verb += " " + std::to_string(line) + "=" + few() + ":" + variant();
            if (below(4) == 0) verb += "@" + warehouse();
            if (below(5) == 0) verb += "!";
        }
        if (below(3) == 0) verb += " p" + few(2);
        return below(3) == 0 ? verb + " via=" + warehouse() : verb;
    }

    const PartEntry& some_entry() {
        return *std::next(state_.parts.begin(), static_cast<std::ptrdiff_t>(below(state_.parts.size())));
    }
    const PartKey& some_part() { return some_entry().first; }

    /// One that waits, if a few tries find it.
    const PartKey& waiting_part() {
        for (int tries = 0; tries < 6; ++tries)
            if (const PartEntry& entry = some_entry(); entry.second.waiting > 0) return entry.first;
        return some_part();
    }

    std::string cancel_line() {
        const PartKey& part = some_part();
        return "cancel " + part.order + " " + part.line + "=" + few(3);
    }

    std::string shipment(const std::string& verb) {
        const PartKey& first = some_part();
        std::set<std::string> entries{first.line + "@" + (below(3) == 0 ? warehouse() : first.warehouse)};
        for (const PartEntry* part : parts_of(state_, first.order))
            if (below(2) == 0)
                entries.insert(part->first.line + "@" + (below(3) == 0 ? warehouse() : part->first.warehouse));
        std::string text = verb + " " + first.order;
        for (const std::string& entry : entries) text += " " + entry + "=" + few(3);
        return text;
    }

    std::string reassignment() {
        const PartKey& part = waiting_part();
        const char other = one_of(std::string(part.warehouse == "A" ? "BC" : part.warehouse == "B" ? "AC" : "AB"));
        return "reassign " + part.order + " " + part.line + " " + part.warehouse + " " + std::string(1, other) + " " +
               few(3);
    }

    /// Sometimes of one that is undone already.
    std::string undoing() {
        chosen_ = below(fulfillments_.size());
        const Fulfillment& chosen = fulfillments_[chosen_];
        std::string verb = "undo " + chosen.order;
        for (const FulfillmentLine& line : chosen.lines)
            verb += " " + line.line + "@" + chosen.warehouse + "=" + std::to_string(line.quantity);
        verb += " " + one_of(std::vector<std::string>{"to_line", "to_stock", "written_off"});
        return chosen.undone.empty() ? verb : verb + " done=" + chosen.undone;
    }

    Faults accepted(const State& before, const std::string& verb, const Decision& decision) {
        Faults faults = scenario::unexplained(before, state_, decision);
        append(faults, scenario::overtaken(state_, decision));
        if (verb.starts_with("place") || verb.starts_with("reassign")) append(faults, over_the_limit(before));
        for (const Movement& movement : decision.movements) {
            told_["covered"] += movement.covered > 0 ? 1 : 0;
            told_["fell back"] += movement.falls_back() ? 1 : 0;
        }
        remember(verb, decision);
        return faults;
    }

    /// Records whose queue grew although a gate was shut or beyond the threshold.
    Faults over_the_limit(const State& before) const {
        Faults faults;
        for (const auto& [key, record] : before.stock) {
            const Units64 waiting = state_.stock.at(key).counters.backordered;
            if (waiting > record.counters.backordered && waiting > room_end(before, key, record))
                faults.push_back(key.variant + "@" + key.warehouse + ": more waits than the gates allow");
        }
        return faults;
    }

    /// How many units may wait at a record: the domain's rule, said once more.
    static Units64 room_end(const State& state, const StockKey& key, const StockRecord& record) {
        const Threshold& threshold = record.own.mode == Threshold::Mode::inherit ? record.of_product : record.own;
        const bool open = state.backorders_enabled && state.variants.at(key.variant).own == Policy::allow &&
                          state.warehouses.at(key.warehouse).active;
        return !open ? 0 : threshold.mode == Threshold::Mode::unlimited ? most_units : threshold.units;
    }

    /// An order of one free line is placed if and only if there is as much to sell.
    Faults judged(const State& before, const std::string& verb, bool done) const {
        if (!verb.starts_with("place") || verb.find_first_of("@!") != std::string::npos ||
            verb.find(" 2=") != std::string::npos)
            return {};
        const auto at = verb.find('=') + 1;
        const std::string sold = verb.substr(verb.find(':') + 1, 1);
        Units64 offered = 0;
        for (const auto& [key, record] : before.stock)
            if (key.variant == sold) {
                offered = capped_sum(offered, record.counters.on_hand - record.counters.allocated);
                offered = capped_sum(offered,
                                     std::max<Units64>(0, room_end(before, key, record) - record.counters.backordered));
            }
        if ((std::stoll(verb.substr(at)) <= offered) == done) return {};
        return {"offered were " + std::to_string(offered)};
    }

    /// What the store would do: promises get the call's age, fulfilments are kept.
    void remember(const std::string& verb, const Decision& decision) {
        ++calls_;
        for (auto& [key, part] : state_.parts)
            if (part.age == age_of_this_call) part.age = calls_;
        for (const Fulfillment& made : decision.fulfillments) fulfillments_.push_back(made);
        if (verb.starts_with("undo")) fulfillments_[chosen_].undone = verb.substr(verb.rfind(' ') + 1);
    }

    void forget_the_finished() {
        if (state_.parts.size() < 20) return;
        const std::string order = some_part().order;
        for (const PartEntry* part : parts_of(state_, order))
            if (part->second.open() > 0) return;
        state_ = without(state_, order);
        std::erase_if(fulfillments_, [&](const Fulfillment& made) { return made.order == order; });
    }

    std::mt19937_64 random_;
    State state_;
    std::vector<Fulfillment> fulfillments_;
    std::size_t chosen_ = 0;  ///< the fulfilment an undo is about
    std::map<std::string, int> told_;
    std::int64_t orders_ = 0;
    std::int64_t calls_ = 0;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(storm)

// Goals: whatever is asked in whatever order, the counters hold, the queue rule holds, open parts add up to the
// counters, lines keep their quantity, movements explain every change, no limit is passed, nobody is overtaken, a
// refusal changes nothing; and nearly every answer is really met on the way.
BOOST_AUTO_TEST_CASE(everything_holds_after_every_verb) {
    std::map<std::string, int> told;
    for (const std::uint64_t seed : {1U, 2U, 3U, 20240501U}) {
        Storm storm(seed);
        for (int step = 1; step <= 2'500; ++step)
            if (const Faults faults = storm.step(); !faults.empty())
                BOOST_FAIL("seed " << seed << ", step " << step << ": " << faults.front() << ": " << faults.back());
        for (const auto& [what, times] : storm.told()) told[what] += times;
    }
    for (const char* met :
         {"receive done", "count done", "transfer done", "transfer refused", "place done", "place refused",
          "cancel done", "cancel refused", "fulfill done", "fulfill refused", "strict done", "strict refused",
          "reassign done", "reassign refused", "undo done", "undo refused", "covered", "fell back"})
        BOOST_TEST(told[met] > 100, met << " only " << told[met] << " times");
}

BOOST_AUTO_TEST_SUITE_END()
