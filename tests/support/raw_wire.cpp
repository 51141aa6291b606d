#include "support/raw_wire.hpp"

#include "support/raw_host.hpp"

#include <array>
#include <cstdint>
#include <filesystem>
#include <netdb.h>
#include <poll.h>
#include <stdexcept>
#include <string_view>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace backorder::test {

namespace {

constexpr int look_again_ms = 20;
constexpr std::string_view commit{"Q\0\0\0\x0b" "COMMIT\0", 12};
constexpr std::string_view idle{"Z\0\0\0\x05", 5};

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
    if (::getaddrinfo(host.c_str(), port.c_str(), &hints, &found) != 0) {
        return -1;
    }
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
    if (::bind(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0 || ::listen(fd, 256) != 0) {
        throw std::runtime_error("cannot listen at " + path);
    }
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
        if (count <= 0) {
            return false;
        }
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

std::uint32_t length_at(std::string_view bytes, std::size_t at) {
    std::uint32_t length = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        length = length << 8 | static_cast<unsigned char>(bytes[at + i]);
    }
    return length;
}

bool is_write(std::string_view message) {
    return message.front() == 'P' && message.find("INSERT INTO calls") != std::string_view::npos;
}

}  // namespace

struct RawWire::Link {
    int client, server;
    std::string requests;                ///< what the client sent and was not handed on
    std::string answer;                  ///< of the server, since the last request
    bool started = false;                ///< past the message that has no type
    bool swallowing = false;             ///< nothing arrives any more
    Break at_answer = Break::never;  ///< what happens when the server has answered
};

RawWire::RawWire(const std::string& database) {
    RawTarget target = raw_target(database);
    server_host_ = target["host"];
    server_port_ = target["port"].empty() ? "5432" : target["port"];
    folder_ = std::filesystem::temp_directory_path() / "bo_wire_XXXXXX";
    if (::mkdtemp(folder_.data()) == nullptr) {
        throw std::runtime_error("no folder for a socket");
    }
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
    for (std::thread& link : links_) {
        link.join();
    }
    ::close(listener_);
    std::filesystem::remove_all(folder_);
}

void RawWire::plan(Break where, Afterwards afterwards, int times) {
    const std::lock_guard lock(mutex_);
    planned_ = where;
    then_ = afterwards;
    times_ = times;
}

void RawWire::make(Afterwards what) {
    const std::lock_guard lock(mutex_);
    now_ = what;
}

int RawWire::breaks() const {
    const std::lock_guard lock(mutex_);
    return breaks_;
}

int RawWire::round_trips() const {
    const std::lock_guard lock(mutex_);
    return round_trips_;
}

int RawWire::connections() const {
    const std::lock_guard lock(mutex_);
    return connections_;
}

void RawWire::accept_all() {
    for (int client = 0; (client = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC)) >= 0;) {
        const std::lock_guard lock(mutex_);
        ++connections_;
        if (now_ == Afterwards::refuses) {
            ::close(client);
            continue;
        }
        const bool swallowing = now_ == Afterwards::swallows;
        links_.emplace_back([this, client, swallowing] {
            const bool is_unix = server_host_.starts_with('/');
            Link link{client, is_unix ? connect_unix(server_host_ + "/.s.PGSQL." + server_port_) : connect_tcp(server_host_, server_port_),
                      {}, {}, false, swallowing, Break::never};
            serve(link);
            ::close(link.client);
            ::close(link.server);
        });
    }
}

void RawWire::serve(Link& link) {
    std::array<pollfd, 2> ends{{{link.client, POLLIN, 0}, {link.server, POLLIN, 0}}};
    for (bool going = link.server >= 0; going;) {
        ::poll(ends.data(), link.swallowing ? 1 : ends.size(), look_again_ms);
        if (ends[0].revents != 0) {
            going = pass_request(link);
        } else if (!link.swallowing && ends[1].revents != 0) {
            going = pass_answer(link);
        }
        const std::lock_guard lock(mutex_);
        going = going && !ending_;
    }
}

bool RawWire::pass_request(Link& link) {
    if (!receive(link.client, link.requests)) {
        return false;
    }
    while (!link.swallowing) {
        const std::size_t type = link.started ? 1 : 0;
        if (link.requests.size() < type + 4) {
            return true;
        }
        const std::size_t length = type + length_at(link.requests, type);
        if (link.requests.size() < length) {
            return true;
        }
        const std::string message = link.requests.substr(0, length);
        link.requests.erase(0, length);
        if (!handle(link, message)) {
            return false;
        }
    }
    return true;
}

bool RawWire::handle(Link& link, const std::string& message) {
    const Break broken = link.started ? strike(message) : Break::never;
    // Requests for encryption come before the start and begin with 1234 as their code.
    link.started = link.started || length_at(message, 4) >> 16 != 1234;
    if (broken == Break::before_the_write || broken == Break::commit_lost) {
        return false;
    }
    link.swallowing = broken == Break::swallow_at_write || broken == Break::swallow_at_commit;
    if (link.swallowing) {
        return true;
    }
    if (broken != Break::never) {
        link.at_answer = broken;
    }
    link.answer.clear();
    return send_all(link.server, message);
}

Break RawWire::strike(const std::string& message) {
    const std::lock_guard lock(mutex_);
    round_trips_ += message.front() == 'Q' || message.front() == 'S' ? 1 : 0;
    const bool of_write =
        planned_ == Break::before_the_write || planned_ == Break::before_commit || planned_ == Break::swallow_at_write;
    if (planned_ == Break::never || times_ == 0 || !(of_write ? is_write(message) : message == commit)) {
        return Break::never;
    }
    ++breaks_;
    now_ = then_;
    --times_;
    return planned_;
}

bool RawWire::pass_answer(Link& link) {
    std::string bytes;
    if (!receive(link.server, bytes)) {
        return false;
    }
    link.answer += bytes;
    const bool complete = link.answer.size() >= idle.size() + 1 &&
                          std::string_view(link.answer).substr(link.answer.size() - idle.size() - 1).starts_with(idle);
    if (link.at_answer == Break::answer_lost) {
        return !complete;
    }
    if (link.at_answer == Break::swallow_the_answer) {
        link.swallowing = complete;
        return true;
    }
    return send_all(link.client, bytes) && !(link.at_answer == Break::before_commit && complete);
}

}  // namespace backorder::test
