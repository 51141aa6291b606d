#include "commit_thief.hpp"

#include <array>
#include <filesystem>
#include <poll.h>
#include <stdexcept>
#include <string_view>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace backorder::test {

namespace {

constexpr std::string_view commit("COMMIT\0", 7);  // with the end of the query, unlike READ COMMITTED

sockaddr_un address_of(const std::string& path) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    path.copy(address.sun_path, sizeof address.sun_path - 1);
    return address;
}

int connect_to(const std::string& path) {
    const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const auto address = address_of(path);
    if (::connect(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
        throw std::runtime_error("no PostgreSQL at " + path);
    return fd;
}

int listen_at(const std::string& path) {
    const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const auto address = address_of(path);
    if (::bind(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0 || ::listen(fd, 16) != 0)
        throw std::runtime_error("can not listen at " + path);
    return fd;
}

/// What could be read at once; empty at the end.
std::string receive(int fd) {
    std::array<char, 65536> bytes{};
    const auto count = ::recv(fd, bytes.data(), bytes.size(), 0);
    return {bytes.data(), count > 0 ? static_cast<std::size_t>(count) : 0};
}

void send_all(int fd, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto count = ::send(fd, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (count <= 0) return;
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
}

}  // namespace

CommitThief::CommitThief(const std::string& socket, int thefts) : socket_(socket), thefts_(thefts) {
    std::string name = "/tmp/commit-thief-XXXXXX";
    folder_ = ::mkdtemp(name.data());
    listener_ = listen_at(folder_ + "/.s.PGSQL.5432");
    acceptor_ = std::thread([this] { accept_all(); });
}

CommitThief::~CommitThief() {
    ::shutdown(listener_, SHUT_RDWR);
    acceptor_.join();
    for (auto& server : servers_) server.join();
    ::close(listener_);
    std::filesystem::remove_all(folder_);
}

void CommitThief::accept_all() {
    for (int client = 0; (client = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC)) >= 0;)
        servers_.emplace_back([this, client] { serve(client); });
}

void CommitThief::serve(int client) {
    const int server = connect_to(socket_);
    std::array<pollfd, 2> ends{{{client, POLLIN, 0}, {server, POLLIN, 0}}};
    bool stealing = false;
    while (::poll(ends.data(), ends.size(), -1) > 0) {
        const bool from_client = ends[0].revents != 0;
        const std::string bytes = receive(from_client ? client : server);
        if (bytes.empty() || (stealing && !from_client)) break;
        if (from_client && bytes.find(commit) != std::string::npos && stolen_ < thefts_) {
            ++stolen_;
            stealing = true;
        }
        send_all(from_client ? server : client, bytes);
    }
    ::close(client);
    ::close(server);
}

}  // namespace backorder::test
