#include "domain/words.hpp"

#include <array>
#include <stdexcept>

namespace backorder {

namespace {

constexpr std::array<std::string_view, 3> policies{"inherit", "allow", "deny"};
constexpr std::array<std::string_view, 3> modes{"inherit", "limit", "unlimited"};

template <class Value>
Value find(const std::array<std::string_view, 3>& words, std::string_view word) {
    for (std::size_t i = 0; i < words.size(); ++i)
        if (words[i] == word) return static_cast<Value>(i);
    throw std::logic_error("no such word: " + std::string(word));
}

}  // namespace

std::string_view name(Policy policy) { return policies[static_cast<std::size_t>(policy)]; }
std::string_view name(Threshold::Mode mode) { return modes[static_cast<std::size_t>(mode)]; }
Policy policy_from(std::string_view word) { return find<Policy>(policies, word); }

Threshold threshold_from(std::string_view mode, Units64 units) {
    return {.mode = find<Threshold::Mode>(modes, mode), .units = units};
}

}  // namespace backorder
