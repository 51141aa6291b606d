#include "support/page.hpp"

#include <boost/test/unit_test.hpp>

#include <cstdlib>
#include <fstream>
#include <regex>
#include <sstream>

namespace backorder::test {

namespace {

constexpr const char* example_end = "<!-- /example -->";

std::string source(const std::string& path) {
    const char* root = std::getenv("BACKORDER_SOURCE");
    BOOST_REQUIRE_MESSAGE(root != nullptr, "BACKORDER_SOURCE is not set: where the sources are");
    return std::string(root) + "/" + path;
}

std::string example_begin(const std::string& name) { return "<!-- example: " + name + " -->"; }

const char* type_name(const json::value& value) {
    if (value.is_bool()) return "flag";
    if (value.is_int64()) return "integer";
    return value.is_string() ? "text" : "array";
}

void add_members(const std::string& path, const json::value& value, std::map<std::string, std::string>& to) {
    if (const auto* object = value.if_object()) {
        for (const auto& [name, member] : *object)
            add_members(path + (path.empty() ? "" : ".") + std::string(name), member, to);
        return;
    }
    if (const auto* array = value.if_array())
        for (const json::value& element : *array) add_members(path + "[]", element, to);
    else
        to[path] = type_name(value);
}

}  // namespace

std::string source_text(const std::string& path) {
    std::ifstream file(source(path));
    BOOST_REQUIRE_MESSAGE(file.good(), path << " can not be read");
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

Page::Page(std::string path) : path_(std::move(path)), text_(source_text(path_)) {}

void Page::check_example(const std::string& name, const std::string& text) {
    const std::string begin = example_begin(name) + "\n";
    const auto from = text_.find(begin);
    BOOST_REQUIRE_MESSAGE(from != std::string::npos, path_ << " has no example " << name);
    const auto to = text_.find(example_end, from);
    BOOST_REQUIRE(to != std::string::npos);
    const std::string there = text_.substr(from + begin.size(), to - from - begin.size());
    if (there == text) return;
    if (std::getenv("BACKORDER_ACCEPT") == nullptr) {
        BOOST_ERROR(path_ << ", example " << name << ":\n"
                          << there << "is not what is made now (BACKORDER_ACCEPT=1 puts it there):\n"
                          << text);
        return;
    }
    text_.replace(from + begin.size(), there.size(), text);
    std::ofstream(source(path_)) << text_;
}

std::vector<std::string> Page::examples() const {
    static const std::regex mark("<!-- example: (\\S+) -->");
    std::vector<std::string> names;
    for (std::sregex_iterator at(text_.begin(), text_.end(), mark), end; at != end; ++at) names.push_back((*at)[1]);
    return names;
}

std::map<std::string, std::string> Page::sections() const {
    static const std::regex heading("^### `([^`]+)`$");
    std::map<std::string, std::string> found;
    std::istringstream lines(text_);
    std::string* section = nullptr;
    for (std::string line; std::getline(lines, line);) {
        std::smatch match;
        if (std::regex_match(line, match, heading))
            section = &found[match[1]];
        else if (line.starts_with("#"))
            section = nullptr;
        else if (section != nullptr)
            *section += line + "\n";
    }
    return found;
}

std::string json_block(const json::object& shown) {
    std::string text = "```json\n{";
    for (const auto& [name, value] : shown)
        text += (text.back() == '{' ? "\n  " : ",\n  ") + json::serialize(json::string(name)) + ": " +
                json::serialize(value);
    return text + "\n}\n```\n";
}

std::map<std::string, std::string> members_of(const json::object& body) {
    std::map<std::string, std::string> members;
    add_members("", body, members);
    return members;
}

std::map<std::string, std::string> rows_of(const std::string& section) {
    static const std::regex row("^\\| `([^|`]+)` \\| ([^|]+) \\|");
    std::map<std::string, std::string> rows;
    std::istringstream lines(section);
    for (std::string line; std::getline(lines, line);) {
        std::smatch match;
        if (std::regex_search(line, match, row)) rows[match[1]] = match[2];
    }
    return rows;
}

}  // namespace backorder::test
