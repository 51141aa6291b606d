#pragma once
// What goes to a statement and what comes back.

#include <pqxx/result>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <ranges>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace backorder {

/// $1, $2, ... in the order they are added. Texts hold no NUL bytes.
class Parameters {
public:
    Parameters& text(std::string_view value);
    Parameters& integer(std::int64_t value);
    Parameters& flag(bool value);

    /// An array of texts: of anything that converts to std::string_view.
    template <std::ranges::input_range Values>
    Parameters& texts(const Values& values) {
        return array<std::string_view>(values);
    }

    /// An array of integers; std::nullopt is NULL.
    template <std::ranges::input_range Values = std::vector<std::int64_t>>
    Parameters& integers(const Values& values) {
        return array<std::int64_t>(values);
    }

    template <std::ranges::input_range Values = std::vector<bool>>
    Parameters& flags(const Values& values) {
        return array<bool>(values);
    }

    const std::vector<std::optional<std::string>>& values() const { return values_; }

    std::size_t bytes() const;

private:
    template <class Element, class Values>
    Parameters& array(const Values& values) {
        std::string literal = "{";
        for (const auto& value : values) {
            if (literal.size() > 1) literal += ',';
            append_value<Element>(literal, value);
        }
        literal += '}';
        return add(std::move(literal));
    }

    template <class Element, class Value>
    static void append_value(std::string& literal, const Value& value) {
        if constexpr (requires { value.has_value(); })
            value ? append(literal, static_cast<Element>(*value)) : append_null(literal);
        else
            append(literal, static_cast<Element>(value));
    }

    static void append(std::string& literal, std::string_view value);
    static void append(std::string& literal, std::int64_t value);
    static void append(std::string& literal, bool value);
    static void append_null(std::string& literal);

    Parameters& add(std::string literal);

    std::vector<std::optional<std::string>> values_;
};

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
