#include "store/columns.hpp"
#include "store/work.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace backorder {

namespace {

/// Each place in a queue takes one of the server's locks, of which it has some thousands.
constexpr std::size_t most_queued_variants = 8;

/// How long places in queues are not asked for after one was kept by who did not use it.
constexpr std::chrono::seconds without_turns{2};

constexpr std::string_view turn = "turn";
constexpr std::array<std::string_view, 5> kinds{"record", "product", "warehouse", "marketplace", "unknown"};

std::string_view name(Obstacle::Kind kind) { return kinds[static_cast<std::size_t>(kind)]; }

Obstacle::Kind kind_from(std::string_view name) {
    return static_cast<Obstacle::Kind>(std::distance(kinds.begin(), std::find(kinds.begin(), kinds.end(), name)));
}

std::vector<LockAsked> named(std::string_view kind, const std::vector<std::string>& ids) {
    std::vector<LockAsked> asked;
    for (const std::string& id : ids) asked.push_back({std::string(kind), id, {}});
    return asked;
}

/// A place in a variant's queue that is kept by who does not use it stands in the way as well.
void add_turns(std::vector<LockAsked>& asked) {
    std::set<std::string> variants;
    for (const LockAsked& one : asked)
        if (one.kind == name(Obstacle::Kind::record)) variants.insert(one.id);
    if (variants.size() > most_queued_variants) return;
    for (const std::string& variant : variants) asked.push_back({std::string(turn), variant, {}});
}

}  // namespace

template <class Asked>
Rows PostgresWork::lock(const sql::Statement& statement, const Parameters& parameters, const Asked& asked) {
    try {
        return transaction_.run(statement, parameters);
    } catch (...) {
        memory_.asked = asked();
        throw;
    }
}

Rows PostgresWork::lock_records(const Parameters& parameters, const std::set<StockKey>& stock) {
    return lock(
        sql::load, parameters,
        [&] {
            return column(
                stock,
                [](const StockKey& key) {
                    return LockAsked{std::string(name(Obstacle::Kind::record)), key.variant, key.warehouse};
                });
        });
}

bool PostgresWork::locked_backorders_enabled(const std::string& marketplace) {
    return lock(
               sql::lock_marketplace, Parameters().text(marketplace),
               [&] { return named(name(Obstacle::Kind::marketplace), {marketplace}); })
        .flag(0, 0);
}

void PostgresWork::lock_warehouses(const std::string& marketplace, const std::vector<std::string>& warehouses) {
    lock(
        sql::lock_warehouses, Parameters().text(marketplace).texts(warehouses),
        [&] { return named(name(Obstacle::Kind::warehouse), warehouses); });
}

void PostgresWork::lock_products(const std::string& marketplace, const CatalogScope& scope) {
    lock(
        sql::lock_products, Parameters().text(marketplace).texts(scope.products).texts(scope.variants),
        [&] {
            std::vector<LockAsked> asked = named(name(Obstacle::Kind::product), scope.products);
            std::ranges::move(named("product of", scope.variants), std::back_inserter(asked));
            return asked;
        });
}

/// Who has just looked who has what holds the locks he could get: he waits for no turn.
void PostgresWork::queue_up(const std::string& marketplace, const std::set<StockKey>& stock) {
    if (looked_ || memory_.turns_from.load(std::memory_order_relaxed) > Clock::now().time_since_epoch().count()) return;
    std::set<std::string_view> variants;
    for (const StockKey& key : stock) variants.insert(key.variant);
    if (!variants.empty() && variants.size() <= most_queued_variants)
        transaction_.run_ahead(sql::queue_up, Parameters().text(marketplace).texts(variants));
}

/// Of a statement that asked for locks all are had now but what is answered; of another one nobody can say what it
/// waited for.
std::vector<Obstacle> PostgresWork::obstacles(const std::string& marketplace) {
    std::vector<LockAsked> asked = std::exchange(memory_.asked, {});
    if (!transaction_.after_lock_timeout()) return {};
    if (asked.empty()) return {Obstacle{}};
    add_turns(asked);
    const bool row_may_be_new = asked.front().kind == name(Obstacle::Kind::marketplace);
    LockedElsewhere found = locked_elsewhere(marketplace, asked);
    if (row_may_be_new && found.obstacles.empty())
        return {Obstacle{}};  // of another's that is not committed nobody sees who has it
    if (found.turn && found.obstacles.empty())
        memory_.turns_from.store((Clock::now() + without_turns).time_since_epoch().count(), std::memory_order_relaxed);
    return std::move(found.obstacles);
}

std::vector<Obstacle> PostgresWork::still_locked(const std::string& marketplace, const std::vector<Obstacle>& asked) {
    return locked_elsewhere(marketplace, column(
                                             asked,
                                             [](const Obstacle& one) {
                                                 return LockAsked{std::string(name(one.kind)), one.id, one.warehouse};
                                             }))
        .obstacles;
}

PostgresWork::LockedElsewhere PostgresWork::locked_elsewhere(const std::string& marketplace,
                                                             const std::vector<LockAsked>& asked) {
    looked_ = true;
    const Rows rows = transaction_.run(sql::locked_elsewhere, Parameters()
                                                                  .text(marketplace)
                                                                  .texts(column(asked, &LockAsked::kind))
                                                                  .texts(column(asked, &LockAsked::id))
                                                                  .texts(column(asked, &LockAsked::warehouse)));
    LockedElsewhere found;
    std::set<StockKey> records;  // one may be asked for by itself and with all of its variant
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const std::string_view kind = rows.text(row, 0);
        Obstacle one{kind == turn ? Obstacle::Kind::unknown : kind_from(kind),
                     std::string(rows.text(row, 1)),
                     std::string(rows.text(row, 2)),
                     std::string(rows.text(row, 3)),
                     rows.integer(row, 4),
                     std::string(rows.text(row, 5))};
        if (kind == turn)
            found.turn = true;
        else if (one.kind != Obstacle::Kind::record || records.insert({one.id, one.warehouse}).second)
            found.obstacles.push_back(std::move(one));
    }
    return found;
}

}  // namespace backorder
