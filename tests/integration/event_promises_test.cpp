// Verb by verb: whatever changes for a buyer is in the outbox, with the order.

#include "support/database.hpp"
#include "support/outbox.hpp"
#include "support/shop.hpp"

#include <boost/test/unit_test.hpp>

namespace backorder::test {

namespace {

struct Asked {
    const char* operation;
    const char* request;
};

struct Case {
    const char* change;
    std::vector<Asked> before;
    Asked call;
    const char* told;   ///< "type order line" of each event that names a line
    const char* lines;  ///< as to_text shows them, after the call
};

/// "order/line allocated waiting shipped cancelled" of these orders, as the library answers.
std::string answered(Shop& shop, const ToldLines& told) {
    ToldLines found;
    for (const auto& [line, units] : told) {
        const Answer answer = shop.done(host, "order", "{'order':'" + line.first + "'}");
        for (const json::value& value : answer.result.at("lines").as_array()) {
            const json::object& row = value.as_object();
            if (row.at("line").as_string() == line.second)
                found[line] = {row.at("allocated").as_int64(), row.at("waiting").as_int64(),
                               row.at("shipped").as_int64(), row.at("cancelled").as_int64()};
        }
    }
    return to_text(found);
}

void add(std::string& told, const json::object& event, const json::object& line, const char* order_from) {
    const json::object& names_order = order_from == nullptr ? line : event;
    told += (told.empty() ? "" : "; ") + std::string(event.at("type").as_string()) + " " +
            std::string(names_order.at("order").as_string()) + " " + std::string(line.at("line").as_string());
}

/// The lines an event names.
void add(std::string& told, const json::object& event) {
    if (const json::value* lines = event.if_contains("lines"))
        for (const json::value& line : lines->as_array()) add(told, event, line.as_object(), "event");
    else if (const json::value* covered = event.if_contains("covered"))
        for (const json::value& line : covered->as_array()) add(told, event, line.as_object(), nullptr);
    else if (event.contains("line"))
        add(told, event, event, nullptr);
}

class Reader : public Shop {
public:
    Reader() { threshold("red", "north", 9); }

    void run(const Case& wanted) {
        BOOST_TEST_CONTEXT(wanted.change) {
            for (const Asked& asked : wanted.before) done(the_operator, asked.operation, asked.request);
            (void)read();
            done(the_operator, wanted.call.operation, wanted.call.request);
            BOOST_TEST(read() == wanted.told);
            BOOST_TEST(to_text(lines_) == wanted.lines);
            BOOST_TEST(answered(*this, lines_) == wanted.lines);
        }
    }

private:
    std::string read() {
        settle();
        const Answer page =
            done(host, "events",
                 "{'consumer':'mailer','limit':1000,'acknowledge':'" + std::string(started_ ? "$cursor" : "") + "'}");
        started_ = true;
        std::string told;
        for (const json::value& row : page.result.at("events").as_array()) {
            const json::object& body = row.at("body").as_object();
            follow(lines_, body);
            add(told, body);
        }
        return told;
    }

