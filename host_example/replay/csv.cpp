#include "csv.hpp"

#include <algorithm>
#include <utility>

namespace replay {

void CsvReader::skip_byte_order_mark() {
    if (in_.peek() == 0xef) in_.ignore(3);
}

bool CsvReader::next_line(std::string& text) {
    if (!std::getline(in_, text)) {
        if (in_.bad()) refuse("the file can't be read any further");
        return false;
    }
    ++lines_read_;
    if (!text.empty() && text.back() == '\r') text.pop_back();
    return true;
}

bool CsvReader::next(std::vector<std::string>& fields) {
    std::string text;
    do {
        if (!next_line(text)) return false;
    } while (text.empty());
    record_line_ = lines_read_;
    split(std::move(text), fields);
    return true;
}

void CsvReader::split(std::string text, std::vector<std::string>& fields) {
    fields.clear();
    std::size_t at = 0;
    while (true) {
        if (at < text.size() && text[at] == '"') {
            fields.push_back(quoted_field(text, at));
        } else {
            const std::size_t end = std::min(text.find(',', at), text.size());
            fields.push_back(text.substr(at, end - at));
            at = end;
        }
        if (at == text.size()) return;
        ++at;
    }
}

/// `at` is the opening quote, and afterwards the comma or the end behind the closing one.
std::string CsvReader::quoted_field(std::string& text, std::size_t& at) {
    std::string field;
    ++at;
    while (true) {
        const std::size_t quote = text.find('"', at);
        field.append(text, at, quote - at);
        if (quote == std::string::npos) {
            if (!next_line(text)) refuse("a quote is opened and never closed");
            field += '\n';
            at = 0;
            continue;
        }
        at = quote + 1;
        if (at == text.size() || text[at] != '"') break;
        field += '"';
        ++at;
    }
    if (at < text.size() && text[at] != ',') {
        check_separator(std::string_view(text).substr(at, 1));
        refuse("after a closing quote comes a comma or the end of the line");
    }
    return field;
}

void CsvReader::check_separator(std::string_view text) const {
    constexpr std::pair<char, const char*> others[] = {{';', "semicolons"}, {'\t', "tabs"}, {'|', "bars"}};
    for (const auto& [separator, name] : others)
        if (text.find(separator) != std::string_view::npos)
            refuse("the fields are separated by " + std::string(name) + "; commas are read");
}

}  // namespace replay
