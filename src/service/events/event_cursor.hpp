#pragma once
// How far a consumer has read: up to an event of a call, and the call's place among all.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace backorder {

/// The next event to read is number `skip` (from 0) of the call at (epoch, sequence), or the first after it.
struct EventCursor {
    std::string epoch = "0";
    std::int64_t sequence = 0;
    std::int64_t skip = 0;

    bool operator==(const EventCursor&) const = default;
    std::string text() const;
};

/// Nothing if the text is no cursor of ours. Empty: the beginning.
std::optional<EventCursor> event_cursor_from(std::string_view text);

}  // namespace backorder
