#include "service/verbs/mutation.hpp"

namespace backorder {

void Attempt::open_stock(const StockKey& key) {
    if (state().stock.contains(key)) return;
    if (!own_) own_ = std::make_unique<State>(scene.state);
    own_->stock.try_emplace(key);
    missing_.insert(key);
}

void Mutation::add_scope(const Catalog&, LoadScope&) const {}

void Mutation::add_variants(std::vector<std::string_view>&) const {}

void Mutation::add_reach(const Scene&, Reach&) const {}

}  // namespace backorder
