#pragma once
// What the service needs of a store: transactions whose work is typed, and nothing about how it is stored.

#include "service/store_data.hpp"
#include "support/budget.hpp"

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace backorder {

/// One attempt of one transaction. Statements that fail leave it by an exception that only the store understands.
class Work {
public:
    virtual ~Work() = default;

    /// An earlier attempt may have been committed: its COMMIT's answer was lost.
    virtual bool settling_doubt() const = 0;

    /// What the attempt before this one waited for longer than its lock_timeout and is locked still: not empty if it
    /// was ended by that. The rest of what it asked for is locked now.
    virtual std::vector<Obstacle> obstacles(const std::string& marketplace) = 0;
    /// Those that are locked still, with who has them now. To be rolled back: the others are locked.
    virtual std::vector<Obstacle> still_locked(const std::string& marketplace, const std::vector<Obstacle>& asked) = 0;
    /// Where the scope's orders have parts, as far as is known without locks.
    virtual std::set<StockKey> records_of(const std::string& marketplace, const LoadScope& scope) = 0;

    // What decides. load locks the stock records it returns, in the global order, and then numbers the calls.
    virtual Loaded load(const std::string& marketplace, const std::vector<CallKey>& calls, const LoadScope& scope) = 0;
    virtual void load_orders(const std::string& marketplace, const std::set<std::string>& orders, State& into) = 0;
    /// `known`: orders whose parts are there already.
    virtual void load_queues(const std::string& marketplace, const QueueDepth& reach,
                             const std::set<std::string>& known, State& into) = 0;
    /// What is recorded of each key.
    virtual std::vector<std::optional<RecordedCall>> recorded(const std::string& marketplace,
                                                              const std::vector<CallKey>& calls) = 0;
    virtual std::vector<ShippedFulfillment> fulfillments(const std::string& marketplace,
                                                         const std::set<std::string>& orders) = 0;
    virtual bool backorders_enabled(const std::string& marketplace) = 0;
    virtual Catalog catalog(const std::string& marketplace, const CatalogScope& scope) = 0;
    /// Whether anything is known of it.
    virtual bool has_marketplace(const std::string& marketplace) = 0;
    virtual bool has_seller(const std::string& marketplace, const std::string& seller) = 0;
    /// As backorders_enabled, and nobody else changes it before this transaction ends.
    virtual bool locked_backorders_enabled(const std::string& marketplace) = 0;
    /// Waits for whoever is changing them; they stay as they are until this transaction ends.
    virtual void lock_warehouses(const std::string& marketplace, const std::vector<std::string>& warehouses) = 0;
    /// The scope's products and those of its variants.
    virtual void lock_products(const std::string& marketplace, const CatalogScope& scope) = 0;

    // What was decided.
    /// The calls in the order of their sequences; the state as it is after the last of them.
    virtual void write(const std::string& marketplace, std::span<const CallRow> calls, const State& state) = 0;
    /// Has the commit wait until what was found recorded is as safe as what this transaction writes: a server that was
    /// killed, or lost its standby, may have kept a call that it never confirmed.
    virtual void confirm() = 0;
    virtual void set_backorders_enabled(const std::string& marketplace, bool enabled) = 0;
    virtual void put_products(const std::string& marketplace,
                              const std::vector<std::pair<std::string, std::string>>& product_seller) = 0;
    virtual void put_variants(const std::string& marketplace,
                              const std::vector<std::pair<std::string, std::string>>& variant_product) = 0;
    /// `known`: those that are there already.
    virtual void put_warehouses(const std::string& marketplace, const std::map<std::string, Warehouse>& warehouses,
                                const std::map<std::string, Warehouse>& known) = 0;
    /// The stock records of what is changed are locked, here and below.
    virtual void set_product_policy(const std::string& marketplace, Policy policy,
                                    const std::vector<std::string>& products) = 0;
    virtual void set_variant_policy(const std::string& marketplace, Policy policy,
                                    const std::vector<std::string>& variants) = 0;
    /// What limits these records, as the state has it.
    virtual void set_thresholds(const std::string& marketplace, const ThresholdChanges& changes,
                                const State& state) = 0;
    /// Empty records where there are none, in the global order; their products are locked first. Commit before locking
    /// others.
    virtual void create_stock(const std::string& marketplace, const std::set<StockKey>& keys) = 0;

    // What is asked.
    virtual State stock(const std::string& marketplace, const std::vector<std::string>& variants,
                        const std::vector<std::string>& products) = 0;
    /// With a seller: of that seller's products.
    virtual Units64 backordered(const std::string& marketplace, const std::string& seller) = 0;
    virtual std::map<std::string, Units64> backordered_at(const std::string& marketplace,
                                                          const std::vector<std::string>& warehouses) = 0;
    virtual Listing<Waiting> queue(const std::string& marketplace, const QueueFilter& filter) = 0;
    /// With a seller: those that serve it.
    virtual Listing<ListedWarehouse> warehouses(const std::string& marketplace, const ListFilter& filter) = 0;
    virtual Listing<ListedProduct> products(const std::string& marketplace, const ListFilter& filter) = 0;
    virtual Listing<ListedVariant> variants(const std::string& marketplace, const ListFilter& filter) = 0;
    /// The oldest after `age`, which are open; with a seller: their lines of that seller.
    virtual std::vector<OpenOrder> open_orders(const std::string& marketplace, const std::string& seller,
                                               std::int64_t age, std::int64_t limit) = 0;
    virtual std::vector<LedgerRow> ledger(const std::string& marketplace, const LedgerFilter& filter) = 0;
    /// From that place on. Calls whose events would pass `bytes` come without them, but for the first.
    virtual EventsPage events(const std::string& marketplace, const EventCursor& from, std::int64_t calls,
                              std::int64_t bytes) = 0;
    /// Nothing if nobody holds back calls from that epoch on any more.
    virtual std::optional<Holder> holder(const std::string& epoch) = 0;
    virtual std::string cursor(const std::string& marketplace, const std::string& scope,
                               const std::string& consumer) = 0;
    /// Moves it forward only. False if nobody can have read that far.
    virtual bool set_cursor(const std::string& marketplace, const std::string& scope, const std::string& consumer,
                            const EventCursor& cursor) = 0;
    virtual VerifyExtent verify_extent(const std::string& marketplace) = 0;
    /// Stock records of the variants after that one.
    virtual VerifiedPage verify_records(const std::string& marketplace, const VerifyScope& scope,
                                        const std::string& after, std::int64_t limit) = 0;
    /// Records that only the ledger knows, of those after that number; whosever they are.
    virtual VerifiedPage verify_ledger(const std::string& marketplace, const VerifyScope& scope,
                                       const std::string& after, std::int64_t limit) = 0;
    virtual VerifiedPage verify_orders(const std::string& marketplace, const VerifyScope& scope,
                                       const std::string& after, std::int64_t limit) = 0;
    /// The orders that the ledger has of these stock records.
    virtual VerifiedPage verify_orders_of(const std::string& marketplace, const VerifyScope& scope,
                                          const std::vector<std::int64_t>& records) = 0;
};

/// change: a write on one of the connections that are kept for the lanes. read_one: a read that asks the store once.
enum class Mode : std::uint8_t { change, write, read, read_one };
constexpr bool only_reads(Mode mode) { return mode == Mode::read || mode == Mode::read_one; }

enum class Verdict : std::uint8_t { commit, rollback };
enum class PollKind : std::uint8_t { events, logs };

class Store {
public:
    virtual ~Store() = default;

    /// Runs the body in a transaction, again from its start when the database asks for that, and settles doubt about
    /// the commit by running it once more. What fails for good is the answer; the body's own result is the caller's
    /// business.
    virtual Outcome<void> transact(Mode mode, const Budget& budget, const std::function<Verdict(Work&)>& body) = 0;

    virtual Outcome<SchemaVersions> migrate(const Budget& budget) = 0;

    /// Wakes who waits for a connection (they are answered cancelled). Calls in flight end by themselves, or are cut
    /// off at `latest`.
    virtual void close(Clock::time_point latest) = 0;

    virtual Outcome<int> poll_fd(PollKind kind) = 0;

    /// The consumer was handed a page of events that ends at the cursor; `more`: it is not the last.
    virtual void events_pulled(const ConsumerKey& consumer, const EventCursor& cursor, bool more) noexcept = 0;

    virtual std::vector<LogLine> take_logs() = 0;
};

}  // namespace backorder
