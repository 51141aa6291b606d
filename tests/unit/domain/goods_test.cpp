#include "scenario.hpp"

#include <boost/test/unit_test.hpp>

using backorder::Status;
using scenario::check;

BOOST_AUTO_TEST_SUITE(goods)

// Goals: goods raise on_hand and serve the queue at once: the highest priority first, then the oldest promise, then the
// order's own line order; each one wholly before the next; what is left over lies free. Only this variant at this
// warehouse is served.
BOOST_AUTO_TEST_CASE(received_goods_serve_the_queue) {
    check({
        {"nobody waits", "A 2/1/0; o.1@A 1+0", "receive A 5", "A 7/1/0; o.1@A 1+0"},
        {"exactly enough", "A 0/0/3; o.1@A 0+3", "receive A 3", "A 3/3/0; o.1@A 3+0"},
        {"more than enough", "A 0/0/3; o.1@A 0+3", "receive A 5", "A 5/3/0; o.1@A 3+0"},
        {"partial cover", "A 2/2/3; o.1@A 2+3", "receive A 1", "A 3/3/2; o.1@A 3+2"},
        {"the older first though it is named later", "A 0/0/4; a.1@A 0+2 t9; b.1@A 0+2 t8", "receive A 3",
         "A 3/3/1; a.1@A 1+1 t9; b.1@A 2+0 t8"},
        {"the higher priority before the older", "A 0/0/4; a.1@A 0+2 t1; b.1@A 0+2 p1 t9", "receive A 3",
         "A 3/3/1; a.1@A 1+1 t1; b.1@A 2+0 p1 t9"},
        {"a negative priority comes last", "A 0/0/4; a.1@A 0+2 p-1 t1; b.1@A 0+2 t9", "receive A 2",
         "A 2/2/2; a.1@A 0+2 p-1 t1; b.1@A 2+0 t9"},
        {"lines of an order by their number, not their name", "A 0/0/4; o.1@A 0+2 t3 n1; o.2@A 0+2 t3", "receive A 2",
         "A 2/2/2; o.1@A 0+2 t3 n1; o.2@A 2+0 t3"},
        {"promises of one moment by their orders' ids", "A 0/0/4; a.1@A 0+2 t3; b.1@A 0+2 t3", "receive A 3",
         "A 3/3/1; a.1@A 2+0 t3; b.1@A 1+1 t3"},
        {"three in a row", "A 0/0/6; a.1@A 0+1 t3; b.1@A 0+2 t2; c.1@A 0+3 t1", "receive A 4",
         "A 4/4/2; a.1@A 0+1 t3; b.1@A 1+1 t2; c.1@A 3+0 t1"},
        {"other warehouses and variants wait on",
         "A 0/0/1; B 0/0/1; w@A 0/0/1; a.1@B 0+1 t1; b.1:w@A 0+1 t1; c.1@A 0+1 t2", "receive A 9",
         "A 9/1/0; B 0/0/1; w@A 0/0/1; a.1@B 0+1 t1; b.1:w@A 0+1 t1; c.1@A 1+0 t2"},
        {"shut gates stop no service", "A 0/0/3 <0; !off; !closed A; o.1@A 0+3", "receive A 2", "A 2/2/1; o.1@A 2+1"},
        {"up to 2^63 - 1", "A 1/0/0", "receive A max-1", "A max/0/0"},
        {"beyond it", "A 1/0/0", "receive A max", "variant v warehouse A asked max on_hand 1", Status::overflow},
    });
}

