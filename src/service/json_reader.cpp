#include "service/json_reader.hpp"

#include <charconv>
#include <string_view>

namespace backorder {
namespace {

std::optional<std::int64_t> whole_number(std::string_view text) {
    std::int64_t number = 0;
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc{} || stop != end)
        return std::nullopt;
    return number;
}

std::optional<std::int64_t> whole_number(const boost::json::value& from) {
    if (from.is_int64())
        return from.get_int64();
    if (from.is_string())
        return whole_number(std::string_view(from.get_string()));
    return std::nullopt;
}

}  // namespace

void read_json(const boost::json::value& from, const FieldPath& path, Findings& findings, std::string& to) {
    if (!from.is_string())
        return findings.add(Status::json, path, "must be a string");
    to = std::string_view(from.get_string());
}

void read_json(const boost::json::value& from, const FieldPath& path, Findings& findings, bool& to) {
    if (!from.is_bool())
        return findings.add(Status::json, path, "must be true or false");
    to = from.get_bool();
}

void read_json(const boost::json::value& from, const FieldPath& path, Findings& findings, std::int64_t& to) {
    const auto number = whole_number(from);
    if (!number)
        return findings.add(Status::json, path, "must be a whole number of 64 bits, as a number or a decimal string");
    to = *number;
}

void read_json(const boost::json::value& from, const FieldPath& path, Findings& findings, Id& to) {
    read_json(from, path, findings, to.value);
}

void read_json(const boost::json::value& from, const FieldPath& path, Findings& findings, OptionalId& to) {
    read_json(from, path, findings, to.value);
}

void read_json(const boost::json::value& from, const FieldPath& path, Findings& findings, Quantity& to) {
    read_json(from, path, findings, to.value);
}

void read_json(const boost::json::value& from, const FieldPath& path, Findings& findings, Units& to) {
    read_json(from, path, findings, to.value);
    to.said = true;
}

}  // namespace backorder
