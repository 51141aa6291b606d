#include "domain/gates.hpp"

#include "scenario.hpp"

#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

using namespace backorder;

namespace {

struct Crossing {
    const char* goal;
    const char* before;  ///< on_hand/allocated/backordered and threshold
    const char* after;
    const char* events;
};

StockRecord record(const char* text) { return scenario::read_state("A " + std::string(text)).stock.at({"v", "A"}); }

void check(const std::vector<Crossing>& table) {
    for (const Crossing& wanted : table) {
        std::string events;
        for (const EventType event : crossings(record(wanted.before), record(wanted.after)))
            events += (events.empty() ? "" : " ") + std::string(name(event));
        BOOST_TEST(events == wanted.events, wanted.goal << ": " << events << " != " << wanted.events);
    }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(crossings_of_a_record)

// Goals: each line is reported when it is crossed, in each direction.
BOOST_AUTO_TEST_CASE(each_crossing_is_reported_once) {
    check({
        {"the last free unit goes", "5/4/0", "5/5/0", "stock.out"},
        {"the last free unit is shipped", "1/0/0", "0/0/0", "stock.out"},
        {"a free unit comes", "5/5/0", "6/5/0", "stock.back"},
        {"a promise ends", "5/5/0", "5/4/0", "stock.back"},
        {"the first unit waits", "0/0/0 <5", "0/0/1 <5", "backorder.entered"},
        {"the last allowed unit waits", "0/0/4 <5", "0/0/5 <5", "backorder.limit_reached"},
        {"falling over the limit", "5/5/4 <5", "2/2/7 <5", "backorder.limit_reached"},
        {"one fewer waits", "0/0/5 <5", "1/1/4 <5", "backorder.below_limit"},
        {"from over the limit below it", "0/0/9 <5", "5/5/4 <5", "backorder.below_limit"},
        {"sold out and beyond", "5/3/0 <5", "5/5/1 <5", "stock.out backorder.entered"},
        {"sold out up to the limit", "5/3/0 <5", "5/5/5 <5", "stock.out backorder.entered backorder.limit_reached"},
        {"the limit is 1", "0/0/0 <1", "0/0/1 <1", "backorder.entered backorder.limit_reached"},
        {"all covered and more", "0/0/5 <5", "9/5/0 <5", "backorder.below_limit stock.back"},
        {"the threshold is lowered to what waits", "0/0/3 <5", "0/0/3 <3", "backorder.limit_reached"},
        {"the threshold is raised", "0/0/3 <3", "0/0/3 <4", "backorder.below_limit"},
        {"the threshold becomes unlimited", "0/0/3 <3", "0/0/3 <*", "backorder.below_limit"},
        {"the product's threshold counts", "0/0/0 ^1", "0/0/1 ^1", "backorder.entered backorder.limit_reached"},
    });
}

// Goals: a change on one side of a line reports nothing.
BOOST_AUTO_TEST_CASE(nothing_is_reported_when_nothing_is_crossed) {
    check({
        {"nothing changes", "5/3/0 <5", "5/3/0 <5", ""},
        {"nothing changes at the limit", "5/5/5 <5", "5/5/5 <5", ""},
        {"free units become fewer", "5/3/0", "5/4/0", ""},
        {"free units become more", "5/3/0", "9/3/0", ""},
        {"more wait", "0/0/1 <5", "0/0/4 <5", ""},
        {"fewer wait", "0/0/4 <5", "3/3/1 <5", ""},
        {"the last waiting unit is covered below the limit", "0/0/4 <5", "4/4/0 <5", ""},
        {"more wait over the limit", "0/0/6 <5", "0/0/8 <5", ""},
        {"fewer wait over the limit", "0/0/8 <5", "0/0/5 <5", ""},
        {"allocated units ship", "5/5/0", "2/2/0", ""},
        {"the threshold moves below what waits", "0/0/9 <5", "0/0/9 <3", ""},
        {"the threshold falls to 0 while nobody waits", "0/0/0 <5", "0/0/0 <0", ""},
    });
}

BOOST_AUTO_TEST_SUITE_END()
