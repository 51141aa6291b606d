#pragma once
// The five steps of every mutation: load and lock, decide, write, commit, answer - and the first answer again to a repeated call.

#include "service/answer.hpp"
#include "service/event_list.hpp"
#include "service/requests.hpp"
#include "service/store.hpp"

namespace backorder {

/// What a mutation does when it is not refused. `applied` false: every item was refused, nothing is written.
struct Effects {
    Answer answer;
    Decision decision;
    EventList events;
    bool applied = true;
};

/// One try of a mutation, its records locked.
class Attempt {
public:
    Attempt(Work& attempt_work, const Context& call_context, State loaded, bool dry)
        : work(attempt_work), context(call_context), state(std::move(loaded)), stock_before(state.stock), dry_run(dry) {}

    Work& work;
    const Context& context;
    State state;
    const std::map<StockKey, StockRecord> stock_before;
    const bool dry_run;

    /// Whether the record is there. If not, it is made and the mutation tried again, whatever it answers now; a dry run
    /// goes on with an empty one.
    bool has_stock(const StockKey& key) {
        if (state.stock.contains(key) || (dry_run && state.stock.try_emplace(key).second)) return true;
        missing.push_back(key);
        return false;
    }

    std::vector<StockKey> missing;

    /// The order came to stand at records that are not locked; the mutation is tried again.
    bool outdated = false;
};

struct Mutation {
    const Context& context;
    const Request& request;
    LoadScope scope{};
    bool dry_run = false;
    std::function<Outcome<Effects>(Attempt&)> decide;
};

Outcome<Answer> run(Store& store, const Mutation& mutation);

}  // namespace backorder
