#pragma once
// What the caller hands in, checked and copied. Conventions 6, 7 and 9 of the header live here.

#include "service/request/findings.hpp"
#include "service/request/types.hpp"

#include <backorder/backorder.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace backorder::abi {

/// A struct of the caller's, whole: what it did not know is 0.
/// Anything but a size we can take leaves all of it 0 and a finding.
template <class Struct>
Struct read_struct(const void* given, std::uint32_t size, const FieldPath& path, Findings& findings);

/// The arguments of a call, or the fields of one of its structs, by name. Leaves findings and never fails; what could
/// not be read is empty or 0. For the stack only.
class Input {
public:
    Input(const FieldPath& path, Findings& findings) : path_(path), findings_(findings) {}

    /// Not more than max_bytes + 1 bytes of it: enough to see that it is too long. Borrowed from the caller.
    std::string_view view(const char* text, std::size_t length, std::string_view name, std::size_t max_bytes) const;

    std::string text(const char* text, std::size_t length, std::string_view name,
                     std::size_t max_bytes = max_id_bytes) const;
    Id id(const char* text, std::size_t length, std::string_view name) const {
        return {this->text(text, length, name)};
    }
    OptionalId optional_id(const char* text, std::size_t length, std::string_view name) const {
        return {this->text(text, length, name)};
    }

    /// `lengths` NULL: all NUL-terminated.
    std::vector<Id> ids(const char* const* texts, const std::size_t* lengths, std::size_t count,
                        std::string_view name) const;

    /// A reserved field, or flags less those that are known.
    void zero(std::uint64_t value, std::string_view name) const;

    void refuse(Status status, std::string_view name, std::string_view what) const;

    template <class Struct>
    Struct structure(const Struct* given, std::string_view name) const;

    /// Each item as convert(const Struct&, const Input&) makes it.
    template <class Struct, class Convert>
    auto items(const Struct* given, std::size_t count, std::string_view name, Convert convert) const
        -> std::vector<std::invoke_result_t<Convert, const Struct&, const Input&>>;

private:
    bool can_read(const void* given, std::size_t count, const FieldPath& path) const;

    const FieldPath& path_;
    Findings& findings_;
};

constexpr std::uint32_t max_struct_bytes = 4096;
constexpr std::uint32_t min_struct_bytes = 8;  // struct_size and its neighbour, which every struct has

inline std::uint32_t size_of(const void* given) {
    std::uint32_t size = 0;
    std::memcpy(&size, given, sizeof size);
    return size;
}

/// No field begins between multiples of the alignment but in the first eight bytes, so that no field is cut.
template <class Struct>
constexpr bool can_be_size(std::uint32_t size) {
    return size >= min_struct_bytes && size <= max_struct_bytes && size % alignof(Struct) == 0;
}

template <class Struct>
Struct read_struct(const void* given, std::uint32_t size, const FieldPath& path, Findings& findings) {
    Struct known{};
    const char* const bytes = static_cast<const char*>(given);
    const std::size_t ours = std::min<std::size_t>(size, sizeof(Struct));
    if (can_be_size<Struct>(size) && std::all_of(bytes + ours, bytes + size, [](char byte) { return byte == 0; }))
        std::memcpy(&known, bytes, ours);
    else
        findings.add(Status::struct_size, path.member("struct_size"), "is none this library knows");
    return known;
}

template <class Struct>
Struct Input::structure(const Struct* given, std::string_view name) const {
    const FieldPath path = path_.member(name);
    if (given != nullptr) return read_struct<Struct>(given, size_of(given), path, findings_);
    findings_.add(Status::null_argument, path, "is NULL");
    return {};
}

template <class Struct, class Convert>
auto Input::items(const Struct* given, std::size_t count, std::string_view name, Convert convert) const
    -> std::vector<std::invoke_result_t<Convert, const Struct&, const Input&>> {
    std::vector<std::invoke_result_t<Convert, const Struct&, const Input&>> converted;
    const FieldPath path = path_.member(name);
    if (!can_read(given, count, path)) return converted;
    converted.reserve(count);
    const char* at = reinterpret_cast<const char*>(given);
    const std::uint32_t size = size_of(at);
    for (std::size_t i = 0; i < count; ++i, at += size) {
        const FieldPath item = path.item(i);
        if (size_of(at) != size) {
            findings_.add(Status::struct_size, item.member("struct_size"), "is not that of the first item");
            break;
        }
        converted.push_back(convert(read_struct<Struct>(at, size, item, findings_), Input(item, findings_)));
        if (!can_be_size<Struct>(size)) break;
    }
    return converted;
}

}  // namespace backorder::abi
