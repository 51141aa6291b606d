#include "service/backorder.hpp"

#include "service/lanes/deadline_watch.hpp"
#include "service/lanes/lanes.hpp"
#include "service/lanes/pending_call.hpp"
#include "service/lanes/place_batch.hpp"
#include "service/lanes/question_threads.hpp"
#include "service/lanes/turned_away.hpp"
#include "service/request/checks.hpp"
#include "service/request/findings.hpp"
#include "service/verbs/handlers.hpp"

#include <future>
#include <new>
#include <utility>

namespace backorder {

namespace {

constexpr std::size_t most_question_threads = 4;

Outcome<void> check(const Context& context, const Request& request) {
    Findings findings;
    check_context(context, findings);
    check_request(request, findings);
    if (const auto checked = check_key(context, request); !checked) findings.add(checked.error());
    if (!findings.clean()) return findings.outcome();
    return authorise(context, request);
}

}  // namespace

/// Who carries calls out. The deadline_watch ends first: it only looks at calls.
struct Backorder::Crew {
    Crew(Store& store, const LaneSettings& settings)
        : lanes(store, settings), question_threads(store, most_question_threads, settings.queue_size) {}

    Lanes lanes;
    QuestionThreads question_threads;
    DeadlineWatch deadline_watch;
};

Backorder::Backorder(std::unique_ptr<Store> store, const LaneSettings& settings)
    : store_(std::move(store)), crew_(std::make_unique<Crew>(*store_, settings)) {}

Backorder::~Backorder() { close(); }

Outcome<Answer> Backorder::run(Context context, Request request) {
    if (const auto checked = check(context, request); !checked) return checked.error();
    if (std::holds_alternative<PlaceBatch>(request)) return run_batch(context, std::move(request));
    if (!is_mutation(request)) return handle(*store_, context, request);
    const auto call = std::make_shared<PendingCall>(std::move(context), std::move(request));
    if (!crew_->lanes.run_here(call))
        if (const auto added = crew_->lanes.add({call}); !added) return added.error();
    return call->wait();
}

Outcome<Answer> Backorder::run_batch(const Context& context, Request request) {
    const auto promise = std::make_shared<std::promise<Outcome<Answer>>>();
    auto answered = promise->get_future();
    const auto added = place_all(context, std::get<PlaceBatch>(std::move(request)),
                                 [promise](Outcome<Answer> answer) { promise->set_value(std::move(answer)); });
    if (!added) return added.error();
    return answered.get();
}

Outcome<void> Backorder::submit(Context context, Request request, Completion completion) {
    if (const auto checked = check(context, request); !checked) return checked.error();
    if (std::holds_alternative<PlaceBatch>(request))
        return place_all(context, std::get<PlaceBatch>(std::move(request)), std::move(completion));
    const auto call = std::make_shared<PendingCall>(std::move(context), std::move(request), std::move(completion));
    return add_watched({call});
}

Outcome<void> Backorder::place_all(const Context& context, PlaceBatch batch, Completion completion) {
    return add_watched(place_each(context, std::move(batch), std::move(completion)));
}

/// Calls of one kind. Watched before they are let in: what is in is never forgotten for want of memory.
Outcome<void> Backorder::add_watched(const PendingCalls& calls) {
    if (const auto ready = crew_->deadline_watch.start(); !ready) return ready.error();
    crew_->deadline_watch.watch(calls);
    auto added = let_in(calls);
    if (added) return added;
    std::size_t dropped = 0;
    for (const auto& call : calls) dropped += call->drop() ? 1 : 0;
    return dropped > 0 ? added : Outcome<void>();  // the clock was first: all of them are answered
}

/// Without memory none of them is in.
Outcome<void> Backorder::let_in(const PendingCalls& calls) noexcept {
    try {
        return calls.front()->mutation ? crew_->lanes.add(calls) : crew_->question_threads.add(calls.front());
    } catch (const std::bad_alloc&) {
        return said_without_memory(Status::out_of_memory, "out of memory");
    }
}

Outcome<Answer> Backorder::migrate(const Budget& budget) {
    const auto versions = store_->migrate(budget);
    if (!versions) return versions.error();
    try {
        Answer answer;
        answer.table(tables::schema)
            .add({std::int64_t{versions->before}, std::int64_t{versions->now}, std::int64_t{versions->latest}});
        return answer;
    } catch (const std::bad_alloc&) {
        return said_without_memory(Status::in_doubt, "No memory is left to say what was done; repeat it.");
    }
}

void Backorder::close(Clock::time_point latest) {
    crew_->lanes.close();
    crew_->question_threads.close();
    store_->close(latest);
}

}  // namespace backorder
