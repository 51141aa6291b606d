#include "service/lanes/batch_try.hpp"

#include "service/lanes/obstacles.hpp"
#include "service/replay/replay.hpp"
#include "service/request/operations.hpp"
#include "service/request/scope.hpp"
#include "service/verbs/configuring.hpp"
#include "service/verbs/new_names.hpp"

#include <algorithm>
#include <utility>

namespace backorder {

namespace {

/// It is recorded under its key from now on.
Outcome<Effects> decided(const PendingCall& call, CallView& view) {
    if (!call.mutation->dry_run())
        if (auto refusal = unfit_key(call.key)) return *std::move(refusal);
    return call.mutation->decide(view);
}

}  // namespace

BatchTry::BatchTry(BatchMembers& members, std::vector<Blocked>& blocked) : members_(members), blocked_(blocked) {
    for (Member& member : members_) member = {.call = member.call, .known_replay = member.known_replay};
}

Verdict BatchTry::run(Work& work) {
    if (members_.empty()) return Verdict::rollback;
    if (!work.settling_doubt())
        for (const Member& member : members_) member.call->release();
    if (step_aside(work)) return Verdict::rollback;
    load(work);
    claim();
    replay_recorded(work);
    decide(work);
    replay_refused(work);
    return write(work) ? Verdict::commit : Verdict::rollback;
}

/// Who took his call back has been answered; nothing of it is done.
void BatchTry::claim() {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < members_.size(); ++i) {
        if (!members_[i].call->claim()) continue;
        if (kept != i) {
            members_[kept] = std::move(members_[i]);
            numbers_[kept] = numbers_[i];
        }
        ++kept;
    }
    members_.resize(kept);
    numbers_.resize(kept);
}

void BatchTry::replay_recorded(Work& work) {
    std::vector<std::size_t> recorded;
    for (std::size_t i = 0; i < members_.size(); ++i)
        if (numbers_[i].recorded && !members_[i].call->mutation->dry_run()) recorded.push_back(i);
    replay(work, recorded);
}

/// A refusal may stem from this very call, done by another process while we waited for its locks.
void BatchTry::replay_refused(Work& work) {
    std::vector<std::size_t> refused;
    for (std::size_t i = 0; i < members_.size(); ++i)
        if (members_[i].refused && !members_[i].call->mutation->dry_run()) refused.push_back(i);
    replay(work, refused);
}

void BatchTry::replay(Work& work, const std::vector<std::size_t>& members) {
    if (members.empty()) return;
    std::vector<CallKey> keys;
    keys.reserve(members.size());
    for (const std::size_t i : members) keys.push_back(members_[i].call->key);
    const auto recorded = work.recorded(marketplace(), keys);
    for (std::size_t n = 0; n < members.size(); ++n) {
        if (!recorded[n]) continue;
        Member& member = members_[members[n]];
        member.known_replay = member.known_replay || !work.settling_doubt();
        replayed_ = true;
        answer(member, *recorded[n], member.known_replay);
    }
}

void BatchTry::answer(Member& member, const RecordedCall& call, bool replayed) {
    member.answer = backorder::replay(member.call->context, member.call->request, member.call->body, call);
    if (*member.answer) (**member.answer).replayed = replayed;
}

void BatchTry::decide(Work& work) {
    for (std::size_t i = 0; i < members_.size(); ++i) {
        Member& member = members_[i];
        if (member.answer) continue;
        if (stands_behind(*member.call))
            put_off(member);
        else if (!replay_within(member))
            decide(work, i);
    }
}

/// Those behind one that is put off stay behind it.
void BatchTry::put_off(Member& member) {
    member.put_off = true;
    behind_.insert(member.call->wanted.begin(), member.call->wanted.end());
    all_behind_ = all_behind_ || !member.call->mutation->knows_variants();
}

/// A call before that wants the same, or may, is put off.
bool BatchTry::stands_behind(const PendingCall& call) const {
    if (behind_.empty() || all_behind_) return all_behind_;
    const auto is_behind = [this](std::size_t wanted) { return behind_.contains(wanted); };
    return !call.mutation->knows_variants() || std::any_of(call.wanted.begin(), call.wanted.end(), is_behind);
}

