#include "report.hpp"

#include <cmath>
#include <cstdio>
#include <iomanip>
#include <sstream>

namespace bench {

namespace {

/// Three digits, or all there are before the point.
std::string digits(double value) {
    const double size = std::fabs(value);
    char text[40];
    std::snprintf(text, sizeof text, "%.*f", size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3, value);
    return text;
}

std::string digits(const std::optional<double>& value) { return value ? digits(*value) : "-"; }

std::string target_text(const std::optional<Target>& target) {
    char text[40];
    std::snprintf(text, sizeof text, "%s %g", target && !target->at_least ? "<=" : ">=", target ? target->ratio : 0);
    return target ? text : "-";
}

const char* met_text(const std::optional<bool>& met) { return !met ? "" : *met ? "yes" : "NO"; }

void cells(std::ostream& out, const std::vector<std::string>& texts) {
    constexpr int widths[] = {15, 17, 11, 11, 8, 9, 4};
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (i < std::size(widths)) out << (i < 2 ? std::left : std::right) << std::setw(widths[i]);
        out << texts[i] << (i + 1 < texts.size() ? "  " : "\n");
    }
    out.flush();
}

std::string quoted(const std::string& text) {
    std::string made = "\"";
    for (const char c : text)
        if (static_cast<unsigned char>(c) >= 0x20) made.append(c == '"' || c == '\\' ? 1 : 0, '\\').append(1, c);
    return made + "\"";
}

std::string number(const std::optional<double>& value) {
    if (!value || !std::isfinite(*value)) return "null";
    char text[40];
    std::snprintf(text, sizeof text, "%.6g", *value);
    return text;
}

std::string row_json(const Row& row) {
    std::string text = quoted(row.name) + ":{\"value\":" + number(row.value) + ",\"floor\":" + number(row.floor) +
                       ",\"ratio\":" + number(row.ratio()) + ",\"unit\":" + quoted(row.unit) +
                       ",\"target\":" + (row.target ? quoted(target_text(row.target)) : "null");
    if (const auto met = row.met()) text += std::string(",\"met\":") + (*met ? "true" : "false");
    for (const auto& [name, value] : row.more) text += "," + quoted(name) + ":" + number(value);
    if (!row.note.empty()) text += ",\"note\":" + quoted(row.note);
    return text + "}";
}

}  // namespace

std::optional<double> Row::ratio() const {
    if (!value || !floor) return std::nullopt;
    return *value / *floor;
}

std::optional<bool> Row::met() const {
    const auto reached = floor ? ratio() : value;
    if (!target || !reached) return std::nullopt;
    return target->at_least ? *reached >= target->ratio : *reached <= target->ratio;
}

void print_head(std::ostream& out) { cells(out, {"case", "unit", "ours", "floor", "ratio", "target", "met", ""}); }

void print_row(std::ostream& out, const Row& row) {
    std::ostringstream rest;
    for (const auto& [name, value] : row.more) rest << (rest.tellp() > 0 ? ", " : "") << name << " " << digits(value);
    if (!row.note.empty()) rest << (rest.tellp() > 0 ? "; " : "") << row.note;
    cells(out, {row.name, row.unit, digits(row.value), digits(row.floor), digits(row.ratio()), target_text(row.target),
                met_text(row.met()), rest.str()});
}

std::string as_json(const std::vector<Row>& rows) {
    std::string text;
    for (const Row& row : rows) text += (text.empty() ? "" : ",") + row_json(row);
    return "{\"cases\":{" + text + "}}";
}

}  // namespace bench
