#include "domain/fulfill.hpp"

#include "scenario.hpp"

#include <boost/test/unit_test.hpp>

using backorder::Status;
using scenario::check;

BOOST_AUTO_TEST_SUITE(fulfill)

// Goals: allocated units leave the shelf, also while the rest of the line waits there; one fulfilment per warehouse and
// call, in the order of the entries; the queue is not touched.
BOOST_AUTO_TEST_CASE(allocated_units_ship) {
    check({
        {"all", "A 5/3/0; o.1@A 3+0", "fulfill o 1@A=3", "A 2/0/0; o.1@A 0+0 s3; #7@A 1=3"},
        {"some", "A 5/3/0; o.1@A 3+0 s1", "fulfill o 1@A=2", "A 3/1/0; o.1@A 1+0 s3; #7@A 1=2"},
        {"while the rest waits there", "A 3/3/2; o.1@A 3+2", "fulfill o 1@A=3", "A 0/0/2; o.1@A 0+2 s3; #7@A 1=3"},
        {"others wait on", "A 3/3/2; o.1@A 3+0; x.1@A 0+2", "fulfill o 1@A=3",
         "A 0/0/2; o.1@A 0+0 s3; x.1@A 0+2; #7@A 1=3"},
        {"two warehouses", "A 1/1/0; B 2/2/0; o.1@A 1+0; o.1@B 2+0", "fulfill o 1@B=2 1@A=1",
         "A 0/0/0; B 0/0/0; o.1@A 0+0 s1; o.1@B 0+0 s2; #7@B 1=2; #8@A 1=1"},
        {"two lines of one warehouse", "A 3/3/0; B 1/1/0; o.1@A 1+0; o.2@A 2+0; o.2@B 1+0",
         "fulfill o 1@A=1 2@B=1 2@A=2",
         "A 0/0/0; B 0/0/0; o.1@A 0+0 s1; o.2@A 0+0 s2; o.2@B 0+0 s1; #7@A 1=1 2=2; #8@B 2=1"},
        {"from a closed warehouse with every gate shut", "A 1/1/0; !off; !closed A; o.1@A 1+0", "fulfill o 1@A=1",
         "A 0/0/0; o.1@A 0+0 s1; #7@A 1=1"},
    });
}

// Goals: strict also refuses a (line, warehouse) that still has waiting units there, even if enough is allocated, and
// only that: other lines' and other warehouses' waiting units do not matter.
BOOST_AUTO_TEST_CASE(strict_asks_to_restock_first) {
    check({
        {"nothing waits", "A 3/3/0; o.1@A 3+0", "strict o 1@A=2", "A 1/1/0; o.1@A 1+0 s2; #7@A 1=2"},
        {"the rest waits there", "A 3/3/2; o.1@A 3+2", "strict o 1@A=3",
         "line 1 warehouse A asked 3 shippable 3 waiting 2", Status::restock_first},
        {"one unit waits there", "A 3/3/1; o.1@A 3+1", "strict o 1@A=1",
         "line 1 warehouse A asked 1 shippable 3 waiting 1", Status::restock_first},
        {"one entry of two", "A 3/3/2; B 1/1/0; o.1@A 3+2; o.1@B 1+0", "strict o 1@B=1 1@A=3",
         "line 1 warehouse A asked 3 shippable 3 waiting 2", Status::restock_first},
        {"another line waits there", "A 3/3/2; o.1@A 3+0; o.2@A 0+2", "strict o 1@A=3",
         "A 0/0/2; o.1@A 0+0 s3; o.2@A 0+2; #7@A 1=3"},
        {"the line waits elsewhere", "A 3/3/0; B 0/0/2; o.1@A 3+0; o.1@B 0+2", "strict o 1@A=3",
         "A 0/0/0; B 0/0/2; o.1@A 0+0 s3; o.1@B 0+2; #7@A 1=3"},
        {"free units stand in for waiting ones elsewhere", "A 0/0/2; B 2/0/0; o.1@A 0+2", "strict o 1@B=2",
         "A 0/0/0; B 0/0/0; o.1@A 0+0; o.1@B 0+0 s2; #7@B 1=2"},
        {"restock comes before too much", "A 3/3/2; o.1@A 3+2", "strict o 1@A=9",
         "line 1 warehouse A asked 9 shippable 3 waiting 2", Status::restock_first},
    });
}

