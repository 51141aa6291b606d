#include "service/request/operations.hpp"
#include "service/verbs/mutation.hpp"
#include "service/verbs/new_names.hpp"
#include "service/verbs/question.hpp"

namespace backorder {

namespace {

Answer settings_answer(bool enabled, bool before, bool dry_run, Units64 over_limit) {
    Answer answer;
    answer.table(tables::settings).add({enabled, before, dry_run, over_limit});
    return answer;
}

class SettingsChange final : public Mutation {
public:
    SettingsChange(const Context& context, const SettingsSet& request) : context_(context), request_(request) {}

    bool dry_run() const override { return request_.dry_run; }
    bool alone() const override { return true; }

    Outcome<Effects> decide(CallView& view) const override {
        Work& work = view.work;
        if (auto refusal = unfit_marketplace(work, context_)) return *std::move(refusal);
        const bool enabled = *request_.backorders_enabled;
        const bool before = request_.dry_run ? work.backorders_enabled(context_.marketplace)
                                             : work.locked_backorders_enabled(context_.marketplace);
        Effects effects;
        const Units64 over = enabled ? 0 : work.backordered(context_.marketplace, context_.seller);
        effects.answer = settings_answer(enabled, before, request_.dry_run, over);
        if (request_.dry_run) return effects;
        effects.configuration.backorders_enabled = enabled;
        if (enabled != before)
            effects.events.add(event(EventType::settings_changed, boost::json::object{{"backorders_enabled", before}},
                                     boost::json::object{{"backorders_enabled", enabled}}));
        return effects;
    }

private:
    const Context& context_;
    const SettingsSet& request_;
};

}  // namespace

Outcome<Answer> Operation<SettingsGet>::handle(Store& store, const Context& context, const SettingsGet&) {
    return ask(
        store, context,
        [&](Work& work) -> Outcome<Answer> {
            const bool enabled = work.backorders_enabled(context.marketplace);
            const Units64 over = enabled ? 0 : work.backordered(context.marketplace, context.seller);
            return settings_answer(enabled, enabled, false, over);
        });
}

std::unique_ptr<Mutation> Operation<SettingsSet>::mutation(const Context& context, const SettingsSet& request) {
    return std::make_unique<SettingsChange>(context, request);
}

}  // namespace backorder
