#include "domain/state.hpp"

namespace backorder {

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
