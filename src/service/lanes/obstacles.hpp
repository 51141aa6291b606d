#pragma once
// Calls that stepped aside: they wait beside the queue, without a lane, for what another transaction keeps locked.

#include "service/lanes/pending_call.hpp"

#include <map>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

namespace backorder {

/// Does the call need the lock of that obstacle, as far as its request tells?
bool asks_for(const PendingCall& call, const Obstacle& obstacle);

/// Not safe from several threads.
class Obstacles {
public:
    bool empty() const { return known_.empty(); }

    /// How many calls wait.
    std::size_t calls() const { return calls_; }

    /// The known obstacle that the call would run into; null: none.
    const Obstacle* in_way_of(const PendingCall& call) const;

    /// From now on the call waits for the obstacle.
    void add(Obstacle obstacle, std::shared_ptr<PendingCall> call);

    /// Adds the call if a known obstacle is in its way; else returns false.
    bool divert(const std::shared_ptr<PendingCall>& call);

    using ByMarketplace = std::map<std::string, std::vector<Obstacle>>;
    ByMarketplace all() const;

    /// `asked` were looked up, and of these `still` are locked. Calls that may go on are added to `released`, in no
    /// order: their obstacle is free, or another transaction holds it now. In that case it is only busy, and the calls
    /// will wait longer for the lock. Answered calls are forgotten. Throws std::bad_alloc; what was released stays so.
    void settle(const std::string& marketplace, const std::vector<Obstacle>& asked, const std::vector<Obstacle>& still,
                Clock::time_point now, PendingCalls& released);

    /// Removes and returns any one of the calls; null when there are none. Allocates nothing.
    std::shared_ptr<PendingCall> take_any();

private:
    using Key = std::tuple<std::string, Obstacle::Kind, std::string, std::string>;
    struct Known {
        Obstacle obstacle;
        std::vector<std::shared_ptr<PendingCall>> calls;
        Clock::time_point since{};   ///< when it became known
        Clock::time_point wanted{};  ///< when a call last waited for it
    };
    using Place = std::map<Key, Known>::iterator;

    static Key key_of(const std::string& marketplace, const Obstacle& obstacle);
    Place place_of(const std::string& marketplace, Obstacle obstacle);
    void settle(Place known, const Obstacle* locked, Clock::time_point now, PendingCalls& released);
    void release(Place known, bool busy, PendingCalls& released);
    void erase(Place known);

    std::map<Key, Known> known_;
    std::unordered_multimap<std::size_t, const Known*>
        records_;             ///< the records in known_, by fingerprint of the variant
    std::size_t others_ = 0;  ///< how many in known_ are no records
    std::size_t calls_ = 0;
};

}  // namespace backorder
