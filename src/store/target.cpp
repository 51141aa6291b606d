#include "store/target.hpp"

#include <libpq-fe.h>

#include <algorithm>
#include <map>
#include <memory>
#include <new>

namespace backorder {

namespace {

using Options = std::map<std::string, std::string, std::less<>>;

constexpr int connect_timeout_seconds = 3;

/// libpq has no status for it.
bool lacks_memory(const char* error) { return error == nullptr || std::string_view(error).starts_with("out of memory"); }

Outcome<Options> parse_options(const std::string& database) {
    using Parsed = std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)>;
    char* text = nullptr;
    const Parsed parsed(PQconninfoParse(database.c_str(), &text), &PQconninfoFree);
    const std::unique_ptr<char, decltype(&PQfreemem)> error(text, &PQfreemem);
    if (!parsed && lacks_memory(error.get())) {
        throw std::bad_alloc();
    }
    if (!parsed || database.find('\0') != std::string::npos) {
        return Refusal{Status::config, "\"database\" is neither a connection string nor a URL of libpq."};
    }
    Options options;
    for (const PQconninfoOption* option = parsed.get(); option->keyword != nullptr; ++option) {
        if (option->val != nullptr) {
            options[option->keyword] = option->val;
        }
    }
    return options;
}

std::string quoted(std::string_view value) {
    std::string text = "'";
    for (const char byte : value) {
        if (byte == '\'' || byte == '\\') {
            text += '\\';
        }
        text += byte;
    }
    return text + "'";
}

std::string join(const Options& options) {
    std::string text;
    for (const auto& [keyword, value] : options) {
        text += keyword + "=" + quoted(value) + " ";
    }
    return text;
}

std::string find_or(const Options& options, std::string_view keyword, const std::string& otherwise) {
    const auto found = options.find(keyword);
    return found == options.end() || found->second.empty() ? otherwise : found->second;
}

std::string describe(const Options& options) {
    const std::string host = find_or(options, "host", find_or(options, "hostaddr", "the default host"));
    return "database \"" + find_or(options, "dbname", "(default)") + "\" at " + host;
}

std::vector<std::string> secrets_of(const Options& options) {
    std::vector<std::string> secrets;
    for (const std::string_view keyword : {"password", "sslpassword", "passfile"}) {
        if (std::string secret = find_or(options, keyword, ""); !secret.empty()) {
            secrets.push_back(std::move(secret));
        }
    }
    std::ranges::sort(secrets, std::greater{}, &std::string::size);
    return secrets;
}

}  // namespace

Outcome<Target> Target::parse(const std::string& database) {
    Outcome<Options> parsed = parse_options(database);
    if (!parsed) {
        return parsed.error();
    }
    Options options = *parsed;
    Target target;
    target.description_ = describe(options);
    target.secrets_ = secrets_of(options);
    options.try_emplace("application_name", "backorder");
    options.try_emplace("connect_timeout", std::to_string(connect_timeout_seconds));
    options["client_encoding"] = "UTF8";
    target.options_ = join(options);
    return target;
}

std::string Target::mask(std::string_view text) const {
    std::string masked(text);
    for (const std::string& secret : secrets_) {
        for (auto at = masked.find(secret); at != std::string::npos; at = masked.find(secret, at + 3)) {
            masked.replace(at, secret.size(), "***");
        }
    }
    return masked;
}

}  // namespace backorder
