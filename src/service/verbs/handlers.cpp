#include "service/verbs/handlers.hpp"

#include <stdexcept>

namespace backorder {

bool is_mutation(const Request& request) {
    return std::visit([]<class Asked>(const Asked&) { return is_change<Asked>; }, request);
}

bool may_write(const Request& request) {
    return std::visit(
        []<class Asked>(const Asked& asked) {
            if constexpr (
                requires { asked.dry_run; })
                return !asked.dry_run;
            else if constexpr (
                requires { &Operation<Asked>::writes; })
                return Operation<Asked>::writes(asked);
            else
                return Operation<Asked>::key != Key::none;
        },
        request);
}

Outcome<Answer> handle(Store& store, const Context& context, const Request& question) {
    return std::visit(
        [&]<class Asked>(const Asked& asked) -> Outcome<Answer> {
            if constexpr (is_question<Asked>)
                return Operation<Asked>::handle(store, context, asked);
            else
                throw std::logic_error("a mutation is no question");
        },
        question);
}

std::unique_ptr<Mutation> make_mutation(const Context& context, const Request& request) {
    return std::visit(
        [&]<class Asked>(const Asked& asked) -> std::unique_ptr<Mutation> {
            if constexpr (is_change<Asked>)
                return Operation<Asked>::mutation(context, asked);
            else
                return nullptr;
        },
        request);
}

}  // namespace backorder