// Goals: where the line holds nothing, free units ship and as many waiting ones are released elsewhere, from the
// warehouse tried last; never allocated ones, never more than wait, never another order's units.
BOOST_AUTO_TEST_CASE(free_units_elsewhere_stand_in_for_waiting_ones) {
    check({
        {"some", "A 0/0/3; B 5/0/0; o.1@A 0+3 t4 p2", "fulfill o 1@B=2",
         "A 0/0/1; B 3/0/0; o.1@A 0+1 p2 t4; o.1@B 0+0 s2 p2 t4; #7@B 1=2"},
        {"those tried last are released first", "A 0/0/2; B 0/0/2; C 3/0/0; o.1@A 0+2; o.1@B 0+2", "fulfill o 1@C=3",
         "A 0/0/1; B 0/0/0; C 0/0/0; o.1@A 0+1; o.1@B 0+0; o.1@C 0+0 s3; #7@C 1=3"},
        {"beside what is allocated elsewhere", "A 1/1/2; B 9/0/0; o.1@A 1+2", "fulfill o 1@A=1 1@B=2",
         "A 0/0/0; B 7/0/0; o.1@A 0+0 s1; o.1@B 0+0 s2; #7@A 1=1; #8@B 1=2"},
        {"the same in the other order", "A 1/1/2; B 9/0/0; o.1@A 1+2", "fulfill o 1@B=2 1@A=1",
         "A 0/0/0; B 7/0/0; o.1@A 0+0 s1; o.1@B 0+0 s2; #7@B 1=2; #8@A 1=1"},
        {"where it has shipped before", "A 0/0/2; B 2/0/0; o.1@A 0+2; o.1@B 0+0 s3", "fulfill o 1@B=2",
         "A 0/0/0; B 0/0/0; o.1@A 0+0; o.1@B 0+0 s5; #7@B 1=2"},
        {"allocated units elsewhere are not exchanged", "A 2/2/0; B 9/0/0; o.1@A 2+0", "fulfill o 1@B=1",
         "line 1 warehouse B asked 1 shippable 0 waiting 0", Status::not_shippable},
        {"more than waits", "A 0/0/2; B 9/0/0; o.1@A 0+2", "fulfill o 1@B=3",
         "line 1 warehouse B asked 3 shippable 2 waiting 2", Status::not_shippable},
        {"more than is free", "A 0/0/5; B 4/2/0; o.1@A 0+5; x.1@B 2+0", "fulfill o 1@B=3",
         "line 1 warehouse B asked 3 shippable 2 waiting 5", Status::not_shippable},
        {"no record there", "A 0/0/5; o.1@A 0+5", "fulfill o 1@C=1", "line 1 warehouse C asked 1 shippable 0 waiting 5",
         Status::not_shippable},
        {"where it waits itself", "A 0/0/5; o.1@A 0+5", "fulfill o 1@A=1",
         "line 1 warehouse A asked 1 shippable 0 waiting 5", Status::not_shippable},
    });
}

