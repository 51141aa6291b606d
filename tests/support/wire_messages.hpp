#pragma once
// Bytes of PostgreSQL's protocol, version 3.

#include <string>
#include <string_view>

namespace backorder::test {

/// What a client sends, taken off piece by piece.
class ClientBytes {
public:
    void append(std::string_view bytes) { bytes_ += bytes; }

    /// The next piece, "" if not all of it is there: a message of the start, or all messages until the client waits.
    std::string take();

private:
    std::size_t end_of_message(std::size_t from) const;

    std::string bytes_;
    bool started_ = false;
};

/// Is it one the client waits for with a statement in it?
bool is_request(std::string_view piece);

/// The statement's text or, prepared, its name.
std::string statement_of(std::string_view request);

/// A request that the server answers with this error.
std::string failing_request(const std::string& sqlstate);

/// The same answer but for an error in its place. It is whole.
std::string with_error(std::string_view answer, const std::string& sqlstate);

/// Is the server ready for the next request?
bool is_whole(std::string_view answer);

}  // namespace backorder::test
