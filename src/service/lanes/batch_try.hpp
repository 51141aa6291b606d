#pragma once
// One try of a batch: lock, read, claim, decide call by call, write. Its state is born with it and dies with it.

#include "service/lanes/pending_call.hpp"
#include "service/verbs/mutation.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_set>
#include <vector>

namespace backorder {

/// A call that waits for what another transaction has locked.
struct Blocked {
    std::shared_ptr<PendingCall> call;
    Obstacle obstacle;
};

/// A call of a batch, and what became of it in this try. An answer may be outrun by a record of the call.
struct Member {
    std::shared_ptr<PendingCall> call;
    bool known_replay = false;  ///< recorded before this batch began: found out by an earlier try, too
    std::optional<Outcome<Answer>> answer{};
    bool put_off = false;
    bool refused = false;
};
using BatchMembers = std::vector<Member>;

class BatchTry {
public:
    /// Calls that were answered meanwhile leave the members; those that wait for what another transaction has locked go
    /// to `blocked`.
    BatchTry(BatchMembers& members, std::vector<Blocked>& blocked);

    Verdict run(Work& work);

    /// After the transaction's end: an answer for each call that got one, and those that are put off.
    struct Result {
        std::vector<std::pair<std::shared_ptr<PendingCall>, Outcome<Answer>>> answers;
        PendingCalls put_off;
        std::set<StockKey> missing;
        bool apart = false;  ///< a lock could not be had, and it is not known for whom: they are to be tried apart
    };
    Result take_result();

private:
    bool step_aside(Work& work);
    std::vector<std::size_t> in_way_of(Work& work, const PendingCall& call,
                                       const std::vector<Obstacle>& obstacles) const;
    void load(Work& work);
    void lock_catalog(Work& work);
    void read_orders(Work& work, const std::set<std::string>& orders);
    void claim();
    void replay_recorded(Work& work);
    void replay_refused(Work& work);
    void replay(Work& work, const std::vector<std::size_t>& members);
    void decide(Work& work);
    void decide(Work& work, std::size_t index);
    bool replay_within(Member& member);
    bool stands_behind(const PendingCall& call) const;
    void put_off(Member& member);
    void accept(Member& member, std::int64_t sequence, Effects effects);
    bool write(Work& work);
    void answer(Member& member, const RecordedCall& call, bool replayed);
    void note(const Fulfillment& made);

    const std::string& marketplace() const { return members_.front().call->context.marketplace; }

    BatchMembers& members_;
    std::vector<Blocked>& blocked_;
    BatchState batch_;
    std::vector<CallNumber> numbers_;
    std::vector<CallRow> done_;
    std::map<std::pair<std::string, std::string>, std::size_t> done_by_key_;
    bool replayed_ = false;  ///< an answer rests on what is recorded
    ThresholdChanges thresholds_;
    ConfigurationChanges configuration_;  ///< of a call that shares its transaction with none
    std::set<StockKey> missing_;
    std::unordered_set<std::size_t> behind_;  ///< what calls want that are put off
    bool all_behind_ = false;                 ///< one that is put off may want anything
    bool again_ = false;                      ///< the others are carried out by a transaction of their own
    bool apart_ = false;
};

}  // namespace backorder
