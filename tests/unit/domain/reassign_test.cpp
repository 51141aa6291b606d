#include "scenario.hpp"

#include <boost/test/unit_test.hpp>

using backorder::Status;
using scenario::check;

BOOST_AUTO_TEST_SUITE(reassign)

// Goals: waiting units move; at the target they take what is free, the rest waits there with its priority, age and line
// number, which puts it ahead of younger ones; exactly the room is filled.
BOOST_AUTO_TEST_CASE(waiting_units_move) {
    check({
        {"to free units", "A 0/0/3; B 5/0/0; o.1@A 0+3", "reassign o 1 A B 2",
         "A 0/0/1; B 5/2/0; o.1@A 0+1; o.1@B 2+0"},
        {"to free units behind shut gates", "A 0/0/3; B 5/0/0; !off; !closed B; o.1@A 0+3", "reassign o 1 A B 3",
         "A 0/0/0; B 5/3/0; o.1@A 0+0; o.1@B 3+0"},
        {"to wait there", "A 0/0/3; B 0/0/0 <3; o.1@A 0+3 p2 t4 n1", "reassign o 1 A B 3",
         "A 0/0/0; B 0/0/3; o.1@A 0+0 p2 t4 n1; o.1@B 0+3 p2 t4 n1"},
        {"both", "A 0/0/5; B 2/0/0 <3; o.1@A 0+5 t4", "reassign o 1 A B 5",
         "A 0/0/0; B 2/2/3; o.1@A 0+0 t4; o.1@B 2+3 t4"},
        {"to what the line has there", "A 0/0/2; B 1/1/1 <9; o.1@A 0+2; o.1@B 1+1 s1", "reassign o 1 A B 1",
         "A 0/0/1; B 1/1/2; o.1@A 0+1; o.1@B 1+2 s1"},
        {"allocated ones stay", "A 2/2/2; B 2/0/0; o.1@A 2+2", "reassign o 1 A B 2",
         "A 2/2/0; B 2/2/0; o.1@A 2+0; o.1@B 2+0"},
        {"away from over the limit", "A 0/0/5 <1; B 0/0/0 <*; o.1@A 0+5", "reassign o 1 A B 5",
         "A 0/0/0; B 0/0/5; o.1@A 0+0; o.1@B 0+5"},
        {"up to 2^63 - 1", "A 0/0/max; B 0/0/0 <*; o.1@A 0+max", "reassign o 1 A B max",
         "A 0/0/0; B 0/0/max; o.1@A 0+0; o.1@B 0+max"},
    });
}

// Goals: a moved promise keeps its place in time.
BOOST_AUTO_TEST_CASE(a_moved_promise_is_served_by_its_age) {
    backorder::State state = scenario::read_state("A 0/0/1; B 0/0/1 <9; o.1@A 0+1 t1; x.1@B 0+1 t2");
    BOOST_REQUIRE(scenario::run(state, "reassign o 1 A B 1"));
    BOOST_REQUIRE(scenario::run(state, "receive B 1"));
    BOOST_TEST(scenario::show(state) == "A 0/0/0; B 1/1/1; o.1@A 0+0 t1; o.1@B 1+0 t1; x.1@B 0+1 t2");
}

// Goals: more than the gates allow is refused with the gate; more than waits there, unknown lines and warehouses that
// do not serve the line as well; all of it before anything moves.
BOOST_AUTO_TEST_CASE(what_cannot_move_stays) {
    check({
        {"one more than the room", "A 0/0/5; B 2/0/0 <2; o.1@A 0+5", "reassign o 1 A B 5",
         "line 1 warehouse B asked 5 available 2 backorder_room 2 gate threshold", Status::gate_shut},
        {"no threshold", "A 0/0/5; B 0/0/0; o.1@A 0+5", "reassign o 1 A B 1",
         "line 1 warehouse B asked 1 available 0 backorder_room 0 gate threshold", Status::gate_shut},
        {"the marketplace's gate", "A 0/0/5; B 0/0/0 <9; !off; o.1@A 0+5", "reassign o 1 A B 1",
         "line 1 warehouse B asked 1 available 0 backorder_room 0 gate marketplace", Status::gate_shut},
        {"a closed warehouse", "A 0/0/5; B 4/0/0 <9; !closed B; o.1@A 0+5", "reassign o 1 A B 5",
         "line 1 warehouse B asked 5 available 4 backorder_room 0 gate warehouse", Status::gate_shut},
        {"more than waits there", "A 2/2/5; B 9/0/0; o.1@A 2+5", "reassign o 1 A B 6",
         "line 1 warehouse A asked 6 waiting 5", Status::not_available},
        {"nothing of the line there", "A 0/0/5; B 9/0/0; o.1@A 0+5", "reassign o 1 C B 1",
         "line 1 warehouse C asked 1 waiting 0", Status::not_available},
        {"no such line", "A 0/0/5; B 9/0/0; o.1@A 0+5", "reassign o 9 A B 1", "order o line 9", Status::not_found},
        {"no such warehouse", "A 0/0/5; o.1@A 0+5", "reassign o 1 A Z 1", "line 1 warehouse Z", Status::not_found},
        {"another seller's warehouse", "A 0/0/5; B 9/0/0; !owner B t; o.1@A 0+5", "reassign o 1 A B 1",
         "line 1 warehouse B", Status::not_found},
        {"another seller's line", "x@A 0/0/5; x@B 9/0/0; o.1:x@A 0+5", "reassign o 1 A B 1 as=s", "order o line 1",
         Status::not_found},
        {"past 2^63 - 1", "A 0/0/2; B 0/0/max-1 <*; o.1@A 0+2; x.1@B 0+max-1", "reassign o 1 A B 2",
         "line 1 warehouse B asked 2 available 0 backorder_room 1 gate threshold", Status::gate_shut},
    });
}

BOOST_AUTO_TEST_SUITE_END()
