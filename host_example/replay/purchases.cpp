#include "purchases.hpp"

#include <algorithm>

namespace replay {

void Purchases::add(const std::string& customer, const std::string& stock_code, Purchase purchase) {
    if (!customer.empty()) open_[{customer, stock_code}].push_back(std::move(purchase));
}

std::vector<Purchase> Purchases::take(const std::string& customer, const std::string& stock_code, std::int64_t units) {
    std::vector<Purchase> taken;
    const auto found = open_.find({customer, stock_code});
    if (found == open_.end()) return taken;
    std::vector<Purchase>& bought = found->second;
    while (units > 0 && !bought.empty()) {
        Purchase& newest = bought.back();
        const std::int64_t part = std::min(units, newest.open);
        taken.push_back({newest.order, newest.line, part});
        newest.open -= part;
        units -= part;
        if (newest.open == 0) bought.pop_back();
    }
    return taken;
}

}  // namespace replay
