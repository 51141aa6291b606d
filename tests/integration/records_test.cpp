// What other versions recorded is answered as they answered it.

#include "support/answer.hpp"
#include "support/raw_host.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace backorder::test {
namespace {

namespace data = boost::unit_test::data;

std::string source_file(const std::string& path) {
    const char* source = std::getenv("BACKORDER_SOURCE");
    std::ifstream file(std::string(source == nullptr ? "." : source) + "/" + path);
    std::string text{std::istreambuf_iterator<char>(file), {}};
    return text.empty() ? throw std::runtime_error(path + " is not there or empty") : text;
}

/// A released version, and the migrations that it brought its schema up to.
struct Released {
    const char* version;
    std::vector<std::string> migrations;
};

std::ostream& operator<<(std::ostream& to, const Released& released) { return to << released.version; }

const std::vector<Released>& released() {
    static const std::vector<Released> all{{"1.0", {"0001_initial"}},
                                           {"1.1", {"0001_initial", "0002_lanes", "0003_stock_says_what_decides"}}};
    return all;
}

/// The schema as that version had it, with the rows that it wrote (tests/versions/run --write).
std::string schema_of(const Released& released) {
    std::string script =
        "CREATE SCHEMA backorder; SET search_path TO backorder;"
        "CREATE TABLE migrations (number integer PRIMARY KEY, name text NOT NULL, checksum text NOT NULL,"
        " breaking boolean NOT NULL, applied_at timestamptz NOT NULL DEFAULT now());";
    for (const std::string& name : released.migrations) {
        const std::string text = source_file("src/sql/migrations/" + name + ".sql");
        script += text + ";INSERT INTO migrations SELECT " + name.substr(0, 4) + ", '" + name.substr(5) +
                  "', encode(sha256(convert_to($file$" + text + "$file$, 'UTF8')), 'hex'), true;";
    }
    return script + source_file("tests/golden/records/" + std::string(released.version) + "/rows.dump");
}

/// packaging/after-restore.sql, as psql would send it.
std::string after_restore() {
    std::string script = source_file("packaging/after-restore.sql");
    constexpr std::string_view variable = ":\"schema\"";
    return script.replace(script.find(variable), variable.size(), "backorder");
}

json::array calls_of(const Released& released) {
    return json::parse(source_file("tests/golden/records/" + std::string(released.version) + "/calls.json")).as_array();
}

std::string text(const json::value& object, std::string_view member) {
    return std::string(object.at(member).as_string());
}

bool is_question(const json::value& call) {
    const std::string operation = text(call, "operation");
    return text(call, "key").empty() && operation != "place" && operation != "place_batch";
}

bool is_recorded(const json::value& call) { return !is_question(call) && call.at("answer").at("result").is_object(); }

RawReply ask(const RawHost& host, const json::value& call) {
    RawCall by;
    by.role = call.at("by").at("role").to_number<std::uint32_t>();
    by.permissions = call.at("by").at("permissions").to_number<std::uint64_t>();
    by.seller = text(call.at("by"), "seller");
    by.key = text(call, "key");
    return host.call_bytes(by, text(call, "operation"), json::serialize(call.at("request")));
}

bool is_unsaid(const json::value& value) {
    return value == json::value(0) || value == json::value(false) || value == json::value("") || value.is_null();
}

/// Is the answer a repetition, or found out now?
enum class Kind : std::uint8_t { repeated, found };

/// What was answered then stands in the answer of now; in a repetition, what only now has says nothing.
void compare_rows(const json::object& then, const json::object& now, Kind kind) {
    for (const auto& [column, value] : then) {
        const json::value* same = now.if_contains(column);
        BOOST_TEST_CONTEXT(column) BOOST_TEST((same != nullptr && *same == value));
    }
    for (const auto& [column, value] : now)
        if (kind == Kind::repeated && !then.contains(column)) BOOST_TEST_CONTEXT(column) BOOST_TEST(is_unsaid(value));
}

/// Rows of a table; one, if it is of one row.
json::array rows_of(const json::value& table) { return table.is_array() ? table.get_array() : json::array{table}; }

void compare_tables(const json::object& then, const json::object& now, Kind kind) {
    for (const auto& [table, value] : then) {
        if (table == "status" || table == "replayed") continue;
        BOOST_TEST_CONTEXT(table) {
            BOOST_REQUIRE(now.contains(table));
            const json::array before = rows_of(value);
            const json::array after = rows_of(now.at(table));
            BOOST_REQUIRE(before.size() == after.size());
            for (std::size_t row = 0; row < before.size(); ++row)
                compare_rows(before[row].as_object(), after[row].as_object(), kind);
        }
    }
}

/// A refusal is not recorded: it is found out anew, in the words of now.
void keep_recorded(json::object& placed) {
    placed.erase("replayed");
    if (placed.at("status").as_int64() == BO_OK) return;
    placed.erase("message");
    placed.erase("details");
}

/// An event in words: {type, ...}, whatever else the page says of it.
json::array bodies(const RawReply& page) {
    json::array told;
    for (std::size_t row = 0; row < page.rows(BO_TABLE_EVENTS); ++row)
        told.push_back(json::parse(page.text(BO_COL_EVENTS_BODY, row)));
    return told;
}

json::array bodies(const json::value& call) {
    json::array told;
    for (const json::value& event : call.at("answer").at("result").at("events").as_array())
        told.push_back(event.at("body"));
    return told;
}

BOOST_AUTO_TEST_SUITE(records)

// Goals: every repetition gets the answer it got from that version, marked as replayed, and does nothing; another body
// is still another.
BOOST_DATA_TEST_CASE(of_a_released_version_are_answered_as_it_answered_them, data::make(released())) {
    const RawDatabase database("records");
    database.sql(schema_of(sample));
    const RawHost host(database.url());
    int repeated = 0;
    for (const json::value& call : calls_of(sample)) {
        if (!is_recorded(call)) continue;
        BOOST_TEST_CONTEXT(call.at("operation") << ' ' << call.at("request")) {
            const RawReply now = ask(host, call);
            BOOST_TEST(now.status == call.at("answer").at("status").as_int64(), to_string(now));
            BOOST_REQUIRE(now.has_result);
            BOOST_TEST((now.replayed || text(call, "operation") == "place_batch"));
            json::object then = call.at("answer").at("result").as_object();
            json::object answered = json::parse(now.json()).as_object();
            for (json::object* answer : {&then, &answered})
                if (answer->contains("placed"))
                    for (json::value& order : answer->at("placed").as_array()) keep_recorded(order.as_object());
            compare_tables(then, answered, Kind::repeated);
        }
        ++repeated;
    }
    BOOST_TEST(repeated > 25);
    BOOST_TEST(raw_differences(host) == "");
}

// Goals: counters, orders, queues and the ledger say what that version said of them last; each event is handed out as
// it was written.
BOOST_DATA_TEST_CASE(of_a_released_version_are_read_on, data::make(released())) {
    const RawDatabase database("records");
    database.sql(schema_of(sample));
    const RawHost host(database.url());
    database.sql(after_restore());
    for (const json::value& call : calls_of(sample)) {
        if (!is_question(call)) continue;
        BOOST_TEST_CONTEXT(call.at("operation") << ' ' << call.at("request")) {
            const RawReply now = ask(host, call);
            BOOST_REQUIRE(now.status == BO_OK);
            if (text(call, "operation") != "events") {
                compare_tables(call.at("answer").at("result").as_object(), json::parse(now.json()).as_object(),
                               Kind::found);
                continue;
            }
            const json::array then = bodies(call);
            const json::array told = bodies(now);
            BOOST_REQUIRE(then.size() == told.size());
            BOOST_TEST(then.size() > 10U);
            for (std::size_t row = 0; row < then.size(); ++row)
                BOOST_TEST_CONTEXT(then[row]) BOOST_TEST((then[row] == told[row]));
        }
    }
}

/// A delivery, a count, and an order with two lines: recorded in full and recorded short.
struct Recorded {
    Recorded() {
        raw_furnish(host, 2);
        raw_stock(host, "v0", "a", 5, 9);
        for (const auto& [by, operation, request] : calls) host.must(by, operation, request);
    }

