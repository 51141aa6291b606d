#pragma once
// How far a caller has come: cursors of pages, as text and as what they stand for.

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

/// First all stock records are compared, by variant, then the ledger is searched for records that stock has lost, then
/// all orders.
enum class VerifyStage : std::uint8_t { records, ledger, orders };

/// The next of its stage is the one after the id `last`.
struct VerifyCursor {
    VerifyStage stage = VerifyStage::records;
    std::int64_t checked = 0;  ///< variants and orders
    std::int64_t total = 0;
    std::string last;

    std::string text() const;
};

/// Nothing if the text is no cursor of ours. Empty: the beginning.
std::optional<VerifyCursor> verify_cursor_from(std::string_view text);

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
