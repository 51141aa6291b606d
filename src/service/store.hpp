#pragma once
// What the service needs of a store: transactions whose work is typed, and nothing about how it is stored.

#include "domain/decision.hpp"
#include "service/request/context.hpp"
#include "service/events/event_cursor.hpp"
#include "service/request/queue_cursor.hpp"

#include <compare>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace backorder {

/// Whose key: keys of a seller, of the marketplace and the ids of orders do not meet.
struct CallKey {
    std::string scope;
    std::string key;
};

/// What a call left when it was done. `seller`: who did it, empty for host and operators. body, answer, events: JSON; the
/// answer is empty where it follows from the others.
struct RecordedCall {
    std::string verb;
    std::string seller;
    std::string body;
    std::string answer;
    std::string events;
    std::string at;
};

/// The events of a call that causes none.
inline constexpr std::string_view no_events = "[]";

/// A call that was decided, and what it moves.
struct CallRow {
    CallKey key;
    std::int64_t sequence = 0;
    std::string verb;
    std::string actor;
    std::string seller;
    std::string traceparent;
    std::string body;
    std::string answer;
    std::string events;
    Decision decision;
};

/// What calls touch, as far as their requests tell.
struct LoadScope {
    std::set<StockKey> stock;      ///< stock records; without warehouse: every record of the variant
    std::set<std::string> orders;  ///< the records where these have parts
    std::set<PartKey> lines_at;    ///< the record of the line's variant at that warehouse, wherever the line has parts
};

/// A call's place among all calls, drawn under the locks; `recorded`: it was done before.
struct CallNumber {
    std::int64_t sequence = 0;
    bool recorded = false;
};

struct Loaded {
    State state;
    std::vector<CallNumber> calls;  ///< one for each key asked
};

/// How far queues and promises are to be known: units that may be freed for who waits there, and units that may be taken
/// from who holds goods there.
struct QueueDepth {
    std::map<StockKey, Units64> freed;
    std::map<StockKey, Units64> lost;

    static void add(std::map<StockKey, Units64>& to, const StockKey& key, Units64 units) {
        if (units > 0) to[key] = capped_sum(to[key], units);
    }
};

struct ShippedFulfillment {
    Fulfillment fulfillment;
    std::string created_at;
};

struct ProductRecord {
    std::string seller;
    Policy policy = Policy::inherit;
};

/// Products, variants and warehouses by id; what is unknown is not there.
struct Catalog {
    std::map<std::string, ProductRecord> products;
    std::map<std::string, Variant> variants;
    std::map<std::string, Warehouse> warehouses;
    std::map<std::pair<std::string, std::string>, Threshold> thresholds;  ///< of (product, warehouse)
};

struct CatalogScope {
    std::vector<std::string> products;
    std::vector<std::string> variants;
    std::vector<std::string> warehouses;
    bool all_variants_of_products = false;
};

/// Records whose limits changed, and the products' own: by (product, warehouse).
struct ThresholdChanges {
    std::set<StockKey> stock;
    std::map<std::pair<std::string, std::string>, Threshold> products;
};

/// What there is, in pages: of `seller` if named, after `after`, of at most `look` that are looked at.
struct ListFilter {
    std::string seller;
    std::string after;
    std::int64_t limit = 0;
    std::int64_t look = 0;
};

/// Up to `limit` rows. `looked_up_to`: where looking stopped before the end of all; empty: it did not.
template <class Row>
struct Listing {
    std::vector<Row> rows{};
    std::string looked_up_to{};
};

struct ListedVariant {
    std::string id;
    Variant variant;
};

struct ListedWarehouse {
    std::string id;
    Warehouse warehouse;
};

struct ListedProduct {
    std::string id;
    ProductRecord product;
};

/// How much of an order is open; the smaller its age, the older.
struct OpenOrder {
    std::string id;
    std::int64_t age = 0;
    std::string placed_at;
    std::int64_t priority = 0;
    std::int64_t lines = 0;
    Units64 allocated = 0, waiting = 0;
};

struct QueueFilter {
    std::string variant;
    std::string warehouse;
    std::string seller;
    std::string order;
    std::int64_t limit = 0;
    std::int64_t skip = 0;
    QueueCursor after{};
    std::int64_t look = 0;  ///< at most so many stock records are looked at; 0: all
};

struct Waiting {
    std::int64_t place = 0;  ///< in its stock record's queue, from 1
    PartKey part;
    std::string product;
    std::string variant;
    std::string seller;
    Units64 units = 0;
    std::int64_t priority = 0;
    std::string since;
    std::int64_t age = 0;
    std::int64_t line_number = 0;
    Units64 free_elsewhere = 0;  ///< of the variant, at other warehouses
};

struct LedgerFilter {
    std::string variant;
    std::string warehouse;
    std::string order;
    std::string seller;
    std::int64_t after = 0;
    std::int64_t limit = 0;
};

