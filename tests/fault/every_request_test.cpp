// Each request of each mutation fails, in each way: the answer is true, the same call again does it once, the handle
// works on.

#include "fault/plans.hpp"
#include "fault/trial.hpp"
#include "support/long_form.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <atomic>
#include <thread>

namespace backorder::test {
namespace {

namespace data = boost::unit_test::data;

/// Are statements prepared?
std::vector<bool> modes(bool both) {
    return both || is_long() ? std::vector<bool>{true, false} : std::vector<bool>{false};
}

std::string failed_trial_of_its_own(Scene& scene, bool prepare, const Verb& verb, const Recording& recording,
                                    const WirePlan& plan) {
    try {
        WiredHost wired(scene, prepare);
        wired.connect();
        return failed_trial(scene, wired, verb, recording, plan);
    } catch (const std::exception& error) {
        return error.what();
    }
}

/// What failed of trials that mostly wait, many at once.
std::vector<std::string> failed_trials(Scene& scene, bool prepare, const Verb& verb, const Recording& recording,
                                       const Plans& plans) {
    constexpr std::size_t at_once = 24;
    std::vector<std::string> failed(plans.size());
    std::atomic<std::size_t> next = 0;
    std::vector<std::jthread> running;
    for (std::size_t i = 0; i < std::min(at_once, plans.size()); ++i) {
        running.emplace_back([&] {
            for (std::size_t trial = 0; (trial = next++) < plans.size();)
                failed[trial] = failed_trial_of_its_own(scene, prepare, verb, recording, plans[trial]);
        });
    }
    running.clear();
    return failed;
}

BOOST_AUTO_TEST_SUITE(every_request)

BOOST_DATA_TEST_CASE(fails_and_the_wire_works_on, data::make(verbs()), verb) {
    Scene scene("passing");
    for (const bool prepare : modes(verb.operation == "place")) {
        WiredHost wired(scene, prepare);
        wired.connect();
        const Recording recording = record(scene, wired, verb);
        BOOST_TEST(recording.before != recording.after);
        for (const WirePlan& plan : passing_faults(recording)) {
            const std::string wrong = failed_trial(scene, wired, verb, recording, plan);
            BOOST_TEST(wrong == "");
        }
    }
}

BOOST_DATA_TEST_CASE(fails_and_nobody_answers_any_more, data::make(verbs()), verb) {
    Scene scene("lasting");
    for (const bool prepare : modes(false)) {
        WiredHost wired(scene, prepare);
        wired.connect();
        const Recording recording = record(scene, wired, verb);
        const Plans plans = lasting_faults(recording);
        for (const std::string& wrong : failed_trials(scene, prepare, verb, recording, plans)) BOOST_TEST(wrong == "");
    }
}

/// Also those that open its connection.
BOOST_AUTO_TEST_CASE(of_a_handles_first_call_fails) {
    Scene scene("first_call");
    for (const bool prepare : modes(false)) {
        WiredHost recorded(scene, prepare);
        const Recording recording = record(scene, recorded, verb("place"));
        BOOST_TEST(recording.requests.size() > 3U);
        for (const WirePlan& plan : passing_faults(recording)) {
            WiredHost wired(scene, prepare);
            const std::string wrong = failed_trial(scene, wired, verb("place"), recording, plan);
            BOOST_TEST(wrong == "");
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace backorder::test
