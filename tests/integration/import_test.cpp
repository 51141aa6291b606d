// A whole catalogue taken into an empty database, which has no statistics yet: what the server does for a product does
// not grow with the products.

#include "support/raw_host.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <chrono>
#include <thread>

namespace backorder::test {

namespace {

constexpr int items_a_call = 200;

/// 'name':[...] of so many numbers, each as `item` says with # for its number.
std::string list(const std::string& name, const std::string& item, int first, int count) {
    std::string made = "'" + name + "':[";
    for (int number = first; number < first + count; ++number) {
        if (number > first) made += ',';
        for (const char byte : item) made += byte == '#' ? std::to_string(number) : std::string(1, byte);
    }
    return made + "]";
}

class Import {
public:
    explicit Import(const std::string& name)
        : database_(name), host_(std::make_unique<RawHost>(database_.url(), RawConfig{.timeout_ms = 120'000})) {
        host_->must(raw_operator("on"), "settings_set", "{'backorders_enabled':true}");
        host_->must(raw_operator("w"), "warehouse_upsert", "{'items':[{'warehouse':'a'}]}");
        // As if it were: nobody analyses meanwhile.
        for (const char* table : {"products", "variants", "product_thresholds", "stock", "calls", "parts", "ledger"})
            (void)database_.sql("ALTER TABLE backorder." + std::string(table) + " SET (autovacuum_enabled = off)");
    }

    void analyze() const { (void)database_.sql("ANALYZE"); }

    /// Each step for all products before the next.
    void take_in(int first, int products) const {
        each(first, products, "catalog_upsert", [](int at, int count) {
            return list("products", "{'product':'p#','seller':'s'}", at, count) + "," +
                   list("variants", "{'variant':'v#','product':'p#'}", at, count);
        });
        items(first, products, "policy_set", "{'product':'p#','policy':'allow'}");
        items(first, products, "receive", "{'variant':'v#','warehouse':'a','quantity':1}");
        items(first, products, "threshold_set", "{'product':'p#','warehouse':'a','threshold':5}");
        items(first, products, "policy_set", "{'variant':'v#','policy':'allow'}");
    }

    /// Rows and index entries that the server looked at so far, with connections closed: they count when they end.
    std::int64_t looked_at() {
        host_.reset();
        std::string before;
        for (std::string now = count(); now != before; now = count()) {
            before = now;
            std::this_thread::sleep_for(std::chrono::milliseconds(300));
        }
        return std::stoll(before);
    }

private:
    void items(int first, int products, const std::string& operation, const std::string& item) const {
        each(
            first, products, operation, [&](int at, int count) { return list("items", item, at, count); });
    }

    template <class Members>
    void each(int first, int products, const std::string& operation, const Members& members) const {
        for (int at = first; at < first + products; at += items_a_call)
            host_->must(raw_operator(operation + std::to_string(++keys_)), operation,
                        "{" + members(at, std::min(items_a_call, first + products - at)) + "}");
    }

    /// Asked from another database, so that asking does not count.
    std::string count() const {
        return raw_sql(raw_test_database(), "SELECT tup_returned FROM pg_stat_database WHERE datname = '" +
                                                raw_target(database_.url()).at("dbname") + "'");
    }

    RawDatabase database_;
    std::unique_ptr<RawHost> host_;
    mutable int keys_ = 0;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(import)

BOOST_AUTO_TEST_CASE(four_times_the_products_are_four_times_the_work_without_statistics) {
    std::int64_t looked_at[2];
    for (const int products : {400, 1'600}) {
        Import import("import_" + std::to_string(products));
        import.take_in(0, products);
        import.take_in(products, products);
        looked_at[products > 400] = import.looked_at();
    }
    BOOST_TEST(looked_at[1] < 6 * looked_at[0]);
}

BOOST_AUTO_TEST_CASE(statistics_of_when_the_tables_were_tiny_cost_no_more_than_none) {
    std::int64_t looked_at[2];
    for (const int tiny : {0, 1}) {
        Import import(tiny != 0 ? "import_tiny" : "import_none");
        import.take_in(0, 2);
        if (tiny != 0) import.analyze();
        import.take_in(2, 1'600);
        looked_at[tiny] = import.looked_at();
    }
    BOOST_TEST(looked_at[1] < looked_at[0] * 3 / 2);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace backorder::test