// Goals: a count sets on_hand; upward serves the queue; down to what is allocated changes no promise; further down the
// lowest priority and in it the youngest promise falls back first, over the threshold if need be; what waited waits on.
BOOST_AUTO_TEST_CASE(a_count_sets_what_is_there) {
    check({
        {"as it was", "A 5/3/0; o.1@A 3+0", "count A 5", "A 5/3/0; o.1@A 3+0"},
        {"upward", "A 2/2/3; o.1@A 2+3", "count A 4", "A 4/4/1; o.1@A 4+1"},
        {"upward beyond the queue", "A 2/2/3; o.1@A 2+3", "count A 9", "A 9/5/0; o.1@A 5+0"},
        {"upward the older first", "A 0/0/2; a.1@A 0+1 t2; b.1@A 0+1 t1", "count A 1",
         "A 1/1/1; a.1@A 0+1 t2; b.1@A 1+0 t1"},
        {"down to what is allocated", "A 5/3/0; o.1@A 3+0", "count A 3", "A 3/3/0; o.1@A 3+0"},
        {"one below", "A 5/3/0; o.1@A 3+0", "count A 2", "A 2/2/1; o.1@A 2+1"},
        {"the youngest falls back", "A 4/4/0; a.1@A 2+0 t9; b.1@A 2+0 t8", "count A 3",
         "A 3/3/1; a.1@A 1+1 t9; b.1@A 2+0 t8"},
        {"then the next", "A 4/4/0; a.1@A 2+0 t9; b.1@A 2+0 t8", "count A 1", "A 1/1/3; a.1@A 0+2 t9; b.1@A 1+1 t8"},
        {"the lowest priority before the youngest", "A 4/4/0; a.1@A 2+0 t1; b.1@A 2+0 p1 t9", "count A 3",
         "A 3/3/1; a.1@A 1+1 t1; b.1@A 2+0 p1 t9"},
        {"the last line of an order first", "A 4/4/0; o.1@A 2+0 n1; o.2@A 2+0", "count A 3",
         "A 3/3/1; o.1@A 1+1 n1; o.2@A 2+0"},
        {"nothing left", "A 4/4/1; a.1@A 4+0 t1; b.1@A 0+1 t2", "count A 0", "A 0/0/5; a.1@A 0+4 t1; b.1@A 0+1 t2"},
        {"over the threshold", "A 4/4/1 <1; o.1@A 4+1", "count A 1", "A 1/1/4; o.1@A 1+4"},
        {"with every gate shut", "A 4/4/0 <0; !off; o.1@A 4+0", "count A 1", "A 1/1/3; o.1@A 1+3"},
        {"only promises of this record", "A 1/1/0; B 1/1/0; a.1@A 1+0 t1; b.1@B 1+0 t9", "count A 0",
         "A 0/0/1; B 1/1/0; a.1@A 0+1 t1; b.1@B 1+0 t9"},
        {"more would wait than 2^63 - 1", "A 4/4/max; a.1@A 4+0 t9; b.1@A 0+max t1", "count A 1",
         "variant v warehouse A asked 3 backordered max", Status::overflow},
    });
}

// Goals: only free units move; where they come the queue is served; where they go nobody waited.
BOOST_AUTO_TEST_CASE(a_transfer_moves_free_units) {
    check({
        {"all that is free", "A 5/2/0; B 0/0/0; o.1@A 2+0", "transfer A B 3", "A 2/2/0; B 3/0/0; o.1@A 2+0"},
        {"one more", "A 5/2/0; B 0/0/0; o.1@A 2+0", "transfer A B 4", "variant v warehouse A asked 4 available 3",
         Status::not_available},
        {"into a queue", "A 5/0/0; B 1/1/3; a.1@B 1+2 t2; b.1@B 0+1 t1", "transfer A B 2",
         "A 3/0/0; B 3/3/1; a.1@B 2+1 t2; b.1@B 1+0 t1"},
        {"into a queue and beyond", "A 5/0/0; B 0/0/1; a.1@B 0+1", "transfer A B 5", "A 0/0/0; B 5/1/0; a.1@B 1+0"},
        {"none are free", "A 2/2/1; B 0/0/0; o.1@A 2+1", "transfer A B 1", "variant v warehouse A asked 1 available 0",
         Status::not_available},
        {"too many for 64 bits", "A 2/0/0; B max-1/0/0", "transfer A B 2",
         "variant v warehouse B asked 2 on_hand max-1", Status::overflow},
        {"up to 2^63 - 1", "A 2/0/0; B max-2/0/0", "transfer A B 2", "A 0/0/0; B max/0/0"},
    });
}

// Goals: each covered or fallen line has its own movement, in the order of the queue.
BOOST_AUTO_TEST_CASE(movements_tell_who_was_served_in_which_order) {
    const auto lines = [](const char* before, const char* verb) {
        backorder::State state = scenario::read_state(before);
        const auto decided = scenario::run(state, verb);
        std::string told;
        for (const backorder::Movement& movement : decided->movements)
            if (movement.covered > 0 || movement.falls_back())
                told += movement.part->order + (movement.covered > 0 ? "+" : "-") +
                        std::to_string(movement.backordered) + " ";
        return told;
    };
    BOOST_TEST(lines("A 0/0/6; a.1@A 0+1 t2; b.1@A 0+2 t1; c.1@A 0+3 t9 p1", "receive A 6") == "c+-3 b+-2 a+-1 ");
    BOOST_TEST(lines("A 6/6/0; a.1@A 1+0 t2; b.1@A 2+0 t1; c.1@A 3+0 t9 p1", "count A 1") == "a-1 b-2 c-2 ");
    BOOST_TEST(lines("A 6/0/0", "receive A 6") == "");
}

BOOST_AUTO_TEST_SUITE_END()
