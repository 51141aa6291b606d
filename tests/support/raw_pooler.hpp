#pragma once
// PgBouncer in transaction mode between hosts and a server.

#include <string>

namespace backorder::test {

/// One connection of the server for all clients of a database and role. Ended and removed at the end.
class RawPooler {
public:
    /// `settings`: further lines of its configuration.
    explicit RawPooler(const std::string& database, const std::string& settings = {});
    ~RawPooler();
    RawPooler(const RawPooler&) = delete;
    RawPooler& operator=(const RawPooler&) = delete;

    /// The same database through the pooler.
    const std::string& url() const { return url_; }

private:
    std::string folder_;
    std::string url_;
};

}  // namespace backorder::test
