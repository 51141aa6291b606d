#pragma once
// What may pass as text: UTF-8 as RFC 3629 has it, without NUL.

#include <cstddef>
#include <string_view>

namespace backorder {

/// Bytes of the well-formed UTF-8 sequence at the front, 0 if there is none. Not of empty text.
constexpr std::size_t utf8_sequence(std::string_view text) {
    const auto byte = [text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const auto within = [byte](std::size_t i, unsigned low, unsigned high) { return byte(i) >= low && byte(i) <= high; };
    const unsigned lead = byte(0);
    if (lead < 0x80)
        return 1;
    if (lead < 0xC2 || lead > 0xF4)
        return 0;
    const std::size_t size = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (text.size() < size)
        return 0;
    // Only the second byte tells overlong forms, surrogates and what lies above U+10FFFF.
    if (!within(1, lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80, lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF))
        return 0;
    for (std::size_t i = 2; i < size; ++i)
        if (!within(i, 0x80, 0xBF))
            return 0;
    return size;
}

constexpr bool is_utf8(std::string_view text) {
    while (!text.empty()) {
        const std::size_t size = utf8_sequence(text);
        if (size == 0)
            return false;
        text.remove_prefix(size);
    }
    return true;
}

/// What is wrong with a text that may have up to max_bytes; empty if nothing is. Fits behind the field's name.
constexpr std::string_view text_fault(std::string_view text, std::size_t max_bytes) {
    if (text.size() > max_bytes)
        return "is too long";
    if (text.find('\0') != std::string_view::npos)
        return "holds a NUL byte";
    return is_utf8(text) ? "" : "is not UTF-8";
}

}  // namespace backorder
