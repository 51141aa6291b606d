#include "service/verbs/question.hpp"

namespace backorder {

Outcome<Answer> ask(Store& store, const Context& context, const std::function<Outcome<Answer>(Work&)>& read,
                    Mode mode) {
    Outcome<Answer> answer{Answer{}};
    const auto done = store.transact(mode, context.budget, [&](Work& work) {
        answer = read(work);
        return Verdict::rollback;
    });
    if (!done) return done.error();
    return answer;
}

}  // namespace backorder
