#include "service/lanes/batch_try.hpp"
#include "service/lanes/obstacles.hpp"

#include <utility>

namespace backorder {

/// Who wants what others have locked leaves the batch; the others start anew, so that they take their locks in the
/// global order. False if nothing is in the way. Calls in doubt stay: it is not known that they were not done. Looking
/// up may fail: then all of them are in it still.
bool BatchTry::step_aside(Work& work) {
    if (work.settling_doubt()) return false;
    const std::vector<Obstacle> obstacles = work.obstacles(marketplace());
    if (obstacles.empty()) return false;
    const bool alone = members_.size() == 1;
    std::set<std::size_t> wanted;
    BatchMembers staying;
    std::vector<Blocked> leaving;
    for (const Member& member : members_) {
        const auto found = alone ? std::vector<std::size_t>{0} : in_way_of(work, *member.call, obstacles);
        wanted.insert(found.begin(), found.end());
        if (found.empty())
            staying.push_back({.call = member.call, .known_replay = member.known_replay});
        else
            leaving.push_back({member.call, obstacles[found.front()]});
    }
    blocked_.insert(blocked_.end(), leaving.begin(), leaving.end());
    members_ = std::move(staying);
    for (const Blocked& one : leaving) one.call->release();
    again_ = true;
    apart_ = !alone && wanted.size() < obstacles.size();
    return true;
}

/// Orders tell their records, and variants their products, only when they are looked up.
std::vector<std::size_t> BatchTry::in_way_of(Work& work, const PendingCall& call,
                                             const std::vector<Obstacle>& obstacles) const {
    const std::string& marketplace = call.context.marketplace;
    LoadScope scope;
    call.mutation->add_scope({}, scope);
    const auto records = scope.orders.empty() ? std::set<StockKey>() : work.records_of(marketplace, scope);
    const CatalogScope configured = call.mutation->catalog();
    const auto products = configured.variants.empty() ? std::map<std::string, ProductRecord>()
                                                      : work.catalog(marketplace, configured).products;
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < obstacles.size(); ++i) {
        const Obstacle& one = obstacles[i];
        const bool looked_up = one.kind == Obstacle::Kind::record
                                   ? records.contains({one.id, one.warehouse})
                                   : one.kind == Obstacle::Kind::product && products.contains(one.id);
        if (looked_up || asks_for(call, one)) found.push_back(i);
    }
    return found;
}

void BatchTry::load(Work& work) {
    lock_catalog(work);
    LoadScope scope;
    std::vector<CallKey> keys;
    keys.reserve(members_.size());
    for (const Member& member : members_) {
        member.call->mutation->add_scope(batch_.catalog, scope);
        keys.push_back(member.call->key);
    }
    Loaded loaded = work.load(marketplace(), keys, scope);
    batch_.state = std::move(loaded.state);
    numbers_ = std::move(loaded.calls);
    if (!scope.orders.empty()) read_orders(work, scope.orders);
    QueueDepth depth;
    for (const Member& member : members_) member.call->mutation->add_queue_depth(batch_, depth);
    work.load_queues(marketplace(), depth, scope.orders, batch_.state);
}

void BatchTry::lock_catalog(Work& work) {
    CatalogScope scope;
    for (const Member& member : members_) {
        CatalogScope asked = member.call->mutation->catalog();
        scope.products.insert(scope.products.end(), asked.products.begin(), asked.products.end());
        scope.variants.insert(scope.variants.end(), asked.variants.begin(), asked.variants.end());
        scope.warehouses.insert(scope.warehouses.end(), asked.warehouses.begin(), asked.warehouses.end());
    }
    if (scope.products.empty() && scope.variants.empty()) return;
    scope.all_variants_of_products = true;
    work.lock_products(marketplace(), scope);
    batch_.catalog = work.catalog(marketplace(), scope);
}

void BatchTry::read_orders(Work& work, const std::set<std::string>& orders) {
    work.load_orders(marketplace(), orders, batch_.state);
    const auto needs = [](const Member& member) { return member.call->mutation->needs_fulfillments(); };
    if (std::none_of(members_.begin(), members_.end(), needs)) return;
    for (ShippedFulfillment& shipped : work.fulfillments(marketplace(), orders))
        batch_.fulfillments[shipped.fulfillment.order].push_back(std::move(shipped.fulfillment));
}

}  // namespace backorder
