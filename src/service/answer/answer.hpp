#pragma once
// An answer: tables of columns. The typed door lends the columns, the JSON door prints them.

#include "domain/refusal.hpp"
#include "service/answer/tables.hpp"
#include "support/json_writer.hpp"

#include <boost/json/object.hpp>

#include <cstdint>
#include <initializer_list>
#include <list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace backorder {

using Cell = std::variant<std::int64_t, bool, std::string_view>;

/// One column: `integers` for integer and flag columns; for text row i is bytes[offsets[i], offsets[i + 1]), and
/// without rows there are no offsets.
struct Column {
    std::vector<std::int64_t> integers;
    std::string bytes;
    std::vector<std::uint64_t> offsets;
};

class Table {
public:
    explicit Table(const TableSpec& spec) : spec_(&spec), columns_(spec.columns.size()) {}

    /// One cell per column, in the spec's order.
    void add(std::initializer_list<Cell> cells);
    void add(std::span<const Cell> cells);

    const TableSpec& spec() const { return *spec_; }
    std::size_t rows() const { return rows_; }
    const Column& column(std::size_t index) const { return columns_[index]; }

    std::int64_t integer(std::size_t row, std::size_t column) const { return columns_[column].integers[row]; }
    std::string_view text(std::size_t row, std::size_t column) const;

private:
    const TableSpec* spec_;
    std::size_t rows_ = 0;
    std::vector<Column> columns_;
};

class Answer {
public:
    /// The table of that spec, made empty if it is not there yet.
    Table& table(const TableSpec& spec);
    const Table* find(std::uint32_t number) const;
    const std::list<Table>& tables() const { return tables_; }

    /// This call was done before; what was answered then stands here.
    bool replayed = false;

private:
    std::list<Table> tables_;  ///< a reference to one outlives the making of another
};

/// The tables as they are shown and recorded, as members of the object that is being written; `replayed` is not among
/// them.
void write_tables(const Answer& answer, JsonWriter& to);

/// An object of them: an answer's record.
std::string answer_text(const Answer& answer);

/// Why a batch's answer is not BO_OK, read from the `status` and `message` columns of its outcome rows: nothing if no
/// item was refused; the first item's refusal if all were; else Status::some_refused. Implemented in outcomes.cpp.
std::optional<Refusal> refused_items(const Answer& answer);

/// An answer from its record, of whatever version: what that one lacked is 0, false or empty, what only that one has is
/// left out.
Answer answer_from_json(const boost::json::object& recorded);

}  // namespace backorder
