#include "domain/order_parts.hpp"

#include "domain/words.hpp"

#include <algorithm>

namespace backorder {

std::vector<const PartEntry*> order_parts(const State& state, std::string_view order, std::string_view seller,
                                          std::string_view line) {
    auto parts = parts_of(state, order, line);
    if (!seller.empty()) std::erase_if(parts, [&](const PartEntry* part) { return part->second.seller != seller; });
    return parts;
}

std::vector<const PartEntry*> last_tried_first(const State& state, std::vector<const PartEntry*> parts) {
    const auto rank = [&](const PartEntry* part) {
        return std::pair(state.warehouses.at(part->first.warehouse).priority, part->first.warehouse);
    };
    std::sort(parts.begin(), parts.end(),
              [&](const PartEntry* left, const PartEntry* right) { return rank(left) > rank(right); });
    return parts;
}

bool is_ready(const State& state, const PartKey& part) {
    const auto parts = parts_of(state, part.order, part.line);
    return std::all_of(parts.begin(), parts.end(), [](const PartEntry* entry) { return entry->second.waiting == 0; });
}

Refusal no_such_order(const std::string& order) {
    return {Status::not_found, "There is no order " + quoted(order) + " that this actor may see", {{{"order", order}}}};
}

Refusal no_such_line(const std::string& order, const std::string& line) {
    return {Status::not_found,
            "Order " + quoted(order) + " has no line " + quoted(line) + " that this actor may see",
            {{{"order", order}, {"line", line}}}};
}

}  // namespace backorder
