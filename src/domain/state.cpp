#include "domain/state.hpp"

namespace backorder {

const std::vector<PartKey>& State::parts_at(const StockKey& key) {
    if (indexed_parts_ != parts.size()) {
        parts_by_stock_.clear();
        for (const auto& [part_key, part] : parts) parts_by_stock_[{part.variant, part_key.warehouse}].push_back(part_key);
        indexed_parts_ = parts.size();
    }
    return parts_by_stock_[key];
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
