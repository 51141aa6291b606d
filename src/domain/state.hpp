#pragma once
// What a decision looks at: the records a call touches, as they stand under its locks.

#include "domain/units.hpp"

#include <compare>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace backorder {

struct StockKey {
    std::string variant;
    std::string warehouse;
    auto operator<=>(const StockKey&) const = default;
};

struct PartKey {
    std::string order;
    std::string line;
    std::string warehouse;
    auto operator<=>(const PartKey&) const = default;
};

enum class Policy : std::uint8_t { inherit, allow, deny };

struct Threshold {
    enum class Mode : std::uint8_t { inherit, limit, unlimited };
    Mode mode = Mode::inherit;
    Units64 units = 0;  ///< with Mode::limit, else 0
    bool operator==(const Threshold&) const = default;
};

struct Variant {
    std::string product;
    std::string seller;
    Policy own = Policy::inherit;
    Policy of_product = Policy::inherit;

    bool backorders_allowed() const {
        return own == Policy::allow || (own == Policy::inherit && of_product == Policy::allow);
    }
};

/// Without an owner it is the operator's.
struct Warehouse {
    std::string owner;
    std::int64_t priority = 0;
    bool active = true;

    bool serves(std::string_view seller) const { return owner.empty() || owner == seller; }
};

struct Counters {
    Units64 on_hand = 0;
    Units64 allocated = 0;
    Units64 backordered = 0;

    Units64 available() const { return on_hand - allocated; }
    bool hold() const {
        return 0 <= allocated && allocated <= on_hand && 0 <= backordered && (backordered == 0 || available() == 0);
    }
    bool operator==(const Counters&) const = default;
};

struct StockRecord {
    Counters counters;
    Threshold own;
    Threshold of_product;
    std::int64_t number = 0;  ///< the store's name for it

    const Threshold& threshold() const { return own.mode == Threshold::Mode::inherit ? of_product : own; }
};

/// The place in time of a promise made by a call that has no number yet: after all others.
inline constexpr std::int64_t age_of_this_call = std::numeric_limits<std::int64_t>::max();

/// How much of an order line one warehouse has promised, holds and has shipped.
struct Part {
    std::string variant;
    std::string seller;
    std::int64_t priority = 0;
    std::int64_t age = age_of_this_call;  ///< smaller is older
    std::int64_t line_number = 0;         ///< its line's place in the order
    Units64 allocated = 0;
    Units64 waiting = 0;
    Units64 shipped = 0;
    Units64 cancelled = 0;
    bool stored = false;  ///< the store has it already

    Units64 open() const { return allocated + waiting; }
    Units64 quantity() const { return allocated + waiting + shipped + cancelled; }
    bool holds() const { return allocated >= 0 && waiting >= 0 && shipped >= 0 && cancelled >= 0; }
};

struct State {
    bool backorders_enabled = false;
    std::map<std::string, Variant, std::less<>> variants;
    std::map<std::string, Warehouse, std::less<>> warehouses;
    std::map<StockKey, StockRecord> stock;
    std::map<PartKey, Part> parts;  ///< only ever added to

    /// Nothing happens if it is there.
    void add_part(PartKey key, Part part);

    /// Which parts stand at a stock record.
    const std::vector<PartKey>& parts_at(const StockKey& key);

private:
    void index_all();

    std::map<StockKey, std::vector<PartKey>> parts_by_stock_;  ///< from when it was first asked for
    std::size_t indexed_parts_ = 0;
};

using PartEntry = std::pair<const PartKey, Part>;

/// The parts of an order (of one line, if named) in key order.
std::vector<const PartEntry*> parts_of(const State& state, std::string_view order, std::string_view line = {});

}  // namespace backorder
