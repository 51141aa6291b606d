#pragma once
// The file as what happened in the shop: invoices in the order of their times.

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
    std::string invoiced_at;
    std::string customer; ///< may be empty: not known
    std::vector<Item> items;

    std::string day() const { return invoiced_at.substr(0, 10); }
};

/// Columns are found by their names in the first row. Throws FileError at the first malformed row.
std::vector<Invoice> read_invoices(const std::string& file);

/// Every stock code once, in order.
std::vector<std::string> stock_codes(const std::vector<Invoice>& invoices);

} // namespace replay
