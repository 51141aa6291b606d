#pragma once
// A shop's side of the library: one marketplace of its own, one seller, two warehouses.

#include "purchases.hpp"

#include <backorder/backorder.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace replay {

struct Basket {
    struct Line {
        std::string line;
        std::string variant;
        std::int64_t quantity = 0;
    };
    std::string order;
    std::vector<Line> lines;
};

struct Sold {
    std::int64_t from_stock = 0;
    std::int64_t backordered = 0;
};

/// Units of a variant at a warehouse: waiting there, or to be received there.
struct Pile {
    std::string variant;
    std::string warehouse;
    std::int64_t units = 0;
};

struct Verified {
    std::int64_t stock_records = 0;
    std::int64_t parts = 0;
    std::int64_t ledger_rows = 0;
    std::int64_t differences = 0;
};

/// Whatever is not done throws a std::exception with the library's words.
class Shop {
public:
    /// Installs the tables if need be; the marketplace's name is new.
    Shop(const std::string& library, const std::string& database);

    const std::string& marketplace() const { return marketplace_; }

    /// A product and a variant per code; backorders allowed, with the threshold at each warehouse.
    void open_for(const std::vector<std::string>& codes, std::int64_t opening_stock, std::int64_t threshold);

    /// Nothing if there is not enough: then nothing of it was sold.
    std::optional<Sold> place(const Basket& basket);

    /// How many units of other orders were covered by what became free.
    std::int64_t cancel(const std::string& order, const std::vector<Purchase>& units);

    std::vector<Pile> on_backorder(const std::vector<std::string>& codes);

    /// How many waiting units were covered.
    std::int64_t receive(const std::vector<Pile>& goods);

    Verified verify();

private:
    void register_catalogue(const std::vector<std::string>& codes);
    void allow_backorders(const std::vector<std::string>& codes);
    void set_thresholds(const std::vector<std::string>& codes, std::int64_t units);

    backorder::call host() const;
    backorder::call seller() const;
    /// The call with a fresh idempotency key.
    backorder::call once(backorder::call as);

    std::string marketplace_;
    backorder::handle library_;
    std::uint64_t keys_used_ = 0;
};

}  // namespace replay
