// The library judged by a second, simple implementation of the domain.

#include "model/author.hpp"
#include "model/judge.hpp"
#include "model/parts.hpp"
#include "model/story.hpp"
#include "support/long_form.hpp"

#include <boost/test/unit_test.hpp>

#include <map>
#include <string>

namespace backorder::test::model {
namespace {

constexpr std::size_t steps_of_a_story = 200;

/// How often scripts of some seeds get each answer, as "operation status": of the model, so without a database.
std::map<std::string, int> answers_met(std::uint64_t seeds) {
    std::map<std::string, int> met;
    for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
        Model model;
        for (const Step& step : Author(seed).write(steps_of_a_story)) {
            const Reply reply = model.ask(step);
            ++met[step.operation + (reply.replayed ? " replayed" : reply.status == BO_OK ? " done" : " refused")];
            ++met[bo_status_name(reply.status)];
        }
    }
    return met;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(model)

// Goal: the scripts are worth judging by: every verb is done, refused and repeated, and every refusal of the domain is
// met.
BOOST_AUTO_TEST_CASE(scripts_meet_every_verb_and_every_refusal) {
    auto met = answers_met(200);
    for (const char* verb :
         {"settings_set", "policy_set", "threshold_set", "warehouse_upsert", "catalog_upsert", "receive", "count",
          "transfer", "place", "cancel", "fulfill", "cancel_fulfillment", "reassign"})
        for (const char* how : {" done", " refused", " replayed"})
            BOOST_TEST(met[verb + std::string(how)] > 0, verb << how << " is never met");
    for (const char* question :
         {"settings_get", "stock", "availability", "queue", "order", "shippable", "verify", "place_batch"})
        BOOST_TEST(met[question + std::string(" done")] > 0, question << " is never answered");
    for (const bo_status status :
         {BO_E_ARGUMENT, BO_E_QUANTITY, BO_E_DUPLICATE, BO_E_ACTOR, BO_E_KEY_REQUIRED, BO_E_KEY_REUSED, BO_E_PERMISSION,
          BO_E_NOT_FOUND, BO_E_CONFLICT, BO_E_BACKORDERS_OFF, BO_E_SHORTAGE, BO_E_RESTOCK_FIRST, BO_E_NOT_SHIPPABLE,
          BO_E_NOT_CANCELLABLE, BO_E_NOT_AVAILABLE, BO_E_ALREADY_CANCELLED, BO_E_GATE_SHUT, BO_SOME_REFUSED})
        BOOST_TEST(met[bo_status_name(status)] > 0, bo_status_name(status) << " is never met");
}

// Goal: whatever is asked by whomever, each answer and after it every counter is what the domain says. RapidCheck takes
// 100 stories where it is not told how many.
BOOST_AUTO_TEST_CASE(every_answer_and_every_counter_is_as_the_model_says) {
    if (is_long() && !is_told_how_many()) {
        const auto failed = failed_parts(100, "max_success=250");
        for (const std::string& part : failed) BOOST_ERROR(part);
        BOOST_TEST(failed.empty());
        return;
    }
    BOOST_TEST(rc::check("the library answers as the model", [] {
        const Story story = *stories(steps_of_a_story);
        if (const auto difference = Judge().run(story.steps)) RC_FAIL(*difference);
    }));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace backorder::test::model
