// What a page of events costs after big batches, whose calls carry megabytes of them.

#include "support/raw_host.hpp"
#include "support/raw_wire.hpp"

#include <boost/test/unit_test.hpp>

#include <thread>

namespace backorder::test {

namespace {

constexpr int batches = 12, events_a_batch = 1'500;

/// Each of the batches sets a threshold of every variant.
void set_thresholds(const RawHost& host) {
    for (int batch = 1; batch <= batches; ++batch) {
        std::string items;
        for (int i = 0; i < events_a_batch; ++i)
            items += (i > 0 ? ", " : "") + std::string("{'variant': 'v") + std::to_string(i) +
                     "', 'warehouse': 'a', 'threshold': " + std::to_string(batch) + "}";
        host.must(raw_operator("batch" + std::to_string(batch)), "threshold_set", "{'items': [" + items + "]}");
    }
}

RawReply pull(const RawHost& host, const std::string& cursor, int limit) {
    return host.must(raw_host(), "events",
                     "{'consumer': 'c', 'limit': " + std::to_string(limit) + ", 'acknowledge': '" + cursor + "'}");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(event_pages)

BOOST_AUTO_TEST_CASE(a_page_reads_no_more_of_big_batches_than_it_shows) {
    const RawDatabase database("event_pages");
    RawWire wire(database.url());
    const RawHost host(wire.url());
    raw_furnish(host, events_a_batch);
    set_thresholds(host);
    const std::string before =
        "SELECT count(*) FROM backorder.calls WHERE epoch >= pg_snapshot_xmin(pg_current_snapshot())";
    for (int attempt = 0; attempt < 500 && database.sql(before) != "0"; ++attempt)
        std::this_thread::sleep_for(std::chrono::milliseconds(10));

    constexpr int limit = 700;
    const auto bytes = std::stoul(database.sql("SELECT max(octet_length(events)) FROM backorder.calls"));
    std::string cursor;
    std::size_t shown = 0;
    bool more = true;
    while (more) {
        wire.plan({});
        const RawReply page = pull(host, cursor, limit);
        BOOST_TEST(wire.answered() < 4 * bytes);
        cursor = page.text(BO_COL_CURSOR_CURSOR);
        more = page.integer(BO_COL_CURSOR_MORE) != 0;
        shown += page.rows(BO_TABLE_EVENTS);
        BOOST_REQUIRE(page.rows(BO_TABLE_EVENTS) == (more ? limit : page.rows(BO_TABLE_EVENTS)));
    }
    constexpr std::size_t furnishing = 2;  // settings and policy
    BOOST_TEST(shown == furnishing + batches * events_a_batch);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace backorder::test
