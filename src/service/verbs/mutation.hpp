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

/// What a mutation decided when it is not refused. `applied` is false when every item was refused: nothing is
/// written.
struct Effects {
    Answer answer;
    Decision decision;
    EventList events;
    ThresholdChanges thresholds;
    ConfigurationChanges configuration;
    bool applied = true;
    bool answer_follows = false;  ///< from the request and the first event: it need not be recorded
};

/// What the calls of a batch are decided on: read under the batch's locks, and changed by each decided call.
struct BatchState {
    State state;
    Catalog catalog;                                               ///< what the calls asked for, its products locked
    std::map<std::string, std::vector<Fulfillment>> fulfillments;  ///< of the calls' orders

    // What the calls before have changed. Queues and promises were read as far as the calls needed when nothing had
    // moved yet: an effect that depends on more than sums of units is put off if its record or order is among these.
    std::set<StockKey> moved;
    std::set<std::string> shipped_orders;
};

/// The batch as one call sees it while it is decided.
class CallView {
public:
    CallView(Work& call_work, const Context& call_context, std::int64_t call_sequence, BatchState& batch_state)
        : work(call_work), context(call_context), sequence(call_sequence), batch(batch_state) {}

    Work& work;
    const Context& context;
    const std::int64_t sequence;
    BatchState& batch;

    /// The state to decide on. open_stock may replace it: do not keep the reference.
    State& state() { return own_ ? *own_ : batch.state; }

    /// Makes sure the stock record is in the state. If it does not exist, the call is decided on an empty one in a
    /// copy of the state; if it is not refused, the record is created and the call put off.
    void open_stock(const StockKey& key);

    /// Puts the call off to the next transaction: it needs what is not locked, or looks deeper into a queue than was
    /// read.
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

    /// The products it locks, before any stock record; and what it reads with them.
    virtual CatalogScope catalog() const { return {}; }

    virtual void add_scope(const Catalog& catalog, LoadScope& scope) const;

    /// True if the fulfilments of its orders are read too, not only the parts.
    virtual bool needs_fulfillments() const { return false; }

    /// Adds how deep it looks into queues and promises. The batch holds its scope already.
    virtual void add_queue_depth(const BatchState& batch, QueueDepth& depth) const;

    /// Decides the call on the batch's state. Changes the state only if the call is neither refused nor put off and
    /// applies something. Writes nothing.
    virtual Outcome<Effects> decide(CallView& view) const = 0;

    virtual bool dry_run() const { return false; }

    /// True if it shares its transaction with no other call.
    virtual bool alone() const { return dry_run(); }

    /// Its size: order lines, items and the like.
    virtual std::size_t lines() const { return 1; }

    /// Adds the variants whose stock records it will lock, as far as the request tells.
    virtual void add_variants(std::vector<std::string_view>& variants) const;

    /// True if add_variants names all that it locks.
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
