#include "service/request/json.hpp"

#include "service/request/json_reader.hpp"
#include "support/json_writer.hpp"
#include "support/text.hpp"

#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/value.hpp>
#include <boost/json/value_stack.hpp>

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace backorder {

namespace {

namespace json = boost::json;

void write(JsonWriter& to, const std::string& text) { to.text(text); }
void write(JsonWriter& to, bool flag) { to.flag(flag); }
void write(JsonWriter& to, std::int64_t number) { to.integer(number); }
void write(JsonWriter& to, const Id& id) { to.text(id.value); }
void write(JsonWriter& to, const OptionalId& id) { to.text(id.value); }
void write(JsonWriter& to, const Quantity& quantity) { to.integer(quantity.value); }
void write(JsonWriter& to, const Units& units) { units.said ? to.integer(units.value) : to.null(); }

template <class T>
void write(JsonWriter& to, const std::optional<T>& value) {
    if (value)
        write(to, *value);
    else
        to.null();
}

enum class Extent : std::uint8_t { full, what_was_said };

bool is_unsaid(const std::string& text) { return text.empty(); }
bool is_unsaid(bool flag) { return !flag; }
bool is_unsaid(std::int64_t number) { return number == 0; }
bool is_unsaid(const Id& id) { return id.value.empty(); }
bool is_unsaid(const OptionalId& id) { return id.value.empty(); }
bool is_unsaid(const Quantity& quantity) { return quantity.value == 0; }
bool is_unsaid(const Units& units) { return !units.said; }
template <class T>
bool is_unsaid(const std::optional<T>& value) {
    return !value;
}
template <class T>
bool is_unsaid(const std::vector<T>& items) {
    return items.empty();
}

template <Described T>
void write(JsonWriter& to, const T& from, Extent extent);

template <class T>
void write(JsonWriter& to, const T& member, Extent) {
    write(to, member);
}

template <class T>
void write(JsonWriter& to, const std::vector<T>& items, Extent extent) {
    to.begin_array();
    for (const T& item : items) write(to, item, extent);
    to.end_array();
}

template <Described T>
void write(JsonWriter& to, const T& from, Extent extent) {
    to.begin_object();
    for_each_member(from, [&](std::string_view name, const auto& member) {
        if (extent == Extent::what_was_said && is_unsaid(member)) return;
        to.key(name);
        write(to, member, extent);
    });
    to.end_object();
}

std::string text_of(const Request& request, Extent extent) {
    JsonWriter writer;
    std::visit([&](const auto& asked) { write(writer, asked, extent); }, request);
    return writer.take();
}

/// Names what was asked for if it can be told as a text.
Refusal unknown_operation(std::string_view name) {
    if (name.empty() || !text_fault(name, max_id_bytes).empty())
        return {Status::unknown_operation, "there is no operation of that name"};
    return {Status::unknown_operation,
            "there is no operation \"" + std::string(name) + "\"",
            {{{"operation", std::string(name)}}}};
}

}  // namespace

std::optional<Request> read_request(std::string_view operation, std::string_view json, Findings& findings) {
    const Outcome<json::object> body = parse_object(json);
    std::optional<Request> request = new_request(operation);
    if (!body)
        findings.add(body.error());
    else if (!request)
        findings.add(unknown_operation(operation));
    if (!body || !request) return std::nullopt;
    std::visit([&](auto& asked) { read_members(*body, {}, findings, asked); }, *request);
    return request;
}

std::string request_text(const Request& request) { return text_of(request, Extent::full); }

std::string short_request_text(const Request& request) { return text_of(request, Extent::what_was_said); }

namespace {

namespace json = boost::json;
using Error = json::error_code;

/// Builds the value as Boost.JSON's own parser does, and notices a name that stands twice in one object.
/// Member names are those basic_parser calls.
class Builder {
public:
    static constexpr std::size_t max_object_size = json::object::max_size();
    static constexpr std::size_t max_array_size = json::array::max_size();
    static constexpr std::size_t max_key_size = json::string::max_size();
    static constexpr std::size_t max_string_size = json::string::max_size();

    Builder() { stack_.reset(); }

    json::value release() { return stack_.release(); }
    const std::string& twice() const { return twice_; }
    bool has_twice() const { return has_twice_; }

    bool on_document_begin(Error&) { return true; }
    bool on_document_end(Error&) { return true; }
    bool on_array_begin(Error&) { return true; }
    bool on_array_end(std::size_t size, Error&) { return stack_.push_array(size), true; }
    bool on_object_begin(Error&) { return true; }
    bool on_object_end(std::size_t size, Error&) {
        notice_twice(size);
        stack_.push_object(size);
        return true;
    }
    bool on_key_part(json::string_view part, std::size_t, Error&) {
        name_.append(part.data(), part.size());
        stack_.push_chars(part);
        return true;
    }
    bool on_key(json::string_view part, std::size_t, Error&) {
        names_.push_back(std::exchange(name_, {}).append(part.data(), part.size()));
        stack_.push_key(part);
        return true;
    }
    bool on_string_part(json::string_view part, std::size_t, Error&) { return stack_.push_chars(part), true; }
    bool on_string(json::string_view part, std::size_t, Error&) { return stack_.push_string(part), true; }
    bool on_number_part(json::string_view, Error&) { return true; }
    bool on_int64(std::int64_t value, json::string_view, Error&) { return stack_.push_int64(value), true; }
    bool on_uint64(std::uint64_t value, json::string_view, Error&) { return stack_.push_uint64(value), true; }
    /// 2.0 and 1e3 are whole: the text tells, which is all of the number where the JSON text comes in one piece.
    bool on_double(double value, json::string_view text, Error&) {
        const WholeNumber number = whole_number(text);
        number.spelled == Spelled::whole ? stack_.push_int64(number.value) : stack_.push_double(value);
        return true;
    }
    bool on_bool(bool value, Error&) { return stack_.push_bool(value), true; }
    bool on_null(Error&) { return stack_.push_null(), true; }
    bool on_comment_part(json::string_view, Error&) { return true; }
    bool on_comment(json::string_view, Error&) { return true; }

private:
    /// The last `size` names are those of the object that ends.
    void notice_twice(std::size_t size) {
        const auto first = names_.end() - static_cast<std::ptrdiff_t>(size);
        std::sort(first, names_.end());
        const auto found = std::adjacent_find(first, names_.end());
        if (found != names_.end()) {
            twice_ = *found;
            has_twice_ = true;
        }
        names_.erase(first, names_.end());
    }

    json::value_stack stack_;
    std::string name_;
    std::vector<std::string> names_;
    std::string twice_;
    bool has_twice_ = false;
};

Refusal not_json(const Error& error, std::size_t at) {
    if (error == json::error::too_deep)
        return {Status::limit, "the JSON text is nested deeper than " + std::to_string(max_json_depth) + " levels"};
    return {Status::json, "not JSON: " + error.message() + " at byte " + std::to_string(at)};
}

json::parse_options strict() {
    json::parse_options options;
    options.max_depth = max_json_depth;
    return options;
}

Outcome<json::value> parse(std::string_view text) {
    json::basic_parser<Builder> parser(strict());
    Error error;
    const std::size_t parsed = parser.write_some(false, text.data(), text.size(), error);
    if (!error && parsed < text.size()) error = json::error::extra_data;
    if (error) return not_json(error, parsed);
    const Builder& built = parser.handler();
    if (built.has_twice())
        return Refusal{
            Status::json, "the member " + built.twice() + " stands twice in an object", {{{"field", built.twice()}}}};
    return parser.handler().release();
}

}  // namespace

Outcome<json::object> parse_object(std::string_view text) {
    if (text.size() > max_json_bytes) return Refusal{Status::limit, "the JSON text is longer than 16 MiB"};
    if (text.empty()) return json::object{};
    Outcome<json::value> parsed = parse(text);
    if (!parsed) return parsed.error();
    if (!parsed->is_object()) return Refusal{Status::json, "the JSON text must be an object"};
    return std::move(parsed->get_object());
}

}  // namespace backorder
