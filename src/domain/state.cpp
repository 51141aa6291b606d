#include "domain/state.hpp"

#include <utility>

namespace backorder {

void State::add_part(PartKey key, Part part) {
    const auto [at, added] = parts.try_emplace(std::move(key), std::move(part));
    if (!added || indexed_parts_ == 0) return;
    parts_by_stock_[{at->second.variant, at->first.warehouse}].push_back(at->first);
    ++indexed_parts_;
}

const std::vector<PartKey>& State::parts_at(const StockKey& key) {
    if (indexed_parts_ != parts.size()) index_all();
    return parts_by_stock_[key];
}

void State::index_all() {
    parts_by_stock_.clear();
    for (const auto& [key, part] : parts) parts_by_stock_[{part.variant, key.warehouse}].push_back(key);
    indexed_parts_ = parts.size();
}

std::vector<const PartEntry*> parts_of(const State& state, std::string_view order, std::string_view line) {
    std::vector<const PartEntry*> found;
    const PartKey first{std::string(order), std::string(line), {}};
    for (auto at = state.parts.lower_bound(first); at != state.parts.end() && at->first.order == order; ++at) {
        if (!line.empty() && at->first.line != line) break;
        found.push_back(&*at);
    }
    return found;
}

}  // namespace backorder
