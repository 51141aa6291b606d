#pragma once
// When something was invoiced: 2010-12-01T08:26Z, 2010-12-01T08:26:30.5+02:00, or without a zone.

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace replay {

struct Moment {
    std::chrono::sys_time<std::chrono::microseconds> at;  ///< as if of UTC where no zone is named
    bool has_zone = false;

    /// 2010-12-01
    std::string day() const;
};

/// Nothing unless the text is a moment of the calendar, to the minute, the second or up to a millionth of it.
std::optional<Moment> read_moment(std::string_view text);

}  // namespace replay
