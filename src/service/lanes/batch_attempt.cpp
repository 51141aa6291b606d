#include "service/lanes/batch_attempt.hpp"

#include "service/verbs/new_names.hpp"
#include "service/lanes/obstacles.hpp"
#include "service/request/operations.hpp"
#include "service/replay/replay.hpp"
#include "service/request/scope.hpp"

#include <algorithm>
#include <utility>

namespace backorder {

namespace {

/// It is recorded under its key from now on.
Outcome<Effects> decided(const Submission& call, Attempt& attempt) {
    if (!call.mutation->dry_run())
        if (auto refusal = unfit_key(call.key)) return *std::move(refusal);
    return call.mutation->decide(attempt);
}

}  // namespace

BatchAttempt::BatchAttempt(const Submissions& calls) {
    turns_.reserve(calls.size());
    for (const auto& call : calls) turns_.push_back({.call = call});
}

Verdict BatchAttempt::run(Work& work) {
    forget();
    if (turns_.empty()) return Verdict::rollback;
    if (!work.settling_doubt())
        for (const Turn& turn : turns_) turn.call->release();
    if (step_aside(work)) return Verdict::rollback;
    load(work);
    claim();
    replay_recorded(work);
    decide(work);
    replay_refused(work);
    return write(work) ? Verdict::commit : Verdict::rollback;
}

void BatchAttempt::forget() {
    scene_ = {};
    done_.clear();
    done_by_key_.clear();
    replayed_ = false;
    thresholds_ = {};
    missing_.clear();
    behind_.clear();
    all_behind_ = again_ = apart_ = false;
    for (Turn& turn : turns_) turn = {.call = turn.call, .known_replay = turn.known_replay};
}

/// Who wants what others have locked leaves the batch; the others start anew, so that they take their locks in the global order. False if
/// nothing is in the way. Calls in doubt stay: it is not known that they were not done. Looking up may fail: then all of them are in it still.
bool BatchAttempt::step_aside(Work& work) {
    if (work.settling_doubt()) return false;
    const std::vector<Obstacle> obstacles = work.obstacles(marketplace());
    if (obstacles.empty()) return false;
    const bool alone = turns_.size() == 1;
    std::set<std::size_t> wanted;
    std::vector<Turn> staying;
    std::vector<Blocked> leaving;
    for (const Turn& turn : turns_) {
        const auto found = alone ? std::vector<std::size_t>{0} : in_way_of(work, *turn.call, obstacles);
        wanted.insert(found.begin(), found.end());
        if (found.empty())
            staying.push_back({.call = turn.call, .known_replay = turn.known_replay});
        else
            leaving.push_back({turn.call, obstacles[found.front()]});
    }
    blocked_.insert(blocked_.end(), leaving.begin(), leaving.end());
    turns_ = std::move(staying);
    for (const Blocked& one : leaving) one.call->release();
    again_ = true;
    apart_ = !alone && wanted.size() < obstacles.size();
    return true;
}

/// Orders tell their records, and variants their products, only when they are looked up.
std::vector<std::size_t> BatchAttempt::in_way_of(Work& work, const Submission& call, const std::vector<Obstacle>& obstacles) const {
    const std::string& marketplace = call.context.marketplace;
    LoadScope scope;
    call.mutation->add_scope({}, scope);
    const auto records = scope.orders.empty() ? std::set<StockKey>() : work.records_of(marketplace, scope);
    const CatalogScope configured = call.mutation->catalog();
    const auto products = configured.variants.empty() ? std::map<std::string, ProductRecord>() : work.catalog(marketplace, configured).products;
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < obstacles.size(); ++i) {
        const Obstacle& one = obstacles[i];
        const bool looked_up = one.kind == Obstacle::Kind::record ? records.contains({one.id, one.warehouse})
                                                                  : one.kind == Obstacle::Kind::product && products.contains(one.id);
        if (looked_up || asks_for(call, one)) found.push_back(i);
    }
    return found;
}

