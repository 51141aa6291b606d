#include "domain/cancel.hpp"

#include "domain/order_parts.hpp"
#include "domain/queue.hpp"
#include "domain/refusals.hpp"
#include "domain/words.hpp"

#include <algorithm>
#include <set>

namespace backorder {

namespace {

Refusal too_much(const std::string& order, const LineUnits& asked, Units64 open) {
    return {Status::not_cancellable,
            "Line " + quoted(asked.line) + " of order " + quoted(order) + ": asked to cancel " +
                std::to_string(asked.quantity) + ", still open are " + std::to_string(open) +
                "; what has shipped is undone by cancelling its fulfilment",
            {{{"line", asked.line}, {"asked", asked.quantity}, {"open", open}}}};
}

Units64 open_units(const std::vector<const PartEntry*>& parts) {
    Units64 open = 0;
    for (const PartEntry* part : parts) open += part->second.open();
    return open;
}

std::vector<LineUnits> all_open(const State& state, const std::string& order, const std::string& seller) {
    std::vector<LineUnits> lines;
    for (const PartEntry* part : order_parts(state, order, seller)) {
        if (part->second.open() == 0) continue;
        if (lines.empty() || lines.back().line != part->first.line) lines.push_back({part->first.line, 0});
        lines.back().quantity += part->second.open();
    }
    return lines;
}

std::optional<Refusal> refused(const State& state, const std::string& order, const std::string& seller,
                               const std::vector<LineUnits>& lines) {
    if (order_parts(state, order, seller).empty()) return no_such_order(order);
    if (lines.empty())
        return Refusal{Status::not_cancellable,
                       "Nothing of order " + quoted(order) + " is open: all has shipped or is cancelled",
                       {{{"order", order}, {"open", Units64{0}}}}};
    Refusals refusals;
    for (const LineUnits& asked : lines) {
        const auto parts = order_parts(state, order, seller, asked.line);
        if (parts.empty())
            refusals.add(no_such_line(order, asked.line));
        else if (open_units(parts) < asked.quantity)
            refusals.add(too_much(order, asked, open_units(parts)));
    }
    return refusals.outcome();
}

/// Gives back up to `units` of one kind, from the warehouse that is tried last to the first. Returns what is left to
/// give.
Units64 give_back(DecisionBuilder& decision, const std::string& order, const std::string& line, Units64 units,
                  Units64 Part::*kind, std::set<StockKey>& freed) {
    for (const PartEntry* part : last_tried_first(decision.state(), parts_of(decision.state(), order, line))) {
        const Units64 given = std::min(units, part->second.*kind);
        if (given == 0) continue;
        units -= given;
        const bool allocated = kind == &Part::allocated;
        const StockKey stock = stock_of(*part);
        decision.move({.stock = stock,
                       .part = part->first,
                       .allocated = allocated ? -given : 0,
                       .backordered = allocated ? 0 : -given,
                       .cancelled = given});
        if (allocated) freed.insert(stock);
    }
    return units;
}

}  // namespace

Outcome<Decision> cancel(State& state, const std::string& order, const std::string& seller,
                         const std::vector<LineUnits>& asked) {
    std::vector<LineUnits> lines = asked.empty() ? all_open(state, order, seller) : asked;
    if (auto refusal = refused(state, order, seller, lines)) return *refusal;

    DecisionBuilder decision(state);
    std::set<StockKey> freed;
    for (LineUnits& line : lines)
        line.quantity = give_back(decision, order, line.line, line.quantity, &Part::waiting, freed);
    for (const LineUnits& line : lines) give_back(decision, order, line.line, line.quantity, &Part::allocated, freed);
    for (const StockKey& key : freed) serve_queue(decision, key);
    return decision.take();
}

}  // namespace backorder
