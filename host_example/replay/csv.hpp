#pragma once
// Comma-separated values as RFC 4180 has them: fields may be quoted, "" within quotes is a quote, quotes may span
// lines.

#include <istream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace replay {

/// "file:line: what is wrong", to be shown as it is.
class FileError : public std::runtime_error {
public:
    FileError(const std::string& file, std::size_t line, const std::string& message)
        : std::runtime_error(file + ":" + std::to_string(line) + ": " + message) {}
};

class CsvReader {
public:
    CsvReader(std::istream& in, std::string name) : in_(in), name_(std::move(name)) { skip_byte_order_mark(); }

    /// The next record, empty lines left out; false at the end. Throws FileError.
    bool next(std::vector<std::string>& fields);

    /// Where the record that was read last begins.
    std::size_t line() const { return record_line_; }

    /// Refuses a text that ought to be one field and shows that something else separates them.
    void check_separator(std::string_view text) const;

    [[noreturn]] void refuse(const std::string& message) const { throw FileError(name_, record_line_, message); }

private:
    void skip_byte_order_mark();
    bool next_line(std::string& text);
    void split(std::string text, std::vector<std::string>& fields);
    std::string quoted_field(std::string& text, std::size_t& at);

    std::istream& in_;
    std::string name_;
    std::size_t lines_read_ = 0;
    std::size_t record_line_ = 1;
};

}  // namespace replay