// Goals: entries of one call share what is free at a record and what waits of a line; a later entry sees what is left.
BOOST_AUTO_TEST_CASE(entries_of_one_call_do_not_take_twice) {
    check({
        {"two lines share the free units", "A 0/0/4; B 4/0/0; o.1@A 0+2; o.2@A 0+2 n1", "fulfill o 1@B=2 2@B=2",
         "A 0/0/0; B 0/0/0; o.1@A 0+0; o.1@B 0+0 s2; o.2@A 0+0 n1; o.2@B 0+0 s2 n1; #7@B 1=2 2=2"},
        {"one too many for two lines", "A 0/0/4; B 3/0/0; o.1@A 0+2; o.2@A 0+2 n1", "fulfill o 1@B=2 2@B=2",
         "line 2 warehouse B asked 2 shippable 1 waiting 2", Status::not_shippable},
        {"two warehouses share a line's waiting units", "A 0/0/3; B 2/0/0; C 2/0/0; o.1@A 0+3", "fulfill o 1@B=2 1@C=1",
         "A 0/0/0; B 0/0/0; C 1/0/0; o.1@A 0+0; o.1@B 0+0 s2; o.1@C 0+0 s1; #7@B 1=2; #8@C 1=1"},
        {"one too many of the line", "A 0/0/3; B 2/0/0; C 2/0/0; o.1@A 0+3", "fulfill o 1@B=2 1@C=2",
         "line 1 warehouse C asked 2 shippable 1 waiting 3", Status::not_shippable},
        {"allocated and free of one record", "A 0/0/2; B 4/2/0; o.1@B 2+0; o.2@A 0+2 n1", "fulfill o 1@B=2 2@B=2",
         "A 0/0/0; B 0/0/0; o.1@B 0+0 s2; o.2@A 0+0 n1; o.2@B 0+0 s2 n1; #7@B 1=2 2=2"},
        {"the first fits, the second does not: nothing ships", "A 3/3/0; w@A 1/1/0; o.1@A 3+0; o.2:w@A 1+0 n1",
         "fulfill o 1@A=3 2@A=2", "line 2 warehouse A asked 2 shippable 1 waiting 0", Status::not_shippable},
        {"every one that does not fit is named", "A 1/1/0; B 1/1/2; o.1@A 1+0; o.1@B 1+2", "fulfill o 1@A=2 1@B=3",
         "line 1 warehouse A asked 2 shippable 1 waiting 0; line 1 warehouse B asked 3 shippable 1 waiting 2",
         Status::not_shippable},
    });
}

// Goals: unknown orders, lines and warehouses are refused; a seller ships its own lines only, from warehouses that
// serve it.
BOOST_AUTO_TEST_CASE(only_what_the_actor_may_see_ships) {
    check({
        {"no such order", "A 1/1/0; o.1@A 1+0", "fulfill z 1@A=1", "order z", Status::not_found},
        {"no such line", "A 1/1/0; o.1@A 1+0", "fulfill o 9@A=1", "order o line 9", Status::not_found},
        {"no such warehouse", "A 1/1/0; o.1@A 1+0", "fulfill o 1@Z=1", "line 1 warehouse Z", Status::not_found},
        {"another seller's warehouse", "A 1/1/0; B 9/0/0; !owner B t; o.1@A 1+0", "fulfill o 1@B=1",
         "line 1 warehouse B", Status::not_found},
        {"another seller's line", "x@A 1/1/0; A 1/1/0; o.1@A 1+0; o.2:x@A 1+0", "fulfill o 2@A=1 as=s",
         "order o line 2", Status::not_found},
        {"another seller's order", "x@A 1/1/0; o.2:x@A 1+0", "fulfill o 2@A=1 as=s", "order o", Status::not_found},
        {"one's own line", "x@A 1/1/0; A 1/1/0; o.1@A 1+0; o.2:x@A 1+0", "fulfill o 1@A=1 as=s",
         "A 0/0/0; x@A 1/1/0; o.1@A 0+0 s1; o.2:x@A 1+0; #7@A 1=1"},
    });
}

// Goals: the preview says what is held, what waits and what could stand in.
BOOST_AUTO_TEST_CASE(the_preview_tells_what_could_ship) {
    const backorder::State state = scenario::read_state("A 2/2/3; B 4/0/0; C 9/0/0; o.1@A 2+3; o.1@C 0+0 s1");
    const auto preview = [&](const char* warehouse) {
        const backorder::Shipment found = backorder::shipment(state, "o", "1", warehouse);
        return std::to_string(found.shippable) + "/" + std::to_string(found.waiting) + (found.held ? " held" : "");
    };
    BOOST_TEST(preview("A") == "2/3 held");
    BOOST_TEST(preview("B") == "3/3");
    BOOST_TEST(preview("C") == "3/3");
    BOOST_TEST(preview("D") == "0/3");
}

BOOST_AUTO_TEST_SUITE_END()
