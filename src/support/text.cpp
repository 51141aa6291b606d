#include "support/text.hpp"

#include <algorithm>
#include <charconv>
#include <limits>
#include <optional>
#include <string>

namespace backorder {

std::string well_formed(std::string_view text) {
    std::string good;
    good.reserve(text.size());
    while (!text.empty()) {
        const std::size_t size = text.front() == '\0' ? 0 : utf8_sequence(text);
        if (size == 0)
            good += "\xEF\xBF\xBD";
        else
            good += text.substr(0, size);
        text.remove_prefix(size == 0 ? 1 : size);
    }
    return good;
}

namespace {

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

std::string_view take_digits(std::string_view& text) {
    const auto end = std::find_if_not(text.begin(), text.end(), is_digit);
    const std::string_view digits = text.substr(0, static_cast<std::size_t>(end - text.begin()));
    text.remove_prefix(digits.size());
    return digits;
}

bool take(std::string_view& text, std::string_view any_of) {
    if (text.empty() || any_of.find(text.front()) == std::string_view::npos) return false;
    text.remove_prefix(1);
    return true;
}

/// As far as it matters: no text is long enough to make up for an exponent beyond these.
constexpr std::int64_t most_exponent = std::int64_t{1} << 40;

/// What follows the `e`, all of it.
std::optional<std::int64_t> exponent(std::string_view text) {
    const bool negative = text.starts_with('-');
    take(text, "+-");
    const std::string_view digits = take_digits(text);
    if (digits.empty() || !text.empty()) return std::nullopt;
    std::int64_t value = 0;
    if (std::from_chars(digits.data(), digits.data() + digits.size(), value).ec != std::errc{}) value = most_exponent;
    value = std::min(value, most_exponent);
    return negative ? -value : value;
}

/// Digits without zeros at either end, and where the decimal point stands among them.
struct Decimal {
    std::string digits;
    std::int64_t point = 0;

    Decimal(std::string_view whole, std::string_view fraction, std::int64_t exponent)
        : digits(whole), point(static_cast<std::int64_t>(whole.size()) + exponent) {
        digits += fraction;
        const std::size_t zeros = std::min(digits.find_first_not_of('0'), digits.size());
        digits.erase(0, zeros);
        digits.erase(digits.find_last_not_of('0') + 1);
        point = digits.empty() ? 0 : point - static_cast<std::int64_t>(zeros);
    }
};

WholeNumber value_of(const Decimal& number, bool negative) {
    constexpr std::int64_t most_digits = std::numeric_limits<std::int64_t>::digits10 + 1;
    if (number.point < static_cast<std::int64_t>(number.digits.size())) return {Spelled::broken};
    if (number.point > most_digits) return {Spelled::beyond_64_bits};
    std::string text = (negative ? "-" : "") + number.digits;
    text.append(static_cast<std::size_t>(number.point) - number.digits.size(), '0');
    if (number.digits.empty()) return {Spelled::whole, 0};
    std::int64_t value = 0;
    if (std::from_chars(text.data(), text.data() + text.size(), value).ec != std::errc{})
        return {Spelled::beyond_64_bits};
    return {Spelled::whole, value};
}

}  // namespace

WholeNumber whole_number(std::string_view text) {
    const bool negative = text.starts_with('-');
    take(text, "+-");
    const std::string_view whole = take_digits(text);
    const std::string_view fraction = take(text, ".") ? take_digits(text) : std::string_view();
    const std::optional<std::int64_t> power = take(text, "eE") ? exponent(text)
                                              : text.empty()   ? std::optional<std::int64_t>(0)
                                                               : std::nullopt;
    if (!power || (whole.empty() && fraction.empty())) return {};
    return value_of(Decimal(whole, fraction, *power), negative);
}

}  // namespace backorder
