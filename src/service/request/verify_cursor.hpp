#pragma once
// How far a verification has come, over as many calls as it takes.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace backorder {

/// First all stock records are compared, by variant, then the ledger is searched for records that stock has lost, then all orders.
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

}  // namespace backorder