    struct Call {
        RawCall by;
        const char* operation;
        const char* request;
    };

    const std::vector<Call> calls{
        {raw_operator("r"), "receive",
         "{'items': [{'variant': 'v0', 'warehouse': 'a', 'quantity': 2}, {'variant': 'v1', 'warehouse': 'b', "
         "'quantity': 1}]}"},
        {raw_operator("n"), "count", "{'items': [{'variant': 'v1', 'warehouse': 'b', 'on_hand': 3}]}"},
        {raw_host(), "place",
         "{'order': 'o', 'lines': [{'line': '1', 'variant': 'v0', 'quantity': 9}, {'line': '2', 'variant': 'v1', "
         "'quantity': 1}]}"}};
    RawDatabase database{"records_edited"};
    RawHost host{database.url()};
};

BOOST_FIXTURE_TEST_SUITE(edited, Recorded)

// Goals: a column that the recording version did not have is 0, false or empty; what it had is answered.
BOOST_AUTO_TEST_CASE(without_a_column_are_answered_without_it) {
    database.sql("UPDATE backorder.calls SET answer = replace(replace(answer, '\"available\":', '\"not_yet\":'), "
                 "'\"to_warehouse\":', '\"not_yet\":')"
                 " WHERE verb = 'receive'");
    const RawReply again = host.call(calls[0].by, calls[0].operation, calls[0].request);
    BOOST_REQUIRE(again.status == BO_OK);
    BOOST_TEST(again.replayed);
    BOOST_TEST(again.rows(BO_TABLE_MOVES) == 2U);
    BOOST_TEST(again.integer(BO_COL_MOVES_AVAILABLE) == 0);
    BOOST_TEST(again.text(BO_COL_MOVES_TO_WAREHOUSE) == "");
    BOOST_TEST(again.integer(BO_COL_MOVES_ON_HAND) == 7);
}

// Goals: a later version's columns, tables, event members, events, and what it tells more of a line change no answer of
// today's.
BOOST_AUTO_TEST_CASE(with_more_than_is_known_are_answered_as_before) {
    std::vector<std::string> before;
    for (const auto& [by, operation, request] : calls) before.push_back(host.must(by, operation, request).json());
    database.sql(R"sql(UPDATE backorder.calls SET answer = '{"later":[{"x":{"y":[]}}],"later_single":{"x":1.5},'
                 || substr(replace(answer, '"item":', '"of_later":{"x":null},"item":'), 2) WHERE answer <> '' AND verb IN ('receive', 'count');
             UPDATE backorder.calls SET events = regexp_replace(events, '(,\d+)\]', '\1,"later",{"x":1}]', 'g') WHERE verb = 'place';
             UPDATE backorder.calls SET events = '[{"type":"of.later","whose":{"seller":"s"}},' || substr(events, 2) WHERE verb = 'place';)sql");
    for (std::size_t i = 0; i < calls.size(); ++i)
        BOOST_TEST(host.must(calls[i].by, calls[i].operation, calls[i].request).json() == before[i]);
    std::vector<std::string> types;
    const RawReply page = host.must(raw_host(), "events", "{'consumer': 'c', 'limit': 100}");
    for (std::size_t row = 0; row < page.rows(BO_TABLE_EVENTS); ++row)
        types.push_back(page.text(BO_COL_EVENTS_TYPE, row));
    const auto later = std::ranges::find(types, "of.later");
    BOOST_REQUIRE(later != types.end());
    BOOST_TEST(*(later + 1) == "order.placed");
    BOOST_TEST(page.text(BO_COL_EVENTS_ORDER, static_cast<std::size_t>(later + 1 - types.begin())) == "o");
}

BOOST_AUTO_TEST_SUITE_END()
BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace backorder::test
