// Hostile texts are texts like any other: whatever is said in them has the same answers as what is said in plain ones.

#include "support/database.hpp"
#include "support/market.hpp"
#include "support/story.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace backorder::test {

namespace {

/// Each is recognised wherever it stands in an answer, so that it can be taken out again.
constexpr std::array<std::string_view, 14> hostile{"'; DROP TABLE backorder.stock; --",
                                                   "') ON CONFLICT DO NOTHING; DELETE FROM ledger; --",
                                                   R"(\'; DROP SCHEMA backorder CASCADE; --)",
                                                   R"(x\\'||(SELECT version())||')",
                                                   R"(" OR ""="" /* */ ;)",
                                                   "' OR '1'='1",
                                                   "$1 $2 $$; COMMIT; $$",
                                                   "%s%s%n%p%1$n%x%",
                                                   "{0} {} %1% ${marketplace}",
                                                   R"(},{"a","b\"},NULL,{)",
                                                   "NULL, NULL -- x",
                                                   R"(\u0022,\"items\":[],\x00)",
                                                   "\xE2\x80\xAE\xCA\xBC\xEF\xBC\x87; SELECT 1",
                                                   "../../etc/passwd[31m"};

/// By JSON on a handle of its own, which prepares no statements.
NamedDoor unprepared_door() {
    bo_backorder* opened = nullptr;
    const std::string config = json::serialize(json::object{{"database", database()}, {"prepare", false}});
    BOOST_REQUIRE_EQUAL(bo_open(config.data(), config.size(), &opened, nullptr), BO_OK);
    const std::shared_ptr<bo_backorder> handle(opened, bo_close);
    const auto call = [handle](const bo_call& how, std::string_view operation, const json::object& request,
                               bo_result** result, bo_error** error) {
        const std::string body = json::serialize(request);
        return bo_call_json(handle.get(), &how, operation.data(), operation.size(), body.data(), body.size(), result,
                            error);
    };
    return {"by JSON, statements not prepared", call};
}

std::vector<NamedDoor> every_door() {
    std::vector<NamedDoor> doors = both_doors();
    doors.push_back(unprepared_door());
    return doors;
}

/// What was answered, one text a call, in which every name is plain again.
using Transcript = std::vector<std::string>;

class Telling {
public:
    /// With nothing hostile the story is plain.
    Telling(Door door, std::string_view payload)
        : payload_(payload), stage_(std::move(door), inside("told " + std::to_string(++told))) {}

    std::string inside(std::string_view id) const { return payload_ + std::string(id) + payload_; }

    Actor said_by(Actor actor) const {
        actor.user = inside("user");
        actor.traceparent = inside("trace");
        if (!actor.seller.empty()) actor.seller = inside(actor.seller);
        return actor;
    }

    std::string ask(const Actor& actor, std::string_view operation, const json::object& request) {
        const bool keyed = operation != "place" && operation != "place_batch";
        const std::string key = keyed ? inside("key " + std::to_string(++keys_)) : std::string();
        const Answer answer = stage_.ask_with_key(key, actor, operation, request);
        const std::string plain_name =
            stage_.marketplace().substr(payload_.size(), stage_.marketplace().size() - 2 * payload_.size());
        return comparable(payload_.empty() ? answer : respoken(answer, payload_, ""), plain_name);
    }

    Stage& stage() { return stage_; }

private:
    static inline int told = 0;
    std::string payload_;
    Stage stage_;
    int keys_ = 0;
};

const std::vector<std::pair<const char*, const char*>> afterwards{{"events", "{'consumer':'all','limit':1000}"},
                                                                  {"ledger", "{'variant':'red','limit':1000}"},
                                                                  {"order", "{'order':'o1'}"}};

/// Every id that can be said is hostile, the marketplace's, the actor's and the key included.
Transcript everything_hostile(const Door& door, std::string_view payload) {
    Telling telling(door, payload);
    const Rename rename = [&](std::string_view id) { return telling.inside(id); };
    telling.stage().furnish(rename);
    settle();
    Transcript transcript;
    for (const OperationCase& asked : every_operation()) {
        const Actor actor = telling.said_by(asked.sellers && asked.permission != 0 ? seller("acme") : the_operator);
        transcript.push_back(telling.ask(actor, asked.operation, renamed(object(asked.request), rename)));
    }
    settle();
    for (const auto& [operation, request] : afterwards)
        transcript.push_back(telling.ask(telling.said_by(the_operator), operation, renamed(object(request), rename)));
    return transcript;
}

bool is_place_in_list(const TextField& field) { return field.path == "after"; }