/// The same key twice in one batch: the second gets the first one's answer.
bool BatchTry::replay_within(Member& member) {
    const auto done = done_by_key_.find({member.call->key.scope, member.call->key.key});
    if (done == done_by_key_.end() || member.call->mutation->dry_run()) return false;
    const CallRow& first = done_[done->second];
    answer(member,
           {.verb = first.verb,
            .seller = first.seller,
            .body = first.body,
            .answer = first.answer,
            .events = first.events,
            .at = {}},
           true);
    return true;
}

void BatchTry::decide(Work& work, std::size_t index) {
    Member& member = members_[index];
    const Mutation& mutation = *member.call->mutation;
    CallView view(work, member.call->context, numbers_[index].sequence, batch_);
    Outcome<Effects> effects = decided(*member.call, view);
    member.refused = !effects;
    if (!effects) {
        member.answer.emplace(effects.error());
        return;
    }
    const bool applies = effects->applied && !mutation.dry_run();
    if (view.is_put_off() || (applies && !view.missing().empty())) {
        missing_.insert(view.missing().begin(), view.missing().end());
        all_behind_ = all_behind_ || view.is_put_off();  // it reaches further than was read
        return put_off(member);
    }
    if (!applies) {
        member.refused = !effects->applied;
        member.answer.emplace(std::move(effects->answer));
        return;
    }
    accept(member, numbers_[index].sequence, *std::move(effects));
}

void BatchTry::accept(Member& member, std::int64_t sequence, Effects effects) {
    const PendingCall& call = *member.call;
    effects.events.add_stock_events(effects.decision, batch_.state);
    for (const Fulfillment& made : effects.decision.fulfillments) note(made);
    for (const auto& [key, before] : effects.decision.before) batch_.moved.insert(key);
    configuration_ = std::move(effects.configuration);
    thresholds_.stock.merge(effects.thresholds.stock);
    for (auto& [key, threshold] : effects.thresholds.products) {
        thresholds_.products[key] = threshold;
        batch_.catalog.thresholds[key] = threshold;
    }
    done_by_key_.emplace(std::pair(call.key.scope, call.key.key), done_.size());
    done_.push_back({.key = call.key,
                     .sequence = sequence,
                     .verb = std::string(operation_name(call.request)),
                     .actor = actor_text(call.context),
                     .seller = call.context.seller,
                     .traceparent = call.context.traceparent,
                     .body = call.body,
                     .answer = effects.answer_follows ? std::string() : answer_text(effects.answer),
                     .events = effects.events.take_text(),
                     .decision = std::move(effects.decision)});
    member.answer.emplace(std::move(effects.answer));
}

void BatchTry::note(const Fulfillment& made) {
    batch_.shipped_orders.insert(made.order);
    auto& known = batch_.fulfillments[made.order];
    const auto same =
        std::find_if(known.begin(), known.end(), [&](const Fulfillment& one) { return one.number == made.number; });
    if (same == known.end())
        known.push_back(made);
    else
        *same = made;
}

bool BatchTry::write(Work& work) {
    if (done_.empty()) {
        if (replayed_) work.confirm();
        return replayed_;
    }
    backorder::write(work, marketplace(), configuration_);
    if (!thresholds_.stock.empty() || !thresholds_.products.empty())
        work.set_thresholds(marketplace(), thresholds_, batch_.state);
    work.write(marketplace(), done_, batch_.state);
    return true;
}

BatchTry::Result BatchTry::take_result() {
    Result result;
    result.missing = std::move(missing_);
    result.apart = apart_;
    if (again_)
        for (const Member& member : members_) result.put_off.push_back(member.call);
    for (Member& member : members_) {
        if (member.put_off) result.put_off.push_back(member.call);
        if (member.answer) result.answers.emplace_back(member.call, *std::move(member.answer));
    }
    return result;
}

}  // namespace backorder
