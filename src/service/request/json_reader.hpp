#pragma once
// JSON into described structs, strictly: only known members, whole numbers however they are spelled, also as text.

#include "service/request/findings.hpp"
#include "service/request/types.hpp"
#include "support/described.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

namespace backorder {

// What cannot be read leaves the target as it was and a finding behind.
void read_json(const boost::json::value& from, const FieldPath& path, Findings& findings, std::string& to);
void read_json(const boost::json::value& from, const FieldPath& path, Findings& findings, bool& to);
void read_json(const boost::json::value& from, const FieldPath& path, Findings& findings, std::int64_t& to);
void read_json(const boost::json::value& from, const FieldPath& path, Findings& findings, Id& to);
void read_json(const boost::json::value& from, const FieldPath& path, Findings& findings, OptionalId& to);
void read_json(const boost::json::value& from, const FieldPath& path, Findings& findings, Quantity& to);
void read_json(const boost::json::value& from, const FieldPath& path, Findings& findings, Units& to);

template <class T>
void read_json(const boost::json::value& from, const FieldPath& path, Findings& findings, std::optional<T>& to) {
    read_json(from, path, findings, to.emplace());
}

template <Described T>
void read_json(const boost::json::value& from, const FieldPath& path, Findings& findings, T& to);

template <class T>
void read_json(const boost::json::value& from, const FieldPath& path, Findings& findings, std::vector<T>& to) {
    if (!from.is_array()) return findings.add(Status::json, path, "must be an array");
    const boost::json::array& items = from.get_array();
    if (items.size() > max_items) return findings.add(Status::limit, path, "has more than 10000 items");
    to.resize(items.size());
    for (std::size_t i = 0; i < items.size(); ++i) read_json(items[i], path.item(i, to[i]), findings, to[i]);
}

template <bool ids, Described T>
void read_members(const boost::json::object& from, const FieldPath& path, Findings& findings, T& to) {
    for_each_member(
        to,
        [&]<class Member>(std::string_view name, Member& member) {
            if constexpr (is_id<Member> == ids) {
                const boost::json::value* value = from.if_contains(name);
                if (value != nullptr && !value->is_null()) read_json(*value, path.member(name), findings, member);
            }
        });
}

/// Null is as if left out: the member keeps its default. Ids come first, for what is found in the others is told with
/// them.
template <Described T>
void read_members(const boost::json::object& from, const FieldPath& path, Findings& findings, T& to) {
    read_members<true>(from, path, findings, to);
    read_members<false>(from, path, findings, to);
    for (const auto& member : from)
        if (!has_member<T>(member.key()))
            findings.add(Status::unknown_member, path.member(member.key()), "is no member known here");
}

template <Described T>
void read_json(const boost::json::value& from, const FieldPath& path, Findings& findings, T& to) {
    if (!from.is_object()) return findings.add(Status::json, path, "must be an object");
    read_members(from.get_object(), path, findings, to);
}

}  // namespace backorder
