#include "scenario.hpp"

#include <boost/test/unit_test.hpp>

using backorder::Status;
using scenario::check;

BOOST_AUTO_TEST_SUITE(cancel)

// Goals: waiting units are given back first, wherever they wait, then allocated ones; both from the warehouse tried
// last.
BOOST_AUTO_TEST_CASE(waiting_units_are_given_back_first) {
    check({
        {"only waiting ones", "A 2/2/3; o.1@A 2+3", "cancel o 1=3", "A 2/2/0; o.1@A 2+0 c3"},
        {"then allocated ones", "A 2/2/3; o.1@A 2+3", "cancel o 1=4", "A 2/1/0; o.1@A 1+0 c4"},
        {"waiting at the first before allocated at the last", "A 0/0/2; B 2/2/0; o.1@A 0+2; o.1@B 2+0", "cancel o 1=3",
         "A 0/0/0; B 2/1/0; o.1@A 0+0 c2; o.1@B 1+0 c1"},
        {"waiting at the last first", "A 0/0/2; B 0/0/2; o.1@A 0+2; o.1@B 0+2", "cancel o 1=3",
         "A 0/0/1; B 0/0/0; o.1@A 0+1 c1; o.1@B 0+0 c2"},
        {"allocated at the last first", "A 2/2/0; B 2/2/0; o.1@A 2+0; o.1@B 2+0", "cancel o 1=3",
         "A 2/1/0; B 2/0/0; o.1@A 1+0 c1; o.1@B 0+0 c2"},
        {"last by priority, not by name", "A 2/2/0; B 2/2/0; !rank A 9; o.1@A 2+0; o.1@B 2+0", "cancel o 1=2",
         "A 2/0/0; B 2/2/0; o.1@A 0+0 c2; o.1@B 2+0"},
        {"last by id among equals", "A 2/2/0; B 2/2/0; !rank A 2; o.1@A 2+0; o.1@B 2+0", "cancel o 1=2",
         "A 2/2/0; B 2/0/0; o.1@A 2+0; o.1@B 0+0 c2"},
        {"the named line only", "A 3/3/0; o.1@A 1+0; o.2@A 2+0", "cancel o 2=1", "A 3/2/0; o.1@A 1+0; o.2@A 1+0 c1"},
    });
}

// Goals: a freed unit serves the queue in the same call: the oldest of the highest priority, never the line itself
// again.
BOOST_AUTO_TEST_CASE(a_freed_unit_serves_whoever_waits_there) {
    check({
        {"the next in the queue", "A 2/2/2; a.1@A 2+0 t1; b.1@A 0+1 t3; c.1@A 0+1 t2", "cancel a 1=1",
         "A 2/2/1; a.1@A 1+0 c1 t1; b.1@A 0+1 t3; c.1@A 1+0 t2"},
        {"the whole order", "A 2/2/2; a.1@A 2+0 t1; b.1@A 0+2 t3", "cancel a",
         "A 2/2/0; a.1@A 0+0 c2 t1; b.1@A 2+0 t3"},
        {"own waiting lines of the order go first", "A 2/2/2; a.1@A 2+0 t1; a.2@A 0+1 t1 n1; b.1@A 0+1 t3", "cancel a",
         "A 2/1/0; a.1@A 0+0 c2 t1; a.2@A 0+0 c1 t1 n1; b.1@A 1+0 t3"},
        {"a line's allocated unit goes to the order's other line", "A 2/2/1; a.1@A 2+0 t1; a.2@A 0+1 t1 n1",
         "cancel a 1=1", "A 2/2/0; a.1@A 1+0 c1 t1; a.2@A 1+0 t1 n1"},
        {"a unit that waited frees nothing", "A 2/2/2; a.1@A 2+1 t1; b.1@A 0+1 t3", "cancel a 1=1",
         "A 2/2/1; a.1@A 2+0 c1 t1; b.1@A 0+1 t3"},
        {"each warehouse its own queue", "A 1/1/1; B 1/1/1; a.1@A 1+0; a.1@B 1+0; b.1@A 0+1 t1; c.1@B 0+1 t1",
         "cancel a", "A 1/1/0; B 1/1/0; a.1@A 0+0 c1; a.1@B 0+0 c1; b.1@A 1+0 t1; c.1@B 1+0 t1"},
    });
}

// Goals: what has shipped is not cancelled; an order without lines said is cancelled as far as it is open.
BOOST_AUTO_TEST_CASE(the_whole_order_is_all_that_is_open) {
    check({
        {"all of it", "A 3/3/1; o.1@A 1+1; o.2@A 2+0", "cancel o", "A 3/0/0; o.1@A 0+0 c2; o.2@A 0+0 c2"},
        {"but not what shipped", "A 1/1/0; o.1@A 1+0 s4", "cancel o", "A 1/0/0; o.1@A 0+0 s4 c1"},
        {"nothing is open", "A 1/0/0; o.1@A 0+0 s4 c1", "cancel o", "order o open 0", Status::not_cancellable},
        {"other orders stay", "A 2/2/0; o.1@A 1+0; oo.1@A 1+0", "cancel o", "A 2/1/0; o.1@A 0+0 c1; oo.1@A 1+0"},
    });
}

// Goals: one line too many refuses all; unknown orders and lines are told apart; a seller cancels its own lines only
// and does not learn of others'.
BOOST_AUTO_TEST_CASE(what_cannot_be_cancelled_changes_nothing) {
    check({
        {"more than is open", "A 2/2/1; o.1@A 2+1 s5", "cancel o 1=4", "line 1 asked 4 open 3",
         Status::not_cancellable},
        {"the second line asks too much", "A 3/3/0; o.1@A 1+0; o.2@A 2+0", "cancel o 1=1 2=3", "line 2 asked 3 open 2",
         Status::not_cancellable},
        {"no such order", "A 1/1/0; o.1@A 1+0", "cancel z", "order z", Status::not_found},
        {"no such line", "A 1/1/0; o.1@A 1+0", "cancel o 1=1 9=1", "order o line 9", Status::not_found},
        {"a seller's own lines", "A 1/1/0; x@A 1/1/0; o.1@A 1+0; o.2:x@A 1+0", "cancel o as=s",
         "A 1/0/0; x@A 1/1/0; o.1@A 0+0 c1; o.2:x@A 1+0"},
        {"another's line", "A 1/1/0; x@A 1/1/0; o.1@A 1+0; o.2:x@A 1+0", "cancel o 2=1 as=s", "order o line 2",
         Status::not_found},
        {"another's order", "x@A 1/1/0; o.2:x@A 1+0", "cancel o as=s", "order o", Status::not_found},
    });
}

BOOST_AUTO_TEST_SUITE_END()
