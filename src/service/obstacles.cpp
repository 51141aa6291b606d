#include "service/obstacles.hpp"

#include <algorithm>
#include <utility>

namespace backorder {

namespace {

/// An obstacle is remembered so long after the last call that waited for it: whoever runs into it again holds up his lane for a while.
constexpr std::chrono::seconds remembered{10};

bool asks_for_record(const Submission& call, const Obstacle& obstacle) {
    LoadScope scope;
    call.mutation->add_scope({}, scope);
    if (!scope.stock.empty()) return scope.stock.contains({obstacle.id, {}}) || scope.stock.contains({obstacle.id, obstacle.warehouse});
    std::vector<std::string_view> variants;
    call.mutation->add_variants(variants);
    return std::find(variants.begin(), variants.end(), obstacle.id) != variants.end();
}

bool asks_for_product(const Submission& call, const Obstacle& obstacle) {
    const std::vector<std::string> products = call.mutation->catalog().products;
    return std::find(products.begin(), products.end(), obstacle.id) != products.end();
}

}  // namespace

bool asks_for(const Submission& call, const Obstacle& obstacle) {
    if (obstacle.kind == Obstacle::Kind::record) return asks_for_record(call, obstacle);
    return obstacle.kind == Obstacle::Kind::product && asks_for_product(call, obstacle);
}

Obstacles::Key Obstacles::key_of(const std::string& marketplace, const Obstacle& obstacle) {
    return {marketplace, obstacle.kind, obstacle.id, obstacle.warehouse};
}

/// Most calls name variants, and none that is in the way: they are told apart by fingerprints.
const Obstacle* Obstacles::in_way_of(const Submission& call) const {
    for (const auto& [key, known] : known_) {
        if (std::get<0>(key) != call.context.marketplace) continue;
        if (known.obstacle.kind == Obstacle::Kind::record && !call.wants(variant_fingerprint(call.context.marketplace, known.obstacle.id))) continue;
        if (asks_for(call, known.obstacle)) return &known.obstacle;
    }
    return nullptr;
}

void Obstacles::add(Obstacle obstacle, std::shared_ptr<Submission> call) {
    const auto known = known_.try_emplace(key_of(call->context.marketplace, obstacle)).first;
    known->second.obstacle = std::move(obstacle);
    known->second.wanted = Clock::now();
    known->second.calls.push_back(call);
    ++calls_;
    call->stand_before(known->second.obstacle);
}

bool Obstacles::divert(const std::shared_ptr<Submission>& call) {
    const Obstacle* obstacle = in_way_of(*call);
    if (obstacle == nullptr) return false;
    add(*obstacle, call);
    return true;
}

Obstacles::ByMarketplace Obstacles::all() const {
    ByMarketplace found;
    for (const auto& [key, known] : known_) found[std::get<0>(key)].push_back(known.obstacle);
    return found;
}

Submissions Obstacles::settle(const std::string& marketplace, const std::vector<Obstacle>& asked, const std::vector<Obstacle>& still,
                              Clock::time_point now) {
    std::map<Key, const Obstacle*> locked;
    for (const Obstacle& one : still) locked.emplace(key_of(marketplace, one), &one);
    Submissions released;
    released.reserve(calls_);
    for (const Obstacle& before : asked) {
        const auto known = known_.find(key_of(marketplace, before));
        if (known == known_.end()) continue;
        const auto now_locked = locked.find(known->first);
        const bool busy = now_locked != locked.end() && now_locked->second->holder != known->second.obstacle.holder;
        if (now_locked == locked.end() || busy) {
            release(known, busy, released);
            continue;
        }
        forget_answered(known->second);
        if (!known->second.calls.empty()) known->second.wanted = now;
        if (now - known->second.wanted > remembered) known_.erase(known);
    }
    return released;
}

void Obstacles::release(std::map<Key, Known>::iterator known, bool busy, Submissions& released) {
    calls_ -= known->second.calls.size();
    for (auto& call : known->second.calls) {
        call->lock_patience = busy ? 2 * call->lock_patience : first_lock_patience;
        released.push_back(std::move(call));
    }
    known_.erase(known);
}

void Obstacles::forget_answered(Known& known) {
    calls_ -= std::erase_if(known.calls, [](const auto& call) { return call->answered(); });
}

std::shared_ptr<Submission> Obstacles::take_any() {
    for (; !known_.empty(); known_.erase(known_.begin())) {
        auto& calls = known_.begin()->second.calls;
        if (calls.empty()) continue;
        auto call = std::move(calls.back());
        calls.pop_back();
        --calls_;
        return call;
    }
    return {};
}

}  // namespace backorder
