#pragma once
// A server between library and PostgreSQL that hands on everything, but steals the answers to some COMMITs.

#include <atomic>
#include <string>
#include <thread>
#include <vector>

namespace backorder::test {

/// Listens on a Unix socket of its own. A connection whose COMMIT's answer was stolen is cut.
class CommitThief {
public:
    /// `socket` is PostgreSQL's socket file; the first `thefts` COMMITs are done but not answered.
    CommitThief(const std::string& socket, int thefts);
    ~CommitThief();
    CommitThief(const CommitThief&) = delete;
    CommitThief& operator=(const CommitThief&) = delete;

    /// The folder to give as `host`.
    const std::string& folder() const { return folder_; }
    int stolen() const { return stolen_; }

private:
    void accept_all();
    void serve(int client);

    const std::string socket_;
    const int thefts_;
    std::string folder_;
    int listener_ = -1;
    std::atomic<int> stolen_ = 0;
    std::vector<std::thread> servers_;
    std::thread acceptor_;
};

}  // namespace backorder::test
