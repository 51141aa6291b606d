#include "scenario.hpp"

#include <boost/test/unit_test.hpp>

using backorder::Status;
using scenario::check;

BOOST_AUTO_TEST_SUITE(place)

// Goals: what is there is taken everywhere before anything is backordered; each in order of priority, then of id; every
// warehouse is emptied before the next one; the caller's order comes first, the warehouses it left out after it.
BOOST_AUTO_TEST_CASE(on_hand_everywhere_comes_before_any_backorder) {
    check({
        {"first by priority", "A 5/0/0; B 5/0/0", "place o 1=5", "A 5/5/0; B 5/0/0; o.1@A 5+0 new"},
        {"then the next one", "A 5/0/0; B 5/0/0", "place o 1=6", "A 5/5/0; B 5/1/0; o.1@A 5+0 new; o.1@B 1+0 new"},
        {"not by name but by priority", "A 5/0/0; B 5/0/0; !rank A 9", "place o 1=1",
         "A 5/0/0; B 5/1/0; o.1@B 1+0 new"},
        {"equal priorities by id", "A 5/0/0; B 5/0/0; !rank A 2", "place o 1=1", "A 5/1/0; B 5/0/0; o.1@A 1+0 new"},
        {"room at the first does not come before goods at the last", "A 0/0/0 <9; B 1/0/0 <9; C 3/0/0", "place o 1=4",
         "A 0/0/0; B 1/1/0; C 3/3/0; o.1@B 1+0 new; o.1@C 3+0 new"},
        {"the rest waits at the first", "A 2/0/0 <9; B 3/0/0 <9", "place o 1=6",
         "A 2/2/1; B 3/3/0; o.1@A 2+1 new; o.1@B 3+0 new"},
        {"backorders spill over as well", "A 2/0/0 <2; B 3/0/0 <9", "place o 1=9",
         "A 2/2/2; B 3/3/2; o.1@A 2+2 new; o.1@B 3+2 new"},
        {"the caller's order for goods", "A 5/0/0; B 5/0/0; C 5/0/0", "place o 1=7 via=C,A",
         "A 5/2/0; B 5/0/0; C 5/5/0; o.1@A 2+0 new; o.1@C 5+0 new"},
        {"the caller's order for backorders", "A 0/0/0 <5; B 0/0/0 <5; C 0/0/0 <5", "place o 1=7 via=C",
         "A 0/0/2; B 0/0/0; C 0/0/5; o.1@A 0+2 new; o.1@C 0+5 new"},
        {"what others hold is not for sale", "A 5/3/0; x.1@A 3+0", "place o 1=2", "A 5/5/0; o.1@A 2+0 new; x.1@A 3+0"},
        {"a priority goes with every part", "A 1/0/0 <9; B 1/0/0", "place o 1=3 p4",
         "A 1/1/1; B 1/1/0; o.1@A 1+1 p4 new; o.1@B 1+0 p4 new"},
        {"a warehouse of another seller sells none", "A 9/0/0 <9; B 1/0/0; !owner A t", "place o 1=1",
         "A 9/0/0; B 1/1/0; o.1@B 1+0 new"},
        {"the seller's own one does", "A 9/0/0; B 9/0/0; !owner A s", "place o 1=1", "A 9/1/0; B 9/0/0; o.1@A 1+0 new"},
        {"a closed warehouse sells its shelf and lets none wait", "A 2/0/0 <9; B 0/0/0 <9; !closed A", "place o 1=5",
         "A 2/2/0; B 0/0/3; o.1@A 2+0 new; o.1@B 0+3 new"},
    });
}

