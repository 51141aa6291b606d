#pragma once
// A socket between clients and their server that counts what the server answers.

#include <atomic>
#include <cstdint>
#include <list>
#include <mutex>
#include <string>
#include <thread>

namespace bench {

class Wire {
public:
    explicit Wire(const std::string& server);
    /// All clients must be gone.
    ~Wire();
    Wire(const Wire&) = delete;
    Wire& operator=(const Wire&) = delete;

    /// The way through this wire.
    const std::string& url() const { return url_; }

    std::uint64_t statements() const { return statements_; }    ///< that were done so far
    std::uint64_t round_trips() const { return round_trips_; }  ///< so far: a client waited for the server to be ready

private:
    void accept_all();
    void carry_requests(int client, int server);
    void carry_answers(int server, int client);

    std::string folder_, path_, server_path_, url_;
    int listener_ = -1;
    std::atomic<std::uint64_t> statements_ = 0, round_trips_ = 0;
    std::list<std::thread> carriers_;
    std::thread acceptor_;
};

}  // namespace bench
