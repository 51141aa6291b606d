// The library judged by a second, simple implementation of the domain.

#include "model/judge.hpp"
#include "model/story.hpp"

#include <boost/test/unit_test.hpp>

#include <cstdlib>

namespace backorder::test::model {
namespace {

constexpr std::size_t steps_of_a_story = 200;

/// RC_PARAMS, if it is set, says how many and of which seed: what a failure prints reproduces it.
void tell_how_many(int stories) { setenv("RC_PARAMS", ("max_success=" + std::to_string(stories)).c_str(), 0); }

}  // namespace

BOOST_AUTO_TEST_SUITE(model)

// Goal: whatever is asked by whomever, each answer and after it every counter is what the domain says.
BOOST_AUTO_TEST_CASE(every_answer_and_every_counter_is_as_the_model_says) {
    tell_how_many(std::getenv("BACKORDER_LONG") != nullptr ? 25'000 : 100);
    BOOST_TEST(rc::check("the library answers as the model", [] {
        const Story story = *stories(steps_of_a_story);
        if (const auto difference = Judge().run(story.steps)) RC_FAIL(*difference);
    }));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace backorder::test::model