// Goals: a pinned line is served there and nowhere else; a line that declines never waits; both choose before the
// others.
BOOST_AUTO_TEST_CASE(lines_with_less_choice_choose_first) {
    check({
        {"a pinned line waits there though others have goods", "A 5/0/0 <9; B 1/0/0 <9", "place o 1=3@B",
         "A 5/0/0; B 1/1/2; o.1@B 1+2 new"},
        {"a pinned line is short where others have goods", "A 5/0/0 <9; B 1/0/0", "place o 1=3@B",
         "line 1 variant v asked 3 available 1 backorder_room 0 short 2;"
         " line 1 variant v warehouse B available 1 backorder_room 0 gate threshold",
         Status::shortage},
        {"a pin on a warehouse without a record", "A 5/0/0", "place o 1=3@C",
         "line 1 variant v asked 3 available 0 backorder_room 0 short 3;"
         " line 1 variant v warehouse C available 0 backorder_room 0 gate threshold",
         Status::shortage},
        {"the one that declines takes the goods", "A 3/0/0 <9", "place o 1=3 2=3!",
         "A 3/3/3; o.1@A 0+3 new; o.2@A 3+0 new n1"},
        {"a pinned one before one that declines, if only that serves both", "A 1/0/0; B 1/0/0", "place o 1=1! 2=1@A",
         "A 1/1/0; B 1/1/0; o.1@B 1+0 new; o.2@A 1+0 new n1"},
        {"the pinned one takes them before the free one", "A 3/0/0; B 3/0/0", "place o 1=3 2=3@A",
         "A 3/3/0; B 3/3/0; o.1@B 3+0 new; o.2@A 3+0 new n1"},
        {"equals in their order", "A 3/0/0 <9", "place o 1=2 2=2", "A 3/3/1; o.1@A 2+0 new; o.2@A 1+1 new n1"},
        {"declining with enough there", "A 1/0/0; B 2/0/0", "place o 1=3!",
         "A 1/1/0; B 2/2/0; o.1@A 1+0 new; o.1@B 2+0 new"},
        {"declining with too little there", "A 1/0/0 <9; B 1/0/0", "place o 1=3!",
         "line 1 variant v asked 3 available 2 backorder_room 9 short 1 gate line;"
         " line 1 variant v warehouse A available 1 backorder_room 9 gate -;"
         " line 1 variant v warehouse B available 1 backorder_room 0 gate threshold",
         Status::shortage},
    });
}

// Goals: lines of one record are summed before the check; a whole order or nothing, whichever line is short; the answer
// names each short line with all its warehouses and their gates, and no line that could be served.
BOOST_AUTO_TEST_CASE(a_whole_order_or_nothing) {
    check({
        {"two lines take exactly what one record has", "A 3/0/0 <2", "place o 1=3 2=2",
         "A 3/3/2; o.1@A 3+0 new; o.2@A 0+2 new n1"},
        {"two lines that fit one by one but not together", "A 3/0/0 <2", "place o 1=3 2=3",
         "line 2 variant v asked 3 available 3 backorder_room 2 short 1;"
         " line 2 variant v warehouse A available 3 backorder_room 2 gate -",
         Status::shortage},
        {"the second variant is short: nothing of the first is taken", "A 9/0/0 <9; w@A 1/0/0", "place o 1=5 2=2:w",
         "line 2 variant w asked 2 available 1 backorder_room 0 short 1;"
         " line 2 variant w warehouse A available 1 backorder_room 0 gate threshold",
         Status::shortage},
        {"the first variant is short: nothing of the second is taken", "A 0/0/0; w@A 9/0/0", "place o 1=1 2=2:w",
         "line 1 variant v asked 1 available 0 backorder_room 0 short 1;"
         " line 1 variant v warehouse A available 0 backorder_room 0 gate threshold",
         Status::shortage},
        {"both are short and both are named", "A 1/0/0; w@B 1/0/0 <9; !deny w", "place o 1=2 2=4:w",
         "line 1 variant v asked 2 available 1 backorder_room 0 short 1;"
         " line 1 variant v warehouse A available 1 backorder_room 0 gate threshold;"
         " line 2 variant w asked 4 available 1 backorder_room 0 short 3;"
         " line 2 variant w warehouse B available 1 backorder_room 0 gate variant",
         Status::shortage},
        {"each warehouse with its own gate", "A 0/0/1 <1; B 0/0/0 <2; C 1/0/0 <9; !closed C; z.1@A 0+1", "place o 1=4",
         "line 1 variant v asked 4 available 1 backorder_room 2 short 1;"
         " line 1 variant v warehouse A available 0 backorder_room 0 gate threshold;"
         " line 1 variant v warehouse B available 0 backorder_room 2 gate -;"
         " line 1 variant v warehouse C available 1 backorder_room 0 gate warehouse",
         Status::shortage},
        {"the details come in the caller's order", "A 1/0/0; B 1/0/0", "place o 1=3 via=B",
         "line 1 variant v asked 3 available 2 backorder_room 0 short 1;"
         " line 1 variant v warehouse B available 1 backorder_room 0 gate threshold;"
         " line 1 variant v warehouse A available 1 backorder_room 0 gate threshold",
         Status::shortage},
        {"the marketplace's gate", "A 1/0/0 <*; !off", "place o 1=2",
         "line 1 variant v asked 2 available 1 backorder_room 0 short 1;"
         " line 1 variant v warehouse A available 1 backorder_room 0 gate marketplace",
         Status::shortage},
        {"goods sell while the marketplace's gate is shut", "A 2/0/0; !off", "place o 1=2", "A 2/2/0; o.1@A 2+0 new"},
        {"no record at all: the threshold's gate, as for availability", "", "place o 1=2",
         "line 1 variant v asked 2 available 0 backorder_room 0 short 2 gate threshold", Status::shortage},
        {"no record and none allowed", "!deny v", "place o 1=2",
         "line 1 variant v asked 2 available 0 backorder_room 0 short 2 gate variant", Status::shortage},
        {"no record and the marketplace off", "!off", "place o 1=2",
         "line 1 variant v asked 2 available 0 backorder_room 0 short 2 gate marketplace", Status::shortage},
        {"no record and waiting declined", "", "place o 1=2!",
         "line 1 variant v asked 2 available 0 backorder_room 0 short 2 gate line", Status::shortage},
    });
}

