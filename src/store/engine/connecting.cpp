#include "store/engine/connecting.hpp"

#include "store/engine/failure.hpp"
#include "store/engine/target.hpp"
#include "support/budget.hpp"

#include <libpq-fe.h>

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <memory>
#include <new>
#include <optional>
#include <string_view>
#include <vector>

namespace backorder {

namespace {

using Raw = std::unique_ptr<PGconn, decltype(&PQfinish)>;
using Options = ConnectionOptions;

/// libpq's own.
constexpr std::chrono::seconds least_timeout{2};

struct Words {
    std::string text;
    std::string sqlstate;  ///< the last one that is named, if any is
};

bool is_sqlstate(std::string_view text) {
    constexpr std::size_t size = 5;
    return text.size() == size &&
           std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'); });
}

/// Of `FATAL:  28000: role "x" does not exist` takes the code out.
std::string take_sqlstate(std::string& line) {
    constexpr std::string_view severity_end = ":  ";
    constexpr std::size_t code_size = 5;
    for (auto at = line.find(severity_end); at != std::string::npos; at = line.find(severity_end, at + 1)) {
        const std::size_t begin = at + severity_end.size();
        std::string code = line.substr(begin, code_size);
        if (is_sqlstate(code) && line.compare(begin + code_size, 2, ": ") == 0) {
            line.erase(begin - 1, code_size + 3);
            return code;
        }
    }
    return {};
}

/// What libpq says verbosely, without the place in the server's source.
Words in_one_line(std::string_view text) {
    Words words;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string line(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        line.erase(0, std::min(line.find_first_not_of("\t "), line.size()));
        if (line.empty() || line.starts_with("LOCATION:")) continue;
        if (std::string code = take_sqlstate(line); !code.empty()) words.sqlstate = std::move(code);
        words.text += (words.text.empty() ? "" : " ") + line;
    }
    return words;
}

void log_notice(void* log, const char* text) {
    if (log == nullptr) return;
    try {
        static_cast<Log*>(log)->add("warning", "The database server remarks: " + in_one_line(text).text);
    } catch (const std::bad_alloc&) {
        // A line that finds no memory is lost.
    }
}

/// Verbose, for then errors say their SQLSTATE.
Raw start(const Options& options, Log* log) {
    std::vector<const char*> keywords;
    std::vector<const char*> values;
    for (const auto& [keyword, value] : options) {
        keywords.push_back(keyword.c_str());
        values.push_back(value.c_str());
    }
    keywords.push_back(nullptr);
    values.push_back(nullptr);
    Raw raw(PQconnectStartParams(keywords.data(), values.data(), 0), &PQfinish);
    if (!raw) throw std::bad_alloc();
    log_notices(raw.get(), log);
    PQsetErrorVerbosity(raw.get(), PQERRORS_VERBOSE);
    return raw;
}

std::string value_of(const Options& options, std::string_view keyword) {
    const auto found = options.find(keyword);
    return found == options.end() ? std::string() : found->second;
}

/// Which of several hosts is tried just now.
struct Place {
    std::string host, port;
    bool operator==(const Place&) const = default;
};

Place place_of(const PGconn* raw) {
    const char* host = PQhost(raw);
    const char* port = PQport(raw);
    return {host == nullptr ? "" : host, port == nullptr ? "" : port};
}

void drop_item(Options& options, std::string_view keyword, std::size_t index) {
    const auto found = options.find(keyword);
    if (found == options.end()) return;
    std::vector<std::string> all = list_items(found->second);
    if (index >= all.size() || all.size() == 1) return;  // one port for all hosts
    all.erase(all.begin() + static_cast<std::ptrdiff_t>(index));
    found->second.clear();
    for (const std::string& item : all) found->second += (&item == all.data() ? "" : ",") + item;
}

/// The other hosts; nothing if there are none.
std::optional<Options> without(Options options, const Place& place) {
    const std::string name = value_of(options, "host").empty() ? "hostaddr" : "host";
    const std::vector<std::string> hosts = list_items(value_of(options, name));
    const std::vector<std::string> ports = list_items(value_of(options, "port"));
    for (std::size_t index = 0; index < hosts.size() && hosts.size() > 1; ++index) {
        const std::string& port = ports.size() > 1 && index < ports.size() ? ports[index] : ports.front();
        if (hosts[index] == place.host && (port.empty() || port == place.port)) {
            for (const std::string_view keyword : {"host", "hostaddr", "port"}) drop_item(options, keyword, index);
            return options;
        }
    }
    return std::nullopt;
}

std::optional<std::chrono::seconds> timeout_of(const Options& options) {
    const std::string text = value_of(options, "connect_timeout");
    int seconds = 0;
    std::from_chars(text.data(), text.data() + text.size(), seconds);
    return seconds > 0 ? std::optional(std::max(std::chrono::seconds(seconds), least_timeout)) : std::nullopt;
}

/// False if the time is over before the socket is ready.
bool wait_for(int socket, PostgresPollingStatusType what, std::optional<Clock::time_point> end) {
    pollfd ready{socket, static_cast<short>(what == PGRES_POLLING_READING ? POLLIN : POLLOUT), 0};
    for (;;) {
        const auto left = end ? std::chrono::ceil<std::chrono::milliseconds>(*end - Clock::now()).count() : -1;
        const int count = left < 0 && end ? 0 : ::poll(&ready, 1, static_cast<int>(left));
        if (count >= 0 || errno != EINTR) return count != 0;
    }
}

/// Takes libpq's steps to the end. Answers where the time was over last, if it was.
std::optional<Place> go_on(PGconn* raw, std::optional<std::chrono::seconds> timeout) {
    std::optional<Place> overdue;
    Place place = place_of(raw);
    const auto later = [&] { return timeout ? std::optional(Clock::now() + *timeout) : std::nullopt; };
    auto end = later();
    auto state = PQstatus(raw) == CONNECTION_BAD ? PGRES_POLLING_FAILED : PGRES_POLLING_WRITING;
    while (state == PGRES_POLLING_READING || state == PGRES_POLLING_WRITING) {
        if (!wait_for(PQsocket(raw), state, end)) {
            overdue = place;
            ::shutdown(PQsocket(raw), SHUT_RDWR);  // libpq goes on to the next address, or gives up
            end = later();
        }
        state = PQconnectPoll(raw);
        if (Place now = place_of(raw); now != place) {
            place = std::move(now);
            end = later();
        }
    }
    return overdue;
}

/// libpq says so only in its words.
void refuse_without_descriptor() {
    const int probe = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (probe < 0 && (errno == EMFILE || errno == ENFILE)) throw no_descriptor();
    if (probe >= 0) ::close(probe);
}

NotConnected reason(const PGconn* raw, bool overdue) {
    const Place place = place_of(raw);
    Words said =
        overdue ? Words{"connection to \"" + place.host + "\", port " + place.port + " failed: timeout expired", {}}
                : in_one_line(PQerrorMessage(raw));
    return {std::move(said.sqlstate), std::move(said.text)};
}

}  // namespace

Refused no_descriptor() {
    return Refused(
        {Status::out_of_memory, "The host process has no file descriptor left for a connection; nothing was done."});
}

void log_notices(pg_conn* connection, Log* log) { PQsetNoticeProcessor(connection, &log_notice, log); }

pg_conn* connect(const std::string& text, Log* log) {
    for (std::optional<Options> options = parse_connection_options(text);;) {
        Raw raw = start(*options, log);
        const std::optional<Place> overdue = go_on(raw.get(), timeout_of(*options));
        if (PQstatus(raw.get()) == CONNECTION_OK) {
            PQsetErrorVerbosity(raw.get(), PQERRORS_DEFAULT);
            return raw.release();
        }
        if (overdue) options = without(*options, *overdue);
        if (!overdue || !options) {
            refuse_without_descriptor();
            throw reason(raw.get(), overdue.has_value());
        }
    }
}

}  // namespace backorder
