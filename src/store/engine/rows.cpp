#include "store/engine/rows.hpp"

#include <pqxx/pqxx>

#include <charconv>
#include <stdexcept>

namespace backorder {

Rows::Rows(const pqxx::result& result)
    : result_(result), size_(static_cast<std::size_t>(result_.size())),
      columns_(static_cast<std::size_t>(result_.columns())) {
    cells_.reserve(size_ * columns_);
    // Iterators move without copying the result's reference count; row[column] copies it for each cell.
    for (auto row = result_.begin(); row != result_.end(); ++row) {
        auto cell = row.begin();
        for (std::size_t column = 0; column < columns_; ++column, ++cell) {
            cells_.push_back(cell.is_null() ? std::string_view{} : std::string_view{cell.c_str(), cell.size()});
        }
    }
}

std::int64_t Rows::integer(std::size_t row, std::size_t column) const {
    const std::string_view digits = cell(row, column);
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (digits.empty() || error != std::errc{} || end != digits.data() + digits.size()) {
        throw std::logic_error("a column that should be an integer is none");
    }
    return value;
}

}  // namespace backorder
