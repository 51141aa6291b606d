#include "support/json_writer.hpp"

#include <array>
#include <charconv>

namespace backorder {

namespace {

bool is_plain(char byte) { return static_cast<unsigned char>(byte) >= 0x20 && byte != '"' && byte != '\\'; }

std::string escaped(char byte) {
    constexpr std::string_view letters = "\b\f\n\r\t\"\\";
    constexpr std::string_view names = "bfnrt\"\\";
    if (const auto known = letters.find(byte); known != std::string_view::npos) return {'\\', names[known]};
    constexpr std::string_view digits = "0123456789abcdef";
    return {'\\',
            'u',
            '0',
            '0',
            digits[static_cast<unsigned char>(byte) >> 4U],
            digits[static_cast<unsigned char>(byte) & 0xfU]};
}

}  // namespace

JsonWriter& JsonWriter::open(char bracket) {
    separate();
    text_ += bracket;
    first_ = true;
    return *this;
}

JsonWriter& JsonWriter::close(char bracket) {
    text_ += bracket;
    first_ = false;
    return *this;
}

void JsonWriter::separate() {
    if (!first_) text_ += ',';
    first_ = false;
}

JsonWriter& JsonWriter::key(std::string_view name) {
    separate();
    quote(name);
    text_ += ':';
    first_ = true;
    return *this;
}

JsonWriter& JsonWriter::text(std::string_view value) {
    separate();
    quote(value);
    return *this;
}

JsonWriter& JsonWriter::integer(std::int64_t value) {
    std::array<char, 20> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    return raw({digits.data(), static_cast<std::size_t>(end - digits.data())});
}

JsonWriter& JsonWriter::raw(std::string_view json) {
    separate();
    text_ += json;
    return *this;
}

void JsonWriter::quote(std::string_view value) {
    text_ += '"';
    for (std::size_t at = 0; at < value.size();) {
        std::size_t end = at;
        while (end < value.size() && is_plain(value[end])) ++end;
        text_.append(value.substr(at, end - at));
        if (end < value.size()) text_ += escaped(value[end++]);
        at = end;
    }
    text_ += '"';
}

}  // namespace backorder
