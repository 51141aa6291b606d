#include "shop.hpp"

#include "json_text.hpp"

#include <algorithm>
#include <ctime>
#include <numeric>
#include <stdexcept>
#include <unistd.h>

namespace replay {

namespace {

constexpr std::size_t most_items = 10'000;
constexpr std::string_view warehouses[] = {"main", "annex"};
constexpr std::string_view seller_id = "the-retailer";

backorder::handle open(const std::string& library, const std::string& database) {
    return backorder::library::load(library.c_str())
        .open("{\"migrate\": true, \"default_timeout_ms\": 120000, \"database\": " + json_text(database) + "}");
}

/// Makes an item of each thing and calls `ask` with as many as fit one call, until all were asked.
template <class Thing, class Make, class Ask>
void in_batches(const std::vector<Thing>& things, const Make& make, const Ask& ask) {
    for (std::size_t from = 0; from < things.size(); from += most_items) {
        const std::size_t count = std::min(most_items, things.size() - from);
        std::vector<decltype(make(things.front()))> items;
        std::transform(things.data() + from, things.data() + from + count, std::back_inserter(items), make);
        ask(items);
    }
}

std::string json_array(const std::vector<std::string>& items) {
    std::string text;
    for (const std::string& item : items) text += (text.empty() ? "" : ",") + item;
    return "[" + text + "]";
}

std::string product_json(const std::string& code) {
    return "{\"product\":" + json_text(code) + ",\"seller\":" + json_text(seller_id) + "}";
}

std::string variant_json(const std::string& code) {
    return "{\"variant\":" + json_text(code) + ",\"product\":" + json_text(code) + "}";
}

/// A batch is answered even if items of it were refused; here none may be.
backorder::result all_done(backorder::result result) {
    if (result.status() != BO_OK)
        throw std::runtime_error("items were refused: " + std::string(result.json().substr(0, 1000)));
    return result;
}

std::int64_t sum(const backorder::result& result, std::uint32_t column) {
    const auto numbers = result.integers(column);
    return std::accumulate(numbers.begin(), numbers.end(), std::int64_t{0});
}

void add_waiting(const backorder::result& stock, std::vector<Pile>& piles) {
    const auto variants = stock.texts(BO_COL_STOCK_VARIANT);
    const auto places = stock.texts(BO_COL_STOCK_WAREHOUSE);
    const auto waiting = stock.integers(BO_COL_STOCK_BACKORDERED);
    for (std::size_t row = 0; row < waiting.size(); ++row)
        if (waiting[row] > 0) piles.push_back({std::string(variants[row]), std::string(places[row]), waiting[row]});
}

}  // namespace

Shop::Shop(const std::string& library, const std::string& database)
    : marketplace_("replay-" + std::to_string(std::time(nullptr)) + "-" + std::to_string(getpid())),
      library_(open(library, database)) {}

backorder::call Shop::host() const { return backorder::call::host_of(marketplace_); }

backorder::call Shop::seller() const {
    return backorder::call::seller_of(marketplace_, seller_id, BO_MANAGE_INVENTORY);
}

backorder::call Shop::once(backorder::call as) { return as.key("replay-" + std::to_string(++keys_used_)); }

void Shop::open_for(const std::vector<std::string>& codes, std::int64_t opening_stock, std::int64_t threshold) {
    register_catalogue(codes);
    allow_backorders(codes);
    set_thresholds(codes, threshold);
    if (opening_stock == 0) return;
    std::vector<Pile> goods;
    for (const std::string& code : codes)
        for (const std::string_view warehouse : warehouses)
            goods.push_back({code, std::string(warehouse), opening_stock});
    receive(goods);
}

void Shop::register_catalogue(const std::vector<std::string>& codes) {
    all_done(library_.json(once(host()), "warehouse_upsert",
                           R"({"items":[{"warehouse":"main","priority":1},{"warehouse":"annex","priority":2}]})"));
    const auto upsert = [&](const std::string& member, const std::vector<std::string>& items) {
        all_done(library_.json(once(host()), "catalog_upsert", "{\"" + member + "\":" + json_array(items) + "}"));
    };
    in_batches(
        codes, product_json, [&](const auto& items) { upsert("products", items); });
    in_batches(codes, variant_json, [&](const auto& items) { upsert("variants", items); });
}

void Shop::allow_backorders(const std::vector<std::string>& codes) {
    const auto the_operator = backorder::call::operator_of(marketplace_, BO_MANAGE_MARKETPLACE);
    library_.settings_set(once(the_operator), true);
    in_batches(
        codes, [](const std::string& code) { return backorder::product_policy(code, BO_POLICY_ALLOW); },
        [&](const auto& items) { all_done(library_.policy_set(once(seller()), items)); });
}

void Shop::set_thresholds(const std::vector<std::string>& codes, std::int64_t units) {
    for (const std::string_view warehouse : warehouses)
        in_batches(
            codes, [&](const std::string& code) { return backorder::variant_threshold(code, warehouse, units); },
            [&](const auto& items) { all_done(library_.threshold_set(once(seller()), items)); });
}

std::optional<Sold> Shop::place(const Basket& basket) {
    backorder::order order{basket.order, {}};
    for (const Basket::Line& line : basket.lines)
        order.lines.push_back(backorder::order_line(line.line, line.variant, line.quantity));
    try {
        const backorder::result placed = library_.place(host(), order);
        return Sold{sum(placed, BO_COL_LINES_ALLOCATED), sum(placed, BO_COL_LINES_WAITING)};
    } catch (const backorder::error& refused) {
        if (refused.status() == BO_E_SHORTAGE) return std::nullopt;
        throw;
    }
}

std::int64_t Shop::cancel(const std::string& order, const std::vector<Purchase>& purchases) {
    std::vector<bo_order_units> units;
    for (const Purchase& purchase : purchases) units.push_back(backorder::units(purchase.line, purchase.open));
    return sum(library_.cancel(once(host()), order, units), BO_COL_COVERED_UNITS);
}

std::vector<Pile> Shop::on_backorder(const std::vector<std::string>& codes) {
    std::vector<Pile> piles;
    in_batches(
        codes, [](const std::string& code) { return std::string_view(code); },
        [&](const auto& variants) { add_waiting(library_.stock(seller(), {variants}), piles); });
    return piles;
}

std::int64_t Shop::receive(const std::vector<Pile>& goods) {
    std::int64_t covered = 0;
    in_batches(
        goods, [](const Pile& pile) { return backorder::receipt(pile.variant, pile.warehouse, pile.units); },
        [&](const auto& items) {
            covered += sum(all_done(library_.receive(once(seller()), items)), BO_COL_COVERED_UNITS);
        });
    return covered;
}

Verified Shop::verify() {
    Verified all{};
    std::string next;
    do {
        const backorder::result page = library_.json(host(), "verify", "{\"after\":" + json_text(next) + "}");
        const auto only = [&](std::uint32_t column) { return page.integers(column)[0]; };
        all.stock_records += only(BO_COL_VERIFY_STOCK_RECORDS);
        all.parts += only(BO_COL_VERIFY_PARTS);
        all.ledger_rows += only(BO_COL_VERIFY_LEDGER_ROWS);
        all.differences += only(BO_COL_VERIFY_DIFFERENCES);
        next = page.texts(BO_COL_VERIFY_NEXT)[0];
    } while (!next.empty());
    return all;
}

}  // namespace replay
