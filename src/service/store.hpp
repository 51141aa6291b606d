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

    /// True if an earlier attempt may have been committed: the answer to its COMMIT was lost.
    virtual bool settling_doubt() const = 0;

    /// If the attempt before this one ended because a lock took longer than lock_timeout: what is still locked by
    /// others. Everything else that attempt asked for is locked by this transaction now. Else empty.
    virtual std::vector<Obstacle> obstacles(const std::string& marketplace) = 0;
    /// Of `asked`, what is still locked by others, and by whom. Roll back afterwards: this transaction has locked the
    /// rest.
    virtual std::vector<Obstacle> still_locked(const std::string& marketplace, const std::vector<Obstacle>& asked) = 0;
    /// The stock records at which the scope's orders have parts, read without locks.
    virtual std::set<StockKey> records_of(const std::string& marketplace, const LoadScope& scope) = 0;

    // What decides. load locks the stock records it returns, in the global order, and then numbers the calls.
    virtual Loaded load(const std::string& marketplace, const std::vector<CallKey>& calls, const LoadScope& scope) = 0;
    virtual void load_orders(const std::string& marketplace, const std::set<std::string>& orders, State& into) = 0;
    /// `known`: orders whose parts `into` holds already.
    virtual void load_queues(const std::string& marketplace, const QueueDepth& reach,
                             const std::set<std::string>& known, State& into) = 0;
    /// For each key the call recorded under it, or none.
    virtual std::vector<std::optional<RecordedCall>> recorded(const std::string& marketplace,
                                                              const std::vector<CallKey>& calls) = 0;
    virtual std::vector<ShippedFulfillment> fulfillments(const std::string& marketplace,
                                                         const std::set<std::string>& orders) = 0;
    virtual bool backorders_enabled(const std::string& marketplace) = 0;
    virtual Catalog catalog(const std::string& marketplace, const CatalogScope& scope) = 0;
    /// True if the marketplace has a setting, a warehouse or a product.
    virtual bool has_marketplace(const std::string& marketplace) = 0;
    virtual bool has_seller(const std::string& marketplace, const std::string& seller) = 0;
    /// As backorders_enabled, and locked: nobody else changes it before this transaction ends.
    virtual bool locked_backorders_enabled(const std::string& marketplace) = 0;
    /// Locks the warehouses: they stay as they are until this transaction ends.
    virtual void lock_warehouses(const std::string& marketplace, const std::vector<std::string>& warehouses) = 0;
    /// Locks the scope's products and the products of its variants.
    virtual void lock_products(const std::string& marketplace, const CatalogScope& scope) = 0;

    // What was decided.
    /// `calls` are in the order of their sequences; `state` is as the last of them left it.
    virtual void write(const std::string& marketplace, std::span<const CallRow> calls, const State& state) = 0;
    /// Makes the commit wait until the records that were found are durable, by writing something. A server that was
    /// killed, or lost its standby, may have kept a call that it never confirmed.
    virtual void confirm() = 0;
    virtual void set_backorders_enabled(const std::string& marketplace, bool enabled) = 0;
    virtual void put_products(const std::string& marketplace,
                              const std::vector<std::pair<std::string, std::string>>& product_seller) = 0;
    virtual void put_variants(const std::string& marketplace,
                              const std::vector<std::pair<std::string, std::string>>& variant_product) = 0;
    /// `known`: the warehouses that exist already.
    virtual void put_warehouses(const std::string& marketplace, const std::map<std::string, Warehouse>& warehouses,
                                const std::map<std::string, Warehouse>& known) = 0;
    /// Here and below the stock records of what is changed are locked already.
    virtual void set_product_policy(const std::string& marketplace, Policy policy,
                                    const std::vector<std::string>& products) = 0;
    virtual void set_variant_policy(const std::string& marketplace, Policy policy,
                                    const std::vector<std::string>& variants) = 0;
    /// Writes the thresholds that the state has for these records.
    virtual void set_thresholds(const std::string& marketplace, const ThresholdChanges& changes,
                                const State& state) = 0;
    /// Makes the records that are missing, empty, in the global order; locks their products first. Commit before
    /// locking anything else.
    virtual void create_stock(const std::string& marketplace, const std::set<StockKey>& keys) = 0;

    // What is asked.
    virtual State stock(const std::string& marketplace, const std::vector<std::string>& variants,
                        const std::vector<std::string>& products) = 0;
    /// If a seller is named: of that seller's products.
    virtual Units64 backordered(const std::string& marketplace, const std::string& seller) = 0;
    virtual std::map<std::string, Units64> backordered_at(const std::string& marketplace,
                                                          const std::vector<std::string>& warehouses) = 0;
    virtual Listing<Waiting> queue(const std::string& marketplace, const QueueFilter& filter) = 0;
    /// If a seller is named: the warehouses that serve it.
    virtual Listing<ListedWarehouse> warehouses(const std::string& marketplace, const ListFilter& filter) = 0;
    virtual Listing<ListedProduct> products(const std::string& marketplace, const ListFilter& filter) = 0;
    virtual Listing<ListedVariant> variants(const std::string& marketplace, const ListFilter& filter) = 0;
    /// Open orders after `age`, the oldest first. If a seller is named: only that seller's lines of them.
    virtual std::vector<OpenOrder> open_orders(const std::string& marketplace, const std::string& seller,
                                               std::int64_t age, std::int64_t limit) = 0;
    virtual std::vector<LedgerRow> ledger(const std::string& marketplace, const LedgerFilter& filter) = 0;
    /// Calls from that place on. Behind the first one, calls whose events would take the page past `bytes` come
    /// without events.
    virtual EventsPage events(const std::string& marketplace, const EventCursor& from, std::int64_t calls,
                              std::int64_t bytes) = 0;
    /// Who holds back calls from that epoch on; none if nobody does any more.
    virtual std::optional<Holder> holder(const std::string& epoch) = 0;
    virtual std::string cursor(const std::string& marketplace, const std::string& scope,
                               const std::string& consumer) = 0;
    /// Moves the cursor, forward only. False if nobody can have read that far.
    virtual bool set_cursor(const std::string& marketplace, const std::string& scope, const std::string& consumer,
                            const EventCursor& cursor) = 0;
    virtual VerifyExtent verify_extent(const std::string& marketplace) = 0;
    /// Compares stock records of the variants after `after`.
    virtual VerifiedPage verify_records(const std::string& marketplace, const VerifyScope& scope,
                                        const std::string& after, std::int64_t limit) = 0;
    /// Looks for records after the number `after` that only the ledger knows, of any seller.
    virtual VerifiedPage verify_ledger(const std::string& marketplace, const VerifyScope& scope,
                                       const std::string& after, std::int64_t limit) = 0;
    virtual VerifiedPage verify_orders(const std::string& marketplace, const VerifyScope& scope,
                                       const std::string& after, std::int64_t limit) = 0;
    /// Compares the orders that the ledger has of these stock records.
    virtual VerifiedPage verify_orders_of(const std::string& marketplace, const VerifyScope& scope,
                                          const std::vector<std::int64_t>& records) = 0;
};

