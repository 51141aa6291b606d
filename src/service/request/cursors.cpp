#include "service/request/cursors.hpp"

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
    if (!take(text, cursor.priority) || !take(text, cursor.age) || !take(text, cursor.line_number) || !take(text, size))
        return std::nullopt;
    if (size > text.size()) return std::nullopt;
    cursor.variant = text.substr(0, size);
    cursor.warehouse = text.substr(size);
    return cursor;
}

namespace {

/// Reads a number and the dot after it.
bool read(std::string_view& text, std::int64_t& number) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || number < 0) return false;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    if (text.empty() || text.front() != '.') return false;
    text.remove_prefix(1);
    return true;
}

constexpr std::string_view digits = "0123456789abcdef";

/// Ids are any text; so written they stand in JSON, or on a command line, as they are.
std::string to_hex(std::string_view id) {
    std::string hex;
    for (const char each : id) {
        const auto byte = static_cast<unsigned char>(each);
        hex.append({digits[byte / 16], digits[byte % 16]});
    }
    return hex;
}

std::optional<std::string> from_hex(std::string_view hex) {
    std::string id;
    for (; hex.size() >= 2; hex.remove_prefix(2)) {
        const auto high = digits.find(hex[0]), low = digits.find(hex[1]);
        if (high == digits.npos || low == digits.npos || high + low == 0) return std::nullopt;
        id += static_cast<char>(high * 16 + low);
    }
    return hex.empty() ? std::optional(id) : std::nullopt;
}

/// The ledger's are numbers, which the store reads.
bool is_id_of(VerifyStage stage, const std::string& id) {
    if (stage != VerifyStage::ledger || id.empty()) return true;
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(id.data(), id.data() + id.size(), number);
    return error == std::errc{} && end == id.data() + id.size();
}

}  // namespace

std::string VerifyCursor::text() const {
    return std::to_string(static_cast<int>(stage)) + "." + std::to_string(checked) + "." + std::to_string(total) + "." +
           to_hex(last);
}

std::optional<VerifyCursor> verify_cursor_from(std::string_view text) {
    VerifyCursor cursor;
    if (text.empty()) return cursor;
    std::int64_t stage = 0;
    if (!read(text, stage) || stage > static_cast<int>(VerifyStage::orders)) return std::nullopt;
    cursor.stage = static_cast<VerifyStage>(stage);
    if (!read(text, cursor.checked) || !read(text, cursor.total)) return std::nullopt;
    const auto last = from_hex(text);
    if (!last || !is_id_of(cursor.stage, *last)) return std::nullopt;
    cursor.last = *last;
    return cursor;
}

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

std::string EventCursor::text() const { return epoch + "." + std::to_string(sequence) + "." + std::to_string(skip); }

std::optional<EventCursor> event_cursor_from(std::string_view text) {
    EventCursor cursor;
    if (text.empty()) return cursor;
    std::int64_t epoch = 0;
    if (!read(text, epoch, true) || !read(text, cursor.sequence, true) || !read(text, cursor.skip, false))
        return std::nullopt;
    cursor.epoch = std::to_string(epoch);
    return cursor;
}

}  // namespace backorder
