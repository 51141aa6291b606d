// First come, first served: among calls that want the same record, whatever else they want and however many lanes there
// are.

#include "support/raw_host.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <vector>

namespace backorder::test {
namespace {

std::string line(int number, const std::string& variant) {
    return "{'line': '" + std::to_string(number) + "', 'variant': '" + variant + "', 'quantity': 1}";
}

std::string order(const std::string& id, const std::vector<std::string>& variants) {
    std::string lines;
    for (std::size_t i = 0; i < variants.size(); ++i)
        lines += (i > 0 ? ", " : "") + line(static_cast<int>(i), variants[i]);
    return "{'order': '" + id + "', 'lines': [" + lines + "]}";
}

/// 900 variants with stock, a hot one, and one of which there is a single unit, or none that may be promised twice.
struct Day {
    explicit Day(int lanes, int rare_units, int rare_threshold) {
        RawConfig config;
        config.more = ", \"lanes\": " + std::to_string(lanes);
        host = std::make_unique<RawHost>(database.url(), config);
        raw_furnish(*host, 902);
        std::string goods;
        for (int i = 0; i < 901; ++i)
            goods += (i > 0 ? ", " : "") + std::string("{'variant': 'v") + std::to_string(i) +
                     "', 'warehouse': 'a', 'quantity': 100000}";
        host->must(raw_operator("goods"), "receive", "{'items': [" + goods + "]}");
        raw_stock(*host, rare, "a", rare_units, rare_threshold);
    }

    std::string ordinary(const std::string& run, int i) const {
        return order(run + std::to_string(i),
                     {"v" + std::to_string(i % 900), hot, "v" + std::to_string((i + 400) % 900)});
    }

    /// 336 orders, then one that wants the rare variant and the hot one, one more, one that wants the rare one alone,
    /// and 63 more.
    std::string batch(const std::string& run) const {
        std::string orders;
        for (int i = 0; i < 336; ++i) orders += ordinary(run, i) + ", ";
        orders += order(run + "early", {rare, hot}) + ", " + ordinary(run, 336) + ", " + order(run + "late", {rare});
        for (int i = 337; i < 400; ++i) orders += ", " + ordinary(run, i);
        return "{'orders': [" + orders + "]}";
    }

    const std::string hot = "v900", rare = "v901";
    RawDatabase database{"first_come"};
    std::unique_ptr<RawHost> host;
};

BOOST_AUTO_TEST_SUITE(first_come)

BOOST_AUTO_TEST_CASE(the_last_unit_goes_to_who_stands_first_in_every_run) {
    for (const int lanes : {1, 2, 4}) {
        const Day day(lanes, 1, 0);
        for (int run = 0; run < 12; ++run) {
            const std::string name = "r" + std::to_string(run) + ".";
            day.host->call(raw_host(), "place_batch", day.batch(name));
            const std::string owner =
                day.database.sql("SELECT string_agg(order_id, ' ') FROM backorder.parts WHERE variant = 'v901'"
                                 " AND order_id LIKE '" +
                                 name + "%'");
            BOOST_TEST(owner == name + "early", lanes << " lanes, run " << run << ": " << owner);
            day.host->must(raw_operator("next" + name), "receive",
                           "{'items': [{'variant': 'v901', 'warehouse': 'a', 'quantity': 1}]}");
        }
    }
}

BOOST_AUTO_TEST_CASE(who_stands_first_waits_first) {
    const Day day(2, 0, 2);
    day.host->must(raw_host(), "place_batch", day.batch(""));
    const RawReply queue = day.host->must(raw_operator(), "queue", "{'variant': 'v901'}");
    BOOST_TEST(queue.rows(BO_TABLE_QUEUE) == 2U);
    BOOST_TEST(queue.text(BO_COL_QUEUE_ORDER, 0) == "early");
    BOOST_TEST(queue.text(BO_COL_QUEUE_ORDER, 1) == "late");
}

// Goals: a delivery that makes a record on its way does not fall behind an order that wants another variant of it.
BOOST_AUTO_TEST_CASE(who_needs_a_new_record_keeps_his_place) {
    RawConfig config;
    config.more = ", \"lanes\": 1";
    const RawDatabase database{"first_come_new"};
    const RawHost host(database.url(), config);
    raw_furnish(host, 3);
    raw_stock(host, "v0", "a", 1, 0);
    for (int run = 0; run < 6; ++run) {
        const std::string name = std::to_string(run);
        const std::unique_ptr<bo_completions, void (*)(bo_completions*)> completions(bo_completions_new(),
                                                                                     bo_completions_free);
        const auto submit = [&](const RawCall& call, const std::string& operation, std::string request) {
            std::replace(request.begin(), request.end(), '\'', '"');
            bo_call made{};
            made.struct_size = sizeof made;
            made.role = call.role;
            made.permissions = call.permissions;
            made.marketplace = "m";
            made.marketplace_length = BO_NTS;
            made.idempotency_key = call.key.data();
            made.idempotency_key_length = call.key.size();
            made.completions = completions.get();
            BOOST_TEST(bo_call_json(host.handle(), &made, operation.data(), operation.size(), request.data(),
                                    request.size(), nullptr, nullptr) == BO_OK);
        };
        // The lane is at work while the two come, so that they are taken together.
        submit(raw_host(), "place", order("before" + name, {"v0"}));
        submit(raw_operator("goods" + name), "receive",
               "{'items': [{'variant': 'v0', 'warehouse': 'a', 'quantity': 1}, {'variant': '" +
                   std::string(run % 2 == 0 ? "v1" : "v2") + "', 'warehouse': '" +
                   std::string(1, static_cast<char>('a' + run / 2)) + "', 'quantity': 1}]}");
        submit(raw_host(), "place", order("after" + name, {"v0"}));
        for (std::size_t left = 3; left > 0;) {
            std::array<std::uint64_t, 3> tags{};
            std::array<bo_status, 3> statuses{};
            std::size_t count = 0;
            BOOST_TEST_REQUIRE(bo_completions_pull(completions.get(), 5000, 3, tags.data(), statuses.data(), nullptr,
                                                   nullptr, &count) == BO_OK);
            for (std::size_t i = 0; i < count; ++i)
                BOOST_TEST(statuses[i] == BO_OK, "run " << run << ": " << bo_status_name(statuses[i]));
            left -= count;
        }
        host.must(raw_operator("again" + name), "receive",
                  "{'items': [{'variant': 'v0', 'warehouse': 'a', 'quantity': 1}]}");
    }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace backorder::test
