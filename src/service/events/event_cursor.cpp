#include "service/events/event_cursor.hpp"

#include <charconv>

namespace backorder {

namespace {

/// Reads a number from the front, and the dot after it if `dot`.
template <class Number>
bool read(std::string_view& text, Number& number, bool dot) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || number < 0) return false;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    if (!dot) return text.empty();
    if (text.empty() || text.front() != '.') return false;
    text.remove_prefix(1);
    return true;
}

}  // namespace

std::string EventCursor::text() const {
    return epoch + "." + std::to_string(sequence) + "." + std::to_string(skip);
}

std::optional<EventCursor> event_cursor_from(std::string_view text) {
    EventCursor cursor;
    if (text.empty()) return cursor;
    std::int64_t epoch = 0;
    if (!read(text, epoch, true) || !read(text, cursor.sequence, true) || !read(text, cursor.skip, false)) return std::nullopt;
    cursor.epoch = std::to_string(epoch);
    return cursor;
}

}  // namespace backorder
