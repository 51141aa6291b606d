#pragma once
// The file as what happened in the shop: invoices in the order of their times.

#include "moment.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace replay {

/// `quantity` above 0 was bought, below 0 was cancelled or returned; 0 means nothing.
struct Item {
    std::string stock_code;
    std::int64_t quantity = 0;
};

struct Invoice {
    std::string number;
    Moment invoiced_at;    ///< its earliest row's
    std::string customer;  ///< may be empty: not known
    std::vector<Item> items;
};

/// Columns are found by their names in the first row. Throws FileError at the first row that is malformed or that the
/// library would not take: what is read can be replayed to its end. Quantities, all taken as positive, add up to less
/// than 2^63.
std::vector<Invoice> read_invoices(const std::string& file);

/// What was bought, cancelled and returned, in units.
std::int64_t units_moved(const std::vector<Invoice>& invoices);

/// Every stock code once, in order.
std::vector<std::string> stock_codes(const std::vector<Invoice>& invoices);

}  // namespace replay
