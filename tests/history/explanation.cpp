#include "history/explanation.hpp"

#include "model/rules/verb.hpp"

#include <algorithm>

namespace backorder::test::history {

namespace {

std::string told(const Acknowledged& one) {
    return json::serialize(model::to_json(one.step)) + " -> " + model::to_text(one.reply);
}

/// A ledger's rows by the call that wrote them.
std::map<std::string, std::vector<LedgerRow>> by_call(const std::vector<LedgerRow>& ledger) {
    std::map<std::string, std::vector<LedgerRow>> rows;
    for (const LedgerRow& row : ledger) rows[row.key].push_back(row);
    return rows;
}

/// Rows of one record must stand in the order of the calls.
std::vector<std::string> out_of_order(const std::vector<LedgerRow>& ledger, const std::vector<std::string>& order) {
    std::map<std::string, std::size_t> position;
    for (std::size_t i = 0; i < order.size(); ++i) position.emplace(order[i], i + 1);
    std::map<model::Spot, std::size_t> last;
    std::vector<std::string> faults;
    for (const LedgerRow& row : ledger) {
        std::size_t& before = last[row.spot];
        if (!position.contains(row.key)) faults.push_back("a ledger row of no recorded call: " + row.key);
        if (position[row.key] < before)
            faults.push_back("the ledger of " + row.spot.first + "@" + row.spot.second + " is out of order at " +
                             row.key);
        before = std::max(before, position[row.key]);
    }
    return faults;
}

}  // namespace

Explanation::Explanation(const Heard& heard, std::vector<std::string> order, const std::vector<LedgerRow>& ledger)
    : heard_(in_single_orders(heard)), order_(std::move(order)), rows_(by_call(ledger)), doers_(order_.size()),
      faults_(out_of_order(ledger, order_)) {
    find_doers();
    find_questions(heard_);
    replay();
}

void Explanation::find_doers() {
    std::map<std::string, std::size_t> position;
    for (std::size_t i = 0; i < order_.size(); ++i)
        if (!position.emplace(order_[i], i).second) faults_.push_back("recorded twice: " + order_[i]);
    for (const Acknowledged& one : heard_) {
        if (!one.did_it()) continue;
        const auto found = position.find(one.key());
        if (found == position.end())
            faults_.push_back("acknowledged, but not recorded: " + told(one));
        else if (std::exchange(doers_[found->second], &one) != nullptr)
            faults_.push_back("done twice: " + told(one));
    }
}

/// Of calls that have nothing to do with the question only the serial order's ends count: one may have its number and
/// not be committed while the next is already answered. Of those that have, each that ended before is done, none that
/// began after.
void Explanation::find_questions(const Heard& heard) {
    for (const Acknowledged& one : heard) {
        if (one.did_it()) continue;
        Question question{&one, order_.size(), 0};
        for (std::size_t i = 0; i < doers_.size(); ++i) {
            const bool ended_before = doers_[i] != nullptr && doers_[i]->ended < one.begun;
            const bool begins_after = doers_[i] != nullptr && doers_[i]->begun > one.ended;
            if (!ended_before) question.from = std::min(question.from, i);
            if (!begins_after) question.to = i + 1;
        }
        narrow(question);
        questions_.push_back(question);
    }
}

void Explanation::narrow(Question& question) const {
    const Acknowledged& one = *question.heard;
    for (std::size_t i = 0; i < doers_.size(); ++i) {
        if (doers_[i] == nullptr || !concerns(one.step, *doers_[i])) continue;
        if (doers_[i]->ended < one.begun) question.from = std::max(question.from, i + 1);
        if (doers_[i]->begun > one.ended) question.to = std::min(question.to, i);
    }
}

/// The call moved the record, or changed the order, that the question is about.
bool Explanation::concerns(const model::Step& question, const Acknowledged& call) const {
    const std::string order = model::text(question.request, "order");
    if (!order.empty()) return order == call.key() || order == model::text(call.step.request, "order");
    const auto rows = rows_.find(call.key());
    const std::string variant = question.operation == "stock"
                                    ? std::string(model::list(question.request, "variants").front().as_string())
                                    : model::text(question.request, "variant");
    const model::Spot spot{variant, model::text(question.request, "warehouse")};
    return rows != rows_.end() && std::any_of(rows->second.begin(), rows->second.end(),
                                              [&](const LedgerRow& row) { return row.spot == spot; });
}

void Explanation::replay() {
    for (std::size_t position = 0; position < order_.size(); ++position) {
        answer_questions(position);
        carry_out(position);
    }
    answer_questions(order_.size());
    for (const Question& question : questions_)
        faults_.push_back("no moment explains it, between " + std::to_string(question.from) + " and " +
                          std::to_string(question.to) + ": " + told(*question.heard));
}

void Explanation::carry_out(std::size_t position) {
    if (doers_[position] == nullptr) return faults_.push_back("recorded, but nobody heard of it: " + order_[position]);
    const Acknowledged& one = *doers_[position];
    const model::Reply reply = model_.ask(one.step);
    if (!(without_ready(reply) == without_ready(one.reply)))
        faults_.push_back("call " + std::to_string(position) + " in order: " + told(one) +
                          "\n  model: " + model::to_text(reply));
    const std::vector<LedgerRow>& rows = rows_[order_[position]];
    for (const LedgerRow& row : rows) {
        LedgerRow& sum = sums_[row.spot];
        sum.on_hand += row.on_hand;
        sum.allocated += row.allocated;
        sum.backordered += row.backordered;
    }
    compare_counters(rows, told(one));
}

void Explanation::compare_counters(const std::vector<LedgerRow>& rows, const std::string& what) {
    const model::Market& market = model_.market(heard_.front().step.market);
    for (const LedgerRow& row : rows) {
        const LedgerRow& sum = sums_[row.spot];
        const auto record = market.records.find(row.spot);
        const bool same = record != market.records.end() && sum.on_hand == record->second.on_hand &&
                          sum.allocated == market.allocated(row.spot) &&
                          sum.backordered == market.backordered(row.spot);
        if (!same)
            faults_.push_back("the ledger of " + row.spot.first + "@" + row.spot.second + " says otherwise after " +
                              what);
    }
}

void Explanation::answer_questions(std::size_t done) {
    std::erase_if(
        questions_,
        [&](const Question& question) {
            return question.from <= done && done <= question.to &&
                   without_ready(model_.foresee(question.heard->step)) == without_ready(question.heard->reply);
        });
}

}  // namespace backorder::test::history
