#pragma once
// What a text is made of: UTF-8, and the digits of a whole number.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace backorder {

/// Bytes of the well-formed UTF-8 sequence at the front, 0 if there is none. Not of empty text.
constexpr std::size_t utf8_sequence(std::string_view text) {
    const auto byte = [text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const auto within = [byte](std::size_t i, unsigned low, unsigned high) {
        return byte(i) >= low && byte(i) <= high;
    };
    const unsigned lead = byte(0);
    if (lead < 0x80) return 1;
    if (lead < 0xC2 || lead > 0xF4) return 0;
    const std::size_t size = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (text.size() < size) return 0;
    // Only the second byte tells overlong forms, surrogates and what lies above U+10FFFF.
    if (!within(1, lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80, lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF))
        return 0;
    for (std::size_t i = 2; i < size; ++i)
        if (!within(i, 0x80, 0xBF)) return 0;
    return size;
}

constexpr bool is_utf8(std::string_view text) {
    while (!text.empty()) {
        const std::size_t size = utf8_sequence(text);
        if (size == 0) return false;
        text.remove_prefix(size);
    }
    return true;
}

/// A code point; the text is UTF-8 and not empty.
constexpr char32_t front_code_point(std::string_view text) {
    const std::size_t size = utf8_sequence(text);
    const auto byte = [text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    if (size < 2) return byte(0);
    char32_t point = byte(0) & (0xFFU >> (size + 1));
    for (std::size_t i = 1; i < size; ++i) point = (point << 6) | (byte(i) & 0x3FU);
    return point;
}

constexpr bool is_control(char32_t point) { return point < 0x20 || (point >= 0x7F && point < 0xA0); }

/// Unicode's white space, and the byte order mark that editors leave in front.
constexpr bool is_blank(char32_t point) {
    return point == 0x20 || point == 0xA0 || point == 0x1680 || (point >= 0x2000 && point <= 0x200A) ||
           point == 0x2028 || point == 0x2029 || point == 0x202F || point == 0x205F || point == 0x3000 ||
           point == 0xFEFF;
}

/// What keeps an id from being given to something new; empty if nothing does. A name that only looks like another would
/// be another thing's. Of UTF-8. Fits behind the field's name.
constexpr std::string_view name_fault(std::string_view id) {
    bool first = true;
    bool blank = false;
    for (; !id.empty(); id.remove_prefix(utf8_sequence(id))) {
        const char32_t point = front_code_point(id);
        if (is_control(point)) return "holds a control character";
        blank = is_blank(point);
        if (first && blank) return "begins with a blank";
        first = false;
    }
    return blank ? "ends with a blank" : "";
}

/// What is wrong with a text that may have up to max_bytes; empty if nothing is. Fits behind the field's name.
constexpr std::string_view text_fault(std::string_view text, std::size_t max_bytes) {
    if (text.size() > max_bytes) return "is too long";
    if (text.find('\0') != std::string_view::npos) return "holds a NUL byte";
    return is_utf8(text) ? "" : "is not UTF-8";
}

/// The text with U+FFFD in place of each NUL and of each byte that belongs to no UTF-8 sequence: it may stand in JSON
/// and in a C string.
std::string well_formed(std::string_view text);

enum class Spelled : std::uint8_t { no_number, broken, beyond_64_bits, whole };

struct WholeNumber {
    Spelled spelled = Spelled::no_number;
    std::int64_t value = 0;  ///< of a whole one
};

/// Digits with or without sign, decimal point and exponent. Read digit by digit: nothing is rounded.
WholeNumber whole_number(std::string_view text);

}  // namespace backorder
