#include "service/lanes/call_queue.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <string>

using namespace backorder;

namespace {

std::shared_ptr<PendingCall> order(const std::string& id, std::size_t lines = 1, const std::string& variant = "v",
                                   const std::string& marketplace = "m") {
    Context context;
    context.marketplace = marketplace;
    Place place{.order = {id}, .priority = 0, .warehouses = {}, .lines = {}};
    for (std::size_t i = 0; i < lines; ++i) place.lines.push_back({{std::to_string(i)}, {variant}, {1}, {}, false});
    return std::make_shared<PendingCall>(context, place);
}

std::shared_ptr<PendingCall> bulk(const std::string& id, const std::string& variant = "v") {
    auto made = order(id, 1, variant);
    made->bulk = true;
    return made;
}

std::shared_ptr<PendingCall> settings(const std::string& key) {
    Context context;
    context.marketplace = "m";
    context.key = key;
    return std::make_shared<PendingCall>(context, SettingsSet{.backorders_enabled = true});
}

std::string keys(const PendingCalls& calls) {
    std::string text;
    for (const auto& call : calls) text += (text.empty() ? "" : " ") + call->key.key;
    return text;
}

void add(CallQueue& queue, std::initializer_list<std::shared_ptr<PendingCall>> calls) {
    for (const auto& call : calls) queue.add(call);
}

PendingCalls take(CallQueue& queue, const CallQueue::Running& running = {}) {
    Obstacles none;
    return queue.take(running, none);
}

CallQueue::Running running(std::initializer_list<std::shared_ptr<PendingCall>> calls) {
    CallQueue::Running now;
    for (const auto& call : calls) now.wanted.insert(call->wanted.begin(), call->wanted.end());
    return now;
}

std::shared_ptr<PendingCall> order_of(const std::string& id, std::initializer_list<const char*> variants) {
    auto lines = Place{.order = {id}, .priority = 0, .warehouses = {}, .lines = {}};
    for (const char* variant : variants)
        lines.lines.push_back({{std::to_string(lines.lines.size())}, {variant}, {1}, {}, false});
    Context context;
    context.marketplace = "m";
    return std::make_shared<PendingCall>(context, lines);
}

PendingCalls settled(Obstacles& obstacles, const Obstacle& asked, const std::vector<Obstacle>& still) {
    PendingCalls released;
    obstacles.settle("m", {asked}, still, Clock::now(), released);
    return released;
}

std::shared_ptr<PendingCall> cancellation(const std::string& order) {
    Context context;
    context.marketplace = "m";
    context.key = "cancel " + order;
    return std::make_shared<PendingCall>(context, Cancel{.order = {order}, .lines = {}});
}

}  // namespace

BOOST_AUTO_TEST_SUITE(call_queue)

BOOST_AUTO_TEST_CASE(calls_come_in_their_order_up_to_so_many_lines) {
    CallQueue queue(4);
    add(queue, {order("a"), order("b", 2), order("c"), order("d")});
    BOOST_TEST(keys(take(queue)) == "a b c");
    BOOST_TEST(keys(take(queue)) == "d");
    BOOST_TEST(take(queue).empty());
    BOOST_TEST(queue.size() == 0U);
}

BOOST_AUTO_TEST_CASE(one_of_many_and_one_alone_take_turns) {
    CallQueue queue(4);
    add(queue, {bulk("b1"), bulk("b2"), bulk("b3"), bulk("b4"), order("a"), order("c")});
    BOOST_TEST(keys(take(queue)) == "a b1 c b2");
    BOOST_TEST(keys(take(queue)) == "b3 b4");
}

BOOST_AUTO_TEST_CASE(marketplaces_take_turns_and_share_no_batch) {
    CallQueue queue(2);
    add(queue, {order("a"), order("b"), order("c"), order("x", 1, "v", "n")});
    BOOST_TEST(keys(take(queue)) == "a b");
    BOOST_TEST(keys(take(queue)) == "x");
    BOOST_TEST(keys(take(queue)) == "c");
}

BOOST_AUTO_TEST_CASE(a_call_that_shares_with_nobody_goes_alone) {
    CallQueue queue(10);
    add(queue, {order("a"), settings("s"), order("b")});
    BOOST_TEST(keys(take(queue)) == "a");
    BOOST_TEST(keys(take(queue)) == "s");
    BOOST_TEST(keys(take(queue)) == "b");
}

// Goals: a call bigger than a batch goes alone; while another such is carried out, ordinary ones pass it.
BOOST_AUTO_TEST_CASE(a_big_call_goes_alone_and_leaves_a_lane_to_others) {
    CallQueue queue(3);
    add(queue, {order("big", 9), order("a", 1, "w"), order("same", 1, "v")});
    const CallQueue::Running one_big{.wanted = {}, .big_allowed = false};
    BOOST_TEST(keys(take(queue, one_big)) == "a");
    BOOST_TEST(take(queue, one_big).empty());
    BOOST_TEST(keys(take(queue)) == "big");
    BOOST_TEST(keys(take(queue)) == "same");
}

