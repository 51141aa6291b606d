#pragma once
// The service's typed statements over one transaction: each builds parameters, runs a query file, reads rows.
// work_locks.cpp: what is locked, and by whom; work_load.cpp: what decides; work_write.cpp: what was decided;
// work_read.cpp and work_lists.cpp: what is asked; work_verify.cpp: the proof.

#include "service/store.hpp"
#include "store/engine/transaction.hpp"

#include <atomic>

namespace backorder {

/// A lock that a statement waited for: of that kind, in words of sql/queries/locked_elsewhere.sql.
struct LockAsked {
    std::string kind;
    std::string id;
    std::string warehouse;
};

/// What a transaction leaves for the next one of the same call.
struct LockMemory {
    std::atomic<Clock::rep>& turns_from;  ///< until then there are no turns; of all calls
    std::vector<LockAsked> asked{};       ///< by the statement that failed
};

class PostgresWork final : public Work {
public:
    PostgresWork(Transaction& transaction, LockMemory& memory) : transaction_(transaction), memory_(memory) {}

    bool settling_doubt() const override { return transaction_.settling_doubt(); }

    std::vector<Obstacle> obstacles(const std::string& marketplace) override;
    std::vector<Obstacle> still_locked(const std::string& marketplace, const std::vector<Obstacle>& asked) override;
    std::set<StockKey> records_of(const std::string& marketplace, const LoadScope& scope) override;

    Loaded load(const std::string& marketplace, const std::vector<CallKey>& calls, const LoadScope& scope) override;
    void load_orders(const std::string& marketplace, const std::set<std::string>& orders, State& into) override;
    void load_queues(const std::string& marketplace, const QueueDepth& reach, const std::set<std::string>& known,
                     State& into) override;
    std::vector<std::optional<RecordedCall>> recorded(const std::string& marketplace,
                                                      const std::vector<CallKey>& calls) override;
    std::vector<ShippedFulfillment> fulfillments(const std::string& marketplace,
                                                 const std::set<std::string>& orders) override;
    bool backorders_enabled(const std::string& marketplace) override;
    Catalog catalog(const std::string& marketplace, const CatalogScope& scope) override;
    bool has_marketplace(const std::string& marketplace) override;
    bool has_seller(const std::string& marketplace, const std::string& seller) override;
    bool locked_backorders_enabled(const std::string& marketplace) override;
    void lock_warehouses(const std::string& marketplace, const std::vector<std::string>& warehouses) override;
    void lock_products(const std::string& marketplace, const CatalogScope& scope) override;

    void write(const std::string& marketplace, std::span<const CallRow> calls, const State& state) override;
    void confirm() override { transaction_.run_last(sql::confirm); }
    void set_backorders_enabled(const std::string& marketplace, bool enabled) override;
    void put_products(const std::string& marketplace,
                      const std::vector<std::pair<std::string, std::string>>& product_seller) override;
    void put_variants(const std::string& marketplace,
                      const std::vector<std::pair<std::string, std::string>>& variant_product) override;
    void put_warehouses(const std::string& marketplace, const std::map<std::string, Warehouse>& warehouses,
                        const std::map<std::string, Warehouse>& known) override;
    void set_product_policy(const std::string& marketplace, Policy policy,
                            const std::vector<std::string>& products) override;
    void set_variant_policy(const std::string& marketplace, Policy policy,
                            const std::vector<std::string>& variants) override;
    void set_thresholds(const std::string& marketplace, const ThresholdChanges& changes, const State& state) override;
    void create_stock(const std::string& marketplace, const std::set<StockKey>& keys) override;

    State stock(const std::string& marketplace, const std::vector<std::string>& variants,
                const std::vector<std::string>& products) override;
    Units64 backordered(const std::string& marketplace, const std::string& seller) override;
    std::map<std::string, Units64> backordered_at(const std::string& marketplace,
                                                  const std::vector<std::string>& warehouses) override;
    Listing<Waiting> queue(const std::string& marketplace, const QueueFilter& filter) override;
    Listing<ListedWarehouse> warehouses(const std::string& marketplace, const ListFilter& filter) override;
    Listing<ListedProduct> products(const std::string& marketplace, const ListFilter& filter) override;
    Listing<ListedVariant> variants(const std::string& marketplace, const ListFilter& filter) override;
    std::vector<OpenOrder> open_orders(const std::string& marketplace, const std::string& seller, std::int64_t age,
                                       std::int64_t limit) override;
    std::vector<LedgerRow> ledger(const std::string& marketplace, const LedgerFilter& filter) override;
    EventsPage events(const std::string& marketplace, const EventCursor& from, std::int64_t calls,
                      std::int64_t bytes) override;
    std::optional<Holder> holder(const std::string& epoch) override;
    std::string cursor(const std::string& marketplace, const std::string& scope, const std::string& consumer) override;
    bool set_cursor(const std::string& marketplace, const std::string& scope, const std::string& consumer,
                    const EventCursor& cursor) override;
    VerifyExtent verify_extent(const std::string& marketplace) override;
    VerifiedPage verify_records(const std::string& marketplace, const VerifyScope& scope, const std::string& after,
                                std::int64_t limit) override;
    VerifiedPage verify_ledger(const std::string& marketplace, const VerifyScope& scope, const std::string& after,
                               std::int64_t limit) override;
    VerifiedPage verify_orders(const std::string& marketplace, const VerifyScope& scope, const std::string& after,
                               std::int64_t limit) override;
    VerifiedPage verify_orders_of(const std::string& marketplace, const VerifyScope& scope,
                                  const std::vector<std::int64_t>& records) override;

    /// The marketplace whose events were written, borrowed from write's caller; none if there were none.
    const std::string* told() const { return told_; }

private:
    template <class Asked>
    Rows lock(const sql::Statement& statement, const Parameters& parameters, const Asked& asked);
    Rows lock_records(const Parameters& parameters, const std::set<StockKey>& stock);

    struct LockedElsewhere {
        std::vector<Obstacle> obstacles;
        bool turn = false;  ///< of one of their variants, too
    };
    LockedElsewhere locked_elsewhere(const std::string& marketplace, const std::vector<LockAsked>& asked);

    /// Behind the last stock record that a page of the queue looks at; greater than every id where it looks at all.
    QueueCursor queue_end(const std::string& marketplace, const QueueFilter& filter);

    Rows variant_rows(const std::string& marketplace, const CatalogScope& scope);

    /// Others wait for the same records in turn.
    void queue_up(const std::string& marketplace, const std::set<StockKey>& stock);

    /// Filters that are left out then cost nothing; until the transaction ends.
    void plan_for_these_values();

    /// What is compared is hashed, however little the statistics expect, and in memory; until the transaction ends.
    void plan_for_comparing();

    VerifiedPage compare_records(const std::string& marketplace, const VerifyScope& scope, const std::string& after,
                                 std::int64_t limit, const std::vector<std::int64_t>& lost);
    VerifiedPage compare_orders(const Parameters& parameters);

    Transaction& transaction_;
    LockMemory& memory_;
    bool comparing_ = false;
    bool looked_ = false;  ///< what could be had of the asked locks is had
    const std::string* told_ = nullptr;
};

}  // namespace backorder
