#include "service/call_queue.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <string>

using namespace backorder;

namespace {

std::shared_ptr<Submission> order(const std::string& id, std::size_t lines = 1, const std::string& variant = "v",
                                  const std::string& marketplace = "m") {
    Context context;
    context.marketplace = marketplace;
    Place place{.order = {id}, .priority = 0, .warehouses = {}, .lines = {}};
    for (std::size_t i = 0; i < lines; ++i) place.lines.push_back({{std::to_string(i)}, {variant}, {1}, {}, false});
    return std::make_shared<Submission>(context, place);
}

std::shared_ptr<Submission> bulk(const std::string& id, const std::string& variant = "v") {
    auto made = order(id, 1, variant);
    made->bulk = true;
    return made;
}

std::shared_ptr<Submission> settings(const std::string& key) {
    Context context;
    context.marketplace = "m";
    context.key = key;
    return std::make_shared<Submission>(context, SettingsSet{.backorders_enabled = true});
}

std::string keys(const Submissions& calls) {
    std::string text;
    for (const auto& call : calls) text += (text.empty() ? "" : " ") + call->key.key;
    return text;
}

void add(CallQueue& queue, std::initializer_list<std::shared_ptr<Submission>> calls) {
    for (const auto& call : calls) queue.add(call);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(call_queue)

BOOST_AUTO_TEST_CASE(calls_come_in_their_order_up_to_so_many_lines) {
    CallQueue queue(4);
    add(queue, {order("a"), order("b", 2), order("c"), order("d")});
    BOOST_TEST(keys(queue.take({})) == "a b c");
    BOOST_TEST(keys(queue.take({})) == "d");
    BOOST_TEST(queue.take({}).empty());
    BOOST_TEST(queue.size() == 0U);
}

BOOST_AUTO_TEST_CASE(one_of_many_and_one_alone_take_turns) {
    CallQueue queue(4);
    add(queue, {bulk("b1"), bulk("b2"), bulk("b3"), bulk("b4"), order("a"), order("c")});
    BOOST_TEST(keys(queue.take({})) == "a b1 c b2");
    BOOST_TEST(keys(queue.take({})) == "b3 b4");
}

BOOST_AUTO_TEST_CASE(marketplaces_take_turns_and_share_no_batch) {
    CallQueue queue(2);
    add(queue, {order("a"), order("b"), order("c"), order("x", 1, "v", "n")});
    BOOST_TEST(keys(queue.take({})) == "a b");
    BOOST_TEST(keys(queue.take({})) == "x");
    BOOST_TEST(keys(queue.take({})) == "c");
}

BOOST_AUTO_TEST_CASE(a_call_that_shares_with_nobody_goes_alone) {
    CallQueue queue(10);
    add(queue, {order("a"), settings("s"), order("b")});
    BOOST_TEST(keys(queue.take({})) == "a");
    BOOST_TEST(keys(queue.take({})) == "s");
    BOOST_TEST(keys(queue.take({})) == "b");
}

// Goals: a call bigger than a batch goes alone; while another such is carried out, ordinary ones pass it.
BOOST_AUTO_TEST_CASE(a_big_call_goes_alone_and_leaves_a_lane_to_others) {
    CallQueue queue(3);
    add(queue, {order("big", 9), order("a")});
    const CallQueue::Running one_big{.variants = {}, .big_allowed = false};
    BOOST_TEST(keys(queue.take(one_big)) == "a");
    BOOST_TEST(queue.take(one_big).empty());
    BOOST_TEST(keys(queue.take({})) == "big");
}

BOOST_AUTO_TEST_CASE(who_would_wait_for_a_lock_stays_and_others_pass) {
    CallQueue queue(10);
    const auto running = order("running", 1, "v");
    add(queue, {order("same", 1, "v"), order("other", 1, "w"), order("elsewhere", 1, "v", "n")});
    CallQueue::Running now;
    now.variants.insert(running->variants.begin(), running->variants.end());
    BOOST_TEST(keys(queue.take(now)) == "other");
    BOOST_TEST(keys(queue.take(now)) == "elsewhere");
    BOOST_TEST(queue.take(now).empty());
    BOOST_TEST(keys(queue.take({})) == "same");
}

// Goals: a call that needs two variants of which one is always busy gets its turn: the other one is kept for it.
BOOST_AUTO_TEST_CASE(nobody_overtakes_for_ever) {
    CallQueue queue(10);
    const auto running = order("running", 1, "v");
    Place two{.order = {"both"}, .priority = 0, .warehouses = {}, .lines = {{{"1"}, {"v"}, {1}, {}, false}, {{"2"}, {"w"}, {1}, {}, false}}};
    const auto both = std::make_shared<Submission>(running->context, two);
    add(queue, {both, order("behind", 1, "w"), order("free", 1, "x")});
    CallQueue::Running now;
    now.variants.insert(running->variants.begin(), running->variants.end());
    BOOST_TEST(keys(queue.take(now)) == "free");
    BOOST_TEST(keys(queue.take({})) == "both behind");
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
    BOOST_TEST(keys(queue.take({})) == "d");
}

BOOST_AUTO_TEST_SUITE_END()
