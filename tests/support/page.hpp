#pragma once
// A page of documentation whose examples are made by a test: each stands between <!-- example: NAME --> and <!--
// /example -->. Run with BACKORDER_ACCEPT=1 the test writes them anew.

#include <boost/json.hpp>

#include <map>
#include <string>
#include <vector>

namespace backorder::test {

namespace json = boost::json;

class Page {
public:
    /// Its place in the sources.
    explicit Page(std::string path);

    /// Checks that this example stands there, or puts it there.
    void check_example(const std::string& name, const std::string& text);

    std::vector<std::string> examples() const;

    /// Sections by their headings "### `name`", without the examples.
    std::map<std::string, std::string> sections() const;

private:
    const std::string path_;
    std::string text_;
};

/// A member a line, as a block of JSON.
std::string json_block(const json::object& shown);

/// "before.state", "lines[].line" and so on: what is in there, with its type.
std::map<std::string, std::string> members_of(const json::object& body);

/// Rows of the tables in a section: the first cell, without backticks, and the second.
std::map<std::string, std::string> rows_of(const std::string& section);

/// The text of a file in the sources.
std::string source_text(const std::string& path);

}  // namespace backorder::test
