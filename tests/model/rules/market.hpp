#pragma once
// A marketplace as the second implementation keeps it. It stores as little as it can: of a stock record only what lies
// there; what is allocated and backordered is added up over the orders whenever somebody asks. Nothing here is fast.

#include <cstdint>
#include <limits>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace backorder::test::model {

using Units = std::int64_t;
inline constexpr Units endless = std::numeric_limits<Units>::max();

struct Threshold {
    std::string mode = "inherit";
    Units units = 0;
};

struct Product {
    std::string seller;
    std::string policy = "inherit";
};

struct Variant {
    std::string product;
    std::string policy = "inherit";
};

struct Warehouse {
    std::string owner;  ///< a seller; empty: the operator
    std::int64_t priority = 0;
    bool active = true;
};

struct Record {
    Units on_hand = 0;
    Threshold own;
};

struct Part {
    Units allocated = 0;
    Units waiting = 0;
    Units shipped = 0;
    Units cancelled = 0;

    Units open() const { return allocated + waiting; }
    Units quantity() const { return allocated + waiting + shipped + cancelled; }
};

struct Line {
    std::string id;
    std::string variant;
    std::map<std::string, Part> parts{};  ///< by warehouse

    Part sum() const;
};

struct Fulfillment {
    std::string warehouse;
    std::vector<std::pair<std::string, Units>> lines;
    std::string state = "created";
};

struct Order {
    std::int64_t priority = 0;
    std::int64_t age = 0;  ///< smaller is older
    std::vector<Line> lines{};
    std::vector<Fulfillment> fulfillments{};

    Line* line(const std::string& id);
};

/// A variant at a warehouse.
using Spot = std::pair<std::string, std::string>;

struct Market {
    bool enabled = false;
    std::int64_t clock = 0;
    std::map<std::string, Product> products;
    std::map<std::string, Variant> variants;
    std::map<std::string, Warehouse> warehouses;
    std::map<std::pair<std::string, std::string>, Threshold> product_thresholds;  ///< by product and warehouse
    std::map<Spot, Record> records;
    std::map<std::string, Order> orders;

    const std::string& seller_of(const std::string& variant) const {
        return products.at(variants.at(variant).product).seller;
    }

    /// Does the warehouse keep this seller's goods?
    bool serves(const std::string& warehouse, const std::string& seller) const;

    Units allocated(const Spot& spot) const { return promised(spot).allocated; }
    Units backordered(const Spot& spot) const { return promised(spot).waiting; }
    Units available(const Spot& spot) const;

    /// Everything orders have at a spot, added up.
    Part promised(const Spot& spot) const;
};

inline Units add(Units left, Units right) { return left > endless - right ? endless : left + right; }

}  // namespace backorder::test::model
