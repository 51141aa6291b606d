#pragma once
// The service: every operation there is, asked with a request and a context, answered with an answer or a refusal.

#include "domain/refusal.hpp"
#include "service/answer/answer.hpp"
#include "service/lanes/lanes.hpp"
#include "service/request/context.hpp"
#include "service/request/requests.hpp"

#include <memory>

namespace backorder {

class Backorder {
public:
    explicit Backorder(std::unique_ptr<Store> store, const LaneSettings& settings = {});
    ~Backorder();

    /// Checks the context and the request, authorises, carries out, waits for the answer. Safe from any thread.
    Outcome<Answer> run(Context context, Request request);

    /// As run, without waiting: the completion receives the answer. If the checks refuse the call, or it is not let
    /// in (Status::busy), that is returned and the completion is never called.
    Outcome<void> submit(Context context, Request request, Completion completion);

    /// Installs or updates the tables.
    Outcome<Answer> migrate(const Budget& budget);

    /// Waiting calls and later calls are answered cancelled. Running calls end by themselves, or are cut off at
    /// `latest`.
    void close(Clock::time_point latest = Clock::time_point::max());

    Store& store() { return *store_; }

private:
    struct Crew;

    Outcome<Answer> run_batch(const Context& context, Request request);
    Outcome<void> place_all(const Context& context, PlaceBatch batch, Completion completion);
    Outcome<void> add_watched(const PendingCalls& calls);
    Outcome<void> let_in(const PendingCalls& calls) noexcept;

    std::unique_ptr<Store> store_;
    std::unique_ptr<Crew> crew_;
};

}  // namespace backorder