void BatchAttempt::load(Work& work) {
    lock_catalog(work);
    LoadScope scope;
    std::vector<CallKey> keys;
    keys.reserve(turns_.size());
    for (const Turn& turn : turns_) {
        turn.call->mutation->add_scope(scene_.catalog, scope);
        keys.push_back(turn.call->key);
    }
    Loaded loaded = work.load(marketplace(), keys, scope);
    scene_.state = std::move(loaded.state);
    numbers_ = std::move(loaded.calls);
    if (!scope.orders.empty()) read_orders(work, scope.orders);
    Reach reach;
    for (const Turn& turn : turns_) turn.call->mutation->add_reach(scene_, reach);
    work.load_queues(marketplace(), reach, scope.orders, scene_.state);
}

void BatchAttempt::lock_catalog(Work& work) {
    CatalogScope scope;
    for (const Turn& turn : turns_) {
        CatalogScope asked = turn.call->mutation->catalog();
        scope.products.insert(scope.products.end(), asked.products.begin(), asked.products.end());
        scope.variants.insert(scope.variants.end(), asked.variants.begin(), asked.variants.end());
        scope.warehouses.insert(scope.warehouses.end(), asked.warehouses.begin(), asked.warehouses.end());
    }
    if (scope.products.empty() && scope.variants.empty()) return;
    scope.all_variants_of_products = true;
    work.lock_products(marketplace(), scope);
    scene_.catalog = work.catalog(marketplace(), scope);
}

void BatchAttempt::read_orders(Work& work, const std::set<std::string>& orders) {
    work.load_orders(marketplace(), orders, scene_.state);
    const auto needs = [](const Turn& turn) { return turn.call->mutation->needs_fulfillments(); };
    if (std::none_of(turns_.begin(), turns_.end(), needs)) return;
    for (ShippedFulfillment& shipped : work.fulfillments(marketplace(), orders))
        scene_.fulfillments[shipped.fulfillment.order].push_back(std::move(shipped.fulfillment));
}

/// Who took his call back has been answered; nothing of it is done.
void BatchAttempt::claim() {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < turns_.size(); ++i) {
        if (!turns_[i].call->claim()) continue;
        if (kept != i) {
            turns_[kept] = std::move(turns_[i]);
            numbers_[kept] = numbers_[i];
        }
        ++kept;
    }
    turns_.resize(kept);
    numbers_.resize(kept);
}

void BatchAttempt::replay_recorded(Work& work) {
    std::vector<std::size_t> recorded;
    for (std::size_t i = 0; i < turns_.size(); ++i)
        if (numbers_[i].recorded && !turns_[i].call->mutation->dry_run()) recorded.push_back(i);
    replay(work, recorded);
}

/// A refusal may stem from this very call, done by another process while we waited for its locks.
void BatchAttempt::replay_refused(Work& work) {
    std::vector<std::size_t> refused;
    for (std::size_t i = 0; i < turns_.size(); ++i)
        if (turns_[i].refused && !turns_[i].call->mutation->dry_run()) refused.push_back(i);
    replay(work, refused);
}

void BatchAttempt::replay(Work& work, const std::vector<std::size_t>& turns) {
    if (turns.empty()) return;
    std::vector<CallKey> keys;
    keys.reserve(turns.size());
    for (const std::size_t i : turns) keys.push_back(turns_[i].call->key);
    const auto recorded = work.recorded(marketplace(), keys);
    for (std::size_t n = 0; n < turns.size(); ++n) {
        if (!recorded[n]) continue;
        Turn& turn = turns_[turns[n]];
        turn.known_replay = turn.known_replay || !work.settling_doubt();
        replayed_ = true;
        answer(turn, *recorded[n], turn.known_replay);
    }
}

void BatchAttempt::answer(Turn& turn, const RecordedCall& call, bool replayed) {
    turn.answer = backorder::replay(turn.call->context, turn.call->request, turn.call->body, call);
    if (*turn.answer) (**turn.answer).replayed = replayed;
}

void BatchAttempt::decide(Work& work) {
    for (std::size_t i = 0; i < turns_.size(); ++i) {
        Turn& turn = turns_[i];
        if (turn.answer) continue;
        if (stands_behind(*turn.call))
            put_off(turn);
        else if (!replay_within(turn))
            decide(work, i);
    }
}