    bool started_ = false;
    ToldLines lines_;
};

constexpr const char* stock_2 = "{'items':[{'variant':'red','warehouse':'north','quantity':2}]}";
constexpr const char* south_2 = "{'items':[{'variant':'red','warehouse':'south','quantity':2}]}";
constexpr const char* order_a_3 = "{'order':'a','lines':[{'line':'1','variant':'red','quantity':3}]}";
constexpr const char* order_b_1 = "{'order':'b','lines':[{'line':'1','variant':'red','quantity':1}]}";
constexpr const char* ship_a_2 = "{'order':'a','entries':[{'line':'1','warehouse':'north','quantity':2}]}";

const std::vector<Case> cases{
    {"placed: some now, some later", {{"receive", stock_2}}, {"place", order_a_3}, "order.placed a 1", "a/1 2 1 0 0"},
    {"placed in a batch",
     {{"receive", stock_2}},
     {"place_batch", "{'orders':[{'order':'a','lines':[{'line':'1','variant':'red','quantity':3}]},"
                     "{'order':'b','lines':[{'line':'1','variant':'red','quantity':1}]}]}"},
     "order.placed a 1; order.placed b 1",
     "a/1 2 1 0 0; b/1 0 1 0 0"},
    {"goods came",
     {{"place", order_a_3}, {"place", order_b_1}},
     {"receive", "{'items':[{'variant':'red','warehouse':'north','quantity':4}]}"},
     "backorder.covered a 1; backorder.covered b 1",
     "a/1 3 0 0 0; b/1 1 0 0 0"},
    {"more was counted",
     {{"receive", stock_2}, {"place", order_a_3}},
     {"count", "{'items':[{'variant':'red','warehouse':'north','on_hand':5}]}"},
     "backorder.covered a 1",
     "a/1 3 0 0 0"},
    {"fewer were counted",
     {{"receive", "{'items':[{'variant':'red','warehouse':'north','quantity':5}]}"},
      {"place", order_a_3},
      {"place", order_b_1}},
     {"count", "{'items':[{'variant':'red','warehouse':'north','on_hand':1}]}"},
     "backorder.fallen_back b 1; backorder.fallen_back a 1",
     "a/1 1 2 0 0; b/1 0 1 0 0"},
    {"fewer were counted, and somebody waits already",
     {{"receive", stock_2}, {"place", order_a_3}},
     {"count", "{'items':[{'variant':'red','warehouse':'north','on_hand':0}]}"},
     "backorder.fallen_back a 1",
     "a/1 0 3 0 0"},
    {"goods came from another warehouse",
     {{"receive", south_2},
      {"place", "{'order':'a','lines':[{'line':'1','variant':'red',"
                "'quantity':3,'warehouse':'north'}]}"}},
     {"transfer", "{'items':[{'variant':'red','from':'south','to':'north','quantity':2}]}"},
     "backorder.covered a 1",
     "a/1 2 1 0 0"},
    {"one cancels, another gets the goods",
     {{"receive", stock_2}, {"place", order_a_3}, {"place", order_b_1}},
     {"cancel", "{'order':'a'}"},
     "order.cancelled a 1; order.cancelled a 1; backorder.covered b 1",
     "a/1 0 0 0 3; b/1 1 0 0 0"},
    {"some of a line is cancelled",
     {{"receive", stock_2}, {"place", order_a_3}},
     {"cancel", "{'order':'a','lines':[{'line':'1','quantity':1}]}"},
     "order.cancelled a 1",
     "a/1 2 0 0 1"},
    {"a parcel leaves",
     {{"receive", stock_2}, {"place", order_a_3}},
     {"fulfill", ship_a_2},
     "fulfillment.created a 1",
     "a/1 0 1 2 0"},
    {"a parcel leaves from where the line did not wait",
     {{"place", order_a_3}, {"receive", south_2}},
     {"fulfill", "{'order':'a','entries':[{'line':'1','warehouse':'south','quantity':2}]}"},
     "fulfillment.created a 1",
     "a/1 0 1 2 0"},
    {"a parcel is the line's again",
     {{"receive", stock_2}, {"place", order_a_3}, {"fulfill", ship_a_2}},
     {"cancel_fulfillment", "{'order':'a','fulfillment':1,'units':'to_line'}"},
     "fulfillment.cancelled a 1",
     "a/1 2 1 0 0"},
    {"a parcel goes back to the shelf, for others",
     {{"receive", stock_2}, {"place", order_a_3}, {"place", order_b_1}, {"fulfill", ship_a_2}},
     {"cancel_fulfillment", "{'order':'a','fulfillment':1,'units':'to_stock'}"},
     "fulfillment.cancelled a 1; backorder.covered a 1; backorder.covered b 1",
     "a/1 1 0 0 2; b/1 1 0 0 0"},
    {"a parcel is lost, and others are there",
     {{"receive", "{'items':[{'variant':'red','warehouse':'north','quantity':4}]}"},
      {"place", order_a_3},
      {"fulfill", ship_a_2}},
     {"cancel_fulfillment", "{'order':'a','fulfillment':1,'units':'written_off'}"},
     "fulfillment.cancelled a 1",
     "a/1 2 1 0 0"},
    {"a parcel is lost, and none are there",
     {{"receive", stock_2}, {"place", order_a_3}, {"fulfill", ship_a_2}},
     {"cancel_fulfillment", "{'order':'a','fulfillment':1,'units':'written_off'}"},
     "fulfillment.cancelled a 1",
     "a/1 0 3 0 0"},
    {"a promise waits elsewhere now",
     {{"place", order_a_3}, {"threshold_set", "{'items':[{'variant':'red','warehouse':'south','threshold':9}]}"}},
     {"reassign", "{'order':'a','line':'1','from':'north','to':'south','quantity':2}"},
     "backorder.reassigned a 1",
     "a/1 0 3 0 0"},
    {"a promise gets goods elsewhere",
     {{"place", order_a_3}, {"receive", south_2}},
     {"reassign", "{'order':'a','line':'1','from':'north','to':'south','quantity':2}"},
     "backorder.reassigned a 1; backorder.covered a 1",
     "a/1 2 1 0 0"},
    {"the marketplace turns backorders off",
     {{"place", order_a_3}},
     {"settings_set", "{'backorders_enabled':false}"},
     "",
     "a/1 0 3 0 0"},
    {"the variant denies them",
     {{"place", order_a_3}},
     {"policy_set", "{'items':[{'variant':'red','policy':'deny'}]}"},
     "",
     "a/1 0 3 0 0"},
    {"the threshold falls",
     {{"place", order_a_3}},
     {"threshold_set", "{'items':[{'variant':'red','warehouse':'north','threshold':0}]}"},
     "",
     "a/1 0 3 0 0"},
    {"the warehouse closes",
     {{"place", order_a_3}},
     {"warehouse_upsert", "{'items':[{'warehouse':'north','active':false}]}"},
     "",
     "a/1 0 3 0 0"},
    {"something new is sold",
     {{"place", order_a_3}},
     {"catalog_upsert", "{'variants':[{'variant':'green','product':'shirt'}]}"},
     "",
     "a/1 0 3 0 0"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(event_promises)

BOOST_AUTO_TEST_CASE(whatever_changes_for_a_buyer_is_told_with_the_order) {
    for (const Case& wanted : cases) {
        Reader reader;
        reader.run(wanted);
        reader.teardown();
    }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace backorder::test
