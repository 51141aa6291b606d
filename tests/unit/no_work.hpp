#pragma once
// A store's work of which nothing is expected: a test overrides what it is about.

#include "service/store.hpp"

#include <stdexcept>

namespace backorder::test {

class NoWork : public Work {
public:
    bool settling_doubt() const override { unexpected(); }
    std::vector<Obstacle> obstacles(const std::string&) override { unexpected(); }
    std::vector<Obstacle> still_locked(const std::string&, const std::vector<Obstacle>&) override { unexpected(); }
    std::set<StockKey> records_of(const std::string&, const LoadScope&) override { unexpected(); }
    Loaded load(const std::string&, const std::vector<CallKey>&, const LoadScope&) override { unexpected(); }
    void load_orders(const std::string&, const std::set<std::string>&, State&) override { unexpected(); }
    void load_queues(const std::string&, const QueueDepth&, const std::set<std::string>&, State&) override {
        unexpected();
    }
    std::vector<std::optional<RecordedCall>> recorded(const std::string&, const std::vector<CallKey>&) override {
        unexpected();
    }
    std::vector<ShippedFulfillment> fulfillments(const std::string&, const std::set<std::string>&) override {
        unexpected();
    }
    bool backorders_enabled(const std::string&) override { unexpected(); }
    Catalog catalog(const std::string&, const CatalogScope&) override { unexpected(); }
    bool has_marketplace(const std::string&) override { unexpected(); }
    bool has_seller(const std::string&, const std::string&) override { unexpected(); }
    bool locked_backorders_enabled(const std::string&) override { unexpected(); }
    void lock_warehouses(const std::string&, const std::vector<std::string>&) override { unexpected(); }
    void lock_products(const std::string&, const CatalogScope&) override { unexpected(); }
    void write(const std::string&, std::span<const CallRow>, const State&) override { unexpected(); }
    void confirm() override { unexpected(); }
    void set_backorders_enabled(const std::string&, bool) override { unexpected(); }
    void put_products(const std::string&, const std::vector<std::pair<std::string, std::string>>&) override {
        unexpected();
    }
    void put_variants(const std::string&, const std::vector<std::pair<std::string, std::string>>&) override {
        unexpected();
    }
    void put_warehouses(const std::string&, const std::map<std::string, Warehouse>&,
                        const std::map<std::string, Warehouse>&) override {
        unexpected();
    }
    void set_product_policy(const std::string&, Policy, const std::vector<std::string>&) override { unexpected(); }
    void set_variant_policy(const std::string&, Policy, const std::vector<std::string>&) override { unexpected(); }
    void set_thresholds(const std::string&, const ThresholdChanges&, const State&) override { unexpected(); }
    void create_stock(const std::string&, const std::set<StockKey>&) override { unexpected(); }
    State stock(const std::string&, const std::vector<std::string>&, const std::vector<std::string>&) override {
        unexpected();
    }
    Units64 backordered(const std::string&, const std::string&) override { unexpected(); }
    std::map<std::string, Units64> backordered_at(const std::string&, const std::vector<std::string>&) override {
        unexpected();
    }
    Listing<Waiting> queue(const std::string&, const QueueFilter&) override { unexpected(); }
    Listing<ListedWarehouse> warehouses(const std::string&, const ListFilter&) override { unexpected(); }
    Listing<ListedProduct> products(const std::string&, const ListFilter&) override { unexpected(); }
    Listing<ListedVariant> variants(const std::string&, const ListFilter&) override { unexpected(); }
    std::vector<OpenOrder> open_orders(const std::string&, const std::string&, std::int64_t, std::int64_t) override {
        unexpected();
    }
    std::vector<LedgerRow> ledger(const std::string&, const LedgerFilter&) override { unexpected(); }
    EventsPage events(const std::string&, const EventCursor&, std::int64_t, std::int64_t) override { unexpected(); }
    std::optional<Holder> holder(const std::string&) override { unexpected(); }
    std::string cursor(const std::string&, const std::string&, const std::string&) override { unexpected(); }
    bool set_cursor(const std::string&, const std::string&, const std::string&, const EventCursor&) override {
        unexpected();
    }
    VerifyExtent verify_extent(const std::string&) override { unexpected(); }
    VerifiedPage verify_records(const std::string&, const VerifyScope&, const std::string&, std::int64_t) override {
        unexpected();
    }
    VerifiedPage verify_ledger(const std::string&, const VerifyScope&, const std::string&, std::int64_t) override {
        unexpected();
    }
    VerifiedPage verify_orders(const std::string&, const VerifyScope&, const std::string&, std::int64_t) override {
        unexpected();
    }
    VerifiedPage verify_orders_of(const std::string&, const VerifyScope&, const std::vector<std::int64_t>&) override {
        unexpected();
    }

private:
    [[noreturn]] static void unexpected() { throw std::logic_error("the test does not expect this of the store"); }
};

}  // namespace backorder::test
