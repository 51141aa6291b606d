#pragma once
// One transaction on a shelf.

#include "still_store.hpp"

namespace fuzz {

class StillWork final : public backorder::Work {
public:
    explicit StillWork(Shelf& shelf) : shelf_(shelf) {}

    using Text = const std::string&;
    using Texts = const std::vector<std::string>&;
    using Pairs = const std::vector<std::pair<std::string, std::string>>&;
    using Warehouses = const std::map<std::string, backorder::Warehouse>&;

    bool settling_doubt() const override { return false; }
    std::vector<backorder::Obstacle> obstacles(Text) override { return {}; }
    std::vector<backorder::Obstacle> still_locked(Text, const std::vector<backorder::Obstacle>&) override { return {}; }
    std::set<backorder::StockKey> records_of(Text, const backorder::LoadScope&) override { return {}; }
    backorder::Loaded load(Text, const std::vector<backorder::CallKey>& calls, const backorder::LoadScope&) override;
    void load_orders(Text, const std::set<std::string>& orders, backorder::State& into) override;
    void load_queues(Text, const backorder::QueueDepth&, const std::set<std::string>&, backorder::State& into) override;
    std::vector<std::optional<backorder::RecordedCall>> recorded(Text,
                                                                 const std::vector<backorder::CallKey>& calls) override;
    std::vector<backorder::ShippedFulfillment> fulfillments(Text, const std::set<std::string>& orders) override;
    bool backorders_enabled(Text) override { return shelf_.state.backorders_enabled; }
    backorder::Catalog catalog(Text, const backorder::CatalogScope&) override { return shelf_.catalog; }
    bool has_marketplace(Text) override { return false; }
    bool has_seller(Text, Text) override { return false; }
    bool locked_backorders_enabled(Text) override { return shelf_.state.backorders_enabled; }
    void lock_warehouses(Text, Texts) override {}
    void lock_products(Text, const backorder::CatalogScope&) override {}

    void confirm() override {}
    void write(Text, std::span<const backorder::CallRow> calls, const backorder::State& state) override;
    void set_backorders_enabled(Text, bool) override {}
    void put_products(Text, Pairs) override {}
    void put_variants(Text, Pairs) override {}
    void put_warehouses(Text, Warehouses, Warehouses) override {}
    void set_product_policy(Text, backorder::Policy, Texts) override {}
    void set_variant_policy(Text, backorder::Policy, Texts) override {}
    void set_thresholds(Text, const backorder::ThresholdChanges&, const backorder::State&) override {}
    void create_stock(Text, const std::set<backorder::StockKey>& keys) override;

    backorder::State stock(Text, Texts variants, Texts products) override;
    backorder::Units64 backordered(Text, Text) override { return 3; }
    std::map<std::string, backorder::Units64> backordered_at(Text, Texts warehouses) override;
    backorder::Listing<backorder::Waiting> queue(Text, const backorder::QueueFilter&) override;
    backorder::Listing<backorder::ListedWarehouse> warehouses(Text, const backorder::ListFilter&) override;
    backorder::Listing<backorder::ListedProduct> products(Text, const backorder::ListFilter&) override;
    backorder::Listing<backorder::ListedVariant> variants(Text, const backorder::ListFilter&) override;
    std::vector<backorder::OpenOrder> open_orders(Text, Text, std::int64_t age, std::int64_t limit) override;
    std::vector<backorder::LedgerRow> ledger(Text, const backorder::LedgerFilter&) override;
    backorder::EventsPage events(Text, const backorder::EventCursor& from, std::int64_t calls,
                                 std::int64_t bytes) override;
    std::optional<backorder::Holder> holder(Text) override { return {}; }
    std::string cursor(Text, Text, Text) override { return {}; }
    bool set_cursor(Text, Text, Text, const backorder::EventCursor& cursor) override;
    backorder::VerifyExtent verify_extent(Text) override { return {1, 1}; }
    backorder::VerifiedPage verify_records(Text, const backorder::VerifyScope&, Text, std::int64_t) override;
    backorder::VerifiedPage verify_ledger(Text, const backorder::VerifyScope&, Text, std::int64_t) override {
        return {};
    }
    backorder::VerifiedPage verify_orders(Text, const backorder::VerifyScope&, Text, std::int64_t) override {
        return {};
    }
    backorder::VerifiedPage verify_orders_of(Text, const backorder::VerifyScope&,
                                             const std::vector<std::int64_t>&) override {
        return {};
    }

private:
    void keep(const backorder::CallRow& call);

    Shelf& shelf_;
};

}  // namespace fuzz
