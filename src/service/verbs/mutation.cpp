#include "service/verbs/mutation.hpp"

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

}  // namespace backorder
