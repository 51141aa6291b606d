#include "invoices.hpp"

#include "csv.hpp"
#include "ids.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <fstream>
#include <limits>
#include <optional>
#include <set>
#include <string_view>
#include <unordered_map>

namespace replay {

namespace {

enum Column : std::size_t { invoice, invoiced_at, customer, country, stock_code, quantity, unit_price, column_count };
constexpr std::array<std::string_view, column_count> names{"invoice",    "invoiced_at", "customer",  "country",
                                                           "stock_code", "quantity",    "unit_price"};
constexpr std::int64_t most_units = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t most_lines = 10'000;  // the library's, of an order

std::string quoted(std::string_view text) { return '"' + std::string(text) + '"'; }

/// Where each column stands in the file.
std::array<std::size_t, column_count> find_columns(const CsvReader& reader, const std::vector<std::string>& header) {
    if (header.size() == 1) reader.check_separator(header.front());
    std::array<std::size_t, column_count> found{};
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto count = std::count(header.begin(), header.end(), names[i]);
        if (count != 1)
            reader.refuse("the first row names " + std::string(count == 0 ? "no" : "more than one") + " column " +
                          quoted(names[i]));
        found[i] = static_cast<std::size_t>(std::find(header.begin(), header.end(), names[i]) - header.begin());
    }
    return found;
}

std::int64_t whole_number(const CsvReader& reader, const std::string& text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error == std::errc::invalid_argument || end != text.data() + text.size())
        reader.refuse("quantity " + quoted(text) + " is not a whole number");
    if (error != std::errc() || value < -most_units)
        reader.refuse("quantity " + quoted(text) + " is beyond " + std::to_string(most_units));
    return value;
}

void check_id(const CsvReader& reader, std::string_view name, const std::string& id) {
    if (const std::string problem = problem_of_id(id); !problem.empty())
        reader.refuse(std::string(name) + ' ' + problem);
}

class InvoiceReader {
public:
    explicit InvoiceReader(CsvReader reader) : reader_(std::move(reader)) {
        std::vector<std::string> header;
        if (!reader_.next(header)) reader_.refuse("the file is empty");
        width_ = header.size();
        columns_ = find_columns(reader_, header);
    }

    std::vector<Invoice> read() {
        std::vector<std::string> fields;
        while (reader_.next(fields)) add(fields);
        std::stable_sort(invoices_.begin(), invoices_.end(), [](const Invoice& left, const Invoice& right) {
            return left.invoiced_at.at < right.invoiced_at.at;
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
        if (!is_utf8(field(customer))) check_id(reader_, "customer", field(customer));
        const Moment at = moment(field(invoiced_at));
        const std::int64_t units = whole_number(reader_, field(quantity));
        count(units);

        Invoice& into = invoice_of(field(invoice), at, field(customer));
        into.items.push_back({field(stock_code), units});
        if (units > 0) count_line(into);
    }

    Moment moment(const std::string& text) {
        const auto read = read_moment(text);
        if (!read)
            reader_.refuse("invoiced_at " + quoted(text) +
                           " is no time like 2010-12-01T08:26Z or 2010-12-01T09:26:30+01:00");
        if (!has_zone_) has_zone_ = read->has_zone;
        if (*has_zone_ != read->has_zone)
            reader_.refuse("invoiced_at " + quoted(text) + (read->has_zone ? " names a zone" : " names no zone") +
                           ", as rows before it do" + (read->has_zone ? " not" : ""));
        return *read;
    }

    void count(std::int64_t units) {
        const std::int64_t moved = std::abs(units);
        if (moved > most_units - moved_)
            reader_.refuse("quantities up to here add up to more than " + std::to_string(most_units));
        moved_ += moved;
    }

    Invoice& invoice_of(const std::string& number, const Moment& at, const std::string& of) {
        const auto [known, is_new] = index_.try_emplace(number, invoices_.size());
        if (is_new) invoices_.push_back({number, at, of, {}});
        Invoice& found = invoices_[known->second];
        if (found.customer != of)
            reader_.refuse("invoice " + quoted(number) + " is of customer " + quoted(of) + " here and of " +
                           quoted(found.customer) + " before");
        if (found.invoiced_at.day() != at.day())
            reader_.refuse("invoice " + quoted(number) + " is of " + at.day() + " here and of " +
                           found.invoiced_at.day() + " before");
        found.invoiced_at.at = std::min(found.invoiced_at.at, at.at);
        return found;
    }

    /// An order is placed in one call or not at all, so a longer invoice can't be split.
    void count_line(const Invoice& invoice) {
        if (++lines_[invoice.number] > most_lines)
            reader_.refuse("invoice " + quoted(invoice.number) + " buys in more than " + std::to_string(most_lines) +
                           " rows; an order has no more lines");
    }

    CsvReader reader_;
    std::size_t width_ = 0;
    std::array<std::size_t, column_count> columns_{};
    std::optional<bool> has_zone_;
    std::int64_t moved_ = 0;
    std::unordered_map<std::string, std::size_t> index_;
    std::unordered_map<std::string, std::int64_t> lines_;
    std::vector<Invoice> invoices_;
};

}  // namespace

std::vector<Invoice> read_invoices(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw std::runtime_error(file + ": can't be read");
    return InvoiceReader(CsvReader(in, file)).read();
}

std::int64_t units_moved(const std::vector<Invoice>& invoices) {
    std::int64_t units = 0;
    for (const Invoice& invoice : invoices)
        for (const Item& item : invoice.items) units += std::abs(item.quantity);
    return units;
}

std::vector<std::string> stock_codes(const std::vector<Invoice>& invoices) {
    std::set<std::string> codes;
    for (const Invoice& invoice : invoices)
        for (const Item& item : invoice.items) codes.insert(item.stock_code);
    return {codes.begin(), codes.end()};
}

}  // namespace replay
