#include "service/request/json.hpp"

#include "service/request/json_reader.hpp"
#include "service/request/json_text.hpp"
#include "support/json_writer.hpp"
#include "support/text_check.hpp"

#include <boost/json/value.hpp>

#include <utility>

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
    for (const T& item : items)
        write(to, item, extent);
    to.end_array();
}

template <Described T>
void write(JsonWriter& to, const T& from, Extent extent) {
    to.begin_object();
    for_each_member(from, [&](std::string_view name, const auto& member) {
        if (extent == Extent::what_was_said && is_unsaid(member))
            return;
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
    return {Status::unknown_operation, "there is no operation \"" + std::string(name) + "\"", {{{"operation", std::string(name)}}}};
}

}  // namespace

std::optional<Request> read_request(std::string_view operation, std::string_view json, Findings& findings) {
    const Outcome<json::object> body = parse_object(json);
    std::optional<Request> request = new_request(operation);
    if (!body)
        findings.add(body.error());
    else if (!request)
        findings.add(unknown_operation(operation));
    if (!body || !request)
        return std::nullopt;
    std::visit([&](auto& asked) { read_members(*body, {}, findings, asked); }, *request);
    return request;
}

std::string request_text(const Request& request) { return text_of(request, Extent::full); }

std::string short_request_text(const Request& request) { return text_of(request, Extent::what_was_said); }

}  // namespace backorder