/// change: a write, on a connection kept for the lanes. read_one: a read of a single statement.
enum class Mode : std::uint8_t { change, write, read, read_one };
constexpr bool only_reads(Mode mode) { return mode == Mode::read || mode == Mode::read_one; }

enum class Verdict : std::uint8_t { commit, rollback };
enum class PollKind : std::uint8_t { events, logs };

class Store {
public:
    virtual ~Store() = default;

    /// Runs the body in a transaction. Runs it again from its start after a conflict, a lost connection or an
    /// unanswered COMMIT. Answers the failure that could not be mended; the body keeps its own result.
    virtual Outcome<void> transact(Mode mode, const Budget& budget, const std::function<Verdict(Work&)>& body) = 0;

    virtual Outcome<SchemaVersions> migrate(const Budget& budget) = 0;

    /// Calls that wait for a connection are answered cancelled. Calls in flight end by themselves, or are cut off at
    /// `latest`.
    virtual void close(Clock::time_point latest) = 0;

    virtual Outcome<int> poll_fd(PollKind kind) = 0;

    /// Notes that the consumer was handed a page of events up to the cursor; `more`: further pages are there.
    virtual void events_pulled(const ConsumerKey& consumer, const EventCursor& cursor, bool more) noexcept = 0;

    virtual std::vector<LogLine> take_logs() = 0;
};

}  // namespace backorder
