#include "service/verbs/mutation.hpp"

#include "domain/order_parts.hpp"

#include <algorithm>

namespace backorder {

void CallView::open_stock(const StockKey& key) {
    if (state().stock.contains(key)) return;
    if (!own_) own_ = std::make_unique<State>(batch.state);
    own_->stock.try_emplace(key);
    missing_.insert(key);
}

void Mutation::add_scope(const Catalog&, LoadScope&) const {}

void Mutation::add_variants(std::vector<std::string_view>&) const {}

void Mutation::add_queue_depth(const BatchState&, QueueDepth&) const {}

bool has_order(CallView& view, const std::string& order) {
    const auto parts = parts_of(view.state(), order);
    const bool locked = std::all_of(parts.begin(), parts.end(), [&](const PartEntry* part) {
        return view.state().stock.contains(stock_of(*part));
    });
    if (!locked) view.put_off();
    return locked;
}

void open_stock(CallView& view, const std::string& order, const std::string& line, const std::string& warehouse) {
    const auto parts = order_parts(view.state(), order, view.context.seller, line);
    const auto known = view.state().warehouses.find(warehouse);
    if (parts.empty() || known == view.state().warehouses.end() || !known->second.serves(parts.front()->second.seller))
        return;
    view.open_stock({parts.front()->second.variant, warehouse});
}

std::string placed_at(Work& work, const Context& context, const std::string& order) {
    const auto call = work.recorded(context.marketplace, {{"order", order}}).front();
    return call ? call->at : std::string();
}

}  // namespace backorder
