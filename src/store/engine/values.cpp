#include "store/engine/values.hpp"

#include <pqxx/pqxx>

#include <charconv>
#include <stdexcept>

namespace backorder {

Parameters& Parameters::text(std::string_view value) { return add(std::string(value)); }

Parameters& Parameters::integer(std::int64_t value) { return add(std::to_string(value)); }

Parameters& Parameters::flag(bool value) { return add(value ? "t" : "f"); }

std::size_t Parameters::bytes() const {
    std::size_t sum = 0;
    for (const auto& value : values_) sum += value ? value->size() : 0;
    return sum;
}

void Parameters::append(std::string& literal, std::string_view value) {
    literal += '"';
    for (auto from = value.find_first_of("\"\\"); from != std::string_view::npos; from = value.find_first_of("\"\\")) {
        literal.append(value.substr(0, from));
        literal += {'\\', value[from]};
        value.remove_prefix(from + 1);
    }
    literal.append(value);
    literal += '"';
}

void Parameters::append(std::string& literal, std::int64_t value) { literal += std::to_string(value); }

void Parameters::append(std::string& literal, bool value) { literal += value ? 't' : 'f'; }

void Parameters::append_null(std::string& literal) { literal += "NULL"; }

Parameters& Parameters::add(std::string literal) {
    values_.emplace_back(std::move(literal));
    return *this;
}

Rows::Rows(const pqxx::result& result)
    : result_(result), size_(static_cast<std::size_t>(result_.size())),
      columns_(static_cast<std::size_t>(result_.columns())) {
    cells_.reserve(size_ * columns_);
    // Iterators move without copying the result's reference count; row[column] copies it for each cell.
    for (auto row = result_.begin(); row != result_.end(); ++row) {
        auto cell = row.begin();
        for (std::size_t column = 0; column < columns_; ++column, ++cell)
            cells_.push_back(cell.is_null() ? std::string_view{} : std::string_view{cell.c_str(), cell.size()});
    }
}

std::int64_t Rows::integer(std::size_t row, std::size_t column) const {
    const std::string_view digits = cell(row, column);
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (digits.empty() || error != std::errc{} || end != digits.data() + digits.size())
        throw std::logic_error("a column that should be an integer is none");
    return value;
}

}  // namespace backorder