struct LedgerRow {
    std::int64_t sequence = 0;
    std::string at, actor, verb;
    StockKey stock;
    Units64 on_hand = 0, allocated = 0, backordered = 0;
    std::string order, line, key;
};

/// A call's key and its events, as the JSON array they were written as; empty: not read. (epoch, sequence) is their place among all
/// calls'.
struct CallEvents {
    std::string epoch;
    std::int64_t sequence = 0;
    std::string at;
    std::string key;
    std::string events;
};

/// What another transaction has locked, so that a call has to wait for it.
struct Obstacle {
    /// unknown: nobody can say what; it may be free again.
    enum class Kind : std::uint8_t { record, product, warehouse, marketplace, unknown };

    Kind kind = Kind::unknown;
    std::string id;         ///< of the variant, product, warehouse or marketplace
    std::string warehouse;  ///< of a stock record
    std::string holder{};   ///< tells the transaction that has it from the next one
    std::int64_t process = 0;  ///< of the database server; 0: not known
    std::string session{};     ///< what the server tells of that process, may be empty
};

/// Since when the first call waits that may not be handed out yet, and its epoch.
struct WaitingCall {
    std::string epoch;
    std::string at;
};

struct EventsPage {
    std::vector<CallEvents> calls;
    std::optional<WaitingCall> waiting;  ///< if it has been waiting for a second
};

/// Whose transaction holds events back: a process, or a prepared transaction's name. Empty is what the server does not tell.
struct Holder {
    std::string since;
    std::int64_t pid = 0;
    std::string application, user, database, prepared;
};

struct ConsumerKey {
    std::string marketplace;
    std::string scope;
    std::string consumer;
    auto operator<=>(const ConsumerKey&) const = default;
};

struct Difference {
    std::string what, variant, warehouse, order, line;
    Units64 expected = 0, found = 0;
};

/// What is to be verified; empty: of any.
struct VerifyScope {
    std::string seller, variant, warehouse;
};

/// Some of it: `steps` variants, records of the ledger or orders, of which the last is `last`. No steps: there are no more.
struct VerifiedPage {
    std::int64_t steps = 0;
    std::string last;
    std::int64_t stock_records = 0, parts = 0, ledger_rows = 0;
    std::vector<Difference> differences;
    std::vector<std::int64_t> records;  ///< numbers of the stock records that were looked at, if the scope names variant or warehouse
};

struct VerifyExtent {
    std::int64_t variants = 0, orders = 0;
};

/// One attempt of one transaction. Statements that fail leave it by an exception that only the store understands.
class Work {
public:
    virtual ~Work() = default;

    /// An earlier attempt may have been committed: its COMMIT's answer was lost.
    virtual bool settling_doubt() const = 0;

    /// What the attempt before this one waited for longer than its lock_timeout and is locked still: not empty if it was ended by
    /// that. The rest of what it asked for is locked now.
    virtual std::vector<Obstacle> obstacles(const std::string& marketplace) = 0;
    /// Those that are locked still, with who has them now. To be rolled back: the others are locked.
    virtual std::vector<Obstacle> still_locked(const std::string& marketplace, const std::vector<Obstacle>& asked) = 0;
    /// Where the scope's orders have parts, as far as is known without locks.
    virtual std::set<StockKey> records_of(const std::string& marketplace, const LoadScope& scope) = 0;

    // What decides. load locks the stock records it returns, in the global order, and then numbers the calls.
    virtual Loaded load(const std::string& marketplace, const std::vector<CallKey>& calls, const LoadScope& scope) = 0;
    virtual void load_orders(const std::string& marketplace, const std::set<std::string>& orders, State& into) = 0;
    /// `known`: orders whose parts are there already.
    virtual void load_queues(const std::string& marketplace, const QueueDepth& reach, const std::set<std::string>& known, State& into) = 0;
    /// What is recorded of each key.
    virtual std::vector<std::optional<RecordedCall>> recorded(const std::string& marketplace, const std::vector<CallKey>& calls) = 0;
    virtual std::vector<ShippedFulfillment> fulfillments(const std::string& marketplace, const std::set<std::string>& orders) = 0;
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
    /// Has the commit wait until what was found recorded is as safe as what this transaction writes: a server that was killed, or
    /// lost its standby, may have kept a call that it never confirmed.
    virtual void confirm() = 0;
    virtual void set_backorders_enabled(const std::string& marketplace, bool enabled) = 0;
    virtual void put_products(const std::string& marketplace, const std::vector<std::pair<std::string, std::string>>& product_seller) = 0;
    virtual void put_variants(const std::string& marketplace, const std::vector<std::pair<std::string, std::string>>& variant_product) = 0;
    /// `known`: those that are there already.
    virtual void put_warehouses(const std::string& marketplace, const std::map<std::string, Warehouse>& warehouses,
                                const std::map<std::string, Warehouse>& known) = 0;
    /// The stock records of what is changed are locked, here and below.
    virtual void set_product_policy(const std::string& marketplace, Policy policy, const std::vector<std::string>& products) = 0;
    virtual void set_variant_policy(const std::string& marketplace, Policy policy, const std::vector<std::string>& variants) = 0;
    /// What limits these records, as the state has it.
    virtual void set_thresholds(const std::string& marketplace, const ThresholdChanges& changes, const State& state) = 0;
    /// Empty records where there are none, in the global order; their products are locked first. Commit before locking others.
    virtual void create_stock(const std::string& marketplace, const std::set<StockKey>& keys) = 0;

