#include "service/mutation.hpp"

#include "domain/words.hpp"
#include "service/operations.hpp"
#include "service/replay.hpp"
#include "service/request_json.hpp"
#include "service/scope.hpp"

#include <boost/json/serialize.hpp>

namespace backorder {

namespace {

class Runner {
public:
    Runner(Store& store, const Mutation& mutation)
        : store_(store), mutation_(mutation), context_(mutation.context), key_(call_key(mutation.context, mutation.request)),
          body_(boost::json::serialize(write_request(mutation.request))) {}

    Outcome<Answer> run() {
        for (;;) {
            const auto done = store_.transact(Mode::write, context_.budget, [this](Work& work) { return attempt(work); });
            if (!done) return done.error();
            if (!again_) return std::move(*result_);
            if (const auto made = create_missing(); !made) return made.error();
        }
    }

private:
    Verdict attempt(Work& work) {
        missing_.clear();
        Loaded loaded = work.load(context_.marketplace, key_, mutation_.scope);
        if (loaded.call && !mutation_.dry_run) return replay(work, *loaded.call);
        Attempt attempt(work, context_, std::move(loaded.state));
        Outcome<Effects> effects = mutation_.decide(attempt);
        again_ = attempt.outdated;
        if (again_) return Verdict::rollback;
        if (mutation_.dry_run) return refuse_or_answer(std::move(effects));
        if (!effects || !effects->applied) return refused(work, std::move(effects));
        missing_ = std::move(attempt.missing);
        again_ = !missing_.empty();
        if (again_) return Verdict::rollback;
        write(work, *effects, attempt);
        return answer(std::move(effects->answer), Verdict::commit);
    }

    /// A refusal may stem from this very call, done by another while we waited for its locks.
    Verdict refused(Work& work, Outcome<Effects> effects) {
        if (const auto call = work.recorded(context_.marketplace, key_)) return replay(work, *call);
        return refuse_or_answer(std::move(effects));
    }

    Verdict refuse_or_answer(Outcome<Effects> effects) {
        if (effects) return answer(std::move(effects->answer), Verdict::rollback);
        result_ = Outcome<Answer>(effects.error());
        return Verdict::rollback;
    }

    Verdict replay(Work& work, const RecordedCall& call) {
        result_ = backorder::replay(context_, mutation_.request, body_, call);
        if (*result_) (*result_)->replayed = !work.settling_doubt();
        return Verdict::rollback;
    }

    Verdict answer(Answer answer, Verdict verdict) {
        result_ = Outcome<Answer>(std::move(answer));
        return verdict;
    }

    void write(Work& work, Effects& effects, const Attempt& attempt) {
        effects.events.add_stock_events(effects.decision, attempt.state, attempt.stock_before);
        work.write(context_.marketplace,
                   {.key = key_,
                    .verb = std::string(operation_name(mutation_.request)),
                    .actor = actor_text(context_),
                    .seller = context_.seller,
                    .traceparent = context_.traceparent,
                    .body = body_,
                    .answer = boost::json::serialize(to_json(effects.answer)),
                    .events = boost::json::serialize(effects.events.events())},
                   effects.decision, attempt.state);
    }

    Outcome<void> create_missing() {
        if (missing_.empty()) return {};
        return store_.transact(Mode::write, context_.budget, [this](Work& work) {
            work.create_stock(context_.marketplace, missing_);
            return Verdict::commit;
        });
    }

    Store& store_;
    const Mutation& mutation_;
    const Context& context_;
    const CallKey key_;
    const std::string body_;
    bool again_ = false;
    std::vector<StockKey> missing_;
    std::optional<Outcome<Answer>> result_;
};

}  // namespace

Outcome<Answer> run(Store& store, const Mutation& mutation) {
    return Runner(store, mutation).run();
}

}  // namespace backorder
