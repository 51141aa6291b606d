#include "service/request/json_reader.hpp"

#include "support/text.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <string_view>

namespace backorder {
namespace {

/// The parser has taken whole numbers of 64 bits for such, however they are spelled: what is a double here is none.
WholeNumber number_in(const boost::json::value& from) {
    constexpr double beyond = 0x1p63;
    if (from.is_int64()) return {Spelled::whole, from.get_int64()};
    if (from.is_string()) return whole_number(std::string_view(from.get_string()));
    if (from.is_uint64()) return {Spelled::beyond_64_bits};
    if (from.is_double()) return {std::abs(from.get_double()) < beyond ? Spelled::broken : Spelled::beyond_64_bits};
    return {};
}

/// As the caller said it, or near it.
std::string shown(const boost::json::value& from) {
    if (from.is_string()) return std::string(std::string_view(from.get_string()).substr(0, max_id_bytes));
    std::array<char, 32> digits{};
    const auto end = from.is_uint64() ? std::to_chars(digits.begin(), digits.end(), from.get_uint64())
                                      : std::to_chars(digits.begin(), digits.end(), from.get_double());
    return {digits.begin(), end.ptr};
}

}  // namespace

void read_json(const boost::json::value& from, const FieldPath& path, Findings& findings, std::string& to) {
    if (!from.is_string()) return findings.add(Status::json, path, "must be a string");
    to = std::string_view(from.get_string());
}

void read_json(const boost::json::value& from, const FieldPath& path, Findings& findings, bool& to) {
    if (!from.is_bool()) return findings.add(Status::json, path, "must be true or false");
    to = from.get_bool();
}

void read_json(const boost::json::value& from, const FieldPath& path, Findings& findings, std::int64_t& to) {
    const WholeNumber number = number_in(from);
    switch (number.spelled) {
    case Spelled::whole: to = number.value; return;
    case Spelled::broken:
        return findings.add_unread(Status::quantity, path, "must be a whole number", {{"asked", shown(from)}});
    case Spelled::beyond_64_bits:
        return findings.add_unread(Status::quantity, path, "must be a whole number of 64 bits",
                                   {{"asked", shown(from)}});
    case Spelled::no_number:
        return findings.add(Status::json, path, "must be a whole number, as a number or in a string");
    }
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
