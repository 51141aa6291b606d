#include "service/backorder.hpp"

#include "service/authorise.hpp"
#include "service/context_check.hpp"
#include "service/findings.hpp"
#include "service/handlers.hpp"
#include "service/key_check.hpp"
#include "service/request_check.hpp"

namespace backorder {

Backorder::Backorder(std::unique_ptr<Store> store) : store_(std::move(store)) {}
Backorder::~Backorder() = default;

Outcome<Answer> Backorder::run(const Context& context, const Request& request) {
    Findings findings;
    for (const Outcome<void>& checked : {check_context(context), check_request(request), check_key(context, request)})
        if (!checked) findings.add(checked.error());
    if (!findings.clean()) return findings.outcome().error();
    if (const auto authorised = authorise(context, request); !authorised) return authorised.error();
    return std::visit([&](const auto& asked) { return handle(*store_, context, asked); }, request);
}

Outcome<Answer> Backorder::migrate(const Budget& budget) {
    const auto versions = store_->migrate(budget);
    if (!versions) return versions.error();
    Answer answer;
    answer.table(tables::schema).add({std::int64_t{versions->before}, std::int64_t{versions->now}, std::int64_t{versions->latest}});
    return answer;
}

}  // namespace backorder