    // What is asked.
    virtual State stock(const std::string& marketplace, const std::vector<std::string>& variants,
                        const std::vector<std::string>& products) = 0;
    /// With a seller: of that seller's products.
    virtual Units64 backordered(const std::string& marketplace, const std::string& seller) = 0;
    virtual std::map<std::string, Units64> backordered_at(const std::string& marketplace, const std::vector<std::string>& warehouses) = 0;
    virtual Listing<Waiting> queue(const std::string& marketplace, const QueueFilter& filter) = 0;
    /// With a seller: those that serve it.
    virtual Listing<ListedWarehouse> warehouses(const std::string& marketplace, const ListFilter& filter) = 0;
    virtual Listing<ListedProduct> products(const std::string& marketplace, const ListFilter& filter) = 0;
    virtual Listing<ListedVariant> variants(const std::string& marketplace, const ListFilter& filter) = 0;
    /// The oldest after `age`, which are open; with a seller: their lines of that seller.
    virtual std::vector<OpenOrder> open_orders(const std::string& marketplace, const std::string& seller, std::int64_t age,
                                               std::int64_t limit) = 0;
    virtual std::vector<LedgerRow> ledger(const std::string& marketplace, const LedgerFilter& filter) = 0;
    /// From that place on. Calls whose events would pass `bytes` come without them, but for the first.
    virtual EventsPage events(const std::string& marketplace, const EventCursor& from, std::int64_t calls, std::int64_t bytes) = 0;
    /// Nothing if nobody holds back calls from that epoch on any more.
    virtual std::optional<Holder> holder(const std::string& epoch) = 0;
    virtual std::string cursor(const std::string& marketplace, const std::string& scope, const std::string& consumer) = 0;
    /// Moves it forward only. False if nobody can have read that far.
    virtual bool set_cursor(const std::string& marketplace, const std::string& scope, const std::string& consumer, const EventCursor& cursor) = 0;
    virtual VerifyExtent verify_extent(const std::string& marketplace) = 0;
    /// Stock records of the variants after that one.
    virtual VerifiedPage verify_records(const std::string& marketplace, const VerifyScope& scope, const std::string& after, std::int64_t limit) = 0;
    /// Records that only the ledger knows, of those after that number; whosever they are.
    virtual VerifiedPage verify_ledger(const std::string& marketplace, const VerifyScope& scope, const std::string& after, std::int64_t limit) = 0;
    virtual VerifiedPage verify_orders(const std::string& marketplace, const VerifyScope& scope, const std::string& after, std::int64_t limit) = 0;
    /// The orders that the ledger has of these stock records.
    virtual VerifiedPage verify_orders_of(const std::string& marketplace, const VerifyScope& scope, const std::vector<std::int64_t>& records) = 0;
};

/// change: a write on one of the connections that are kept for the lanes. read_one: a read that asks the store once.
enum class Mode : std::uint8_t { change, write, read, read_one };
constexpr bool only_reads(Mode mode) { return mode == Mode::read || mode == Mode::read_one; }

enum class Verdict : std::uint8_t { commit, rollback };
enum class PollKind : std::uint8_t { events, logs };

struct SchemaVersions {
    int before = 0;
    int now = 0;
    int latest = 0;
};

struct LogLine {
    std::string at;
    std::string level;
    std::string message;
};

class Store {
public:
    virtual ~Store() = default;

    /// Runs the body in a transaction, again from its start when the database asks for that, and settles doubt about the
    /// commit by running it once more. What fails for good is the answer; the body's own result is the caller's business.
    virtual Outcome<void> transact(Mode mode, const Budget& budget, const std::function<Verdict(Work&)>& body) = 0;

    virtual Outcome<SchemaVersions> migrate(const Budget& budget) = 0;

    /// Wakes who waits for a connection (they are answered cancelled). Calls in flight end by themselves, or are cut off at `latest`.
    virtual void close(Clock::time_point latest) = 0;

    virtual Outcome<int> poll_fd(PollKind kind) = 0;

    /// The consumer was handed a page of events that ends at the cursor; `more`: it is not the last.
    virtual void events_pulled(const ConsumerKey& consumer, const EventCursor& cursor, bool more) noexcept = 0;

    virtual std::vector<LogLine> take_logs() = 0;
};

}  // namespace backorder
