#pragma once
// One try of a batch: it locks, reads, claims, decides call by call and writes. A retry is a new object.

#include "service/lanes/pending_call.hpp"
#include "service/verbs/mutation.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_set>
#include <vector>

namespace backorder {

/// A call that stepped aside, and what it waits for.
struct Blocked {
    std::shared_ptr<PendingCall> call;
    Obstacle obstacle;
};

/// A call of a batch, and what became of it in this try. A record of the call takes precedence over its answer here.
struct Member {
    std::shared_ptr<PendingCall> call;
    bool known_replay = false;  ///< the call was recorded before this batch began; kept through all tries
    std::optional<Outcome<Answer>> answer{};
    bool put_off = false;
    bool refused = false;
};
using BatchMembers = std::vector<Member>;

class BatchTry {
public:
    /// Both outlive the try. It removes members that were answered meanwhile, and moves members that step aside to
    /// `blocked`.
    BatchTry(BatchMembers& members, std::vector<Blocked>& blocked);

    Verdict run(Work& work);

    /// To be taken when the transaction has ended.
    struct Result {
        std::vector<std::pair<std::shared_ptr<PendingCall>, Outcome<Answer>>> answers;
        PendingCalls put_off;
        std::set<StockKey> missing;
        bool apart = false;  ///< a lock was not had, and it is not known which call needs it: try them apart
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
    bool replayed_ = false;  ///< at least one answer rests on a record
    ThresholdChanges thresholds_;
    ConfigurationChanges configuration_;  ///< of a call that is alone in its transaction
    std::set<StockKey> missing_;
    std::unordered_set<std::size_t> behind_;  ///< what the calls that are put off want
    bool all_behind_ = false;                 ///< a call that is put off may want anything
    bool again_ = false;                      ///< calls stepped aside: the rest needs a new transaction
    bool apart_ = false;
};

}  // namespace backorder
