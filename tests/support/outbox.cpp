#include "support/outbox.hpp"

namespace backorder::test {

namespace {

std::string text(const json::object& from, const char* member) { return std::string(from.at(member).as_string()); }
std::int64_t number(const json::object& from, const char* member) { return from.at(member).as_int64(); }

void add(ToldUnits& units, const json::object& line, std::int64_t shipped) {
    units.allocated += number(line, "allocated");
    units.waiting += number(line, "waiting");
    units.shipped += shipped;
    units.cancelled += number(line, "cancelled");
}

void move_to_allocated(ToldUnits& units, std::int64_t moved) {
    units.allocated += moved;
    units.waiting -= moved;
}

}  // namespace

void follow(ToldLines& lines, const json::object& event) {
    const std::string type = text(event, "type");
    if (type == "backorder.covered")
        for (const json::value& one : event.at("covered").as_array())
            move_to_allocated(lines[{text(one.as_object(), "order"), text(one.as_object(), "line")}],
                              number(one.as_object(), "units"));
    if (type == "backorder.fallen_back")
        move_to_allocated(lines[{text(event, "order"), text(event, "line")}], -number(event, "units"));
    if (const json::value* own = event.if_contains("lines"))
        for (const json::value& one : own->as_array()) {
            const json::object& line = one.as_object();
            const std::int64_t shipped = !line.contains("quantity")      ? 0
                                         : type == "fulfillment.created" ? number(line, "quantity")
                                                                         : -number(line, "quantity");
            add(lines[{text(event, "order"), text(line, "line")}], line, shipped);
        }
}

std::string to_text(const ToldLines& lines) {
    std::string shown;
    for (const auto& [line, units] : lines)
        shown += (shown.empty() ? "" : "; ") + line.first + "/" + line.second + " " + std::to_string(units.allocated) +
                 " " + std::to_string(units.waiting) + " " + std::to_string(units.shipped) + " " +
                 std::to_string(units.cancelled);
    return shown;
}

}  // namespace backorder::test
