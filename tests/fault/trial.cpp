#include "fault/trial.hpp"

#include "fault/expected.hpp"

#include <algorithm>
#include <regex>

namespace backorder::test {

namespace {

RawConfig wired_config(bool prepare) {
    RawConfig config;
    config.migrate = false;
    config.prepare = prepare;
    config.pool_size = 2;
    config.timeout_ms = 60'000;
    config.more = ", \"lanes\": 1";
    return config;
}

RawCall call_of(const Verb& verb, const std::string& marketplace, std::int64_t timeout_ms) {
    RawCall call = raw_operator(verb.keyed_by_order ? "" : "key");
    call.marketplace = marketplace;
    call.timeout_ms = timeout_ms;
    return call;
}

/// Time enough to come to the request that fails; where nothing answers any more, it is waited out.
std::int64_t timeout_of(const WirePlan& plan) {
    constexpr std::int64_t enough = 20'000, waited_out = 1500;
    const bool lasting =
        plan.then != Afterwards::works || plan.fault == Fault::silence_before || plan.fault == Fault::silence_after;
    return lasting ? waited_out : enough;
}

/// What is answered, the first time and again.
std::string told(const RawReply& reply) {
    return std::regex_replace(reply.json(), std::regex("\"replayed\": ?(true|false)"), "");
}

bool is_replayed(const Verb& verb, const RawReply& reply) {
    return verb.is_several_calls ? reply.integer(BO_COL_PLACED_REPLAYED) == 1 : reply.replayed;
}

/// Why what a call says about itself is not so, "" if it is.
std::string untrue(const Verb& verb, const RawReply& reply, bool done, bool commit_sent) {
    switch (reply.status) {
    case BO_OK: return !done ? "not done" : is_replayed(verb, reply) ? "a replay of itself" : "";
    case BO_E_IN_DOUBT:
        return !commit_sent                       ? "no COMMIT to doubt"
               : reply.retry != BO_RETRY_SAME_KEY ? "it may be repeated so only"
                                                  : "";
    case BO_E_UNAVAILABLE:
    case BO_E_TIMEOUT: return done ? "done" : reply.retry != BO_RETRY_SAFE ? "it may be repeated" : "";
    default: return done ? "done" : reply.retry == BO_RETRY_SAME_KEY ? "nothing is in doubt" : "";
    }
}

}  // namespace

WiredHost::WiredHost(const Scene& scene, bool prepare) : wire(scene.url()), host(wire.url(), wired_config(prepare)) {}

void WiredHost::connect() const {
    host.must(raw_host(), "settings_get");
    host.must(raw_operator(), "settings_set", "{'backorders_enabled': true, 'dry_run': true}");
}

Recording record(Scene& scene, WiredHost& wired, const Verb& verb) {
    const std::string marketplace = scene.furnish();
    Recording recording;
    recording.before = scene.rows(marketplace);
    wired.wire.plan({});
    wired.host.must(call_of(verb, marketplace, 0), verb.operation, verb.request);
    recording.requests = wired.wire.requests();
    recording.after = scene.rows(marketplace);
    return recording;
}

std::string failed_trial(Scene& scene, WiredHost& wired, const Verb& verb, const Recording& recording,
                         const WirePlan& plan) {
    const std::string marketplace = scene.furnish();
    wired.wire.plan(plan);
    const RawReply reply = wired.host.call(call_of(verb, marketplace, timeout_of(plan)), verb.operation, verb.request);
    const std::string stored = scene.rows(marketplace);
    const bool came_true = wired.wire.faults() == plan.times, done = stored == recording.after,
               commit_sent = plan.fault == Fault::cut_behind ||  // it may have left for a wire that was cut already
                             std::ranges::any_of(wired.wire.requests(), &WireRequest::commits);
    wired.wire.plan({});
    wired.wire.make(Afterwards::works);
    const RawReply again = wired.host.call(call_of(verb, marketplace, 0), verb.operation, verb.request);
    const RawReply read = wired.host.call(call_of(verb, marketplace, 0), "stock", "{'variants': ['v0']}");

    const auto statuses = expected(plan, recording.request(plan.request), verb);
    std::string wrong;
    const auto require = [&](bool held, const std::string& what) { wrong += held ? "" : "\n  " + what; };
    require(came_true, "the plan did not come true");
    require(std::ranges::find(statuses, reply.status) != statuses.end(), "answered " + to_string(reply));
    require(done || stored == recording.before, "half done:\n" + stored);
    require(untrue(verb, reply, done, commit_sent).empty(),
            to_string(reply) + ", but " + untrue(verb, reply, done, commit_sent));
    require(again.status == BO_OK, "repeated, it answers " + to_string(again));
    require(again.status != BO_OK || is_replayed(verb, again) == done,
            "repeated, it was not told whether it had been done");
    require(reply.status != BO_OK || told(again) == told(reply),
            "repeated, it answers " + told(again) + " instead of " + told(reply));
    require(scene.rows(marketplace) == recording.after, "not done once:\n" + scene.rows(marketplace));
    require(read.status == BO_OK, "afterwards a question is answered by " + to_string(read));
    require(scene.differences(marketplace).empty(), scene.differences(marketplace));
    return wrong.empty() ? ""
                         : verb.operation + ", " + to_string(plan) + " (" +
                               recording.request(plan.request).statement.substr(0, 60) + "):" + wrong + "\n";
}

}  // namespace backorder::test
