#pragma once
// The queue before the lanes: which calls go next, and together.

#include "service/lanes/obstacles.hpp"
#include "service/lanes/pending_call.hpp"

#include <deque>
#include <list>
#include <map>
#include <memory>
#include <string>
#include <unordered_set>

namespace backorder {

/// Marketplaces take turns. Within one, calls that came alone and calls of which one caller sent many take turns, so
/// that no importer makes a buyer wait behind its thousands. Of each kind, calls that want the same variant or order
/// are taken in the order they came: nobody overtakes. Not safe from several threads.
class CallQueue {
public:
    explicit CallQueue(std::size_t lines_at_once) : lines_at_once_(lines_at_once) {}

    void add(std::shared_ptr<PendingCall> call);

    /// Numbers the call: its place among all calls of the handle.
    void number(PendingCall& call) { call.arrival = ++arrivals_; }

    /// Puts a call that was taken before back to its place.
    void put_back(const std::shared_ptr<PendingCall>& call);

    /// What the lanes are working on: calls that want the same are not taken.
    struct Running {
        std::unordered_multiset<std::size_t>
            wanted{};  ///< fingerprints; a call that shares one would only wait for the lock
        bool big_allowed = true;
    };

    /// The next batch: calls of one marketplace up to so many lines, or a single call that is bigger or must be
    /// alone. Empty if no call may be taken. A call with an obstacle in its way is moved to `obstacles`.
    PendingCalls take(const Running& running, Obstacles& obstacles);

    bool may_run(const PendingCall& call, const Running& running) const;

    /// Removes and returns any one call; null when there are none. Allocates nothing.
    std::shared_ptr<PendingCall> take_any();

    bool is_big(const PendingCall& call) const { return call.mutation->lines() > lines_at_once_; }

    std::size_t size() const { return size_; }

private:
    using Fifo = std::deque<std::shared_ptr<PendingCall>>;
    struct Tenant {
        Fifo single;
        Fifo bulk;
        bool bulk_first = false;  ///< they take turns at going first
    };

    class Reserved;
    struct Taking;
    struct Pass;

    Tenant& tenant_of(const std::string& marketplace);
    Fifo& fifo_of(const PendingCall& call);
    PendingCalls take_from(Tenant& tenant, const Running& running, Obstacles& obstacles);
    void reserve_front(const Fifo& fifo, const Running& running, Reserved& reserved) const;
    std::shared_ptr<PendingCall> next_or_none(Pass& pass, Taking& taking) noexcept;
    std::shared_ptr<PendingCall> next_of(Pass& pass, Taking& taking);

    const std::size_t lines_at_once_;
    std::map<std::string, Tenant> tenants_;  ///< by marketplace; none is empty
    std::list<std::string> turns_;           ///< the rooms' names; they take turns without memory
    std::size_t size_ = 0;
    std::uint64_t arrivals_ = 0;
};

}  // namespace backorder
