#pragma once
// How things are named in messages.

#include "domain/state.hpp"

namespace backorder {

inline std::string quoted(std::string_view id) {
    return "'" + std::string(id) + "'";
}

inline std::string words(const StockKey& key) {
    return "variant " + quoted(key.variant) + " at warehouse " + quoted(key.warehouse);
}

}  // namespace backorder
