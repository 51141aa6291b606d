#pragma once
// A wire between library and server that counts what goes over it, and breaks where it is told to.

#include <list>
#include <mutex>
#include <string>
#include <thread>

namespace backorder::test {

/// Where the wire breaks. A transaction's statements are BEGIN, ..., the write, COMMIT.
enum class Break {
    never,
    before_the_write,    ///< the write arrives nowhere, the connection is cut
    before_commit,       ///< the write is done and answered, the connection is cut
    commit_lost,         ///< COMMIT arrives nowhere, the connection is cut
    answer_lost,         ///< COMMIT is done, its answer arrives nowhere, the connection is cut
    swallow_at_write,    ///< from the write on nothing arrives anywhere, the connection stays
    swallow_at_commit,   ///< from COMMIT on nothing arrives anywhere, the connection stays
    swallow_the_answer,  ///< COMMIT is done, but from there on nothing arrives anywhere, the connection stays
};

/// What becomes of connections made after the wire broke.
enum class Afterwards { works, refuses, swallows };

/// A Unix socket that stands for that of the server. Statements are recognised by their text: open with "prepare" off.
class RawWire {
public:
    explicit RawWire(const std::string& database);
    ~RawWire();
    RawWire(const RawWire&) = delete;
    RawWire& operator=(const RawWire&) = delete;

    /// The same database through the wire.
    const std::string& url() const { return url_; }

    /// From now on, the next so many times.
    void plan(Break where, Afterwards afterwards = Afterwards::works, int times = 1);

    /// Connections made from now on.
    void make(Afterwards what);

    int breaks() const;        ///< how often it broke
    int round_trips() const;   ///< requests so far that the client waits for: Query and Sync messages
    int connections() const;  ///< made so far

private:
    struct Link;
    void accept_all();
    void serve(Link& link);
    bool pass_request(Link& link);
    bool pass_answer(Link& link);
    bool handle(Link& link, const std::string& message);
    Break strike(const std::string& message);

    std::string folder_;
    std::string url_;
    std::string server_host_, server_port_;
    int listener_ = -1;
    mutable std::mutex mutex_;
    Break planned_ = Break::never;
    Afterwards then_ = Afterwards::works, now_ = Afterwards::works;
    int times_ = 0, breaks_ = 0, round_trips_ = 0, connections_ = 0;
    bool ending_ = false;
    std::list<std::thread> links_;
    std::thread acceptor_;
};

}  // namespace backorder::test
