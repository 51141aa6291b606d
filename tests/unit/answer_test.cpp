#include "service/answer/answer.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/test/unit_test.hpp>

#include <stdexcept>

using namespace backorder;

namespace {

constexpr std::string_view recorded =
    R"({"cursor":{"cursor":"c9","more":true},)"
    R"("events":[{"type":"stock.out","at":"2024-05-01T00:00:00Z","variant":"v","warehouse":"w","order":"",)"
    R"("body":{"before":1,"after":0}}],)"
    R"("verify":{"stock_records":9223372036854775807,"parts":-1,"ledger_rows":0,"differences":0,"next":"","checked":2,"total":3},)"
    R"("lines":[]})";

Answer example() {
    Answer answer;
    Table& cursor = answer.table(tables::cursor);
    answer.table(tables::events).add({"stock.out", "2024-05-01T00:00:00Z", "v", "w", "", R"({"before":1,"after":0})"});
    cursor.add({"c9", true});
    answer.table(tables::verify)
        .add({INT64_MAX, std::int64_t{-1}, std::int64_t{0}, std::int64_t{0}, "", std::int64_t{2}, std::int64_t{3}});
    answer.table(tables::lines);
    answer.table(tables::order);
    return answer;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(answer)

BOOST_AUTO_TEST_CASE(a_row_that_does_not_fit_its_table_is_a_fault) {
    Answer answer;
    Table& cursor = answer.table(tables::cursor);
    BOOST_CHECK_THROW(cursor.add({"c"}), std::logic_error);
    BOOST_CHECK_THROW(cursor.add({"c", true, true}), std::logic_error);
    BOOST_CHECK_THROW(cursor.add({"c", std::int64_t{1}}), std::logic_error);
    BOOST_CHECK_THROW(cursor.add({std::int64_t{1}, true}), std::logic_error);
    BOOST_TEST(cursor.rows() == 0U);
}

BOOST_AUTO_TEST_CASE(a_table_stays_where_it_is_while_others_are_made) {
    Answer answer;
    Table& first = answer.table(tables::cursor);
    for (const TableSpec* spec : tables::all) answer.table(*spec);
    first.add({"c", false});
    BOOST_TEST(answer.table(tables::cursor).rows() == 1U);
    BOOST_TEST(answer.tables().size() == tables::all.size());
}

BOOST_AUTO_TEST_CASE(cells_are_read_by_row_and_column) {
    Answer answer;
    Table& queue = answer.table(tables::lines);
    for (const char* line : {"", "two", "3"})
        queue.add({line, "v", std::int64_t{1}, std::int64_t{2}, std::int64_t{3}, std::int64_t{4}, std::int64_t{5}});
    BOOST_TEST(queue.text(0, 0) == "");
    BOOST_TEST(queue.text(1, 0) == "two");
    BOOST_TEST(queue.text(2, 0) == "3");
    BOOST_TEST(queue.integer(2, 6) == 5);
    BOOST_TEST(queue.column(0).offsets.size() == 4U);
    BOOST_TEST(answer.find(tables::lines.number)->rows() == 3U);
    BOOST_TEST(answer.find(tables::parts.number) == nullptr);
}

BOOST_AUTO_TEST_CASE(json_has_a_member_for_each_table) { BOOST_TEST(answer_text(example()) == recorded); }

BOOST_AUTO_TEST_CASE(an_answer_comes_back_from_its_record) {
    const Answer answer = answer_from_json(boost::json::parse(recorded).as_object());
    BOOST_TEST(answer_text(answer) == recorded);
    BOOST_TEST(answer.find(tables::events.number)->text(0, 5) == R"({"before":1,"after":0})");
    BOOST_TEST(answer.find(tables::cursor.number)->integer(0, 1) == 1);
}

BOOST_AUTO_TEST_CASE(a_refused_items_details_are_its_row_or_the_first_of_its_rows) {
    Answer answer;
    Table& placed = answer.table(tables::placed);
    const auto add = [&placed](std::int64_t item, std::string_view details) {
        placed.add({item, std::int64_t{206}, "short", details, "o", "", std::int64_t{0}, std::int64_t{0}, false});
    };
    add(0, R"([{"asked":5,"warehouse":"a"},{"asked":6}])");
    add(1, R"({"asked":7})");
    add(2, "[]");
    const std::optional<Refusal> refusal = refused_items(answer);
    BOOST_REQUIRE(refusal.has_value());
    BOOST_CHECK(refusal->status == Status::shortage);
    BOOST_REQUIRE(refusal->details.size() == 3U);
    BOOST_REQUIRE(refusal->details[0].size() == 6U);
    BOOST_TEST(refusal->details[0][4].key == "asked");
    BOOST_TEST(std::get<std::int64_t>(refusal->details[0][4].value) == 5);
    BOOST_TEST(std::get<std::int64_t>(refusal->details[1][4].value) == 7);
    BOOST_TEST(refusal->details[2].size() == 4U);
}

// Goals: what the version that recorded the answer did not have is 0, false or empty, in the middle of a row as at its
// end.
BOOST_AUTO_TEST_CASE(a_record_of_an_earlier_version_lacks_columns) {
    const Answer answer = answer_from_json(
        boost::json::parse(
            R"({"verify":{"parts":7},"cursor":{"cursor":"c9"},"events":[{"type":"stock.out"},{"at":"then","body":{"a":1}}]})")
            .as_object());
    BOOST_TEST(
        answer_text(answer) ==
        R"({"verify":{"stock_records":0,"parts":7,"ledger_rows":0,"differences":0,"next":"","checked":0,"total":0},)"
        R"("cursor":{"cursor":"c9","more":false},)"
        R"("events":[{"type":"stock.out","at":"","variant":"","warehouse":"","order":"","body":null},)"
        R"({"type":"","at":"then","variant":"","warehouse":"","order":"","body":{"a":1}}]})");
}

// Goals: what only a later version has is left out, whatever its shape; all else is there.
BOOST_AUTO_TEST_CASE(a_record_of_a_later_version_has_more_tables_and_columns) {
    const Answer answer = answer_from_json(
        boost::json::parse(
            R"({"later":[{"x":1}],"cursor":{"at":{"y":[1.5]},"cursor":"c9","more":true},"single":{"x":1},)"
            R"("verify":{"stock_records":1,"parts":2,"ledger_rows":3,"differences":4,"fifth":null}})")
            .as_object());
    BOOST_TEST(
        answer_text(answer) ==
        R"({"cursor":{"cursor":"c9","more":true},)"
        R"("verify":{"stock_records":1,"parts":2,"ledger_rows":3,"differences":4,"next":"","checked":0,"total":0}})");
}

// Goals: the refused items of such a record are still told: their details as far as they are numbers and texts, or
// none.
BOOST_AUTO_TEST_CASE(refused_items_of_another_version_are_told) {
    const Answer answer = answer_from_json(
        boost::json::parse(
            R"({"moves":[{"item":0,"status":0,"message":"","details":null},)"
            R"({"item":1,"status":202,"message":"m","details":{"variant":"v","later":{"x":1},"asked":5,"why":[],"sure":true}},)"
            R"({"item":2,"status":299,"message":"of later"}]})")
            .as_object());
    const std::optional<Refusal> refusal = refused_items(answer);
    BOOST_REQUIRE(refusal.has_value());
    BOOST_CHECK(refusal->status == Status::some_refused);
    BOOST_REQUIRE(refusal->details.size() == 2U);
    BOOST_REQUIRE(refusal->details[0].size() == 6U);
    BOOST_TEST(refusal->details[0][4].key == "variant");
    BOOST_TEST(refusal->details[0][5].key == "asked");
    BOOST_TEST(refusal->details[1].size() == 4U);
    BOOST_TEST(std::get<std::int64_t>(refusal->details[1][2].value) == 299);
}

BOOST_AUTO_TEST_SUITE_END()
