#include "store/engine/connection_options.hpp"

#include <libpq-fe.h>

#include <memory>
#include <new>

namespace backorder {

namespace {

using Parsed = std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)>;

/// libpq has no status for it.
bool lacks_memory(const char* error) { return error == nullptr || std::string_view(error).starts_with("out of memory"); }

ConnectionOptions said(const Parsed& parsed) {
    ConnectionOptions options;
    for (const PQconninfoOption* option = parsed.get(); option->keyword != nullptr; ++option) {
        if (option->val != nullptr) {
            options[option->keyword] = option->val;
        }
    }
    return options;
}

}  // namespace

std::optional<ConnectionOptions> parse_connection_options(const std::string& text) {
    char* words = nullptr;
    const Parsed parsed(PQconninfoParse(text.c_str(), &words), &PQconninfoFree);
    const std::unique_ptr<char, decltype(&PQfreemem)> error(words, &PQfreemem);
    if (!parsed && lacks_memory(error.get())) {
        throw std::bad_alloc();
    }
    return parsed ? std::optional(said(parsed)) : std::nullopt;
}

ConnectionOptions default_connection_options() {
    const Parsed parsed(PQconndefaults(), &PQconninfoFree);
    if (!parsed) {
        throw std::bad_alloc();
    }
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

}  // namespace backorder
