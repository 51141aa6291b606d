#include "service/lanes/obstacles.hpp"

#include <algorithm>
#include <utility>

namespace backorder {

namespace {

/// An obstacle is remembered so long after the last call that waited for it: whoever runs into it again holds up his
/// lane for a while.
constexpr std::chrono::seconds remembered{10};

constexpr std::chrono::milliseconds longest_lock_timeout{1000};
constexpr std::chrono::milliseconds pause_for_unknown{1000};

bool asks_for_record(const PendingCall& call, const Obstacle& obstacle) {
    LoadScope scope;
    call.mutation->add_scope({}, scope);
    if (!scope.stock.empty())
        return scope.stock.contains({obstacle.id, {}}) || scope.stock.contains({obstacle.id, obstacle.warehouse});
    std::vector<std::string_view> variants;
    call.mutation->add_variants(variants);
    return std::find(variants.begin(), variants.end(), obstacle.id) != variants.end();
}

bool asks_for_product(const PendingCall& call, const Obstacle& obstacle) {
    const std::vector<std::string> products = call.mutation->catalog().products;
    return std::find(products.begin(), products.end(), obstacle.id) != products.end();
}

}  // namespace

bool asks_for(const PendingCall& call, const Obstacle& obstacle) {
    if (obstacle.kind == Obstacle::Kind::record) return asks_for_record(call, obstacle);
    return obstacle.kind == Obstacle::Kind::product && asks_for_product(call, obstacle);
}

Obstacles::Key Obstacles::key_of(const std::string& marketplace, const Obstacle& obstacle) {
    return {marketplace, obstacle.kind, obstacle.id, obstacle.warehouse};
}

const Obstacle* Obstacles::in_way_of(const PendingCall& call) const {
    for (const std::size_t wanted : call.wanted) {
        const auto [first, last] = records_.equal_range(wanted);
        for (auto at = first; at != last; ++at)
            if (asks_for(call, at->second->obstacle)) return &at->second->obstacle;
    }
    if (others_ == 0) return nullptr;
    for (const auto& [key, known] : known_)
        if (known.obstacle.kind != Obstacle::Kind::record && std::get<0>(key) == call.context.marketplace &&
            asks_for(call, known.obstacle))
            return &known.obstacle;
    return nullptr;
}

void Obstacles::add(Obstacle obstacle, std::shared_ptr<PendingCall> call) {
    Known& known = place_of(call->context.marketplace, std::move(obstacle))->second;
    call->stand_before(known.obstacle);
    known.wanted = Clock::now();
    known.calls.push_back(std::move(call));
    ++calls_;
}

Obstacles::Place Obstacles::place_of(const std::string& marketplace, Obstacle obstacle) {
    const auto [place, is_new] = known_.try_emplace(key_of(marketplace, obstacle));
    const bool record = obstacle.kind == Obstacle::Kind::record;
    const std::size_t fingerprint = variant_fingerprint(marketplace, obstacle.id);
    place->second.obstacle = std::move(obstacle);
    if (!is_new) return place;
    place->second.since = Clock::now();
    try {
        if (record) records_.emplace(fingerprint, &place->second);
    } catch (...) {
        known_.erase(place);
        throw;
    }
    others_ += record ? 0 : 1;
    return place;
}

bool Obstacles::divert(const std::shared_ptr<PendingCall>& call) {
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

void Obstacles::settle(const std::string& marketplace, const std::vector<Obstacle>& asked,
                       const std::vector<Obstacle>& still, Clock::time_point now, PendingCalls& released) {
    std::map<Key, const Obstacle*> locked;
    for (const Obstacle& one : still) locked.emplace(key_of(marketplace, one), &one);
    released.reserve(released.size() + calls_);
    for (const Obstacle& before : asked) {
        const auto known = known_.find(key_of(marketplace, before));
        if (known == known_.end()) continue;
        const auto found = locked.find(known->first);
        settle(known, found == locked.end() ? nullptr : found->second, now, released);
    }
}

/// Of what is not known nobody sees whether it is locked: it is tried again after a while.
void Obstacles::settle(Place known, const Obstacle* locked, Clock::time_point now, PendingCalls& released) {
    const bool unknown = known->second.obstacle.kind == Obstacle::Kind::unknown;
    if (unknown ? now - known->second.since >= pause_for_unknown : locked == nullptr)
        return release(known, unknown, released);
    if (locked != nullptr && locked->holder != known->second.obstacle.holder) return release(known, true, released);
    calls_ -= std::erase_if(known->second.calls, [](const auto& call) { return call->answered(); });
    if (!known->second.calls.empty()) known->second.wanted = now;
    if (now - known->second.wanted > remembered) erase(known);
}

void Obstacles::release(Place known, bool busy, PendingCalls& released) {
    calls_ -= known->second.calls.size();
    for (auto& call : known->second.calls) {
        call->lock_timeout = busy ? std::min(2 * call->lock_timeout, longest_lock_timeout) : first_lock_timeout;
        released.push_back(std::move(call));
    }
    erase(known);
}

void Obstacles::erase(Place known) {
    std::erase_if(records_, [&](const auto& record) { return record.second == &known->second; });
    others_ -= known->second.obstacle.kind == Obstacle::Kind::record ? 0 : 1;
    known_.erase(known);
}

std::shared_ptr<PendingCall> Obstacles::take_any() {
    for (; !known_.empty(); erase(known_.begin())) {
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
