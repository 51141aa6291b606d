#include "service/verbs/order_loading.hpp"

#include "domain/order_parts.hpp"

#include <algorithm>

namespace backorder {

bool has_order(Attempt& attempt, const std::string& order) {
    const auto parts = parts_of(attempt.state(), order);
    const bool locked = std::all_of(parts.begin(), parts.end(),
                                    [&](const PartEntry* part) { return attempt.state().stock.contains(stock_of(*part)); });
    if (!locked) attempt.put_off();
    return locked;
}

void open_stock(Attempt& attempt, const std::string& order, const std::string& line, const std::string& warehouse) {
    const auto parts = order_parts(attempt.state(), order, attempt.context.seller, line);
    const auto known = attempt.state().warehouses.find(warehouse);
    if (parts.empty() || known == attempt.state().warehouses.end() || !known->second.serves(parts.front()->second.seller)) return;
    attempt.open_stock({parts.front()->second.variant, warehouse});
}

std::string placed_at(Work& work, const Context& context, const std::string& order) {
    const auto call = work.recorded(context.marketplace, {{"order", order}}).front();
    return call ? call->at : std::string();
}

}  // namespace backorder
