#include "service/lanes/call_queue.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <new>
#include <utility>

namespace backorder {

namespace {

/// So many calls that may not run are looked at before the fifo is given up: they are looked at again soon.
constexpr std::size_t passed_over_at_most = 64;

template <class Set>
bool wants_any(const PendingCall& call, const Set& things) {
    return !things.empty() &&
           std::any_of(
               call.wanted.begin(), call.wanted.end(), [&](std::size_t one) { return things.contains(one); });
}

}  // namespace

CallQueue::Tenant& CallQueue::tenant_of(const std::string& marketplace) {
    const auto tenant = tenants_.find(marketplace);
    if (tenant != tenants_.end()) return tenant->second;
    turns_.push_back(marketplace);
    return tenants_.try_emplace(marketplace).first->second;
}

CallQueue::Fifo& CallQueue::fifo_of(const PendingCall& call) {
    Tenant& tenant = tenant_of(call.context.marketplace);
    return call.bulk ? tenant.bulk : tenant.single;
}

void CallQueue::add(std::shared_ptr<PendingCall> call) {
    number(*call);
    Fifo& fifo = fifo_of(*call);
    fifo.push_back(std::move(call));
    ++size_;
}

void CallQueue::put_back(const std::shared_ptr<PendingCall>& call) {
    Fifo& fifo = fifo_of(*call);
    fifo.insert(std::upper_bound(fifo.begin(), fifo.end(), call->arrival,
                                 [](std::uint64_t arrival, const auto& other) { return arrival < other->arrival; }),
                call);
    ++size_;
}

/// A tenant keeps its turn until it is known what becomes of it: without memory nothing changes.
PendingCalls CallQueue::take(const Running& running, Obstacles& obstacles) {
    for (std::size_t tried = turns_.size(); tried > 0; --tried) {
        const auto tenant = tenants_.find(turns_.front());
        if (tenant == tenants_.end()) {  // there was no memory for its first call
            turns_.pop_front();
            continue;
        }
        PendingCalls taken = take_from(tenant->second, running, obstacles);
        if (tenant->second.single.empty() && tenant->second.bulk.empty()) {
            tenants_.erase(tenant);
            turns_.pop_front();
        } else {
            turns_.splice(turns_.end(), turns_, turns_.begin());
        }
        if (!taken.empty()) return taken;
    }
    return {};
}

std::shared_ptr<PendingCall> CallQueue::take_any() {
    for (; !tenants_.empty(); tenants_.erase(tenants_.begin())) {
        Tenant& tenant = tenants_.begin()->second;
        for (Fifo* fifo : {&tenant.single, &tenant.bulk}) {
            if (fifo->empty()) continue;
            auto call = std::move(fifo->front());
            fifo->pop_front();
            --size_;
            return call;
        }
    }
    return {};
}

/// What those want who stay: who comes later does not take it from under them.
class CallQueue::Reserved {
public:
    void add(const PendingCall& call) {
        if (call.wanted.size() > many)
            of_big_calls_.push_back(&call);
        else
            things_.insert(call.wanted.begin(), call.wanted.end());
    }

    bool has_of(const PendingCall& call) const {
        return wants_any(call, things_) || std::any_of(
                                               of_big_calls_.begin(), of_big_calls_.end(),
                                               [&](const PendingCall* big) { return share(call, *big); });
    }

private:
    /// So many are not worth copying.
    static constexpr std::size_t many = 256;

    static bool share(const PendingCall& one, const PendingCall& other) {
        const PendingCall& few = one.wanted.size() < other.wanted.size() ? one : other;
        const PendingCall& more = &few == &one ? other : one;
        return std::any_of(few.wanted.begin(), few.wanted.end(), [&](std::size_t thing) { return more.wants(thing); });
    }

    std::unordered_set<std::size_t> things_;
    std::vector<const PendingCall*> of_big_calls_;
};

/// A batch that is being put together.
struct CallQueue::Taking {
    const Running& running;
    Obstacles& obstacles;
    Reserved fronts{};  ///< what the first of each fifo wants, if it stays
    PendingCalls taken{};
    std::size_t lines = 0;
};

/// One walk along a fifo, from its front.
struct CallQueue::Pass {
    Fifo& fifo;
    std::size_t at = 0;  ///< as many were passed over
    Reserved reserved{};
    bool ended = false;
};

PendingCalls CallQueue::take_from(Tenant& tenant, const Running& running, Obstacles& obstacles) {
    Taking taking{.running = running, .obstacles = obstacles};
    taking.taken.reserve(std::min(
        lines_at_once_, tenant.single.size() + tenant.bulk.size()));  // what is taken is not lost for want of memory
    for (const Fifo* fifo : {&tenant.single, &tenant.bulk}) reserve_front(*fifo, running, taking.fronts);
    std::array<Pass, 2> passes{Pass{tenant.single}, Pass{tenant.bulk}};
    std::size_t turn = std::exchange(tenant.bulk_first, !tenant.bulk_first) ? 1 : 0;
    while (taking.lines < lines_at_once_ && !(passes[0].ended && passes[1].ended)) {
        auto call = next_or_none(passes[turn], taking);
        turn = 1 - turn;
        if (!call) continue;
        taking.lines += call->mutation->lines();
        const bool alone = call->mutation->alone();
        taking.taken.push_back(std::move(call));
        if (alone) break;
    }
    return std::move(taking.taken);
}

/// Without memory the batch is what was taken until then.
std::shared_ptr<PendingCall> CallQueue::next_or_none(Pass& pass, Taking& taking) noexcept {
    try {
        return next_of(pass, taking);
    } catch (const std::bad_alloc&) {
        pass.ended = true;
        return {};
    }
}

void CallQueue::reserve_front(const Fifo& fifo, const Running& running, Reserved& reserved) const {
    if (fifo.empty() || may_run(*fifo.front(), running)) return;
    if (is_big(*fifo.front()) && !running.big_allowed) return;  // what it waits for is no lock, and it lasts
    reserved.add(*fifo.front());
}

bool CallQueue::may_run(const PendingCall& call, const Running& running) const {
    if (is_big(call) && !running.big_allowed) return false;
    return !wants_any(call, running.wanted);
}

/// The next of the fifo that may be in the batch. Who may not keeps his place, and nobody behind who wants the same is
/// taken. Behind one that needs a batch of its own nobody is looked for: it gets one when its fifo goes first.
std::shared_ptr<PendingCall> CallQueue::next_of(Pass& pass, Taking& taking) {
    while (pass.at < std::min(pass.fifo.size(), passed_over_at_most)) {
        const auto at = pass.fifo.begin() + static_cast<std::ptrdiff_t>(pass.at);
        if (!taking.obstacles.empty() && taking.obstacles.divert(*at)) {
            pass.fifo.erase(at);
            --size_;
            continue;
        }
        const PendingCall& call = **at;
        if (!may_run(call, taking.running) || taking.fronts.has_of(call) || pass.reserved.has_of(call)) {
            pass.reserved.add(call);
            ++pass.at;
            continue;
        }
        const Mutation& mutation = *call.mutation;
        if (!taking.taken.empty() && (mutation.alone() || mutation.lines() > lines_at_once_ - taking.lines)) break;
        auto taken = std::move(*at);
        pass.fifo.erase(at);
        --size_;
        return taken;
    }
    pass.ended = true;
    return {};
}

}  // namespace backorder
