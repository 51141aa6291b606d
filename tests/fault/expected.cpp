#include "fault/expected.hpp"

#include <array>
#include <map>
#include <sstream>

namespace backorder::test {

namespace {

using Statuses = std::vector<bo_status>;

/// An error before COMMIT: nothing was done. What passes is tried again.
Statuses refused(const std::string& sqlstate, const Verb& verb) {
    static const std::map<std::string, bo_status> lasting{{"57014", BO_E_TIMEOUT},        {"25006", BO_E_READ_ONLY},
                                                          {"42P01", BO_E_SCHEMA_MISSING}, {"42501", BO_E_PRIVILEGE},
                                                          {"53200", BO_E_DATABASE},       {"XX000", BO_E_DATABASE}};
    const auto found = lasting.find(sqlstate);
    // What may be one call's fault is done again for each alone.
    const bool passes = found == lasting.end() || (found->second == BO_E_DATABASE && verb.is_several_calls);
    return {passes ? BO_OK : found->second};
}

/// What a COMMIT alone did can be looked up, and who only rolls back needs no answer.
bool decides_nothing(const WireRequest& request) {
    return (request.commits && request.statement == "COMMIT") || request.statement == "ROLLBACK";
}

/// Nobody can be asked what became of it.
Statuses cut_for_good(Fault fault, bool at_commit) {
    if (fault != Fault::cut_behind)
        return at_commit ? Statuses{BO_E_IN_DOUBT} : Statuses{BO_E_UNAVAILABLE, BO_E_TIMEOUT};
    // It is a matter of luck whether the cut is seen with the answer, or when the next request, which may be COMMIT,
    // has left.
    Statuses statuses{BO_E_UNAVAILABLE, BO_E_TIMEOUT, BO_E_IN_DOUBT};
    if (at_commit)  // of the change, or of what a call commits before it
        statuses.push_back(BO_OK);
    return statuses;
}

}  // namespace

std::vector<bo_status> expected(const WirePlan& plan, const WireRequest& failing, const Verb& verb) {
    switch (plan.fault) {
    case Fault::refused: return decides_nothing(failing) ? Statuses{BO_OK} : refused(plan.sqlstate, verb);
    case Fault::silence_before:
    case Fault::silence_after: return {failing.commits ? BO_E_IN_DOUBT : BO_E_TIMEOUT};
    default: return plan.then == Afterwards::works ? Statuses{BO_OK} : cut_for_good(plan.fault, failing.commits);
    }
}

std::string to_string(const WirePlan& plan) {
    constexpr std::array afterwards{"works", "refuses", "swallows"};
    std::ostringstream text;
    text << "request " << plan.request << " " << plan.fault << " " << plan.sqlstate << ", then the wire "
         << afterwards[static_cast<std::size_t>(plan.then)];
    return text.str();
}

}  // namespace backorder::test
