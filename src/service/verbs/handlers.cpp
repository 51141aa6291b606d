#include "service/verbs/handlers.hpp"

#include <concepts>
#include <stdexcept>

namespace backorder {

namespace {

template <class Asked>
concept Question = requires(Store& store, const Context& context, const Asked& asked) {
    { handle(store, context, asked) } -> std::same_as<Outcome<Answer>>;
};

template <class Asked>
concept Change = requires(const Context& context, const Asked& asked) {
    { mutation(context, asked) } -> std::same_as<std::unique_ptr<Mutation>>;
};

}  // namespace

bool is_mutation(const Request& request) {
    return std::visit([]<class Asked>(const Asked&) { return Change<Asked>; }, request);
}

bool may_write(const Request& request) {
    return std::visit(
        []<class Asked>(const Asked& asked) {
            if constexpr (requires { asked.dry_run; })
                return !asked.dry_run;
            else if constexpr (std::same_as<Asked, EventsPull>)
                return !asked.acknowledge.empty();
            else
                return Change<Asked> || std::same_as<Asked, EventsAcknowledge> || std::same_as<Asked, PlaceBatch>;
        },
        request);
}

Outcome<Answer> handle(Store& store, const Context& context, const Request& question) {
    return std::visit(
        [&]<class Asked>(const Asked& asked) -> Outcome<Answer> {
            if constexpr (Question<Asked>)
                return handle(store, context, asked);
            else
                throw std::logic_error("a mutation is no question");
        },
        question);
}

std::unique_ptr<Mutation> make_mutation(const Context& context, const Request& request) {
    return std::visit(
        [&]<class Asked>(const Asked& asked) -> std::unique_ptr<Mutation> {
            if constexpr (Change<Asked>)
                return mutation(context, asked);
            else
                return nullptr;
        },
        request);
}

}  // namespace backorder
