#include "service/replay/replay.hpp"

#include "service/request/json.hpp"
#include "service/request/operations.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

using namespace backorder;

namespace {

Request request(const char* operation, const char* text) {
    Findings findings;
    return *read_request(operation, text, findings);
}

std::string body(const Request& asked) { return request_text(asked); }

RecordedCall recorded(const Request& asked, const std::string& seller = {}) {
    return {.verb = std::string(operation_name(asked)),
            .seller = seller,
            .body = body(asked),
            .answer = R"({"cursor":{"cursor":"c9","more":true}})",
            .events = "[]",
            .at = {}};
}

Context context(Role role = Role::operator_, const std::string& seller = {}) {
    Context made;
    made.role = role;
    made.seller = seller;
    made.key = "k";
    return made;
}

Outcome<Answer> again(const Request& first, const Request& second) {
    return replay(context(), second, body(second), recorded(first));
}

struct Differing {
    const char* operation;
    const char* first;
    const char* second;
    const char* field;
};

std::string detail(const Refusal& refusal, const std::string& key) {
    for (const Detail& found : refusal.details.at(0))
        if (found.key == key) return std::get<std::string>(found.value);
    return "no " + key;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(replayed_calls)

BOOST_AUTO_TEST_CASE(the_same_request_gets_the_first_answer) {
    const Request asked = request("receive", R"({"items":[{"variant":"v","warehouse":"A","quantity":5}]})");
    const Outcome<Answer> answer = again(asked, asked);
    BOOST_REQUIRE(answer);
    BOOST_REQUIRE(answer->find(tables::cursor.number) != nullptr);
    BOOST_TEST(answer->find(tables::cursor.number)->text(0, 0) == "c9");
    BOOST_TEST(answer->tables().size() == 1U);
}

// Goals: another body is refused with the path of the first member that differs: a number, a text, one that was left
// out before or is left out now, inside lists, and lists of another length.
BOOST_AUTO_TEST_CASE(another_body_is_refused_with_the_field_that_differs) {
    for (
        const Differing& pair : {
            Differing{"cancel", R"({"order":"o"})", R"({"order":"p"})", "order"},
            Differing{"receive", R"({"items":[{"variant":"v","warehouse":"A","quantity":5}]})",
                      R"({"items":[{"variant":"v","warehouse":"A","quantity":6}]})", "items[0].quantity"},
            Differing{
                "receive", R"({"items":[{"variant":"v","warehouse":"A","quantity":5}]})",
                R"({"items":[{"variant":"v","warehouse":"A","quantity":5},{"variant":"v","warehouse":"B","quantity":5}]})",
                "items.length"},
            Differing{"receive",
                      R"({"items":[{"variant":"v","warehouse":"A","quantity":5},{"variant":"v","warehouse":"B"}]})",
                      R"({"items":[{"variant":"v","warehouse":"A","quantity":5},{"variant":"w","warehouse":"C"}]})",
                      "items[1].variant"},
            Differing{"place", R"({"order":"o","warehouses":["A","B"],"lines":[]})",
                      R"({"order":"o","warehouses":["A","C"],"lines":[]})", "warehouses[1]"},
            Differing{"place", R"({"order":"o","lines":[{"line":"1"}]})",
                      R"({"order":"o","lines":[{"line":"1","warehouse":"A"}]})", "lines[0].warehouse"},
            Differing{"place", R"({"order":"o","lines":[{"line":"1","decline_backorder":true}]})",
                      R"({"order":"o","lines":[{"line":"1"}]})", "lines[0].decline_backorder"},
            Differing{"cancel", R"({"order":"o","lines":[{"line":"1","quantity":2}]})", R"({"order":"o"})",
                      "lines.length"},
            Differing{"settings_set", R"({"backorders_enabled":true})", R"({"backorders_enabled":false})",
                      "backorders_enabled"},
            Differing{"settings_set", R"({})", R"({"backorders_enabled":false})", "backorders_enabled"},
        })
        BOOST_TEST_CONTEXT(pair.first << ' ' << pair.second) {
            const Outcome<Answer> answer =
                again(request(pair.operation, pair.first), request(pair.operation, pair.second));
            BOOST_REQUIRE(!answer);
            BOOST_TEST((answer.error().status == Status::key_reused));
            BOOST_TEST(detail(answer.error(), "field") == pair.field);
            BOOST_TEST(answer.error().message.find(" differ in " + std::string(pair.field) + ".") != std::string::npos);
        }
}

// Goals: records of earlier versions have every member, later ones what was said: both are the same request.
BOOST_AUTO_TEST_CASE(what_a_record_leaves_out_is_no_difference) {
    const Request asked = request("receive", R"({"items":[{"variant":"v","warehouse":"A","quantity":5}]})");
    for (const std::string& before : {request_text(asked), short_request_text(asked)})
        for (const std::string& now : {request_text(asked), short_request_text(asked)}) {
            RecordedCall call = recorded(asked);
            call.body = before;
            BOOST_TEST(replay(context(), asked, now, call).has_value());
        }
}

// Goals: a record that a later version left, with what this one does not know, is another request, told by that member.
BOOST_AUTO_TEST_CASE(a_record_of_a_later_version_is_compared_as_it_stands) {
    const Request asked = request("cancel", R"({"order":"o"})");
    const struct {
        const char* body;
        const char* field;
    } later[] = {{R"({"order":"o","lines":[],"gift":true})", "gift"},
                 {R"({"order":{"id":"o"},"lines":[]})", "order"},
                 {R"({"order":"o","lines":["1"]})", "lines.length"}};
    for (const auto& [body, field] : later) BOOST_TEST_CONTEXT(body) {
            RecordedCall call = recorded(asked);
            call.body = body;
            const Outcome<Answer> answer = replay(context(), asked, request_text(asked), call);
            BOOST_REQUIRE(!answer);
            BOOST_TEST((answer.error().status == Status::key_reused));
            BOOST_TEST(detail(answer.error(), "field") == field);
        }
}

// Goals: an order's answer is not recorded: it is made again from its body and its event, as it was; the answer of an
// earlier version that stands in the record is given as it stands.
BOOST_AUTO_TEST_CASE(an_orders_answer_follows_from_request_and_event) {
    const Request asked =
        request("place", R"({"order":"o","priority":4,"lines":[{"line":"b","variant":"v","quantity":5},)"
                         R"({"line":"a","variant":"w","quantity":1}]})");
    RecordedCall call = recorded(asked);
    call.answer = "";
    call.events = R"([["order.placed",[["a","w","X","s",1,0],["b","v","X","s",2,0],["b","v","Y","s",0,3]]]])";
    const Outcome<Answer> answer = replay(context(), asked, short_request_text(asked), call);
    BOOST_REQUIRE(answer);
    BOOST_TEST(
        answer_text(*answer) ==
        R"({"order":{"order":"o","state":"unfulfilled","priority":4,"placed_at":""},)"
        R"("lines":[{"line":"b","variant":"v","quantity":5,"allocated":2,"waiting":3,"shipped":0,"cancelled":0},)"
        R"({"line":"a","variant":"w","quantity":1,"allocated":1,"waiting":0,"shipped":0,"cancelled":0}],)"
        R"("parts":[{"line":"b","variant":"v","warehouse":"X","quantity":2,"allocated":2,"waiting":0,"shipped":0,"cancelled":0},)"
        R"({"line":"b","variant":"v","warehouse":"Y","quantity":3,"allocated":0,"waiting":3,"shipped":0,"cancelled":0},)"
        R"({"line":"a","variant":"w","warehouse":"X","quantity":1,"allocated":1,"waiting":0,"shipped":0,"cancelled":0}]})");
}

// Goals: so it does from the record of a later version, which may tell more of a line and record other events with it.
BOOST_AUTO_TEST_CASE(an_orders_answer_follows_from_a_later_versions_event) {
    const Request asked = request("place", R"({"order":"o","lines":[{"line":"1","variant":"v","quantity":5}]})");
    RecordedCall call = recorded(asked);
    call.answer = "";
    call.events =
        R"([{"type":"of.later","what":[1]},["order.placed",[["1","v","X","s",2,3,"later",{"x":1}]],"later"],{"type":"another"}])";
    const Outcome<Answer> answer = replay(context(), asked, short_request_text(asked), call);
    BOOST_REQUIRE(answer);
    BOOST_TEST(answer->find(tables::parts.number)->rows() == 1U);
    BOOST_TEST(answer->find(tables::lines.number)->integer(0, 3) == 2);
    BOOST_TEST(answer->find(tables::lines.number)->integer(0, 4) == 3);
}

BOOST_AUTO_TEST_CASE(another_operation_is_refused) {
    const Outcome<Answer> answer =
        again(request("shippable", R"({"order":"o"})"), request("order", R"({"order":"o"})"));
    BOOST_REQUIRE(!answer);
    BOOST_TEST((answer.error().status == Status::key_reused));
    BOOST_TEST(detail(answer.error(), "field") == "operation");
    BOOST_TEST(detail(answer.error(), "idempotency_key") == "k");
}

// Goals: a seller learns of another's order only that its id is taken, whatever the bodies; its own order is replayed,
// and so is any order to host and operator.
BOOST_AUTO_TEST_CASE(an_order_of_another_is_a_taken_id) {
    const Request asked = request("place", R"({"order":"o","lines":[]})");
    for (const char* owner : {"", "t"}) {
        const Outcome<Answer> answer = replay(context(Role::seller, "s"), asked, body(asked), recorded(asked, owner));
        BOOST_REQUIRE(!answer);
        BOOST_TEST((answer.error().status == Status::conflict));
        BOOST_TEST(detail(answer.error(), "order") == "o");
    }
    BOOST_TEST(replay(context(Role::seller, "s"), asked, body(asked), recorded(asked, "s")).has_value());
    BOOST_TEST(replay(context(Role::host), asked, body(asked), recorded(asked, "s")).has_value());
    BOOST_TEST(replay(context(Role::operator_), asked, body(asked), recorded(asked, "s")).has_value());
}

// Goals: an order is its own key; sellers' keys never meet each other's or the marketplace's.
BOOST_AUTO_TEST_CASE(keys_live_in_their_own_scopes) {
    const Request placing = request("place", R"({"order":"o"})");
    const Request cancelling = request("cancel", R"({"order":"o"})");
    const auto key = [](const Context& caller, const Request& asked) {
        const CallKey found = call_key(caller, asked);
        return found.scope + "/" + found.key;
    };
    BOOST_TEST(key(context(Role::host), placing) == "order/o");
    BOOST_TEST(key(context(Role::seller, "s"), placing) == "order/o");
    BOOST_TEST(key(context(Role::host), cancelling) == "marketplace/k");
    BOOST_TEST(key(context(Role::operator_), cancelling) == "marketplace/k");
    BOOST_TEST(key(context(Role::seller, "s"), cancelling) == "seller:s/k");
    BOOST_TEST(key(context(Role::seller, "t"), cancelling) == "seller:t/k");
}

BOOST_AUTO_TEST_SUITE_END()
