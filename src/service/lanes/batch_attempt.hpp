#pragma once
// One try of a batch: lock, read, claim, decide call by call, write.

#include "service/verbs/mutation.hpp"
#include "service/lanes/submission.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_set>
#include <vector>

namespace backorder {

/// A call that waits for what another transaction has locked.
struct Blocked {
    std::shared_ptr<Submission> call;
    Obstacle obstacle;
};

class BatchAttempt {
public:
    explicit BatchAttempt(const Submissions& calls);

    /// What it did before is forgotten: its transaction was rolled back, or what became of it is not known.
    Verdict run(Work& work);

    /// After the transaction's end: an answer for each call that got one, and those that are put off.
    struct Result {
        std::vector<std::pair<std::shared_ptr<Submission>, Outcome<Answer>>> answers;
        Submissions later;
        std::set<StockKey> missing;
        bool apart = false;  ///< a lock could not be had, and it is not known for whom: they are to be tried apart
    };
    Result take_result();

    /// Those that left the batch, whatever became of the rest.
    std::vector<Blocked> take_blocked() { return std::move(blocked_); }

private:
    /// What became of one call. An answer may be outrun by a record of the call.
    struct Turn {
        std::shared_ptr<Submission> call;
        std::optional<Outcome<Answer>> answer{};
        bool put_off = false;
        bool refused = false;
        bool known_replay = false;  ///< recorded before this batch began
    };

    void forget();
    bool step_aside(Work& work);
    std::vector<std::size_t> in_way_of(Work& work, const Submission& call, const std::vector<Obstacle>& obstacles) const;
    void load(Work& work);
    void lock_catalog(Work& work);
    void read_orders(Work& work, const std::set<std::string>& orders);
    void claim();
    void replay_recorded(Work& work);
    void replay_refused(Work& work);
    void replay(Work& work, const std::vector<std::size_t>& turns);
    void decide(Work& work);
    void decide(Work& work, std::size_t index);
    bool replay_within(Turn& turn);
    bool stands_behind(const Submission& call) const;
    void put_off(Turn& turn);
    void accept(Turn& turn, std::int64_t sequence, Effects effects);
    bool write(Work& work);
    void answer(Turn& turn, const RecordedCall& call, bool replayed);
    void note(const Fulfillment& made);

    const std::string& marketplace() const { return turns_.front().call->context.marketplace; }

    std::vector<Turn> turns_;
    Scene scene_;
    std::vector<CallNumber> numbers_;
    std::vector<NewCall> done_;
    std::map<std::pair<std::string, std::string>, std::size_t> done_by_key_;
    bool replayed_ = false;  ///< an answer rests on what is recorded
    ThresholdChanges thresholds_;
    std::set<StockKey> missing_;
    std::unordered_set<std::size_t> behind_;  ///< what calls want that are put off
    bool all_behind_ = false;                 ///< one that is put off may want anything
    std::vector<Blocked> blocked_;            ///< not of this attempt alone: they are out of the batch
    bool again_ = false;                      ///< the others are carried out by a transaction of their own
    bool apart_ = false;
};

}  // namespace backorder
