#pragma once
// What a verb decided: the movements of counters, one ledger row each.

#include "domain/refusal.hpp"
#include "domain/state.hpp"

#include <optional>

namespace backorder {

/// Deltas of one stock record and, if `part` is said, of that part: allocated and backordered move both of them.
struct Movement {
    StockKey stock;
    std::optional<PartKey> part{};
    Units64 on_hand = 0;
    Units64 allocated = 0;
    Units64 backordered = 0;
    Units64 shipped = 0;
    Units64 cancelled = 0;
    Units64 covered = 0;  ///< of allocated: units that waited until now

    /// Promised units that lost their goods.
    bool falls_back() const { return part && allocated < 0 && backordered > 0; }
};

struct FulfillmentLine {
    std::string line;
    Units64 quantity = 0;
};

struct Fulfillment {
    std::string order;
    std::int64_t number = 0;  ///< counts up from 1 in its order
    std::string warehouse;
    std::vector<FulfillmentLine> lines;
    std::string undone;  ///< what became of its units when it was cancelled; empty: it stands
};

struct Decision {
    std::vector<Movement> movements;
    std::vector<Fulfillment> fulfillments;
    std::map<StockKey, StockRecord> before;  ///< of every stock record that moved
};

/// Builds a decision by carrying its movements out on the state. A verb makes one after its last refusal.
class DecisionBuilder {
public:
    explicit DecisionBuilder(State& state) : state_(state) {}

    State& state() { return state_; }
    const StockRecord& record(const StockKey& key) const { return state_.stock.at(key); }

    /// Opens an empty part; nothing happens if it is there.
    void open(const PartKey& key, const Part& like);
    void move(Movement movement);
    void add(Fulfillment fulfillment) { decision_.fulfillments.push_back(std::move(fulfillment)); }

    /// The decision. Throws std::logic_error if a counter it moved does not hold any more.
    Decision take();

private:
    State& state_;
    Decision decision_;
};

}  // namespace backorder