/// A furnished marketplace in plain names; in each call one text is another.
Transcript one_field_hostile(const Door& door, std::string_view payload) {
    Telling telling(door, payload);
    telling.stage().furnish([](std::string_view id) { return std::string(id); });
    settle();
    Transcript transcript;
    for (const OperationCase& asked : every_operation()) {
        const std::size_t fields = [&] {
            json::object request = object(asked.request);
            return text_fields(request).size();
        }();
        for (std::size_t i = 0; i < fields; ++i) {
            json::object request = object(asked.request);
            const TextField field = text_fields(request)[i];
            *field.text = telling.inside("other");
            std::string answer = telling.ask(the_operator, asked.operation, request);
            if (is_place_in_list(field))
                answer.erase(answer.find(','));  // every text is a place, and what lies behind it differs
            transcript.push_back(std::string(asked.operation) + " " + field.path + ": " + answer);
        }
    }
    return transcript;
}

template <class Tell>
void check_same_story(const Tell& tell) {
    Stage bystander(call_by_json, "bystander");
    bystander.furnish([](std::string_view id) { return std::string(id); });
    const std::string before = rows_where("marketplace = 'bystander'");
    for (const auto& [name, door] : every_door()) {
        const Transcript plain = tell(door, "");
        for (const std::string_view payload : hostile) {
            BOOST_TEST_INFO_SCOPE(name << ", " << payload);
            BOOST_TEST(tell(door, payload) == plain, boost::test_tools::per_element());
        }
    }
    BOOST_TEST(rows_where("marketplace = 'bystander'") == before);
}

/// The texts between backquotes of a line.
std::vector<std::string> backquoted(const std::string& line) {
    std::vector<std::string> found;
    std::istringstream pieces(line);
    std::string piece;
    for (bool inside = false; std::getline(pieces, piece, '`'); inside = !inside)
        if (inside) found.push_back(piece);
    return found;
}

/// Operation -> members of its request, as README.md has them in its table; the process's own operations are not there.
std::vector<std::pair<std::string, std::set<std::string>>> documented_operations() {
    const char* source = std::getenv("BACKORDER_SOURCE");
    std::ifstream readme((source == nullptr ? std::string(".") : std::string(source)) + "/README.md");
    std::vector<std::pair<std::string, std::set<std::string>>> found;
    bool inside = false;
    for (std::string line; std::getline(readme, line);) {
        if (line.starts_with("#")) inside = line == "## Operations";
        if (!inside || !line.starts_with("| `") || line.find("`migrate`") != std::string::npos) continue;
        std::vector<std::string> cells;
        std::istringstream row(line);
        for (std::string cell; std::getline(row, cell, '|');) cells.push_back(cell);
        const std::vector<std::string> members = backquoted(cells.at(3));
        found.emplace_back(backquoted(cells.at(1)).at(0), std::set<std::string>(members.begin(), members.end()));
    }
    return found;
}

void collect_members(const json::value& value, std::set<std::string>& found) {
    if (const auto* object = value.if_object())
        for (const auto& [name, inner] : *object) {
            found.insert(std::string(name));
            collect_members(inner, found);
        }
    if (const auto* array = value.if_array())
        for (const json::value& element : *array) collect_members(element, found);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(security_injection)

BOOST_AUTO_TEST_CASE(the_tests_table_has_every_operation_and_member_of_the_readme) {
    const auto documented = documented_operations();
    BOOST_TEST(documented.size() == every_operation().size());
    for (const auto& [operation, members] : documented) {
        const auto known =
            std::find_if(every_operation().begin(), every_operation().end(),
                         [&operation = operation](const OperationCase& one) { return operation == one.operation; });
        BOOST_REQUIRE_MESSAGE(known != every_operation().end(), operation);
        std::set<std::string> asked;
        collect_members(object(known->request), asked);
        for (const std::string& member : members)
            BOOST_TEST((asked.contains(member) || member == "place"), operation << " is never asked with " << member);
    }
}

BOOST_AUTO_TEST_CASE(the_story_is_the_same_in_hostile_names) {
    for (const std::string& answer : everything_hostile(call_by_json, ""))
        BOOST_TEST(answer.starts_with("{\"status\":0"), answer);
    check_same_story(everything_hostile);
}

BOOST_AUTO_TEST_CASE(a_hostile_text_in_any_field_is_answered_as_an_unknown_one) { check_same_story(one_field_hostile); }

BOOST_AUTO_TEST_CASE(hostile_operations_and_members_are_unknown_ones) {
    const auto answer = [](std::string_view payload, std::string_view operation, std::string_view member) {
        const Answer answered =
            Stage(call_by_json, "nowhere").ask_with_key("key", the_operator, operation, {{member, 1}});
        return comparable(respoken(answered, payload, "other"), "nowhere");
    };
    for (const std::string_view payload : hostile) {
        BOOST_TEST_INFO_SCOPE(payload);
        BOOST_TEST(answer(payload, payload, "items") == answer("other", "other", "items"));
        BOOST_TEST(answer(payload, "receive", payload) == answer("other", "receive", "other"));
    }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace backorder::test
