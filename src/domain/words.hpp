#pragma once
// How things are named in messages; policies and thresholds as requests, rows and events spell them.

#include "domain/state.hpp"

#include <string>
#include <string_view>

namespace backorder {

inline std::string quoted(std::string_view id) { return "'" + std::string(id) + "'"; }

inline std::string words(const StockKey& key) {
    return "variant " + quoted(key.variant) + " at warehouse " + quoted(key.warehouse);
}

std::string_view name(Policy policy);
std::string_view name(Threshold::Mode mode);

/// Unknown words throw std::logic_error: they are checked before.
Policy policy_from(std::string_view word);
Threshold threshold_from(std::string_view mode, Units64 units);

}  // namespace backorder
