#pragma once
// What may be asked: one struct per operation. Both doors fill these; members are the JSON members.

#include "service/request/types.hpp"

#include <boost/describe/class.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace backorder {

struct SettingsGet {};
BOOST_DESCRIBE_STRUCT(SettingsGet, (), ())

struct SettingsSet {
    std::optional<bool> backorders_enabled;
    bool dry_run = false;
};
BOOST_DESCRIBE_STRUCT(SettingsSet, (), (backorders_enabled, dry_run))

struct PolicySet {
    std::vector<PolicyItem> items;
    bool dry_run = false;
};
BOOST_DESCRIBE_STRUCT(PolicySet, (), (items, dry_run))

struct ThresholdSet {
    std::vector<ThresholdItem> items;
    bool dry_run = false;
};
BOOST_DESCRIBE_STRUCT(ThresholdSet, (), (items, dry_run))

struct WarehouseUpsert {
    std::vector<WarehouseItem> items;
    bool dry_run = false;
};
BOOST_DESCRIBE_STRUCT(WarehouseUpsert, (), (items, dry_run))

struct CatalogUpsert {
    std::vector<ProductItem> products;
    std::vector<VariantItem> variants;
};
BOOST_DESCRIBE_STRUCT(CatalogUpsert, (), (products, variants))

/// Every stock record of the named variants and of the named products' variants; at one warehouse if named.
struct StockQuery {
    std::vector<Id> variants;
    std::vector<Id> products;
    OptionalId warehouse;
};
BOOST_DESCRIBE_STRUCT(StockQuery, (), (variants, products, warehouse))

struct AvailabilityQuery {
    std::vector<AvailabilityItem> items;
};
BOOST_DESCRIBE_STRUCT(AvailabilityQuery, (), (items))

/// Who waits, narrowed by what is named. `after`: the cursor of the page before.
struct QueueQuery {
    OptionalId variant;
    OptionalId warehouse;
    OptionalId seller;
    OptionalId order;
    std::int64_t limit = 100;
    std::int64_t skip = 0;
    std::string after;
};
BOOST_DESCRIBE_STRUCT(QueueQuery, (), (variant, warehouse, seller, order, limit, skip, after))

struct Receive {
    std::vector<ReceiveItem> items;
};
BOOST_DESCRIBE_STRUCT(Receive, (), (items))

struct Count {
    std::vector<CountItem> items;
};
BOOST_DESCRIBE_STRUCT(Count, (), (items))

struct Transfer {
    std::vector<TransferItem> items;
};
BOOST_DESCRIBE_STRUCT(Transfer, (), (items))

/// `warehouses`: the caller's order of sourcing; those not named follow by priority.
struct Place {
    Id order;
    std::int64_t priority = 0;
    std::vector<Id> warehouses;
    std::vector<PlaceLine> lines;
};
BOOST_DESCRIBE_STRUCT(Place, (), (order, priority, warehouses, lines))

/// Each order is placed or refused for itself, under its own id.
struct PlaceBatch {
    std::vector<Place> orders;
};
BOOST_DESCRIBE_STRUCT(PlaceBatch, (), (orders))

/// Without lines all that is still open of the order (a seller: of its lines).
struct Cancel {
    Id order;
    std::vector<CancelLine> lines;
};
BOOST_DESCRIBE_STRUCT(Cancel, (), (order, lines))

struct OrderQuery {
    Id order;
};
BOOST_DESCRIBE_STRUCT(OrderQuery, (), (order))

struct Shippable {
    Id order;
};
BOOST_DESCRIBE_STRUCT(Shippable, (), (order))

struct Fulfill {
    Id order;
    bool strict = false;
    std::vector<FulfillEntry> entries;
};
BOOST_DESCRIBE_STRUCT(Fulfill, (), (order, strict, entries))

/// `units`: to_line (back on the shelf, still the line's), to_stock (back on the shelf, the line's promise ends),
/// or written_off (lost; the line is owed them again).
struct CancelFulfillment {
    Id order;
    Quantity fulfillment;
    std::string units = "to_line";
};
BOOST_DESCRIBE_STRUCT(CancelFulfillment, (), (order, fulfillment, units))

struct Reassign {
    Id order;
    Id line;
    Id from;
    Id to;
    Quantity quantity;
};
BOOST_DESCRIBE_STRUCT(Reassign, (), (order, line, from, to, quantity))

/// `acknowledge`: the cursor of the page before, so that one call does both.
struct EventsPull {
    Id consumer;
    std::int64_t limit = 100;
    std::string acknowledge;
};
BOOST_DESCRIBE_STRUCT(EventsPull, (), (consumer, limit, acknowledge))

struct EventsAcknowledge {
    Id consumer;
    std::string cursor;
};
BOOST_DESCRIBE_STRUCT(EventsAcknowledge, (), (consumer, cursor))

/// At least a variant or an order is named.
struct LedgerQuery {
    OptionalId variant;
    OptionalId warehouse;
    OptionalId order;
    std::int64_t after = 0;
    std::int64_t limit = 100;
};
BOOST_DESCRIBE_STRUCT(LedgerQuery, (), (variant, warehouse, order, after, limit))

/// limit 0: as far as half of the call's time takes it.
struct Verify {
    OptionalId variant;
    OptionalId warehouse;
    std::string after;
    std::int64_t limit = 0;
};
BOOST_DESCRIBE_STRUCT(Verify, (), (variant, warehouse, after, limit))

/// What there is, page by page: `after` is the cursor of the page before.
struct WarehousesQuery {
    std::string after;
    std::int64_t limit = 100;
};
BOOST_DESCRIBE_STRUCT(WarehousesQuery, (), (after, limit))

struct ProductsQuery {
    OptionalId seller;
    std::string after;
    std::int64_t limit = 100;
};
BOOST_DESCRIBE_STRUCT(ProductsQuery, (), (seller, after, limit))

struct VariantsQuery {
    OptionalId seller;
    std::string after;
    std::int64_t limit = 100;
};
BOOST_DESCRIBE_STRUCT(VariantsQuery, (), (seller, after, limit))

/// Of which units are allocated or wait, the oldest first.
struct OpenOrdersQuery {
    OptionalId seller;
    std::string after;
    std::int64_t limit = 100;
};
BOOST_DESCRIBE_STRUCT(OpenOrdersQuery, (), (seller, after, limit))

using Request =
    std::variant<SettingsGet, SettingsSet, PolicySet, ThresholdSet, WarehouseUpsert, CatalogUpsert, StockQuery,
                 AvailabilityQuery, QueueQuery, Receive, Count, Transfer, Place, Cancel, OrderQuery, Shippable, Fulfill,
                 CancelFulfillment, Reassign, EventsPull, EventsAcknowledge, LedgerQuery, Verify, PlaceBatch,
                 WarehousesQuery, ProductsQuery, VariantsQuery, OpenOrdersQuery>;

}  // namespace backorder
