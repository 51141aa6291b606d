#include "support/raw_wire.hpp"

#include "support/raw_host.hpp"
#include "support/wire_messages.hpp"

#include <array>
#include <filesystem>
#include <netdb.h>
#include <poll.h>
#include <stdexcept>
#include <string_view>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#include <utility>

namespace backorder::test {

namespace {

constexpr int look_again_ms = 20;

sockaddr_un address_of(const std::string& path) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    path.copy(address.sun_path, sizeof address.sun_path - 1);
    return address;
}

int connect_unix(const std::string& path) {
    const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const auto address = address_of(path);
    return ::connect(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0 ? fd : (::close(fd), -1);
}

int connect_tcp(const std::string& host, const std::string& port) {
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    addrinfo* found = nullptr;
    if (::getaddrinfo(host.c_str(), port.c_str(), &hints, &found) != 0) return -1;
    int fd = ::socket(found->ai_family, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (::connect(fd, found->ai_addr, found->ai_addrlen) != 0) {
        ::close(fd);
        fd = -1;
    }
    ::freeaddrinfo(found);
    return fd;
}

int listen_at(const std::string& path) {
    const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const auto address = address_of(path);
    if (::bind(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0 || ::listen(fd, 256) != 0)
        throw std::runtime_error("cannot listen at " + path);
    return fd;
}

/// What is there; false at the end.
bool receive(int fd, std::string& into) {
    std::array<char, 65536> bytes{};
    const auto count = ::recv(fd, bytes.data(), bytes.size(), 0);
    into.append(bytes.data(), count > 0 ? static_cast<std::size_t>(count) : 0);
    return count > 0;
}

bool send_all(int fd, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto count = ::send(fd, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (count <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

}  // namespace

std::ostream& operator<<(std::ostream& out, Fault fault) {
    constexpr std::array names{"none",      "refused",    "misreported",    "cut before",
                               "cut after", "cut behind", "silence before", "silence after"};
    return out << names[static_cast<std::size_t>(fault)];
}

struct RawWire::Link {
    int client, server;
    bool silent = false;            ///< nothing arrives any more
    ClientBytes sent{};             ///< what the client sent and was not handed on
    std::string answer{};           ///< of the server, since the last request
    bool changing = false;          ///< the transaction is not of a question
    Fault at_answer = Fault::none;  ///< what happens when the server has answered
    std::string sqlstate{};         ///< of that
};

RawWire::RawWire(const std::string& database) {
    RawTarget target = raw_target(database);
    server_host_ = target["host"];
    server_port_ = target["port"].empty() ? "5432" : target["port"];
    folder_ = std::filesystem::temp_directory_path() / "bo_wire_XXXXXX";
    if (::mkdtemp(folder_.data()) == nullptr) throw std::runtime_error("no folder for a socket");
    target["host"] = folder_;
    target["port"] = "5432";
    url_ = to_string(target);
    listener_ = listen_at(folder_ + "/.s.PGSQL.5432");
    acceptor_ = std::thread([this] { accept_all(); });
}

RawWire::~RawWire() {
    {
        const std::lock_guard lock(mutex_);
        ending_ = true;
    }
    ::shutdown(listener_, SHUT_RDWR);
    acceptor_.join();
    for (std::thread& link : links_) link.join();
    ::close(listener_);
    std::filesystem::remove_all(folder_);
}

void RawWire::plan(const WirePlan& plan) {
    const std::lock_guard lock(mutex_);
    plan_ = plan;
    requests_.clear();
    answered_ = 0;
    counted_ = faults_ = 0;
}

void RawWire::make(Afterwards what) {
    const std::lock_guard lock(mutex_);
    now_ = what;
}

int RawWire::faults() const {
    const std::lock_guard lock(mutex_);
    return faults_;
}

int RawWire::connections() const {
    const std::lock_guard lock(mutex_);
    return connections_;
}

std::vector<WireRequest> RawWire::requests() const {
    const std::lock_guard lock(mutex_);
    return requests_;
}

void RawWire::accept_all() {
    for (int client = 0; (client = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC)) >= 0;) {
        const std::lock_guard lock(mutex_);
        ++connections_;
        if (now_ == Afterwards::refuses) {
            ::close(client);
            continue;
        }
        const bool silent = now_ == Afterwards::swallows;
        links_.emplace_back([this, client, silent] {
            const bool is_unix = server_host_.starts_with('/');
            Link link{client,
                      is_unix ? connect_unix(server_host_ + "/.s.PGSQL." + server_port_)
                              : connect_tcp(server_host_, server_port_),
                      silent};
            serve(link);
            ::close(link.client);
            ::close(link.server);
        });
    }
}

void RawWire::serve(Link& link) {
    std::array<pollfd, 2> ends{{{link.client, POLLIN, 0}, {link.server, POLLIN, 0}}};
    for (bool going = link.server >= 0; going;) {
        ::poll(ends.data(), link.silent ? 1 : ends.size(), look_again_ms);
        if (ends[0].revents != 0)
            going = pass_request(link);
        else if (!link.silent && ends[1].revents != 0)
            going = pass_answer(link);
        const std::lock_guard lock(mutex_);
        going = going && !ending_;
    }
}

bool RawWire::pass_request(Link& link) {
    std::string bytes;
    if (!receive(link.client, bytes)) return false;
    link.sent.append(bytes);
    for (std::string piece; !link.silent && !(piece = link.sent.take()).empty();)
        if (!(is_request(piece) ? hand_on(link, piece) : send_all(link.server, piece))) return false;
    return true;
}

bool RawWire::hand_on(Link& link, const std::string& request) {
    link.answer.clear();
    switch (link.at_answer = strike(link, request)) {
    case Fault::cut_before: return false;
    case Fault::silence_before: return link.silent = true;
    case Fault::refused: link.at_answer = Fault::none; return send_all(link.server, failing_request(link.sqlstate));
    default: return send_all(link.server, request);
    }
}

Fault RawWire::strike(Link& link, const std::string& request) {
    const std::string statement = statement_of(request);
    if (statement.starts_with("BEGIN")) link.changing = statement.find("READ ONLY") == std::string::npos;
    const bool commit = link.changing && statement.ends_with("COMMIT");
    const std::lock_guard lock(mutex_);
    requests_.push_back({statement, commit});
    counted_ += commit || !plan_.of_commits ? 1 : 0;
    if (plan_.fault == Fault::none || faults_ == plan_.times || counted_ < plan_.request) return Fault::none;
    counted_ = 0;
    ++faults_;
    now_ = plan_.then;
    link.sqlstate = plan_.sqlstate;
    return plan_.fault;
}

bool RawWire::pass_answer(Link& link) {
    std::string bytes;
    if (!receive(link.server, bytes)) return false;
    answered_ += bytes.size();
    if (link.at_answer == Fault::none) return send_all(link.client, bytes);
    link.answer += bytes;
    return !is_whole(link.answer) || answer_in_full(link);
}

bool RawWire::answer_in_full(Link& link) const {
    switch (std::exchange(link.at_answer, Fault::none)) {
    case Fault::cut_behind: send_all(link.client, link.answer); return false;
    case Fault::silence_after: return link.silent = true;
    case Fault::misreported: return send_all(link.client, with_error(link.answer, link.sqlstate));
    default: return false;
    }
}

}  // namespace backorder::test
