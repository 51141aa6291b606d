#pragma once
// Is there one serial order of the calls that explains every answer that was heard, and every row that is left?

#include "history/acknowledged.hpp"
#include "model/rules/model.hpp"

#include <map>
#include <string>
#include <vector>

namespace backorder::test::history {

/// What the ledger says of one movement.
struct LedgerRow {
    model::Spot spot;
    std::string key;
    model::Units on_hand = 0;
    model::Units allocated = 0;
    model::Units backordered = 0;
};

/// The model is led through the calls that were done, in the order of their numbers. Each must be answered as it was
/// heard, and leave the counters that the ledger's rows up to it add up to. What changed nothing (refusals,
/// repetitions, questions about one record) must have a moment of its time in which the model answers the same.
class Explanation {
public:
    /// `order`: the keys of the recorded calls; `ledger`: in order of each record.
    Explanation(const Heard& heard, std::vector<std::string> order, const std::vector<LedgerRow>& ledger);

    /// What cannot be explained; empty if all is well.
    const std::vector<std::string>& faults() const { return faults_; }

    model::Model& model() { return model_; }

private:
    struct Question {
        const Acknowledged* heard = nullptr;
        std::size_t from = 0;  ///< so many calls were certainly done before
        std::size_t to = 0;    ///< and no more than so many
    };

    void find_doers();
    void find_questions(const Heard& heard);
    void narrow(Question& question) const;
    bool concerns(const model::Step& question, const Acknowledged& call) const;
    void replay();
    void carry_out(std::size_t position);
    void answer_questions(std::size_t done);
    void compare_counters(const std::vector<LedgerRow>& rows, const std::string& what);

    const Heard heard_;
    const std::vector<std::string> order_;
    std::map<std::string, std::vector<LedgerRow>> rows_;  ///< of each call
    std::vector<const Acknowledged*> doers_;              ///< of each call of the order; null: nobody heard of it
    std::vector<Question> questions_;
    std::map<model::Spot, LedgerRow> sums_;
    model::Model model_;
    std::vector<std::string> faults_;
};

}  // namespace backorder::test::history
