// The header's tables and columns and those of the service are the same, number for number.
#include "service/answer/tables.hpp"

#include <boost/test/unit_test.hpp>

#include <fstream>
#include <map>
#include <regex>
#include <sstream>
#include <string>

using namespace backorder;

namespace {

using Names = std::map<std::string, std::string>;

std::string upper(std::string_view name) {
    std::string shouted(name);
    for (char& letter : shouted) letter = static_cast<char>(std::toupper(static_cast<unsigned char>(letter)));
    return shouted;
}

std::string_view type_name(CellType type) {
    switch (type) {
    case CellType::integer: return "integer";
    case CellType::flag: return "flag";
    case CellType::text: return "text";
    case CellType::json: return "json";
    }
    return "";
}

/// Macro to its number and what is said of it.
Names in_header() {
    std::ifstream header(BACKORDER_SOURCE "/include/backorder/backorder.h");
    const std::regex line(
        R"(#define (BO_(?:TABLE|COL)_\w+)\s+(\w+)(?: /\* (?:(one row|integer|flag|text|json)\b.*|since .*))?)");
    Names names;
    std::smatch found;
    for (std::string text; std::getline(header, text);)
        if (std::regex_match(text, found, line))
            names[found[1]] = std::to_string(std::stoul(found[2], nullptr, 0)) + ' ' + found[3].str();
    return names;
}

Names in_service() {
    Names names;
    for (const TableSpec* table : tables::all) {
        names["BO_TABLE_" + upper(table->name)] = std::to_string(table->number) + (table->single ? " one row" : " ");
        std::uint32_t number = table->number << 8;
        for (const ColumnSpec& column : table->columns)
            names["BO_COL_" + upper(table->name) + '_' + upper(column.name)] =
                std::to_string(number++) + ' ' + std::string(type_name(column.type));
    }
    return names;
}

std::string listed(const Names& names) {
    std::ostringstream list;
    for (const auto& [name, what] : names) list << name << ' ' << what << '\n';
    return list.str();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(columns)

BOOST_AUTO_TEST_CASE(the_header_names_every_table_and_column_and_no_other) {
    BOOST_TEST(in_header().size() > tables::all.size());
    BOOST_TEST(listed(in_header()) == listed(in_service()));
}

BOOST_AUTO_TEST_SUITE_END()
