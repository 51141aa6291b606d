#include "service/handlers.hpp"
#include "service/mutation.hpp"
#include "service/question.hpp"

namespace backorder {

namespace {

Answer settings_answer(bool enabled, bool before, bool dry_run, Units64 over_limit) {
    Answer answer;
    answer.table(tables::settings).add({enabled, before, dry_run, over_limit});
    return answer;
}

}  // namespace

Outcome<Answer> handle(Store& store, const Context& context, const SettingsGet&) {
    return ask(store, context, [&](Work& work) -> Outcome<Answer> {
        const bool enabled = work.backorders_enabled(context.marketplace);
        const Units64 over = enabled ? 0 : work.backordered(context.marketplace, context.seller);
        return settings_answer(enabled, enabled, false, over);
    });
}

Outcome<Answer> handle(Store& store, const Context& context, const SettingsSet& settings) {
    const Request request = settings;
    const bool enabled = *settings.backorders_enabled;
    const auto decide = [&](Attempt& attempt) -> Outcome<Effects> {
        const bool before = settings.dry_run ? attempt.work.backorders_enabled(context.marketplace)
                                             : attempt.work.locked_backorders_enabled(context.marketplace);
        Effects effects;
        const Units64 over = enabled ? 0 : attempt.work.backordered(context.marketplace, context.seller);
        effects.answer = settings_answer(enabled, before, settings.dry_run, over);
        if (settings.dry_run) return effects;
        attempt.work.set_backorders_enabled(context.marketplace, enabled);
        if (enabled != before)
            effects.events.add(event("settings.changed", boost::json::object{{"backorders_enabled", before}},
                                     boost::json::object{{"backorders_enabled", enabled}}));
        return effects;
    };
    return run(store, {.context = context, .request = request, .dry_run = settings.dry_run, .decide = decide});
}

}  // namespace backorder
