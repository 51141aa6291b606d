// include/EVENTS.md is true: each type of event, its members and an example of it.

#include "support/database.hpp"
#include "support/page.hpp"
#include "support/shop.hpp"

#include <boost/test/unit_test.hpp>

#include <regex>
#include <set>

namespace backorder::test {

namespace {

/// Bodies by type, in the order in which a story of one shop caused them.
using Bodies = std::map<std::string, std::vector<json::object>>;

void tell(Shop& shop) {
    shop.allow("red", "allow");
    shop.done(the_operator, "threshold_set", "{'items':[{'product':'shirt','warehouse':'south','mode':'unlimited'}]}");
    shop.threshold("red", "north", 4);
    shop.threshold("red", "north", 3);
    shop.receive("red", "north", 2);
    shop.place("1001", "red", 3);
    shop.place_lines("1002", "{'line':'1','variant':'red','quantity':2},{'line':'2','variant':'blue','quantity':1}");
    shop.receive("red", "north", 2);
    shop.count("red", "north", 3);
    shop.done(the_operator, "reassign", "{'order':'1002','line':'1','from':'north','to':'south','quantity':1}");
    shop.ship("1001", "1", "north", 2);
    shop.done(the_operator, "cancel_fulfillment", "{'order':'1001','fulfillment':1,'units':'written_off'}");
    shop.done(host, "cancel", "{'order':'1002'}");
    shop.receive("red", "north", 9);
}

Bodies told() {
    Shop shop;
    tell(shop);
    settle();
    const Answer page = shop.done(host, "events", "{'consumer':'mail','limit':1000}");
    Bodies bodies;
    for (const json::value& row : page.result.at("events").as_array())
        bodies[std::string(row.at("type").as_string())].push_back(row.at("body").as_object());
    shop.teardown();
    return bodies;
}

std::set<std::string> keys_of(const auto& map) {
    std::set<std::string> keys;
    for (const auto& entry : map) keys.insert(entry.first);
    return keys;
}

std::string joined(const std::set<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text += name + "\n";
    return text;
}

/// The types the header lists.
std::set<std::string> header_types() {
    const std::string header = source_text("include/backorder/backorder.h");
    const auto from = header.find(" * Types. EVENTS.md");
    BOOST_REQUIRE(from != std::string::npos);
    const std::string list = header.substr(from, header.find("*/", from) - from);
    static const std::regex type("\\b[a-z]+\\.[a-z_]+\\b");
    std::set<std::string> types;
    for (std::sregex_iterator at(list.begin(), list.end(), type), end; at != end; ++at) types.insert(at->str());
    return types;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(event_page)

BOOST_AUTO_TEST_CASE(each_type_has_its_section_its_members_and_an_example) {
    const Bodies bodies = told();
    Page page("include/EVENTS.md");
    const auto sections = page.sections();
    BOOST_TEST(joined(keys_of(bodies)) == joined(header_types()));
    BOOST_TEST(joined(keys_of(sections)) == joined(header_types()));
    for (const auto& [type, events] : bodies) BOOST_TEST_CONTEXT(type) {
            page.check_example(type, json_block(events.back()));
            std::map<std::string, std::string> members;
            for (const json::object& body : events) members.merge(members_of(body));
            members.erase("type");
            const auto rows = rows_of(sections.at(type));
            BOOST_TEST(joined(keys_of(rows)) == joined(keys_of(members)));
            for (const auto& [member, kind] : rows)
                if (const auto found = members.find(member); found != members.end())
                    BOOST_TEST(kind == found->second, member);
        }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace backorder::test
