#pragma once
// What a statement answered.

#include <pqxx/result>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace backorder {

/// Rows and columns count from 0. Texts are borrowed and live as long as the Rows.
class Rows {
public:
    explicit Rows(const pqxx::result& result);

    std::size_t size() const { return size_; }
    bool empty() const { return size_ == 0; }

    bool null(std::size_t row, std::size_t column) const { return cell(row, column).data() == nullptr; }

    /// Empty if null.
    std::string_view text(std::size_t row, std::size_t column) const { return cell(row, column); }

    /// Throws std::logic_error if the cell is null or no integer.
    std::int64_t integer(std::size_t row, std::size_t column) const;

    bool flag(std::size_t row, std::size_t column) const { return cell(row, column) == "t"; }

private:
    std::string_view cell(std::size_t row, std::size_t column) const { return cells_[row * columns_ + column]; }

    pqxx::result result_;
    std::size_t size_;
    std::size_t columns_;
    std::vector<std::string_view> cells_;
};

}  // namespace backorder
