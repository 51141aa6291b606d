#include "service/events/event_list.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/test/unit_test.hpp>

#include <string>

using namespace backorder;

namespace {

const StockKey here{"v", "A"};
const StockKey there{"v", "B"};

StockRecord record(Units64 on_hand, Units64 allocated, Units64 backordered) {
    return {{on_hand, allocated, backordered}, {Threshold::Mode::limit, 5}, {}};
}

State state_of(const std::map<StockKey, StockRecord>& stock) {
    State state;
    state.variants["v"] = {"p", "s", Policy::allow, Policy::inherit};
    state.stock = stock;
    return state;
}

boost::json::array events(EventList& list) { return boost::json::parse(list.take_text()).as_array(); }

std::string types(const boost::json::array& list) {
    std::string found;
    for (const boost::json::value& event : list)
        found += (found.empty() ? "" : " ") + std::string(event.at("type").as_string()) + "@" +
                 std::string(event.at("warehouse").as_string());
    return found;
}

std::string seen(const char* seller, const char* text) {
    const auto event = seen_by(seller, boost::json::parse(text).as_object());
    return event ? boost::json::serialize(*event) : "nothing";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(event_list)

// Goals: a record that many movements touched is reported once, with its numbers before and after and whose it is; the
// lines that were covered there are named, no others, and said to be ready if nothing of them waits elsewhere; a record
// that nothing moved is not looked at.
BOOST_AUTO_TEST_CASE(each_moved_record_is_reported_once) {
    State after = state_of({{here, record(7, 5, 0)}, {there, record(0, 0, 0)}});
    after.add_part({"o", "1", "A"}, {.variant = "v", .seller = "s", .allocated = 3});
    after.add_part({"o", "2", "A"}, {.variant = "v", .seller = "s", .allocated = 2});
    after.add_part({"o", "2", "B"}, {.variant = "v", .seller = "s", .waiting = 1});
    Decision decision;
    decision.before = {{here, record(0, 0, 5)}};
    decision.movements = {
        {.stock = here, .on_hand = 7},
        {.stock = here, .part = PartKey{"o", "1", "A"}, .allocated = 3, .backordered = -3, .covered = 3},
        {.stock = here, .part = PartKey{"o", "2", "A"}, .allocated = 2, .backordered = -2, .covered = 2}};
    EventList list;
    list.add_stock_events(decision, after);
    const boost::json::array found = events(list);
    BOOST_TEST(types(found) == "backorder.covered@A backorder.below_limit@A stock.back@A");
    BOOST_TEST(
        boost::json::serialize(found.at(0)) ==
        R"({"type":"backorder.covered","before":{"on_hand":0,"allocated":0,"backordered":5},)"
        R"("after":{"on_hand":7,"allocated":5,"backordered":0},"variant":"v","warehouse":"A","seller":"s",)"
        R"("covered":[{"order":"o","line":"1","units":3,"ready":true},{"order":"o","line":"2","units":2,"ready":false}]})");
}

// Goals: units that are newly allocated, fall back, or move to free units were not covered by goods; what fell back is
// told.
BOOST_AUTO_TEST_CASE(only_waiting_units_that_got_goods_are_covered) {
    State after = state_of({{here, record(4, 3, 0)}, {there, record(0, 0, 1)}});
    after.add_part({"o", "2", "A"}, {.variant = "v", .seller = "s", .allocated = 2, .waiting = 1});
    Decision decision;
    decision.before = {{here, record(4, 2, 0)}, {there, record(0, 0, 2)}};
    decision.movements = {{.stock = there, .part = PartKey{"o", "1", "B"}, .backordered = -1},
                          {.stock = here, .part = PartKey{"o", "1", "A"}, .allocated = 1},
                          {.stock = here, .part = PartKey{"o", "2", "A"}, .allocated = -1, .backordered = 1},
                          {.stock = here, .allocated = 1, .backordered = -1}};
    EventList list;
    list.add_stock_events(decision, after);
    const boost::json::array found = events(list);
    BOOST_TEST(types(found) == "backorder.fallen_back@A");
    BOOST_TEST(
        boost::json::serialize(found.at(0)) ==
        R"({"type":"backorder.fallen_back","before":{"allocated":3,"waiting":0},"after":{"allocated":2,"waiting":1},)"
        R"("variant":"v","warehouse":"A","seller":"s","order":"o","line":"2","units":1})");
}

BOOST_AUTO_TEST_CASE(a_changed_threshold_is_a_crossing_too) {
    StockRecord lowered = record(0, 0, 3);
    lowered.own.units = 3;
    EventList list;
    list.add_crossings(here, state_of({{here, lowered}}), record(0, 0, 3));
    BOOST_TEST(types(events(list)) == "backorder.limit_reached@A");
}

// Goals: a seller sees its own events whole, an order's with its own lines only, others' not at all, and what is
// nobody's.
BOOST_AUTO_TEST_CASE(a_seller_sees_what_is_its_own) {
    BOOST_TEST(seen("s", R"({"type":"stock.out","seller":"s"})") == R"({"type":"stock.out","seller":"s"})");
    BOOST_TEST(seen("s", R"({"type":"stock.out","seller":"t"})") == "nothing");
    BOOST_TEST(seen("s", R"({"type":"stock.out","seller":"ss"})") == "nothing");
    BOOST_TEST(seen("s", R"({"type":"stock.out","seller":""})") == "nothing");
    BOOST_TEST(
        seen("s", R"({"lines":[{"line":"1","seller":"t"},{"line":"2","seller":"s"},{"line":"3","seller":"t"}]})") ==
        R"({"lines":[{"line":"2","seller":"s"}]})");
    BOOST_TEST(seen("s", R"({"lines":[{"line":"1","seller":"t"}]})") == "nothing");
    BOOST_TEST(seen("s", R"({"lines":[]})") == "nothing");
    BOOST_TEST(seen("s", R"({"seller":"t","lines":[{"line":"1","seller":"s"}]})") == "nothing");
    BOOST_TEST(seen("s", R"({"type":"settings.changed"})") == R"({"type":"settings.changed"})");
}

BOOST_AUTO_TEST_SUITE_END()
