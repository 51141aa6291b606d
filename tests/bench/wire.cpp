#include "wire.hpp"

#include "postgres.hpp"

#include <libpq-fe.h>

#include <array>
#include <cstring>
#include <memory>
#include <stdexcept>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace bench {

namespace {

sockaddr_un address(const std::string& path) {
    sockaddr_un made{};
    made.sun_family = AF_UNIX;
    if (path.size() >= sizeof made.sun_path) throw std::runtime_error("the path of a socket is too long");
    std::memcpy(made.sun_path, path.data(), path.size());
    return made;
}

template <class Do>
int socket_that(const Do& does, const std::string& path) {
    const sockaddr_un there = address(path);
    const int made = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (made < 0 || does(made, reinterpret_cast<const sockaddr*>(&there), sizeof there) != 0)
        throw std::runtime_error(path + ": " + std::strerror(errno));
    return made;
}

/// Where the server's socket is: the host of the connection string.
std::string socket_of(const std::string& server) {
    const std::unique_ptr<PGconn, decltype(&PQfinish)> connection(PQconnectdb(server.c_str()), PQfinish);
    if (PQstatus(connection.get()) != CONNECTION_OK) throw std::runtime_error(PQerrorMessage(connection.get()));
    return std::string(PQhost(connection.get())) + "/.s.PGSQL." + PQport(connection.get());
}

bool pass(int to, const char* bytes, std::size_t count) {
    while (count > 0) {
        const ssize_t sent = send(to, bytes, count, MSG_NOSIGNAL);
        if (sent <= 0) return false;
        bytes += sent;
        count -= static_cast<std::size_t>(sent);
    }
    return true;
}

/// Messages are a letter, four bytes of length that count themselves, and the rest. They come in pieces.
class Messages {
public:
    template <class See>
    void feed(const char* bytes, std::size_t count, const See& see) {
        for (std::size_t i = 0; i < count;) {
            if (head_ < header_.size()) {
                header_[head_++] = static_cast<unsigned char>(bytes[i++]);
                if (head_ < header_.size()) continue;
                left_ = (std::size_t{header_[1]} << 24 | std::size_t{header_[2]} << 16 | std::size_t{header_[3]} << 8 |
                         header_[4]) -
                        4;
                see(static_cast<char>(header_[0]));
            }
            const std::size_t skipped = std::min(left_, count - i);
            left_ -= skipped;
            i += skipped;
            if (left_ == 0) head_ = 0;
        }
    }

private:
    std::array<unsigned char, 5> header_{};
    std::size_t head_ = 0, left_ = 0;
};

}  // namespace

Wire::Wire(const std::string& server) : server_path_(socket_of(server)) {
    char folder[] = "/tmp/bench-wire-XXXXXX";
    if (mkdtemp(folder) == nullptr) throw std::runtime_error("no folder for a socket");
    folder_ = folder;
    path_ = folder_ + "/.s.PGSQL.5432";
    listener_ = socket_that(bind, path_);
    listen(listener_, SOMAXCONN);
    url_ = changed(server, {{"host", folder_}, {"port", "5432"}});
    acceptor_ = std::thread([this] { accept_all(); });
}

Wire::~Wire() {
    shutdown(listener_, SHUT_RDWR);
    acceptor_.join();
    for (std::thread& carrier : carriers_) carrier.join();
    close(listener_);
    unlink(path_.c_str());
    rmdir(folder_.c_str());
}

void Wire::accept_all() {
    for (int client = accept(listener_, nullptr, nullptr); client >= 0; client = accept(listener_, nullptr, nullptr)) {
        const int server = socket_that(connect, server_path_);
        carriers_.emplace_back([this, client, server] {
            std::thread answers([&] { carry_answers(server, client); });
            carry_requests(client, server);
            answers.join();
            close(client);
            close(server);
        });
    }
}

void Wire::carry_requests(int client, int server) {
    std::array<char, 65536> bytes;
    for (ssize_t got; (got = recv(client, bytes.data(), bytes.size(), 0)) > 0;)
        if (!pass(server, bytes.data(), static_cast<std::size_t>(got))) break;
    shutdown(server, SHUT_WR);
}

void Wire::carry_answers(int server, int client) {
    std::array<char, 65536> bytes;
    Messages messages;
    for (ssize_t got; (got = recv(server, bytes.data(), bytes.size(), 0)) > 0;) {
        messages.feed(bytes.data(), static_cast<std::size_t>(got), [this](char letter) {
            statements_ += letter == 'C' ? 1 : 0;
            round_trips_ += letter == 'Z' ? 1 : 0;
        });
        if (!pass(client, bytes.data(), static_cast<std::size_t>(got))) break;
    }
    shutdown(client, SHUT_WR);
}

}  // namespace bench
