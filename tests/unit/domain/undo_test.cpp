#include "scenario.hpp"

#include <boost/test/unit_test.hpp>

using backorder::Status;
using scenario::check;

BOOST_AUTO_TEST_SUITE(undo)

// Goals: to the line, units are on the shelf and promised to it again; nobody else gets them, though others wait there
// longer.
BOOST_AUTO_TEST_CASE(to_the_line) {
    check({
        {"on the shelf and the line's", "A 0/0/0; o.1@A 0+0 s3", "undo o 1@A=3 to_line", "A 3/3/0; o.1@A 3+0"},
        {"some of what shipped", "A 1/1/0; o.1@A 1+0 s3", "undo o 1@A=2 to_line", "A 3/3/0; o.1@A 3+0 s1"},
        {"an older one waits on", "A 0/0/2; o.1@A 0+0 s3 t9; x.1@A 0+2 t1", "undo o 1@A=3 to_line",
         "A 3/3/2; o.1@A 3+0 t9; x.1@A 0+2 t1"},
        {"two lines", "A 0/0/0; w@A 1/0/0; o.1@A 0+0 s1; o.2:w@A 0+0 s2 n1", "undo o 1@A=1 2@A=2 to_line",
         "A 1/1/0; w@A 3/2/0; o.1@A 1+0; o.2:w@A 2+0 n1"},
    });
}

// Goals: to stock, the line's promise ends as cancelled and the queue is served.
BOOST_AUTO_TEST_CASE(to_stock) {
    check({
        {"free units", "A 0/0/0; o.1@A 0+0 s3", "undo o 1@A=3 to_stock", "A 3/0/0; o.1@A 0+0 c3"},
        {"the queue is served", "A 0/0/3; o.1@A 0+0 s3 t1; x.1@A 0+2 t3; y.1@A 0+1 t2", "undo o 1@A=2 to_stock",
         "A 2/2/1; o.1@A 0+0 s1 c2 t1; x.1@A 1+1 t3; y.1@A 1+0 t2"},
        {"the line's own waiting units are in the queue", "A 0/0/2; o.1@A 0+2 s3", "undo o 1@A=1 to_stock",
         "A 1/1/1; o.1@A 1+1 s2 c1"},
        {"two lines", "A 0/0/1; w@A 0/0/0; o.1@A 0+0 s1; o.2:w@A 0+0 s2 n1; x.1@A 0+1", "undo o 1@A=1 2@A=2 to_stock",
         "A 1/1/0; w@A 2/0/0; o.1@A 0+0 c1; o.2:w@A 0+0 c2 n1; x.1@A 1+0"},
    });
}

// Goals: written off, nothing returns and the line is owed the units again: free ones there, the rest waits, whatever
// gates and thresholds say.
BOOST_AUTO_TEST_CASE(written_off) {
    check({
        {"free units stand in", "A 5/0/0; o.1@A 0+0 s3", "undo o 1@A=3 written_off", "A 5/3/0; o.1@A 3+0"},
        {"some of them", "A 1/0/0 <9; o.1@A 0+0 s3", "undo o 1@A=3 written_off", "A 1/1/2; o.1@A 1+2"},
        {"none are free", "A 2/2/1 <9; o.1@A 0+0 s3; x.1@A 2+1", "undo o 1@A=3 written_off",
         "A 2/2/4; o.1@A 0+3; x.1@A 2+1"},
        {"over the limit", "A 0/0/1 <1; o.1@A 0+0 s3; x.1@A 0+1", "undo o 1@A=3 written_off",
         "A 0/0/4; o.1@A 0+3; x.1@A 0+1"},
        {"with every gate shut", "A 0/0/0 <0; !off; !closed A; !deny v; o.1@A 0+0 s3", "undo o 1@A=3 written_off",
         "A 0/0/3; o.1@A 0+3"},
        {"two lines share what is free", "A 3/0/0; o.1@A 0+0 s2; o.2@A 0+0 s2 n1", "undo o 1@A=2 2@A=2 written_off",
         "A 3/3/1; o.1@A 2+0; o.2@A 1+1 n1"},
    });
}

// Goals: undone once; a seller undoes what is wholly its own.
BOOST_AUTO_TEST_CASE(what_cannot_be_undone_changes_nothing) {
    check({
        {"undone already", "A 3/3/0; o.1@A 3+0", "undo o 1@A=3 to_stock done=to_line",
         "order o fulfillment 7 state to_line", Status::already_cancelled},
        {"another seller's", "x@A 0/0/0; o.1:x@A 0+0 s1", "undo o 1@A=1 to_line as=s", "order o", Status::not_found},
        {"another seller's, undone already", "x@A 1/1/0; o.1:x@A 1+0", "undo o 1@A=1 to_line done=to_line as=s",
         "order o", Status::not_found},
        {"partly another seller's", "A 0/0/0; x@A 0/0/0; o.1@A 0+0 s1; o.2:x@A 0+0 s1",
         "undo o 1@A=1 2@A=1 to_line as=s", "order o", Status::not_found},
        {"its own", "A 0/0/0; o.1@A 0+0 s1", "undo o 1@A=1 to_line as=s", "A 1/1/0; o.1@A 1+0"},
    });
}

// Goals: what 64 bits can't count is refused before anything moves.
BOOST_AUTO_TEST_CASE(beyond_64_bits) {
    check({
        {"to the line", "A max/0/0; o.1@A 0+0 s3", "undo o 1@A=3 to_line", "variant v warehouse A asked 3 on_hand max",
         Status::overflow},
        {"to stock", "A max/0/0; o.1@A 0+0 s3", "undo o 1@A=3 to_stock", "variant v warehouse A asked 3 on_hand max",
         Status::overflow},
        {"two lines together", "A max-1/0/0; o.1@A 0+0 s1; o.2@A 0+0 s1 n1", "undo o 1@A=1 2@A=1 to_stock",
         "variant v warehouse A asked 2 on_hand max-1", Status::overflow},
    });
}

BOOST_AUTO_TEST_SUITE_END()
