#include "stub_store.hpp"

#include "../seller.hpp"

#include <stdexcept>

namespace bench {

namespace {

using namespace backorder;

using Text = const std::string&;
using Texts = const std::vector<std::string>&;
using Pairs = const std::vector<std::pair<std::string, std::string>>&;
using Warehouses = const std::map<std::string, Warehouse>&;

[[noreturn]] void not_for_placing() { throw std::logic_error("the stub store only serves orders that are placed"); }

class StubWork final : public backorder::Work {
public:
    StubWork(const State& state, std::int64_t& sequence) : state_(state), sequence_(sequence) {}

    bool settling_doubt() const override { return false; }
    std::vector<Obstacle> obstacles(Text) override { return {}; }
    std::vector<Obstacle> still_locked(Text, const std::vector<Obstacle>&) override { not_for_placing(); }
    std::set<StockKey> records_of(Text, const LoadScope&) override { not_for_placing(); }
    Loaded load(Text, const std::vector<CallKey>& calls, const LoadScope&) override {
        Loaded loaded{state_, {}};
        for (std::size_t i = 0; i < calls.size(); ++i) loaded.calls.push_back({++sequence_, false});
        return loaded;
    }
    void load_orders(Text, const std::set<std::string>&, State&) override {}
    void load_queues(Text, const QueueDepth&, const std::set<std::string>&, State&) override {}
    std::vector<std::optional<RecordedCall>> recorded(Text, const std::vector<CallKey>& calls) override {
        return std::vector<std::optional<RecordedCall>>(calls.size());
    }
    void write(Text, std::span<const CallRow>, const State&) override {}

    void confirm() override { not_for_placing(); }
    std::vector<ShippedFulfillment> fulfillments(Text, const std::set<std::string>&) override { not_for_placing(); }
    bool backorders_enabled(Text) override { not_for_placing(); }
    Catalog catalog(Text, const CatalogScope&) override { not_for_placing(); }
    bool has_marketplace(Text) override { not_for_placing(); }
    bool has_seller(Text, Text) override { not_for_placing(); }
    bool locked_backorders_enabled(Text) override { not_for_placing(); }
    void lock_warehouses(Text, Texts) override { not_for_placing(); }
    void lock_products(Text, const CatalogScope&) override { not_for_placing(); }
    void set_backorders_enabled(Text, bool) override { not_for_placing(); }
    void put_products(Text, Pairs) override { not_for_placing(); }
    void put_variants(Text, Pairs) override { not_for_placing(); }
    void put_warehouses(Text, Warehouses, Warehouses) override { not_for_placing(); }
    void set_product_policy(Text, Policy, Texts) override { not_for_placing(); }
    void set_variant_policy(Text, Policy, Texts) override { not_for_placing(); }
    void set_thresholds(Text, const ThresholdChanges&, const State&) override { not_for_placing(); }
    void create_stock(Text, const std::set<StockKey>&) override { not_for_placing(); }
    State stock(Text, Texts, Texts) override { not_for_placing(); }
    Units64 backordered(Text, Text) override { not_for_placing(); }
    std::map<std::string, Units64> backordered_at(Text, Texts) override { not_for_placing(); }
    Listing<Waiting> queue(Text, const QueueFilter&) override { not_for_placing(); }
    Listing<ListedWarehouse> warehouses(Text, const ListFilter&) override { not_for_placing(); }
    Listing<ListedProduct> products(Text, const ListFilter&) override { not_for_placing(); }
    Listing<ListedVariant> variants(Text, const ListFilter&) override { not_for_placing(); }
    std::vector<OpenOrder> open_orders(Text, Text, std::int64_t, std::int64_t) override { not_for_placing(); }
    std::vector<LedgerRow> ledger(Text, const LedgerFilter&) override { not_for_placing(); }
    EventsPage events(Text, const EventCursor&, std::int64_t, std::int64_t) override { not_for_placing(); }
    std::optional<Holder> holder(Text) override { not_for_placing(); }
    std::string cursor(Text, Text, Text) override { not_for_placing(); }
    bool set_cursor(Text, Text, Text, const EventCursor&) override { not_for_placing(); }
    VerifyExtent verify_extent(Text) override { not_for_placing(); }
    VerifiedPage verify_records(Text, const VerifyScope&, Text, std::int64_t) override { not_for_placing(); }
    VerifiedPage verify_ledger(Text, const VerifyScope&, Text, std::int64_t) override { not_for_placing(); }
    VerifiedPage verify_orders(Text, const VerifyScope&, Text, std::int64_t) override { not_for_placing(); }
    VerifiedPage verify_orders_of(Text, const VerifyScope&, const std::vector<std::int64_t>&) override {
        not_for_placing();
    }

private:
    const State& state_;
    std::int64_t& sequence_;
};

}  // namespace

StubStore::StubStore() {
    state_.backorders_enabled = true;
    state_.variants[stub_variant] = {.product = "p", .seller = seller, .own = Policy::allow};
    state_.warehouses[warehouse] = {};
    state_.stock[{stub_variant, warehouse}].counters.on_hand = 1'000'000'000'000;
}

Outcome<void> StubStore::transact(Mode, const Budget&, const std::function<Verdict(backorder::Work&)>& body) {
    StubWork work(state_, sequence_);
    body(work);
    return {};
}

Outcome<SchemaVersions> StubStore::migrate(const Budget&) { not_for_placing(); }
Outcome<int> StubStore::poll_fd(PollKind) { not_for_placing(); }
void StubStore::events_pulled(const ConsumerKey&, const EventCursor&, bool) noexcept {}
std::vector<LogLine> StubStore::take_logs() { not_for_placing(); }

}  // namespace bench
