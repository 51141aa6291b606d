#include "service/request/queue_cursor.hpp"

#include <charconv>
#include <utility>

namespace backorder {

namespace {

/// Takes a number and the dot after it from the front.
template <class Number>
bool take(std::string_view& text, Number& number) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end == text.data() + text.size() || *end != '.') return false;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()) + 1);
    return true;
}

}  // namespace

QueueCursor QueueCursor::end_of(std::string variant, std::string warehouse) {
    return {std::move(variant), std::move(warehouse), std::numeric_limits<std::int64_t>::min(), 0, 0};
}

/// Ids may hold anything: the first one's length tells where the second begins.
std::string QueueCursor::text() const {
    return std::to_string(priority) + "." + std::to_string(age) + "." + std::to_string(line_number) + "." +
           std::to_string(variant.size()) + "." + variant + warehouse;
}

std::optional<QueueCursor> queue_cursor_from(std::string_view text) {
    QueueCursor cursor;
    if (text.empty()) return cursor;
    std::size_t size = 0;
    if (!take(text, cursor.priority) || !take(text, cursor.age) || !take(text, cursor.line_number) || !take(text, size)) return std::nullopt;
    if (size > text.size()) return std::nullopt;
    cursor.variant = text.substr(0, size);
    cursor.warehouse = text.substr(size);
    return cursor;
}

}  // namespace backorder
