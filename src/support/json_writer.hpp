#pragma once
// JSON text written from left to right, for what is written with every call.

#include <cstdint>
#include <string>
#include <string_view>

namespace backorder {

/// Values and members follow each other; commas come by themselves. Texts are UTF-8.
class JsonWriter {
public:
    JsonWriter& begin_object() { return open('{'); }
    JsonWriter& end_object() { return close('}'); }
    JsonWriter& begin_array() { return open('['); }
    JsonWriter& end_array() { return close(']'); }

    /// The next value is this member's.
    JsonWriter& key(std::string_view name);

    JsonWriter& text(std::string_view value);
    JsonWriter& integer(std::int64_t value);
    JsonWriter& flag(bool value) { return raw(value ? "true" : "false"); }
    JsonWriter& null() { return raw("null"); }

    /// A value that is JSON already.
    JsonWriter& raw(std::string_view json);

    JsonWriter& member(std::string_view name, std::string_view value) { return key(name).text(value); }
    JsonWriter& member(std::string_view name, std::int64_t value) { return key(name).integer(value); }

    std::string take() { return std::move(text_); }

private:
    JsonWriter& open(char bracket);
    JsonWriter& close(char bracket);
    void separate();
    void quote(std::string_view value);

    std::string text_;
    bool first_ = true;  ///< nothing stands before the next value in its array or object
};

}  // namespace backorder
