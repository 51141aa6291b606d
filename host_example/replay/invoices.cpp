#include "invoices.hpp"

#include "csv.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <set>
#include <string_view>
#include <unordered_map>

namespace replay {

namespace {

enum Column : std::size_t { invoice, invoiced_at, customer, country, stock_code, quantity, unit_price, column_count };
constexpr std::array<std::string_view, column_count> names{"invoice",    "invoiced_at", "customer",  "country",
                                                           "stock_code", "quantity",    "unit_price"};
constexpr std::size_t longest_id = 128;

/// Where each column stands in the file.
std::array<std::size_t, column_count> find_columns(const CsvReader& reader, const std::vector<std::string>& header) {
    std::array<std::size_t, column_count> found{};
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto at = std::find(header.begin(), header.end(), names[i]);
        if (at == header.end())
            reader.refuse("the first row names no column \"" + std::string(names[i]) + "\"");
        found[i] = static_cast<std::size_t>(at - header.begin());
    }
    return found;
}

std::int64_t whole_number(const CsvReader& reader, const std::string& text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value == INT64_MIN)
        reader.refuse("quantity \"" + text + "\" is not a whole number");
    return value;
}

bool is_time(const std::string& text) {
    constexpr std::string_view shape = "dddd-dd-ddTdd:dd";
    if (text.size() < shape.size())
        return false;
    return std::equal(shape.begin(), shape.end(), text.begin(),
                      [](char wanted, char c) { return wanted == 'd' ? c >= '0' && c <= '9' : c == wanted; });
}

void check_id(const CsvReader& reader, std::string_view name, const std::string& id) {
    if (id.empty() || id.size() > longest_id)
        reader.refuse(std::string(name) + " has " + std::to_string(id.size()) + " bytes; 1 to 128 are allowed");
}

class InvoiceReader {
public:
    explicit InvoiceReader(CsvReader reader) : reader_(std::move(reader)) {
        std::vector<std::string> header;
        if (!reader_.next(header))
            reader_.refuse("the file is empty");
        width_ = header.size();
        columns_ = find_columns(reader_, header);
    }

    std::vector<Invoice> read() {
        std::vector<std::string> fields;
        while (reader_.next(fields))
            add(fields);
        std::stable_sort(invoices_.begin(), invoices_.end(), [](const Invoice& left, const Invoice& right) {
            return left.invoiced_at < right.invoiced_at;
        });
        return std::move(invoices_);
    }

private:
    void add(std::vector<std::string>& fields) {
        if (fields.size() != width_)
            reader_.refuse(std::to_string(fields.size()) + " fields, the first row has " + std::to_string(width_));
        const auto field = [&](Column column) -> std::string& { return fields[columns_[column]]; };
        check_id(reader_, "invoice", field(invoice));
        check_id(reader_, "stock_code", field(stock_code));
        if (!is_time(field(invoiced_at)))
            reader_.refuse("invoiced_at \"" + field(invoiced_at) + "\" does not look like 2010-12-01T08:26Z");
        const std::int64_t units = whole_number(reader_, field(quantity));

        const auto [known, is_new] = index_.try_emplace(field(invoice), invoices_.size());
        if (is_new)
            invoices_.push_back({field(invoice), field(invoiced_at), field(customer), {}});
        invoices_[known->second].items.push_back({field(stock_code), units});
    }

    CsvReader reader_;
    std::size_t width_ = 0;
    std::array<std::size_t, column_count> columns_{};
    std::unordered_map<std::string, std::size_t> index_;
    std::vector<Invoice> invoices_;
};

} // namespace

std::vector<Invoice> read_invoices(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in)
        throw std::runtime_error(file + ": can't be read");
    return InvoiceReader(CsvReader(in, file)).read();
}

std::vector<std::string> stock_codes(const std::vector<Invoice>& invoices) {
    std::set<std::string> codes;
    for (const Invoice& invoice : invoices)
        for (const Item& item : invoice.items)
            codes.insert(item.stock_code);
    return {codes.begin(), codes.end()};
}

} // namespace replay
