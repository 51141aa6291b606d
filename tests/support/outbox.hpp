#pragma once
// What the events alone say of every promise: a host that reads nothing else must know it.

#include <boost/json.hpp>

#include <cstdint>
#include <map>
#include <string>
#include <utility>

namespace backorder::test {

namespace json = boost::json;

/// What became of an order line's units.
struct ToldUnits {
    std::int64_t allocated = 0;
    std::int64_t waiting = 0;
    std::int64_t shipped = 0;
    std::int64_t cancelled = 0;
    bool operator==(const ToldUnits&) const = default;
};

/// By order and line.
using ToldLines = std::map<std::pair<std::string, std::string>, ToldUnits>;

/// Follows one event's body. Of types that tell of no line nothing changes.
void follow(ToldLines& lines, const json::object& event);

/// "order/line allocated waiting shipped cancelled; ..."
std::string to_text(const ToldLines& lines);

}  // namespace backorder::test
