#pragma once
// Calls that wait until what another transaction keeps locked is free. They stand beside the queue and hold up no lane.

#include "service/lanes/pending_call.hpp"

#include <map>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

namespace backorder {

/// Will the call ask for the lock of what is in the way, as far as its request tells?
bool asks_for(const PendingCall& call, const Obstacle& obstacle);

/// Not safe from several threads.
class Obstacles {
public:
    bool empty() const { return known_.empty(); }

    /// Calls that wait.
    std::size_t calls() const { return calls_; }

    /// What is known to be in the call's way; null: nothing.
    const Obstacle* in_way_of(const PendingCall& call) const;

    /// The call waits for it from now on.
    void add(Obstacle obstacle, std::shared_ptr<PendingCall> call);

    /// As add, if something is known to be in its way.
    bool divert(const std::shared_ptr<PendingCall>& call);

    using ByMarketplace = std::map<std::string, std::vector<Obstacle>>;
    ByMarketplace all() const;

    /// `asked` were looked at, `still` are locked still. Adds the calls that may go on to `released`, in no order: what
    /// was in their way is free, or has another holder: then it is only busy, and they wait longer for its lock next
    /// time. Calls that were answered are forgotten. Throws std::bad_alloc; those released until then are.
    void settle(const std::string& marketplace, const std::vector<Obstacle>& asked, const std::vector<Obstacle>& still,
                Clock::time_point now, PendingCalls& released);

    /// Any one of the calls; none when there are no more. Needs no memory.
    std::shared_ptr<PendingCall> take_any();

private:
    using Key = std::tuple<std::string, Obstacle::Kind, std::string, std::string>;
    struct Known {
        Obstacle obstacle;
        std::vector<std::shared_ptr<PendingCall>> calls;
        Clock::time_point since{};   ///< it is known
        Clock::time_point wanted{};  ///< somebody waited for it then
    };
    using Place = std::map<Key, Known>::iterator;

    static Key key_of(const std::string& marketplace, const Obstacle& obstacle);
    Place place_of(const std::string& marketplace, Obstacle obstacle);
    void settle(Place known, const Obstacle* locked, Clock::time_point now, PendingCalls& released);
    void release(Place known, bool busy, PendingCalls& released);
    void erase(Place known);

    std::map<Key, Known> known_;
    std::unordered_multimap<std::size_t, const Known*> records_;  ///< those of known_, by their variants' fingerprints
    std::size_t others_ = 0;                                      ///< in known_, which are no records
    std::size_t calls_ = 0;
};

}  // namespace backorder
