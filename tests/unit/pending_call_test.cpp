#include "service/lanes/pending_call.hpp"

#include <boost/test/unit_test.hpp>

#include <string>
#include <thread>

using namespace backorder;
using std::chrono::milliseconds;

namespace {

Context context(milliseconds time, const Token* token = nullptr) {
    Context made;
    made.marketplace = "m";
    made.budget = {Clock::now() + time, token};
    return made;
}

Place order() { return {.order = {"o"}, .priority = 0, .warehouses = {}, .lines = {{{"1"}, {"v"}, {1}, {}, false}}}; }

Answer some_answer() {
    Answer answer;
    answer.table(tables::cursor).add({"c", false});
    return answer;
}

Status status(const Outcome<Answer>& outcome) { return outcome ? Status::ok : outcome.error().status; }

}  // namespace

BOOST_AUTO_TEST_SUITE(pending_call)

BOOST_AUTO_TEST_CASE(the_first_answer_counts) {
    PendingCall call(context(milliseconds(1000)), order());
    call.answer(some_answer());
    call.answer(Refusal{Status::shortage, {}});
    BOOST_TEST((status(call.wait()) == Status::ok));
    BOOST_TEST(call.answered());
}

BOOST_AUTO_TEST_CASE(who_waits_is_woken) {
    PendingCall call(context(milliseconds(5000)), order());
    std::thread other([&] {
        std::this_thread::sleep_for(milliseconds(20));
        call.answer(some_answer());
    });
    const auto began = Clock::now();
    BOOST_TEST((status(call.wait()) == Status::ok));
    BOOST_TEST((Clock::now() - began < milliseconds(2000)));
    other.join();
}

// Goals: until it is claimed a call ends at its deadline, or soon after its token is cancelled, and can't be claimed
// any more.
BOOST_AUTO_TEST_CASE(a_call_that_nobody_claimed_is_taken_back) {
    PendingCall late(context(milliseconds(30)), order());
    BOOST_TEST((status(late.wait()) == Status::timeout));
    BOOST_TEST(!late.claim());
    Token token;
    PendingCall cancelled(context(milliseconds(5000), &token), order());
    token.cancelled.store(true);
    BOOST_TEST((status(cancelled.wait()) == Status::cancelled));
    BOOST_TEST(!cancelled.claim());
}

// Goals: once claimed only the transaction tells; if it does not in time, nobody knows. Released it is as before.
BOOST_AUTO_TEST_CASE(a_claimed_call_is_never_said_to_be_undone) {
    Token token;
    PendingCall call(context(milliseconds(30), &token), order());
    BOOST_TEST(call.claim());
    token.cancelled.store(true);
    BOOST_TEST((status(call.wait()) == Status::in_doubt));

    PendingCall released(context(milliseconds(30)), order());
    BOOST_TEST(released.claim());
    released.release();
    BOOST_TEST((status(released.wait()) == Status::timeout));
}

// Goals: an answer in doubt comes a quarter of a second after a call's own time, though its transaction has more.
BOOST_AUTO_TEST_CASE(a_patient_neighbour_delays_no_doubt) {
    PendingCall hasty(context(milliseconds(30)), order());
    const auto life = std::make_shared<BatchLife>();
    hasty.join(life, Clock::now() + milliseconds(5000));
    BOOST_TEST(hasty.claim());
    BOOST_TEST((status(hasty.wait()) == Status::in_doubt));
    const auto late = Clock::now() - hasty.context.budget.deadline;
    BOOST_TEST((late >= milliseconds(250)));
    BOOST_TEST((late < milliseconds(400)));
}

BOOST_AUTO_TEST_CASE(the_answer_of_who_waited_for_a_lock_names_it) {
    PendingCall call(context(milliseconds(30)), order());
    call.stand_before({.kind = Obstacle::Kind::record,
                       .id = "v",
                       .warehouse = "a",
                       .holder = "7",
                       .process = 42,
                       .session = "psql, active"});
    const Outcome<Answer> outcome = call.wait();
    BOOST_TEST((status(outcome) == Status::timeout));
    BOOST_TEST(
        outcome.error().message ==
        "Not done in time, nothing was done: the stock record of variant 'v' at warehouse 'a' is locked by another"
        " transaction, of the database server's process 42 (psql, active).");
    const Refusal refusal = outcome.error();
    const DetailRow& row = refusal.details.front();
    BOOST_TEST(row.size() == 3U);
    BOOST_TEST(std::get<std::string>(row[0].value) == "v");
    BOOST_TEST(std::get<std::string>(row[1].value) == "a");
    BOOST_TEST(std::get<std::int64_t>(row[2].value) == 42);
}

BOOST_AUTO_TEST_CASE(a_batch_ends_when_the_last_of_its_calls_is_given_up) {
    const auto life = std::make_shared<BatchLife>();
    PendingCall first(context(milliseconds(0)), order());
    PendingCall second(context(milliseconds(0)), order());
    first.join(life, Clock::now());
    second.join(life, Clock::now());
    life->leave();  // whoever gathered them
    BOOST_TEST((status(first.wait()) == Status::timeout));
    BOOST_TEST(!life->token.cancelled.load());
    BOOST_TEST((status(second.wait()) == Status::timeout));
    BOOST_TEST(life->token.cancelled.load());
}

// Goals: a call that is given up while others are still joining ends none of them.
BOOST_AUTO_TEST_CASE(a_batch_that_is_being_gathered_does_not_end) {
    const auto life = std::make_shared<BatchLife>();
    PendingCall first(context(milliseconds(0)), order());
    PendingCall second(context(milliseconds(1000)), order());
    first.join(life, Clock::now());
    BOOST_TEST((status(first.wait()) == Status::timeout));
    second.join(life, Clock::now());
    life->leave();
    BOOST_TEST(!life->token.cancelled.load());
}

BOOST_AUTO_TEST_CASE(a_completion_is_told_once_and_of_the_clock_too) {
    int told = 0;
    Status last = Status::ok;
    const auto completion = [&](Outcome<Answer> outcome) {
        ++told;
        last = status(outcome);
    };
    PendingCall call(context(milliseconds(10)), order(), completion);
    BOOST_TEST(call.look(Clock::now()));
    BOOST_TEST(told == 0);
    BOOST_TEST(!call.look(Clock::now() + milliseconds(20)));
    call.answer(some_answer());
    BOOST_TEST(told == 1);
    BOOST_TEST((last == Status::timeout));
}

BOOST_AUTO_TEST_SUITE_END()
