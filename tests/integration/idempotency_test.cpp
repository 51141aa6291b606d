// Same key, same body: the first answer again. Same key, other body: refused.

#include "support/shop.hpp"

#include <boost/test/unit_test.hpp>

#include <thread>
#include <vector>

namespace backorder::test {

namespace {

struct Repeating : Shop {
    Repeating() { unlimited("red", "north"); }

    Answer receipt(const std::string& key, int units, const Actor& actor = the_operator) {
        return ask_with_key(key, actor, "receive",
                            "{'items':[{'variant':'red','warehouse':'north','quantity':" + std::to_string(units) +
                                "}]}");
    }
    /// The same call by eight threads at once: their answers.
    std::vector<Answer> at_once(const Actor& actor, const std::string& operation, const std::string& request,
                                const std::string& key) {
        struct Raw {
            bo_status status = BO_OK;
            bo_result* result = nullptr;
            bo_error* error = nullptr;
        };
        std::vector<Raw> raw(8);
        const json::object asked = object(request);
        const bo_call call = call_of(actor, name(), key);
        {
            std::vector<std::jthread> threads;
            for (Raw& one : raw)
                threads.emplace_back(
                    [&] { one.status = call_by_json(call, operation, asked, &one.result, &one.error); });
        }
        std::vector<Answer> answers;
        for (const Raw& one : raw) answers.push_back(read_answer(one.status, one.result, one.error));
        return answers;
    }
};

void check_done_once(const std::vector<Answer>& answers) {
    int first = 0;
    for (const Answer& answer : answers) {
        BOOST_TEST(answer.status == BO_OK, json::serialize(answer.error));
        BOOST_TEST(answer.result == answers.front().result);
        first += answer.replayed ? 0 : 1;
    }
    BOOST_TEST(first == 1);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(idempotency)

BOOST_FIXTURE_TEST_CASE(the_first_answer_is_given_again_and_marked, Repeating) {
    const Answer first = receipt("delivery", 3);
    receive("red", "north", 1);
    const Answer again = receipt("delivery", 3);
    BOOST_TEST(!first.replayed);
    BOOST_TEST(again.replayed);
    BOOST_TEST(again.result == first.result);
    BOOST_TEST(counters("red", "north") == "4 0 0");
}

BOOST_FIXTURE_TEST_CASE(every_mutation_replays, Repeating) {
    receive("red", "north", 9);
    place("o1", "red", 2);
    ship("o1", "1", "north", 1);
    place_lines("o2", "{'line':'1','variant':'red','quantity':9}");
    const std::vector<std::pair<std::string, std::string>> calls{
        {"settings_set", "{'backorders_enabled':true}"},
        {"policy_set", "{'items':[{'variant':'red','policy':'allow'}]}"},
        {"threshold_set", "{'items':[{'variant':'red','warehouse':'south','threshold':9}]}"},
        {"warehouse_upsert", "{'items':[{'warehouse':'west'}]}"},
        {"catalog_upsert", "{'variants':[{'variant':'green','product':'shirt'}]}"},
        {"reassign", "{'order':'o2','line':'1','from':'north','to':'south','quantity':1}"},
        {"receive", "{'items':[{'variant':'red','warehouse':'south','quantity':3}]}"},
        {"count", "{'items':[{'variant':'blue','warehouse':'south','on_hand':3}]}"},
        {"transfer", "{'items':[{'variant':'blue','from':'south','to':'north','quantity':1}]}"},
        {"fulfill", "{'order':'o1','entries':[{'line':'1','warehouse':'north','quantity':1}]}"},
        {"cancel_fulfillment", "{'order':'o1','fulfillment':1}"},
        {"cancel", "{'order':'o1','lines':[{'line':'1','quantity':1}]}"}};
    for (const auto& [operation, request] : calls) {
        const Answer first = ask_with_key(operation, the_operator, operation, request);
        const Answer again = ask_with_key(operation, the_operator, operation, request);
        BOOST_TEST(first.status == BO_OK, operation << json::serialize(first.error));
        BOOST_TEST(again.status == BO_OK, operation << json::serialize(again.error));
        BOOST_TEST((!first.replayed && again.replayed), operation);
        BOOST_TEST(again.result == first.result, operation);
    }
}

BOOST_FIXTURE_TEST_CASE(an_orders_id_is_its_key, Repeating) {
    const Answer first = place("o1", "red", 2);
    const Answer again = place("o1", "red", 2);
    BOOST_TEST(again.replayed);
    BOOST_TEST(again.result == first.result);
    BOOST_TEST(counters("red", "north") == "0 0 2");
    const std::string request = "{'order':'o2','lines':[{'line':'1','variant':'red','quantity':1}]}";
    BOOST_TEST(ask_with_key("o2", host, "place", request).status == BO_OK);
    BOOST_TEST(ask_with_key("another", host, "place", request).status == BO_E_ARGUMENT);
}

BOOST_FIXTURE_TEST_CASE(a_key_used_for_another_body_is_refused_and_the_field_named, Repeating) {
    receipt("delivery", 3);
    const Answer refused = receipt("delivery", 4);
    BOOST_TEST(refused.status == BO_E_KEY_REUSED);
    BOOST_TEST(details(refused, "field").starts_with("items[0].quantity"));
    BOOST_TEST(details(ask_with_key("delivery", the_operator, "count",
                                    "{'items':[{'variant':'red','warehouse':'north','on_hand':3}]}"),
                       "field") == "operation");
    BOOST_TEST(counters("red", "north") == "3 0 0");
}

BOOST_FIXTURE_TEST_CASE(an_order_placed_again_otherwise_is_refused, Repeating) {
    place("o1", "red", 2);
    const Answer refused = place("o1", "red", 3);
    BOOST_TEST(refused.status == BO_E_KEY_REUSED);
    BOOST_TEST(details(refused, "field") == "lines[0].quantity");
    BOOST_TEST(counters("red", "north") == "0 0 2");
}

BOOST_FIXTURE_TEST_CASE(sellers_keys_are_their_own, Repeating) {
    BOOST_TEST(receipt("delivery", 3).status == BO_OK);
    BOOST_TEST(receipt("delivery", 4, seller("acme")).status == BO_OK);
    const std::string cups = "{'items':[{'variant':'cup','warehouse':'north','quantity':5}]}";
    BOOST_TEST(ask_with_key("delivery", seller("globex"), "receive", cups).status == BO_OK);
    BOOST_TEST(counters("red", "north") == "7 0 0");
    BOOST_TEST(receipt("delivery", 4, seller("acme")).replayed);
}

BOOST_FIXTURE_TEST_CASE(an_order_id_another_placed_is_taken_and_nothing_more_is_told, Repeating) {
    place("o1", "red", 2);
    const Answer refused =
        ask(seller("acme"), "place", "{'order':'o1','lines':[{'line':'1','variant':'red','quantity':2}]}");
    BOOST_TEST(refused.status == BO_E_CONFLICT);
    BOOST_TEST(refused.result.empty());
    BOOST_TEST(counters("red", "north") == "0 0 2");
}

BOOST_FIXTURE_TEST_CASE(marketplaces_share_no_keys, Repeating) {
    receipt("delivery", 3);
    Repeating elsewhere;
    BOOST_TEST(!elsewhere.receipt("delivery", 4).replayed);
    BOOST_TEST(elsewhere.counters("red", "north") == "4 0 0");
    elsewhere.teardown();
}

BOOST_FIXTURE_TEST_CASE(a_refused_call_is_not_recorded, Repeating) {
    const auto transfer = [this] {
        return ask_with_key("move", the_operator, "transfer",
                            "{'items':[{'variant':'red','from':'north','to':'south','quantity':2}]}");
    };
    BOOST_TEST(transfer().status == BO_E_NOT_AVAILABLE);
    receive("red", "north", 2);
    const Answer done = transfer();
    BOOST_TEST(done.status == BO_OK);
    BOOST_TEST(!done.replayed);
}

BOOST_FIXTURE_TEST_CASE(a_short_order_may_be_placed_again_when_goods_came, Repeating) {
    BOOST_TEST(place("o1", "blue", 2).status == BO_E_SHORTAGE);
    receive("blue", "north", 2);
    BOOST_TEST(place("o1", "blue", 2).status == BO_OK);
}

BOOST_FIXTURE_TEST_CASE(a_batch_done_in_part_replays_with_its_refusals, Repeating) {
    const std::string request = "{'items':[{'variant':'red','warehouse':'nowhere','quantity':1},{'variant':'red','"
                                "warehouse':'north','quantity':2}]}";
    const Answer first = ask_with_key("delivery", the_operator, "receive", request);
    const Answer again = ask_with_key("delivery", the_operator, "receive", request);
    BOOST_TEST(again.status == BO_SOME_REFUSED);
    BOOST_TEST(again.replayed);
    BOOST_TEST(again.result == first.result);
    BOOST_TEST(again.error == first.error);
    BOOST_TEST(counters("red", "north") == "2 0 0");
}

BOOST_FIXTURE_TEST_CASE(without_a_key_a_mutation_is_refused, Repeating) {
    BOOST_TEST(receipt("", 3).status == BO_E_KEY_REQUIRED);
    BOOST_TEST(counters("red", "north") == "0 0 0");
}

BOOST_FIXTURE_TEST_CASE(a_dry_run_uses_up_no_key, Repeating) {
    const std::string item = "{'items':[{'variant':'red','warehouse':'north','threshold':1}]";
    BOOST_TEST(ask_with_key("limit", the_operator, "threshold_set", item + ",'dry_run':true}").status == BO_OK);
    const Answer done = ask_with_key("limit", the_operator, "threshold_set", item + "}");
    BOOST_TEST(done.status == BO_OK);
    BOOST_TEST(!done.replayed);
}

BOOST_FIXTURE_TEST_CASE(one_receipt_sent_by_eight_threads_at_once_is_done_once, Repeating) {
    for (int round = 0; round < 5; ++round)
        check_done_once(at_once(the_operator, "receive",
                                "{'items':[{'variant':'red','warehouse':'north','quantity':3}]}",
                                "r" + std::to_string(round)));
    BOOST_TEST(rows(ask_by_json(host, "stock", "{'variants':['red']}"), "stock", "on_hand") == "15");
}

BOOST_FIXTURE_TEST_CASE(one_order_sent_by_eight_threads_at_once_is_placed_once, Repeating) {
    for (int round = 0; round < 5; ++round)
        check_done_once(at_once(
            host, "place",
            "{'order':'o" + std::to_string(round) + "','lines':[{'line':'1','variant':'red','quantity':2}]}", ""));
    BOOST_TEST(rows(ask_by_json(host, "stock", "{'variants':['red']}"), "stock", "backordered") == "10");
}

BOOST_FIXTURE_TEST_CASE(one_order_for_the_last_units_sent_at_once_is_never_answered_as_short, Repeating) {
    done(the_operator, "receive", "{'items':[{'variant':'blue','warehouse':'north','quantity':2}]}");
    check_done_once(
        at_once(host, "place", "{'order':'last','lines':[{'line':'1','variant':'blue','quantity':2}]}", ""));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace backorder::test
