#include "store/engine/target.hpp"

#include <libpq-fe.h>

#include <algorithm>
#include <functional>
#include <memory>
#include <new>
#include <optional>
#include <utility>

namespace backorder {

namespace {

using Parsed = std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)>;

/// libpq has no status for it.
bool lacks_memory(const char* error) {
    return error == nullptr || std::string_view(error).starts_with("out of memory");
}

ConnectionOptions said(const Parsed& parsed) {
    ConnectionOptions options;
    for (const PQconninfoOption* option = parsed.get(); option->keyword != nullptr; ++option)
        if (option->val != nullptr) options[option->keyword] = option->val;
    return options;
}

}  // namespace

std::optional<ConnectionOptions> parse_connection_options(const std::string& text) {
    char* words = nullptr;
    const Parsed parsed(PQconninfoParse(text.c_str(), &words), &PQconninfoFree);
    const std::unique_ptr<char, decltype(&PQfreemem)> error(words, &PQfreemem);
    if (!parsed && lacks_memory(error.get())) throw std::bad_alloc();
    return parsed ? std::optional(said(parsed)) : std::nullopt;
}

ConnectionOptions default_connection_options() {
    const Parsed parsed(PQconndefaults(), &PQconninfoFree);
    if (!parsed) throw std::bad_alloc();
    return said(parsed);
}

std::vector<std::string> list_items(std::string_view list) {
    std::vector<std::string> items;
    for (auto comma = list.find(','); comma != std::string_view::npos; comma = list.find(',')) {
        items.emplace_back(list.substr(0, comma));
        list.remove_prefix(comma + 1);
    }
    items.emplace_back(list);
    return items;
}

namespace {

using Options = ConnectionOptions;

constexpr int connect_timeout_seconds = 3;
constexpr int keepalives_idle_seconds = 60;  // sooner than firewalls forget a connection

Outcome<Options> parse_options(const std::string& database) {
    std::optional<Options> parsed = parse_connection_options(database);
    if (!parsed || database.find('\0') != std::string::npos)
        return Refusal{Status::config, "\"database\" is neither a connection string nor a URL of libpq."};
    return *std::move(parsed);
}

std::string quoted(std::string_view value) {
    std::string text = "'";
    for (const char byte : value) {
        if (byte == '\'' || byte == '\\') text += '\\';
        text += byte;
    }
    return text + "'";
}

std::string join(const Options& options) {
    std::string text;
    for (const auto& [keyword, value] : options) text += keyword + "=" + quoted(value) + " ";
    return text;
}

std::string find_or(const Options& options, std::string_view keyword, const std::string& otherwise) {
    const auto found = options.find(keyword);
    return found == options.end() || found->second.empty() ? otherwise : found->second;
}

/// `db1:5432,db2:5433`
std::string places(const std::string& hosts, const std::string& ports) {
    const std::vector<std::string> port_list = list_items(ports);
    std::string text;
    std::size_t index = 0;
    for (const std::string& host : list_items(hosts)) {
        text += (index > 0 ? "," : "") + host + ":" + port_list[std::min(index, port_list.size() - 1)];
        ++index;
    }
    return text;
}

std::string describe(const Options& options, const Options& defaults) {
    const auto value = [&](std::string_view keyword, const std::string& otherwise) {
        return find_or(options, keyword, find_or(defaults, keyword, otherwise));
    };
    const std::string user = value("user", "(default)");
    const std::string hosts = find_or(options, "host", find_or(options, "hostaddr", value("host", "the default host")));
    return "database \"" + value("dbname", user) + "\" at " + places(hosts, value("port", "5432")) + " as user \"" +
           user + "\"";
}

std::vector<std::string> secrets_of(const Options& options) {
    std::vector<std::string> secrets;
    for (const std::string_view keyword : {"password", "sslpassword", "passfile"})
        if (std::string secret = find_or(options, keyword, ""); !secret.empty()) secrets.push_back(std::move(secret));
    std::ranges::sort(secrets, std::greater{}, &std::string::size);
    return secrets;
}

}  // namespace

Outcome<Target> Target::parse(const std::string& database) {
    Outcome<Options> parsed = parse_options(database);
    if (!parsed) return parsed.error();
    Options options = *parsed;
    const Options defaults = default_connection_options();
    Target target;
    target.description_ = describe(options, defaults);
    target.server_options_ = find_or(options, "options", find_or(defaults, "options", ""));
    target.secrets_ = secrets_of(options);
    options.try_emplace("application_name", "backorder");
    options.try_emplace("connect_timeout", std::to_string(connect_timeout_seconds));
    options.try_emplace("keepalives_idle", std::to_string(keepalives_idle_seconds));
    options["client_encoding"] = "UTF8";
    target.options_ = join(options);
    return target;
}

std::string Target::options_with(const std::string& server_options) const {
    return options_ + "options=" + quoted(server_options_ + server_options);
}

std::string Target::mask(std::string_view text) const {
    std::string masked(text);
    for (const std::string& secret : secrets_)
        for (auto at = masked.find(secret); at != std::string::npos; at = masked.find(secret, at + 3))
            masked.replace(at, secret.size(), "***");
    return masked;
}

}  // namespace backorder
