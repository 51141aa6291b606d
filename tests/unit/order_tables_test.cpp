#include "service/answer/order_tables.hpp"

#include <boost/json/serialize.hpp>
#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

using namespace backorder;

namespace {

/// Allocated, waiting, shipped and cancelled units of a part.
struct Units4 {
    Units64 allocated;
    Units64 waiting;
    Units64 shipped;
    Units64 cancelled;
};

struct Case {
    std::vector<Units4> parts;
    std::string_view state;
};

Part part(const char* variant, const char* seller, std::int64_t line_number, Units4 units) {
    return {.variant = variant,
            .seller = seller,
            .priority = 4,
            .age = 1,
            .line_number = line_number,
            .allocated = units.allocated,
            .waiting = units.waiting,
            .shipped = units.shipped,
            .cancelled = units.cancelled};
}

/// Line 9 comes first; line 1 is another seller's.
State mixed() {
    State state;
    state.parts[{"o", "9", "A"}] = part("v", "s", 0, {1, 2, 0, 0});
    state.parts[{"o", "9", "B"}] = part("v", "s", 0, {0, 0, 3, 4});
    state.parts[{"o", "9", "C"}] = part("v", "s", 0, {0, 0, 0, 0});
    state.parts[{"o", "1", "A"}] = part("x", "t", 1, {0, 0, 5, 0});
    state.parts[{"p", "1", "A"}] = part("x", "t", 0, {7, 0, 0, 0});
    return state;
}

Context of_seller(const char* seller) {
    Context context;
    context.role = Role::seller;
    context.seller = seller;
    return context;
}

std::string json(const Answer& answer) { return answer_text(answer); }

}  // namespace

BOOST_AUTO_TEST_SUITE(order_tables)

// Goals: every mixture of open, shipped and cancelled units, in one part and over several; cancelled units never decide
// while others are open or shipped.
BOOST_AUTO_TEST_CASE(an_orders_state_follows_from_its_units) {
    for (const Case& wanted : std::vector<Case>{
             {{{1, 0, 0, 0}}, "unfulfilled"},
             {{{0, 1, 0, 0}}, "unfulfilled"},
             {{{1, 0, 0, 5}}, "unfulfilled"},
             {{{0, 0, 0, 1}, {0, 1, 0, 0}}, "unfulfilled"},
             {{{1, 0, 1, 0}}, "partially_fulfilled"},
             {{{0, 1, 1, 0}}, "partially_fulfilled"},
             {{{0, 0, 1, 0}, {1, 0, 0, 0}}, "partially_fulfilled"},
             {{{1, 0, 0, 0}, {0, 0, 1, 3}}, "partially_fulfilled"},
             {{{0, 0, 1, 0}}, "fulfilled"},
             {{{0, 0, 1, 9}}, "fulfilled"},
             {{{0, 0, 1, 0}, {0, 0, 0, 9}}, "fulfilled"},
             {{{0, 0, 0, 1}}, "cancelled"},
             {{{0, 0, 0, 1}, {0, 0, 0, 2}}, "cancelled"},
         }) {
        State state;
        for (const Units4& units : wanted.parts)
            state.parts[{"o", std::to_string(state.parts.size()), "A"}] = part("v", "s", 0, units);
        BOOST_TEST(order_state(parts_of(state, "o")) == wanted.state);
    }
}

// Goals: lines in the order's own order with the sums of their parts; parts that are empty are left out; other orders
// too.
BOOST_AUTO_TEST_CASE(an_order_is_shown_with_lines_and_parts) {
    Answer answer;
    add_order(answer, Context{}, mixed(), "o", "2024-05-01T00:00:00Z");
    BOOST_TEST(
        json(answer) ==
        R"({"order":{"order":"o","state":"partially_fulfilled","priority":4,"placed_at":"2024-05-01T00:00:00Z"},)"
        R"("lines":[{"line":"9","variant":"v","quantity":10,"allocated":1,"waiting":2,"shipped":3,"cancelled":4},)"
        R"({"line":"1","variant":"x","quantity":5,"allocated":0,"waiting":0,"shipped":5,"cancelled":0}],)"
        R"("parts":[{"line":"9","variant":"v","warehouse":"A","quantity":3,"allocated":1,"waiting":2,"shipped":0,"cancelled":0},)"
        R"({"line":"9","variant":"v","warehouse":"B","quantity":7,"allocated":0,"waiting":0,"shipped":3,"cancelled":4},)"
        R"({"line":"1","variant":"x","warehouse":"A","quantity":5,"allocated":0,"waiting":0,"shipped":5,"cancelled":0}]})");
}

BOOST_AUTO_TEST_CASE(a_seller_sees_the_order_as_if_it_had_its_own_lines_only) {
    Answer answer;
    add_order(answer, of_seller("t"), mixed(), "o");
    BOOST_TEST(
        json(answer) ==
        R"({"order":{"order":"o","state":"fulfilled","priority":4,"placed_at":""},)"
        R"("lines":[{"line":"1","variant":"x","quantity":5,"allocated":0,"waiting":0,"shipped":5,"cancelled":0}],)"
        R"("parts":[{"line":"1","variant":"x","warehouse":"A","quantity":5,"allocated":0,"waiting":0,"shipped":5,"cancelled":0}]})");
}

// Goals: a row for each line the actor may see; a fulfilment that was undone says what became of its units.
BOOST_AUTO_TEST_CASE(a_fulfillment_is_shown_line_by_line) {
    const Fulfillment fulfillment{
        .order = "o", .number = 7, .warehouse = "A", .lines = {{"9", 2}, {"1", 5}}, .undone = {}};
    Answer whole;
    add_fulfillment(whole, Context{}, mixed(), fulfillment, "now");
    BOOST_TEST(
        json(whole) ==
        R"({"fulfillments":[)"
        R"({"fulfillment":7,"warehouse":"A","line":"9","variant":"v","quantity":2,"state":"created","created_at":"now"},)"
        R"({"fulfillment":7,"warehouse":"A","line":"1","variant":"x","quantity":5,"state":"created","created_at":"now"}]})");

    Fulfillment undone = fulfillment;
    undone.undone = "to_stock";
    Answer own;
    add_fulfillment(own, of_seller("t"), mixed(), undone);
    BOOST_TEST(
        json(own) ==
        R"({"fulfillments":[)"
        R"({"fulfillment":7,"warehouse":"A","line":"1","variant":"x","quantity":5,"state":"to_stock","created_at":""}]})");
}

BOOST_AUTO_TEST_SUITE_END()
