#include "ids.hpp"

#include <cstdint>
#include <optional>

namespace replay {

namespace {

constexpr std::size_t longest_id = 128;

/// How many bytes a character has that begins so; 0: none does.
std::size_t length_of(unsigned char first) {
    if (first < 0x80) return 1;
    if (first < 0xc2) return 0;
    if (first < 0xe0) return 2;
    if (first < 0xf0) return 3;
    return first < 0xf5 ? 4 : 0;
}

/// Takes a character off the text.
std::optional<std::uint32_t> take_character(std::string_view& text) {
    const auto first = static_cast<unsigned char>(text.front());
    const std::size_t length = length_of(first);
    if (length == 0 || length > text.size()) return std::nullopt;
    std::uint32_t character = length == 1 ? first : first & (0x7fU >> length);
    for (const char c : text.substr(1, length - 1)) {
        if ((static_cast<unsigned char>(c) & 0xc0U) != 0x80U) return std::nullopt;
        character = character << 6U | (static_cast<unsigned char>(c) & 0x3fU);
    }
    text.remove_prefix(length);
    const bool too_long = (length == 3 && character < 0x800) || (length == 4 && character < 0x10000);
    const bool surrogate = character >= 0xd800 && character < 0xe000;
    if (too_long || surrogate || character > 0x10ffff) return std::nullopt;
    return character;
}

bool is_control(std::uint32_t character) { return character < 0x20 || (character >= 0x7f && character < 0xa0); }

bool holds_control(std::string_view text) {
    while (!text.empty())
        if (is_control(take_character(text).value_or(0))) return true;
    return false;
}

}  // namespace

bool is_utf8(std::string_view text) {
    while (!text.empty())
        if (!take_character(text)) return false;
    return true;
}

std::string problem_of_id(std::string_view id) {
    if (id.empty() || id.size() > longest_id)
        return "has " + std::to_string(id.size()) + " bytes; 1 to 128 are allowed";
    if (!is_utf8(id)) return "is not UTF-8; iconv -f latin1 -t utf8 converts a file of Latin-1";
    if (holds_control(id)) return "holds a control character";
    if (id.front() == ' ' || id.back() == ' ') return "begins or ends with a blank";
    return {};
}

}  // namespace replay