// Goals: exactly the threshold may wait and never one more, counted with what waits already; the product's value counts
// where the record has none; unlimited ends at 2^63 - 1 and nothing passes it.
BOOST_AUTO_TEST_CASE(limits_are_exact) {
    check({
        {"up to the threshold", "A 0/0/0 <3", "place o 1=3", "A 0/0/3; o.1@A 0+3 new"},
        {"one more", "A 0/0/0 <3", "place o 1=4",
         "line 1 variant v asked 4 available 0 backorder_room 3 short 1;"
         " line 1 variant v warehouse A available 0 backorder_room 3 gate -",
         Status::shortage},
        {"beside what waits", "A 0/0/2 <3; x.1@A 0+2", "place o 1=1", "A 0/0/3; o.1@A 0+1 new; x.1@A 0+2"},
        {"over the limit already", "A 0/0/5 <3; x.1@A 0+5", "place o 1=1",
         "line 1 variant v asked 1 available 0 backorder_room 0 short 1;"
         " line 1 variant v warehouse A available 0 backorder_room 0 gate threshold",
         Status::shortage},
        {"the product's value", "A 0/0/0 ^3", "place o 1=3", "A 0/0/3; o.1@A 0+3 new"},
        {"an own 0 beats the product's value", "A 0/0/0 <0 ^3", "place o 1=1",
         "line 1 variant v asked 1 available 0 backorder_room 0 short 1;"
         " line 1 variant v warehouse A available 0 backorder_room 0 gate threshold",
         Status::shortage},
        {"unlimited takes all there can be", "A 0/0/0 <*", "place o 1=max", "A 0/0/max; o.1@A 0+max new"},
        {"and from there none", "A 0/0/max <*; x.1@A 0+max", "place o 1=1",
         "line 1 variant v asked 1 available 0 backorder_room 0 short 1;"
         " line 1 variant v warehouse A available 0 backorder_room 0 gate threshold",
         Status::shortage},
        {"goods and unlimited room together", "A max/0/0 <*", "place o 1=max 2=max",
         "A max/max/max; o.1@A max+0 new; o.2@A 0+max new n1"},
        {"totals in a shortage stop at the end", "A max/0/0 <*; B max/0/0 <*", "place o 1=max@A 2=max@A 3=1@A",
         "line 3 variant v asked 1 available max backorder_room max short 1;"
         " line 3 variant v warehouse A available max backorder_room max gate -",
         Status::shortage},
        {"two warehouses' totals stop at the end", "A max/0/0 <*; B max/0/0 <*", "place o 1=max 2=max 3=max 4=max 5=1",
         "line 5 variant v asked 1 available max backorder_room max short 1;"
         " line 5 variant v warehouse A available max backorder_room max gate -;"
         " line 5 variant v warehouse B available max backorder_room max gate -",
         Status::shortage},
        {"unlimited beside a waiting unit", "A 0/0/1 <*; x.1@A 0+1", "place o 1=max-1",
         "A 0/0/max; o.1@A 0+max-1 new; x.1@A 0+1"},
    });
}

BOOST_AUTO_TEST_SUITE_END()