BOOST_AUTO_TEST_CASE(who_would_wait_for_a_lock_stays_and_others_pass) {
    CallQueue queue(10);
    const auto running = order("running", 1, "v");
    add(queue, {order("same", 1, "v"), order("other", 1, "w"), order("elsewhere", 1, "v", "n")});
    CallQueue::Running now;
    now.wanted.insert(running->wanted.begin(), running->wanted.end());
    BOOST_TEST(keys(take(queue, now)) == "other");
    BOOST_TEST(keys(take(queue, now)) == "elsewhere");
    BOOST_TEST(take(queue, now).empty());
    BOOST_TEST(keys(take(queue)) == "same");
}

// Goals: a call that needs two variants of which one is always busy gets its turn: the other one is kept for it.
BOOST_AUTO_TEST_CASE(nobody_overtakes_for_ever) {
    CallQueue queue(10);
    const auto running = order("running", 1, "v");
    Place two{.order = {"both"},
              .priority = 0,
              .warehouses = {},
              .lines = {{{"1"}, {"v"}, {1}, {}, false}, {{"2"}, {"w"}, {1}, {}, false}}};
    const auto both = std::make_shared<PendingCall>(running->context, two);
    add(queue, {both, order("behind", 1, "w"), order("free", 1, "x")});
    CallQueue::Running now;
    now.wanted.insert(running->wanted.begin(), running->wanted.end());
    BOOST_TEST(keys(take(queue, now)) == "free");
    BOOST_TEST(keys(take(queue)) == "both behind");
}

// Goals: who stands first and wants the same is served first, whatever else he wants.
BOOST_AUTO_TEST_CASE(nobody_overtakes_who_wants_the_same) {
    CallQueue queue(10);
    const CallQueue::Running now = running({order_of("running", {"hot"})});
    add(queue, {order_of("first", {"x", "hot"}), order_of("early", {"rare", "hot"}), order_of("late", {"rare"}),
                order_of("free", {"y"}), order_of("later", {"rare", "y"})});
    BOOST_TEST(keys(take(queue, now)) == "free");
    BOOST_TEST(keys(take(queue)) == "first early late later");
}

BOOST_AUTO_TEST_CASE(calls_of_one_order_come_in_their_order) {
    CallQueue queue(10);
    const CallQueue::Running now = running({order_of("o", {"x"})});
    add(queue, {cancellation("o"), cancellation("other")});
    BOOST_TEST(keys(take(queue, now)) == "cancel other");
    BOOST_TEST(keys(take(queue)) == "cancel o");
}

// Goals: who wants what is locked elsewhere keeps nobody: he steps aside, also from things that are free; when he comes
// back he stands where he stood.
BOOST_AUTO_TEST_CASE(who_has_an_obstacle_steps_aside_and_comes_back_to_his_place) {
    CallQueue queue(10);
    Obstacles obstacles;
    const Obstacle locked{.kind = Obstacle::Kind::record, .id = "v", .warehouse = "a", .holder = "7"};
    obstacles.add(locked, order_of("found it", {"v"}));
    add(queue, {order_of("blocked", {"v", "w"}), order_of("free", {"w"})});
    BOOST_TEST(keys(queue.take({}, obstacles)) == "free");
    BOOST_TEST(obstacles.calls() == 2U);
    BOOST_TEST(queue.size() == 0U);

    add(queue, {order_of("new", {"w"})});
    BOOST_TEST(settled(obstacles, locked, {locked}).empty());
    for (const auto& call : settled(obstacles, locked, {})) queue.put_back(call);
    BOOST_TEST(obstacles.calls() == 0U);
    BOOST_TEST(keys(queue.take({}, obstacles)) == "found it blocked new");
}

// Goals: another holder is progress: calls go back to where they wait in turn, and wait longer there.
BOOST_AUTO_TEST_CASE(what_changes_hands_is_busy_and_no_obstacle) {
    Obstacles obstacles;
    const Obstacle before{.kind = Obstacle::Kind::record, .id = "v", .warehouse = "a", .holder = "7"};
    const Obstacle after{.kind = Obstacle::Kind::record, .id = "v", .warehouse = "a", .holder = "8"};
    obstacles.add(before, order("o"));
    const PendingCalls released = settled(obstacles, before, {after});
    BOOST_TEST(keys(released) == "o");
    BOOST_TEST((released.front()->lock_timeout == 2 * first_lock_timeout));
    BOOST_TEST(obstacles.empty());
}

BOOST_AUTO_TEST_CASE(what_is_left_comes_out_one_by_one) {
    CallQueue queue(4);
    add(queue, {order("a"), bulk("b"), order("c", 1, "v", "another marketplace")});
    std::string left;
    while (const auto call = queue.take_any()) left += call->key.key;
    std::sort(left.begin(), left.end());
    BOOST_TEST(left == "abc");
    BOOST_TEST(queue.size() == 0U);
    add(queue, {order("d")});
    BOOST_TEST(keys(take(queue)) == "d");
}

BOOST_AUTO_TEST_SUITE_END()
