#pragma once
// What requests are built from: words, of which each says by its type what the checks demand of it, and the items of
// lists. Members are the JSON members.

#include <boost/describe/class.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>

namespace backorder {

inline constexpr std::size_t max_id_bytes = 128;
inline constexpr std::size_t max_items = 10'000;
inline constexpr std::size_t max_batch_lines = 100'000;

/// The host's own name of a thing: 1 to 128 bytes of UTF-8 without NUL.
struct Id {
    std::string value;
    operator const std::string&() const { return value; }
};

/// An id that may be left out; then it is empty.
struct OptionalId {
    std::string value;
    operator const std::string&() const { return value; }
    explicit operator bool() const { return !value.empty(); }
};

template <class T>
inline constexpr bool is_id = std::is_same_v<T, Id> || std::is_same_v<T, OptionalId>;

/// Whole units, at least 1.
struct Quantity {
    std::int64_t value = 0;
    operator std::int64_t() const { return value; }
};

/// Whole units, at least 0, that must be said.
struct Units {
    std::int64_t value = -1;
    bool said = false;
    operator std::int64_t() const { return value; }
};

/// Names either a product or a variant. `policy`: allow, deny or inherit.
struct PolicyItem {
    OptionalId product;
    OptionalId variant;
    std::string policy;
};
BOOST_DESCRIBE_STRUCT(PolicyItem, (), (product, variant, policy))

/// Names either a product or a variant. `mode`: limit (then `threshold` is said), unlimited, or inherit (no own value).
struct ThresholdItem {
    OptionalId product;
    OptionalId variant;
    Id warehouse;
    std::string mode = "limit";
    std::optional<std::int64_t> threshold;
};
BOOST_DESCRIBE_STRUCT(ThresholdItem, (), (product, variant, warehouse, mode, threshold))

/// Without `owner` the warehouse is the operator's. `priority` and `active` left out keep what is (new: 0, active).
struct WarehouseItem {
    Id warehouse;
    OptionalId owner;
    std::optional<std::int64_t> priority;
    std::optional<bool> active;
};
BOOST_DESCRIBE_STRUCT(WarehouseItem, (), (warehouse, owner, priority, active))

struct ProductItem {
    Id product;
    Id seller;
};
BOOST_DESCRIBE_STRUCT(ProductItem, (), (product, seller))

struct VariantItem {
    Id variant;
    Id product;
};
BOOST_DESCRIBE_STRUCT(VariantItem, (), (variant, product))

/// `quantity` 0: no split is asked.
struct AvailabilityItem {
    Id variant;
    std::int64_t quantity = 0;
};
BOOST_DESCRIBE_STRUCT(AvailabilityItem, (), (variant, quantity))

struct ReceiveItem {
    Id variant;
    Id warehouse;
    Quantity quantity;
};
BOOST_DESCRIBE_STRUCT(ReceiveItem, (), (variant, warehouse, quantity))

struct CountItem {
    Id variant;
    Id warehouse;
    Units on_hand;
};
BOOST_DESCRIBE_STRUCT(CountItem, (), (variant, warehouse, on_hand))

struct TransferItem {
    Id variant;
    Id from;
    Id to;
    Quantity quantity;
};
BOOST_DESCRIBE_STRUCT(TransferItem, (), (variant, from, to, quantity))

/// With `warehouse` the line is served there and nowhere else.
struct PlaceLine {
    Id line;
    Id variant;
    Quantity quantity;
    OptionalId warehouse;
    bool decline_backorder = false;
};
BOOST_DESCRIBE_STRUCT(PlaceLine, (), (line, variant, quantity, warehouse, decline_backorder))

struct CancelLine {
    Id line;
    Quantity quantity;
};
BOOST_DESCRIBE_STRUCT(CancelLine, (), (line, quantity))

struct FulfillEntry {
    Id line;
    Id warehouse;
    Quantity quantity;
};
BOOST_DESCRIBE_STRUCT(FulfillEntry, (), (line, warehouse, quantity))

}  // namespace backorder
