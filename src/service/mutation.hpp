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
    Attempt(Work& attempt_work, const Context& call_context, State loaded)
        : work(attempt_work), context(call_context), state(std::move(loaded)), stock_before(state.stock) {}

    Work& work;
    const Context& context;
    State state;
    const std::map<StockKey, StockRecord> stock_before;

    /// Sees to it that the record is there: an empty one is decided on, made if that is not refused, and the mutation tried
    /// again.
    void open_stock(const StockKey& key) {
        if (state.stock.try_emplace(key).second) missing.push_back(key);
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
