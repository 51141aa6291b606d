#include "input.hpp"

namespace backorder::abi {

std::string_view Input::view(const char* text, std::size_t length, std::string_view name, std::size_t max_bytes) const {
    if (length == 0) return {};
    if (text == nullptr) {
        refuse(Status::null_argument, name, "is NULL");
        return {};
    }
    if (length == BO_NTS) return {text, strnlen(text, max_bytes + 1)};
    return {text, std::min(length, max_bytes + 1)};
}

std::string Input::text(const char* text, std::size_t length, std::string_view name, std::size_t max_bytes) const {
    return std::string(view(text, length, name, max_bytes));
}

std::vector<Id> Input::ids(const char* const* texts, const std::size_t* lengths, std::size_t count,
                           std::string_view name) const {
    std::vector<Id> read;
    const FieldPath path = path_.member(name);
    if (!can_read(texts, count, path)) return read;
    read.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        const FieldPath item = path.item(i);
        read.push_back(Input(item, findings_).id(texts[i], lengths == nullptr ? BO_NTS : lengths[i], {}));
    }
    return read;
}

void Input::zero(std::uint64_t value, std::string_view name) const {
    if (value != 0) refuse(Status::reserved, name, "must have no bits this library does not know");
}

void Input::refuse(Status status, std::string_view name, std::string_view what) const {
    findings_.add(status, name.empty() ? path_ : path_.member(name), what);
}

bool Input::can_read(const void* given, std::size_t count, const FieldPath& path) const {
    if (count > 0 && given == nullptr)
        findings_.add(Status::null_argument, path, "is NULL");
    else if (count > max_items)
        findings_.add(Status::limit, path, "has more than 10000 items");
    return count > 0 && given != nullptr && count <= max_items;
}

}  // namespace backorder::abi
