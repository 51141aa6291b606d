#include "service/answer/answer.hpp"
#include "service/events/event_list.hpp"
#include "service/events/order_events.hpp"
#include "service/request/cursors.hpp"
#include "service/request/operations.hpp"
#include "service/request/scope.hpp"
#include "service/verbs/new_names.hpp"

#include <boost/json/serialize.hpp>

#include <algorithm>

namespace backorder {

namespace json = boost::json;

namespace {

std::string_view member(const json::object& event, std::string_view name) {
    const json::value* value = event.if_contains(name);
    return value == nullptr ? std::string_view() : std::string_view(value->as_string());
}

/// Reads calls from the cursor on and turns their events into rows, until the page is full or there are no more.
class Page {
public:
    Page(const Context& context, std::int64_t limit, EventCursor cursor)
        : context_(context), limit_(limit), cursor_(std::move(cursor)) {}

    Answer read(Work& work) {
        const std::int64_t bytes = bytes_an_event * std::max(limit_, least_limit);
        EventCursor from = cursor_;
        int reads = 0;
        std::optional<WaitingCall> waiting;
        for (bool more = true; more && rows_ < limit_ && reads < most_reads; ++reads) {
            const EventsPage page = work.events(context_.marketplace, from, calls_at_once, bytes);
            more = page.calls.size() == calls_at_once;
            for (const CallEvents& call : page.calls) {
                more = more || call.events.empty();
                if (rows_ == limit_ || call.events.empty()) break;
                add(call);
            }
            full_ = more || rows_ == limit_;
            waiting = page.waiting;
            from = {cursor_.epoch, cursor_.sequence + 1};  // behind what was read whole
        }
        answer_.table(tables::events);
        answer_.table(tables::cursor).add({cursor_.text(), full_});
        if (waiting && !full_) add_held(*waiting, work.holder(waiting->epoch));
        return std::move(answer_);
    }

    const EventCursor& cursor() const { return cursor_; }
    bool more() const { return full_; }

private:
    static constexpr std::size_t calls_at_once = 200;
    /// Calls that a big batch made carry megabytes: no more of them is read than pages of this size are likely to show.
    static constexpr std::int64_t bytes_an_event = 1'024;
    static constexpr std::int64_t least_limit = 64;
    /// A seller's page may find little among others' events; it then ends early, with more to come.
    static constexpr int most_reads = 100;

    void add(const CallEvents& call) {
        const bool same = call.epoch == cursor_.epoch && call.sequence == cursor_.sequence;
        const json::array events = full_events(call.events, call.key);
        std::size_t next = same ? static_cast<std::size_t>(cursor_.skip) : 0;
        for (; next < events.size() && rows_ < limit_; ++next) add(call, events[next].as_object());
        cursor_ = {call.epoch, call.sequence, static_cast<std::int64_t>(next)};
    }

    void add(const CallEvents& call, const json::object& written) {
        std::optional<json::object> event = context_.role == Role::seller ? seen_by(context_.seller, written) : written;
        if (!event) return;
        answer_.table(tables::events)
            .add({member(*event, "type"), call.at, member(*event, "variant"), member(*event, "warehouse"),
                  member(*event, "order"), json::serialize(*event)});
        ++rows_;
    }

    /// A seller is not told whose process it is.
    void add_held(const WaitingCall& first, const std::optional<Holder>& holder) {
        if (!holder) return;
        const Holder shown = context_.role == Role::seller ? Holder{} : *holder;
        answer_.table(tables::held)
            .add({first.at, shown.since, shown.pid, shown.application, shown.user, shown.database, shown.prepared});
    }

    const Context& context_;
    const std::int64_t limit_;
    EventCursor cursor_;
    std::int64_t rows_ = 0;
    bool full_ = false;  ///< there is more
    Answer answer_;
};

Refusal no_cursor(const char* field) {
    return {Status::argument,
            "That is no cursor of an events answer; take it from the answer's cursor table",
            {{{"field", std::string(field)}}}};
}

}  // namespace

Outcome<Answer> Operation<EventsPull>::handle(Store& store, const Context& context, const EventsPull& pull) {
    const auto acknowledged = event_cursor_from(pull.acknowledge);
    if (!acknowledged) return no_cursor("acknowledge");
    const std::string scope = key_scope(context);
    Outcome<Answer> answer{Answer{}};
    const ConsumerKey consumer{context.marketplace, scope, pull.consumer};
    EventCursor end;
    bool more = false;
    const Mode mode = pull.acknowledge.empty() ? Mode::read : Mode::write;
    const auto done = store.transact(mode, context.budget, [&](Work& work) {
        if (auto refusal = unfit_consumer(work, context, scope, pull.consumer)) {
            answer = *std::move(refusal);
            return Verdict::rollback;
        }
        if (mode == Mode::write && !work.set_cursor(context.marketplace, scope, pull.consumer, *acknowledged)) {
            answer = no_cursor("acknowledge");
            return Verdict::rollback;
        }
        Page page(context, pull.limit, *event_cursor_from(work.cursor(context.marketplace, scope, pull.consumer)));
        answer = page.read(work);
        end = page.cursor();
        more = page.more();
        return mode == Mode::write ? Verdict::commit : Verdict::rollback;
    });
    if (!done) return done.error();
    if (answer) store.events_pulled(consumer, end, more);
    return answer;
}

Outcome<Answer> Operation<EventsAcknowledge>::handle(Store& store, const Context& context,
                                                     const EventsAcknowledge& acknowledge) {
    const auto cursor = event_cursor_from(acknowledge.cursor);
    if (!cursor) return no_cursor("cursor");
    Answer answer;  // made before COMMIT: nothing that needs memory comes behind it
    answer.table(tables::cursor).add({acknowledge.cursor, false});
    bool possible = false;
    std::optional<Refusal> unfit;
    const auto done = store.transact(Mode::write, context.budget, [&](Work& work) {
        unfit = unfit_consumer(work, context, key_scope(context), acknowledge.consumer);
        if (unfit) return Verdict::rollback;
        possible = work.set_cursor(context.marketplace, key_scope(context), acknowledge.consumer, *cursor);
        return Verdict::commit;
    });
    if (!done) return done.error();
    if (unfit) return *std::move(unfit);
    if (!possible) return no_cursor("cursor");
    return answer;
}

}  // namespace backorder
