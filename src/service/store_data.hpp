#pragma once
// What passes between the service and its store: what is asked for, and what is found.

#include "domain/decision.hpp"
#include "service/request/cursors.hpp"

#include <compare>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace backorder {

/// Whose key: keys of a seller, of the marketplace and the ids of orders do not meet.
struct CallKey {
    std::string scope;
    std::string key;
};

/// What a call left when it was done. `seller`: who did it, empty for host and operators. body, answer, events: JSON;
/// the answer is empty where it follows from the others.
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

/// How far queues and promises are to be known: units that may be freed for who waits there, and units that may be
/// taken from who holds goods there.
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

/// What is set anew, beside thresholds: empty is what stays as it is.
struct ConfigurationChanges {
    std::optional<bool> backorders_enabled;
    std::vector<std::pair<std::string, std::string>> product_sellers;
    std::vector<std::pair<std::string, std::string>> variant_products;
    std::map<std::string, Warehouse> warehouses;
    std::map<std::string, Warehouse> known_warehouses;  ///< those that are there already
    std::map<std::string, Policy> product_policies;
    std::map<std::string, Policy> variant_policies;
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

/// A call's key and its events, as the JSON array they were written as; empty: not read. (epoch, sequence) is their
/// place among all calls'.
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
    std::string id;            ///< of the variant, product, warehouse or marketplace
    std::string warehouse;     ///< of a stock record
    std::string holder{};      ///< tells the transaction that has it from the next one
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

/// Whose transaction holds events back: a process, or a prepared transaction's name. Empty is what the server does not
/// tell.
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

/// Some of it: `steps` variants, records of the ledger or orders, of which the last is `last`. No steps: there are no
/// more.
struct VerifiedPage {
    std::int64_t steps = 0;
    std::string last;
    std::int64_t stock_records = 0, parts = 0, ledger_rows = 0;
    std::vector<Difference> differences;
    std::vector<std::int64_t>
        records;  ///< numbers of the stock records that were looked at, if the scope names variant or warehouse
};

struct VerifyExtent {
    std::int64_t variants = 0, orders = 0;
};

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

}  // namespace backorder
