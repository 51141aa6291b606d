#include "service/request_json.hpp"

#include "service/json_reader.hpp"
#include "service/json_text.hpp"

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>

#include <utility>

namespace backorder {
namespace {

namespace json = boost::json;

json::value write(const std::string& text) { return json::value(std::string_view(text)); }
json::value write(bool flag) { return flag; }
json::value write(std::int64_t number) { return number; }
json::value write(const Id& id) { return write(id.value); }
json::value write(const OptionalId& id) { return write(id.value); }
json::value write(const Quantity& quantity) { return quantity.value; }
json::value write(const Units& units) { return units.said ? json::value(units.value) : json::value(nullptr); }

template <class T>
json::value write(const std::optional<T>& value) {
    return value ? write(*value) : json::value(nullptr);
}

template <Described T>
json::object write_members(const T& from);

template <Described T>
json::value write(const T& from) {
    return write_members(from);
}

template <class T>
json::value write(const std::vector<T>& items) {
    json::array written;
    written.reserve(items.size());
    for (const T& item : items)
        written.push_back(write(item));
    return written;
}

template <Described T>
json::object write_members(const T& from) {
    json::object written;
    for_each_member(from, [&](std::string_view name, const auto& member) { written.emplace(name, write(member)); });
    return written;
}

}  // namespace

Outcome<Request> read_request(std::string_view operation, std::string_view json) {
    const Outcome<json::object> body = parse_object(json);
    if (!body)
        return body.error();
    std::optional<Request> request = new_request(operation);
    if (!request)
        return Refusal{Status::unknown_operation, "there is no operation of that name"};
    Findings findings;
    std::visit([&](auto& asked) { read_members(*body, {}, findings, asked); }, *request);
    if (const Outcome<void> read = findings.outcome(); !read)
        return read.error();
    return *std::move(request);
}

json::object write_request(const Request& request) {
    return std::visit([](const auto& asked) { return write_members(asked); }, request);
}

}  // namespace backorder
