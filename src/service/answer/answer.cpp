#include "service/answer/answer.hpp"

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include <algorithm>
#include <stdexcept>
#include <string>

namespace backorder {
namespace {

namespace json = boost::json;

CellType type_of(const Cell& cell) {
    return std::holds_alternative<bool>(cell)           ? CellType::flag
           : std::holds_alternative<std::int64_t>(cell) ? CellType::integer
                                                        : CellType::text;
}

void require_fit(const TableSpec& spec, std::span<const Cell> cells) {
    const auto fits = [](const Cell& cell, const ColumnSpec& column) {
        return type_of(cell) == (column.type == CellType::json ? CellType::text : column.type);
    };
    if (!std::equal(cells.begin(), cells.end(), spec.columns.begin(), spec.columns.end(), fits))
        throw std::logic_error("a row that does not fit the table " + std::string(spec.name));
}

void append(Column& column, const Cell& cell) {
    if (const auto* text = std::get_if<std::string_view>(&cell)) {
        if (column.offsets.empty()) {
            column.offsets.reserve(2);
            column.offsets.push_back(0);
        }
        column.bytes.append(*text);
        column.offsets.push_back(column.bytes.size());
    } else if (const auto* flag = std::get_if<bool>(&cell)) {
        column.integers.push_back(*flag ? 1 : 0);
    } else {
        column.integers.push_back(std::get<std::int64_t>(cell));
    }
}

std::string extracted(const json::value& value) { return value.is_null() ? std::string() : json::serialize(value); }

void write_row(JsonWriter& to, const Table& table, std::size_t row) {
    to.begin_object();
    for (std::size_t i = 0; i < table.spec().columns.size(); ++i) {
        const ColumnSpec& column = table.spec().columns[i];
        to.key(column.name);
        switch (column.type) {
        case CellType::integer: to.integer(table.integer(row, i)); break;
        case CellType::flag: to.flag(table.integer(row, i) != 0); break;
        case CellType::text: to.text(table.text(row, i)); break;
        case CellType::json: table.text(row, i).empty() ? to.null() : to.raw(table.text(row, i)); break;
        }
    }
    to.end_object();
}

/// Of a column that the version which recorded the row did not have.
Cell unrecorded(CellType type) {
    switch (type) {
    case CellType::integer: return std::int64_t{0};
    case CellType::flag: return false;
    default: return std::string_view();
    }
}

/// Columns that only a later version has are passed over.
void read_row(Table& table, const json::object& recorded) {
    const TableSpec& spec = table.spec();
    std::vector<Cell> cells;
    std::vector<std::string> bodies;
    bodies.reserve(spec.columns.size());
    for (const ColumnSpec& column : spec.columns) {
        const json::value* value = recorded.if_contains(column.name);
        if (value == nullptr)
            cells.push_back(unrecorded(column.type));
        else if (column.type == CellType::json)
            cells.emplace_back(std::string_view(bodies.emplace_back(extracted(*value))));
        else if (column.type == CellType::text)
            cells.emplace_back(std::string_view(value->as_string()));
        else if (column.type == CellType::flag)
            cells.emplace_back(value->as_bool());
        else
            cells.emplace_back(value->as_int64());
    }
    table.add(std::span<const Cell>(cells));
}

/// Null: only a later version has it.
const TableSpec* spec_named(std::string_view name) {
    const auto found = std::find_if(tables::all.begin(), tables::all.end(),
                                    [name](const TableSpec* spec) { return spec->name == name; });
    return found == tables::all.end() ? nullptr : *found;
}

void read_table(Table& table, const json::value& recorded) {
    if (table.spec().single) return read_row(table, recorded.as_object());
    for (const json::value& row : recorded.as_array()) read_row(table, row.as_object());
}

}  // namespace

void Table::add(std::initializer_list<Cell> cells) { add(std::span<const Cell>(cells.begin(), cells.size())); }

void Table::add(std::span<const Cell> cells) {
    require_fit(*spec_, cells);
    for (std::size_t i = 0; i < cells.size(); ++i) append(columns_[i], cells[i]);
    ++rows_;
}

std::string_view Table::text(std::size_t row, std::size_t column) const {
    const Column& texts = columns_[column];
    const std::uint64_t begin = texts.offsets[row];
    return std::string_view(texts.bytes).substr(begin, texts.offsets[row + 1] - begin);
}

Table& Answer::table(const TableSpec& spec) {
    const auto found = std::find_if(tables_.begin(), tables_.end(),
                                    [&spec](const Table& table) { return table.spec().number == spec.number; });
    return found != tables_.end() ? *found : tables_.emplace_back(spec);
}

const Table* Answer::find(std::uint32_t number) const {
    const auto found = std::find_if(tables_.begin(), tables_.end(),
                                    [number](const Table& table) { return table.spec().number == number; });
    return found != tables_.end() ? &*found : nullptr;
}

void write_tables(const Answer& answer, JsonWriter& to) {
    for (const Table& table : answer.tables()) {
        if (table.spec().single) {
            if (table.rows() > 0) write_row(to.key(table.spec().name), table, 0);
            continue;
        }
        to.key(table.spec().name).begin_array();
        for (std::size_t row = 0; row < table.rows(); ++row) write_row(to, table, row);
        to.end_array();
    }
}

std::string answer_text(const Answer& answer) {
    JsonWriter to;
    write_tables(answer, to.begin_object());
    return to.end_object().take();
}

Answer answer_from_json(const json::object& recorded) {
    Answer answer;
    for (const auto& [name, value] : recorded)
        if (const TableSpec* spec = spec_named(name)) read_table(answer.table(*spec), value);
    return answer;
}

}  // namespace backorder
