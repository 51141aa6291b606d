#pragma once
// PostgreSQL servers of a test's own.

#include <string>
#include <vector>

namespace backorder::test {

/// A server in a folder of its own, ended and removed at the end.
class RawServer {
public:
    explicit RawServer(const std::string& name);

    /// A standby: a copy of the primary that follows it.
    RawServer(const std::string& name, const RawServer& primary);
    ~RawServer();
    RawServer(const RawServer&) = delete;
    RawServer& operator=(const RawServer&) = delete;

    void start();
    void stop();

    /// In the middle of whatever it does: SIGQUIT is its own "immediate" end, SIGKILL takes all its processes.
    void kill(int signal) const;

    const std::string& url() const { return url_; }

    /// As url, but of the superuser.
    std::string superuser() const;

private:
    std::string folder_;
    std::string url_;
};

}  // namespace backorder::test
