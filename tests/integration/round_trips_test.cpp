// What an order costs on the wire: requests the library waits for, counted between it and the server.

#include "support/raw_host.hpp"
#include "support/raw_wire.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

namespace backorder::test {
namespace {

namespace data = boost::unit_test::data;

constexpr int lines_of_a_large_order = 20;
constexpr std::size_t most_round_trips = 4, small_order_round_trips = 2;

/// Twenty variants at three warehouses, and a wire.
struct Warehouses {
    Warehouses() {
        const RawHost host(database.url());
        raw_furnish(host, lines_of_a_large_order);
        for (int i = 0; i < lines_of_a_large_order; ++i)
            for (const char* warehouse : {"a", "b", "c"}) raw_stock(host, "v" + std::to_string(i), warehouse, 100, 100);
    }

    RawDatabase database{"round_trips"};
    RawWire wire{database.url()};
};

RawConfig config(bool prepare) {
    RawConfig config;
    config.migrate = false;
    config.prepare = prepare;
    config.pool_size = 1;
    return config;
}

/// Each line takes all of warehouse a, some of b and, if asked for, of c.
std::string order(const std::string& id, int lines, int quantity = 5) {
    std::string text;
    for (int i = 0; i < lines; ++i) {
        text += (i > 0 ? ", " : "") + std::string("{'line': '") + std::to_string(i) + "', 'variant': 'v" +
                std::to_string(i) + "', 'quantity': " + std::to_string(quantity) + "}";
    }
    return "{'order': '" + id + "', 'lines': [" + text + "]}";
}

/// An item a variant, with these members; $ is its number.
std::string fifty_long_names(const std::string& members) {
    std::string items;
    for (int i = 0; i < 50; ++i) {
        const std::string number = std::to_string(i);
        std::string item = "{'variant': '" + std::string(100, 'v') + number + "', " + members + "}";
        if (const auto place = item.find('$'); place != std::string::npos) item.replace(place, 1, number);
        items += (i > 0 ? ", " : "") + item;
    }
    return "[" + items + "]";
}

/// How often the library waits for the server until the call is answered.
std::size_t cost(RawWire& wire, const RawHost& host, const RawCall& call, const std::string& operation,
                 const std::string& request) {
    wire.plan({});
    const RawReply reply = host.must(call, operation, request);
    BOOST_TEST(!reply.replayed);
    return wire.requests().size();
}

BOOST_FIXTURE_TEST_SUITE(round_trips, Warehouses)

BOOST_DATA_TEST_CASE(an_order_of_twenty_lines_takes_at_most_four_on_a_warm_connection, data::make({true, false}),
                     prepare) {
    const RawHost host(wire.url(), config(prepare));
    host.must(raw_host(), "place", order("warming", lines_of_a_large_order));
    const std::size_t warm = cost(wire, host, raw_host(), "place", order("large", lines_of_a_large_order, 150));
    BOOST_TEST(warm > 0);
    BOOST_TEST(warm <= most_round_trips);
}

BOOST_DATA_TEST_CASE(the_first_order_of_a_handle_takes_no_more, data::make({true, false}), prepare) {
    const RawHost host(wire.url(), config(prepare));
    host.must(raw_host(), "settings_get");
    const std::size_t first = cost(wire, host, raw_host(), "place", order("first", lines_of_a_large_order, 150));
    BOOST_TEST(first > 0);
    BOOST_TEST(first <= most_round_trips);
    BOOST_TEST(wire.connections() == 1);
}

BOOST_DATA_TEST_CASE(the_lines_of_an_order_do_not_matter, data::make({true, false}), prepare) {
    const RawHost host(wire.url(), config(prepare));
    for (const char* id : {"unprepared", "preparing"})
        host.must(raw_host(), "place", order(id, lines_of_a_large_order, 150));
    const std::size_t medium = cost(wire, host, raw_host(), "place", order("medium", lines_of_a_large_order / 2, 150));
    const std::size_t large = cost(wire, host, raw_host(), "place", order("large", lines_of_a_large_order, 150));
    BOOST_TEST(medium <= most_round_trips);
    BOOST_TEST(large == medium);
}

BOOST_AUTO_TEST_CASE(a_small_order_takes_two) {
    const RawHost host(wire.url(), config(true));
    host.must(raw_host(), "settings_get");
    BOOST_TEST(cost(wire, host, raw_host(), "place", order("small", 1)) == small_order_round_trips);
}

// As src/README.md says: BEGIN goes with what is read first, COMMIT with what is written last, as long as the values
// are short.
BOOST_AUTO_TEST_CASE(an_order_takes_two_three_or_four_by_the_bytes_of_its_values) {
    const RawHost host(wire.url(), config(true));
    host.must(raw_host(), "settings_get");
    BOOST_TEST(cost(wire, host, raw_host(), "place", order("short", lines_of_a_large_order / 4)) == 2U);
    BOOST_TEST(cost(wire, host, raw_host(), "place", order("written longer", lines_of_a_large_order)) == 3U);
    host.must(raw_operator("long names"), "catalog_upsert", "{'variants': " + fifty_long_names("'product': 'p'") + "}");
    host.must(raw_operator("stock them"), "receive",
              "{'items': " + fifty_long_names("'warehouse': 'a', 'quantity': 1") + "}");
    BOOST_TEST(cost(wire, host, raw_host(), "place",
                    "{'order': 'read longer', 'lines': " + fifty_long_names("'line': '$', 'quantity': 1") + "}") == 4U);
}

BOOST_AUTO_TEST_CASE(asking_for_variants_takes_one) {
    const RawHost host(wire.url(), config(true));
    host.must(raw_host(), "settings_get");
    BOOST_TEST(cost(wire, host, raw_host(), "availability", "{'items': [{'variant': 'v0', 'quantity': 1}]}") == 1U);
    BOOST_TEST(cost(wire, host, raw_host(), "stock", "{'variants': ['v0', 'v1']}") == 1U);
}

BOOST_AUTO_TEST_CASE(the_items_of_a_delivery_do_not_matter) {
    const RawHost host(wire.url(), config(true));
    host.must(raw_host(), "place", order("waiting", lines_of_a_large_order, 350));
    const std::string one = "{'items': [{'variant': 'v0', 'warehouse': 'a', 'quantity': 1}]}";
    std::string many;
    for (int i = 0; i < lines_of_a_large_order; ++i) {
        many += (i > 0 ? ", " : "") + std::string("{'variant': 'v") + std::to_string(i) +
                "', 'warehouse': 'a', 'quantity': 2}";
    }
    const std::size_t small = cost(wire, host, raw_operator("one"), "receive", one);
    const std::size_t large = cost(wire, host, raw_operator("many"), "receive", "{'items': [" + many + "]}");
    BOOST_TEST(large == small);
}

BOOST_AUTO_TEST_CASE(a_repeated_order_costs_no_more_than_the_first) {
    const RawHost host(wire.url(), config(true));
    host.must(raw_host(), "settings_get");
    cost(wire, host, raw_host(), "place", order("again", lines_of_a_large_order));
    wire.plan({});
    BOOST_TEST(host.must(raw_host(), "place", order("again", lines_of_a_large_order)).replayed);
    BOOST_TEST(wire.requests().size() <= most_round_trips);
}

// The server may have kept the order without confirming it, killed while a standby had not heard of it.
BOOST_AUTO_TEST_CASE(a_repeated_order_is_answered_when_its_record_is_as_safe_as_a_new_one) {
    const RawHost host(wire.url(), config(true));
    host.must(raw_host(), "place", order("again", 1));
    wire.plan({});
    BOOST_TEST(host.must(raw_host(), "place", order("again", 1)).replayed);
    const std::vector<WireRequest> sent = wire.requests();
    BOOST_REQUIRE(!sent.empty());
    BOOST_TEST(sent.back().statement.ends_with("; EXECUTE confirm; COMMIT"));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace backorder::test
