#pragma once
// A place in the queues of all stock records: behind which promise.

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace backorder {

/// Behind a promise, by what orders promises; or, as built by default, before all.
struct QueueCursor {
    std::string variant{};
    std::string warehouse{};
    std::int64_t priority = std::numeric_limits<std::int64_t>::max();
    std::int64_t age = 0;
    std::int64_t line_number = 0;

    /// Behind all who wait at that stock record.
    static QueueCursor end_of(std::string variant, std::string warehouse);

    std::string text() const;
};

/// Nothing if the text is no cursor of ours. Empty: before all.
std::optional<QueueCursor> queue_cursor_from(std::string_view text);

}  // namespace backorder
