#include "scenario.hpp"

#include <boost/test/unit_test.hpp>

#include <stdexcept>

using backorder::Counters;
using backorder::DecisionBuilder;
using backorder::Movement;
using backorder::Part;
using backorder::State;

BOOST_AUTO_TEST_SUITE(decision)

BOOST_AUTO_TEST_CASE(counters_hold_only_as_the_domain_has_them) {
    for (const Counters& good :
         {Counters{0, 0, 0}, Counters{5, 0, 0}, Counters{5, 5, 0}, Counters{5, 5, 9}, Counters{0, 0, 9}})
        BOOST_TEST(good.hold());
    for (const Counters& bad :
         {Counters{5, -1, 0}, Counters{5, 6, 0}, Counters{5, 5, -1}, Counters{5, 4, 1}, Counters{-1, 0, 0}})
        BOOST_TEST(!bad.hold());
}

BOOST_AUTO_TEST_CASE(a_part_holds_unless_something_of_it_is_below_nothing) {
    for (auto units : {&Part::allocated, &Part::waiting, &Part::shipped, &Part::cancelled}) {
        Part part;
        BOOST_TEST(part.holds());
        part.*units = -1;
        BOOST_TEST(!part.holds());
    }
}

BOOST_AUTO_TEST_CASE(a_decision_that_would_break_the_numbers_is_none) {
    const backorder::StockKey stock{"v", "A"};
    const backorder::PartKey part{"o", "1", "A"};
    const struct {
        const char* before;
        Movement movement;
    } broken[] = {{"A 1/0/0", {.stock = stock, .on_hand = -2}},
                  {"A 1/0/0", {.stock = stock, .allocated = 2}},
                  {"A 1/0/0", {.stock = stock, .backordered = 1}},
                  {"A 5/2/0; o.1@A 1+0; p.1@A 1+0", {.stock = stock, .part = part, .allocated = -2}},
                  {"A 5/1/0; o.1@A 1+0", {.stock = stock, .part = part, .shipped = -1}}};
    for (const auto& [before, movement] : broken) {
        State state = scenario::read_state(before);
        DecisionBuilder decision(state);
        decision.move(movement);
        BOOST_CHECK_THROW(decision.take(), std::logic_error);
    }
}

BOOST_AUTO_TEST_SUITE_END()
