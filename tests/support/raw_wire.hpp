#pragma once
// A wire between library and server that counts what goes over it, and fails where it is told to. It knows where
// messages of the protocol end: what fails is a request, all that the client sends until it waits.

#include <atomic>
#include <cstddef>
#include <list>
#include <mutex>
#include <ostream>
#include <string>
#include <thread>
#include <vector>

namespace backorder::test {

/// What becomes of a request.
enum class Fault {
    none,
    refused,         ///< the server answers it with an error
    misreported,     ///< it is done, but answered with an error
    cut_before,      ///< it arrives nowhere, the connection is cut
    cut_after,       ///< it is done, its answer arrives nowhere, the connection is cut
    cut_behind,      ///< it is done and answered, then the connection is cut
    silence_before,  ///< from it on nothing arrives anywhere, the connection stays
    silence_after,   ///< it is done, from its answer on nothing arrives anywhere, the connection stays
};

std::ostream& operator<<(std::ostream& out, Fault fault);

/// What becomes of connections made after the wire failed.
enum class Afterwards { works, refuses, swallows };

struct WirePlan {
    Fault fault = Fault::none;
    int request = 1;          ///< fails: the first from now on, the second, ...
    bool of_commits = false;  ///< only COMMITs of changes are counted
    std::string sqlstate{};   ///< of refused and misreported
    Afterwards then = Afterwards::works;
    int times = 1;  ///< each counted from the one before
};

struct WireRequest {
    std::string statement;  ///< its text or, prepared, its name
    bool commits = false;   ///< a change
};

/// A Unix socket that stands for that of the server.
class RawWire {
public:
    explicit RawWire(const std::string& database);
    ~RawWire();
    RawWire(const RawWire&) = delete;
    RawWire& operator=(const RawWire&) = delete;

    /// The same database through the wire.
    const std::string& url() const { return url_; }

    /// Counting begins here.
    void plan(const WirePlan& plan);

    /// Connections made from now on.
    void make(Afterwards what);

    int faults() const;       ///< how often the plan's came true
    int connections() const;  ///< made so far

    std::vector<WireRequest> requests() const;  ///< arrived here since the last plan

    std::size_t answered() const { return answered_; }  ///< bytes that the server sent since the last plan

private:
    struct Link;
    void accept_all();
    void serve(Link& link);
    bool pass_request(Link& link);
    bool pass_answer(Link& link);
    bool hand_on(Link& link, const std::string& request);
    bool answer_in_full(Link& link) const;
    Fault strike(Link& link, const std::string& request);

    std::string folder_;
    std::string url_;
    std::string server_host_, server_port_;
    int listener_ = -1;
    mutable std::mutex mutex_;
    WirePlan plan_;
    Afterwards now_ = Afterwards::works;
    std::vector<WireRequest> requests_;
    int counted_ = 0, faults_ = 0, connections_ = 0;
    std::atomic<std::size_t> answered_{0};
    bool ending_ = false;
    std::list<std::thread> links_;
    std::thread acceptor_;
};

}  // namespace backorder::test
