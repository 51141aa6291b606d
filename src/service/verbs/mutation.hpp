#pragma once
// What every mutation is: what it touches, how far it must see, and what it decides.

#include "service/answer/answer.hpp"
#include "service/events/event_list.hpp"
#include "service/request/context.hpp"
#include "service/request/requests.hpp"
#include "service/store.hpp"

#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace backorder {

/// What a mutation does when it is not refused. `applied` false: every item was refused, nothing is written.
struct Effects {
    Answer answer;
    Decision decision;
    EventList events;
    ThresholdChanges thresholds;
    ConfigurationChanges configuration;
    bool applied = true;
    bool answer_follows = false;  ///< from the request and the first event: it need not be recorded
};

/// All that the calls of a batch look at, as it stands under the batch's locks and after the calls that were decided
/// before.
struct BatchState {
    State state;
    Catalog catalog;                                               ///< what the calls asked for, its products locked
    std::map<std::string, std::vector<Fulfillment>> fulfillments;  ///< of the calls' orders

    // What the calls before have changed. Queues and promises were read as far as the calls needed when nothing had
    // moved yet: an effect that depends on more than sums of units is put off if its record or order is among these.
    std::set<StockKey> moved;
    std::set<std::string> shipped_orders;
};

/// One call's turn on the batch.
class CallView {
public:
    CallView(Work& call_work, const Context& call_context, std::int64_t call_sequence, BatchState& batch_state)
        : work(call_work), context(call_context), sequence(call_sequence), batch(batch_state) {}

    Work& work;
    const Context& context;
    const std::int64_t sequence;
    BatchState& batch;

    /// Not to be kept over open_stock.
    State& state() { return own_ ? *own_ : batch.state; }

    /// Sees to it that the record is there. A missing one is decided on, empty, in a state of the call's own; if that
    /// is not refused it is made, and the call put off.
    void open_stock(const StockKey& key);

    /// It touches what is not locked, or reaches further than was read: it is decided in the next transaction.
    void put_off() { put_off_ = true; }

    bool is_put_off() const { return put_off_; }
    const std::set<StockKey>& missing() const { return missing_; }

private:
    std::unique_ptr<State> own_;
    std::set<StockKey> missing_;
    bool put_off_ = false;
};

class Mutation {
public:
    virtual ~Mutation() = default;

    /// Products it locks before any stock record, with their variants and what else it names.
    virtual CatalogScope catalog() const { return {}; }

    virtual void add_scope(const Catalog& catalog, LoadScope& scope) const;

    /// Of the orders in its scope the fulfilments are read as well as the parts.
    virtual bool needs_fulfillments() const { return false; }

    /// How far it will look into queues and promises; the batch holds all of its scope.
    virtual void add_queue_depth(const BatchState& batch, QueueDepth& depth) const;

    /// Leaves the batch as it is if it is refused, put off, or applies nothing.
    virtual Outcome<Effects> decide(CallView& view) const = 0;

    virtual bool dry_run() const { return false; }

    /// It shares no transaction with others: it reads or writes by itself.
    virtual bool alone() const { return dry_run(); }

    /// Order lines, items and the like.
    virtual std::size_t lines() const { return 1; }

    /// Variants whose stock records it is known to lock, before anything is read.
    virtual void add_variants(std::vector<std::string_view>& variants) const;

    /// Those are all that it locks.
    virtual bool knows_variants() const { return false; }

    /// The order it makes or changes; empty: none.
    virtual std::string_view order() const { return {}; }
};

/// False, and the call is put off, if a part of the order has come to stand at a record that is not locked.
bool has_order(CallView& view, const std::string& order);

/// The record of the line's variant at that warehouse, if the line may be served there.
void open_stock(CallView& view, const std::string& order, const std::string& line, const std::string& warehouse);

/// When the order was placed.
std::string placed_at(Work& work, const Context& context, const std::string& order);

}  // namespace backorder
