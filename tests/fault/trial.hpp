#pragma once
// One call over a wire that fails, the same call again, and what is stored after each: what of it was not as it must
// be.

#include "fault/scene.hpp"
#include "fault/verbs.hpp"
#include "support/raw_wire.hpp"

#include <string>
#include <vector>

namespace backorder::test {

/// A handle whose calls go over a wire.
struct WiredHost {
    WiredHost(const Scene& scene, bool prepare);

    /// Makes its connections, so that what fails is the call's own.
    void connect() const;

    RawWire wire;
    RawHost host;
};

/// What a verb is when nothing fails.
struct Recording {
    std::vector<WireRequest> requests;
    std::string before, after;  ///< what is stored

    const WireRequest& request(int number) const { return requests[static_cast<std::size_t>(number) - 1]; }
};

Recording record(Scene& scene, WiredHost& wired, const Verb& verb);

/// The plan's requests are those of the recording.
std::string failed_trial(Scene& scene, WiredHost& wired, const Verb& verb, const Recording& recording,
                         const WirePlan& plan);

}  // namespace backorder::test
