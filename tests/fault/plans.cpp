#include "fault/plans.hpp"

#include "support/long_form.hpp"

namespace backorder::test {

namespace {

std::vector<std::string> sqlstates() {
    std::vector<std::string> all{"40001", "57014"};
    if (is_long()) {
        all.insert(all.end(),
                   {"XX000", "40P01", "55P03", "23505", "25006", "42P01", "42501", "53200", "57P01", "08006", "26000"});
    }
    return all;
}

Plans passing(int request, bool at_commit) {
    Plans plans;
    for (const Fault fault : {Fault::cut_before, Fault::cut_after, Fault::cut_behind})
        plans.push_back({.fault = fault, .request = request});
    for (const std::string& sqlstate : sqlstates()) {
        plans.push_back({.fault = Fault::refused, .request = request, .sqlstate = sqlstate});
        if (at_commit) plans.push_back({.fault = Fault::misreported, .request = request, .sqlstate = sqlstate});
    }
    return plans;
}

Plans lasting(int request, bool) {
    Plans plans;
    for (const Fault fault : {Fault::cut_before, Fault::cut_after, Fault::cut_behind})
        plans.push_back({.fault = fault, .request = request, .then = Afterwards::refuses});
    for (const Fault fault : {Fault::silence_before, Fault::silence_after}) {
        plans.push_back({.fault = fault, .request = request, .then = Afterwards::works});
        if (is_long()) plans.push_back({.fault = fault, .request = request, .then = Afterwards::swallows});
    }
    return plans;
}

template <class Make>
Plans for_each_request(const Recording& recording, const Make& make) {
    Plans all;
    for (int request = 1; request <= static_cast<int>(recording.requests.size()); ++request) {
        const Plans plans = make(request, recording.request(request).commits);
        all.insert(all.end(), plans.begin(), plans.end());
    }
    return all;
}

}  // namespace

Plans passing_faults(const Recording& recording) { return for_each_request(recording, passing); }

Plans lasting_faults(const Recording& recording) { return for_each_request(recording, lasting); }

}  // namespace backorder::test