/// Those behind one that is put off stay behind it.
void BatchAttempt::put_off(Turn& turn) {
    turn.put_off = true;
    behind_.insert(turn.call->wanted.begin(), turn.call->wanted.end());
    all_behind_ = all_behind_ || !turn.call->mutation->knows_variants();
}

/// A call before that wants the same, or may, is put off.
bool BatchAttempt::stands_behind(const Submission& call) const {
    if (behind_.empty() || all_behind_) return all_behind_;
    const auto is_behind = [this](std::size_t wanted) { return behind_.contains(wanted); };
    return !call.mutation->knows_variants() || std::any_of(call.wanted.begin(), call.wanted.end(), is_behind);
}

/// The same key twice in one batch: the second gets the first one's answer.
bool BatchAttempt::replay_within(Turn& turn) {
    const auto done = done_by_key_.find({turn.call->key.scope, turn.call->key.key});
    if (done == done_by_key_.end() || turn.call->mutation->dry_run()) return false;
    const NewCall& first = done_[done->second];
    answer(turn, {.verb = first.verb, .seller = first.seller, .body = first.body, .answer = first.answer, .events = first.events, .at = {}}, true);
    return true;
}

void BatchAttempt::decide(Work& work, std::size_t index) {
    Turn& turn = turns_[index];
    const Mutation& mutation = *turn.call->mutation;
    Attempt attempt(work, turn.call->context, numbers_[index].sequence, scene_);
    Outcome<Effects> effects = decided(*turn.call, attempt);
    turn.refused = !effects;
    if (!effects) {
        turn.answer.emplace(effects.error());
        return;
    }
    const bool applies = effects->applied && !mutation.dry_run();
    if (attempt.is_put_off() || (applies && !attempt.missing().empty())) {
        missing_.insert(attempt.missing().begin(), attempt.missing().end());
        all_behind_ = all_behind_ || attempt.is_put_off();  // it reaches further than was read
        return put_off(turn);
    }
    if (!applies) {
        turn.refused = !effects->applied;
        turn.answer.emplace(std::move(effects->answer));
        return;
    }
    accept(turn, numbers_[index].sequence, *std::move(effects));
}

void BatchAttempt::accept(Turn& turn, std::int64_t sequence, Effects effects) {
    const Submission& call = *turn.call;
    effects.events.add_stock_events(effects.decision, scene_.state);
    for (const Fulfillment& made : effects.decision.fulfillments) note(made);
    for (const auto& [key, before] : effects.decision.before) scene_.moved.insert(key);
    thresholds_.stock.merge(effects.thresholds.stock);
    for (auto& [key, threshold] : effects.thresholds.products) {
        thresholds_.products[key] = threshold;
        scene_.catalog.thresholds[key] = threshold;
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
    turn.answer.emplace(std::move(effects.answer));
}

void BatchAttempt::note(const Fulfillment& made) {
    scene_.shipped_orders.insert(made.order);
    auto& known = scene_.fulfillments[made.order];
    const auto same = std::find_if(known.begin(), known.end(), [&](const Fulfillment& one) { return one.number == made.number; });
    if (same == known.end())
        known.push_back(made);
    else
        *same = made;
}

bool BatchAttempt::write(Work& work) {
    if (done_.empty()) {
        if (replayed_) work.confirm();
        return replayed_;
    }
    if (!thresholds_.stock.empty() || !thresholds_.products.empty()) work.set_thresholds(marketplace(), thresholds_, scene_.state);
    work.write(marketplace(), done_, scene_.state);
    return true;
}

BatchAttempt::Result BatchAttempt::take_result() {
    Result result;
    result.missing = std::move(missing_);
    result.apart = apart_;
    if (again_)
        for (const Turn& turn : turns_) result.later.push_back(turn.call);
    for (Turn& turn : turns_) {
        if (turn.put_off) result.later.push_back(turn.call);
        if (turn.answer) result.answers.emplace_back(turn.call, *std::move(turn.answer));
    }
    return result;
}

}  // namespace backorder
