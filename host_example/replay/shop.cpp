#include "shop.hpp"

#include "desk.hpp"

#include <algorithm>

namespace replay {

namespace {

constexpr std::size_t most_items = 10'000;
constexpr std::string_view warehouses[] = {"main", "annex"};
constexpr Actor the_host{};
constexpr Actor the_operator{BO_ROLE_OPERATOR, BO_MANAGE_MARKETPLACE};
constexpr Actor the_seller{BO_ROLE_SELLER, BO_MANAGE_INVENTORY | BO_MANAGE_ORDERS, "the-retailer"};

/// Calls `ask` with each slice of the items that fits one call.
template <class Item, class Ask> void in_batches(const std::vector<Item>& items, const Ask& ask) {
    for (std::size_t from = 0; from < items.size(); from += most_items)
        ask(items.data() + from, std::min(most_items, items.size() - from));
}

template <class Struct> Struct blank() {
    Struct made{};
    made.struct_size = sizeof made;
    return made;
}

/// One JSON object for each code, in an array.
template <class Describe>
std::string json_array(const std::string* codes, std::size_t count, const Describe& describe) {
    std::string text = "[";
    for (std::size_t i = 0; i < count; ++i)
        text += (i == 0 ? "{" : ",{") + describe(json_text(codes[i])) + "}";
    return text + "]";
}

void change_by_name(Desk& desk, std::string_view operation, const std::string& request) {
    desk.change(the_host, &bo_api::call_json, operation.data(), operation.size(), request.data(), request.size())
        .done();
}

void register_catalogue(Desk& desk, const std::vector<std::string>& codes) {
    change_by_name(desk, "warehouse_upsert",
                   R"({"items":[{"warehouse":"main","priority":1},{"warehouse":"annex","priority":2}]})");
    in_batches(codes, [&](const std::string* some, std::size_t count) {
        const std::string products = json_array(some, count, [](const std::string& code) {
            return "\"product\":" + code + ",\"seller\":" + json_text(the_seller.seller);
        });
        const std::string variants = json_array(
            some, count, [](const std::string& code) { return "\"variant\":" + code + ",\"product\":" + code; });
        change_by_name(desk, "catalog_upsert", "{\"products\":" + products + "}");
        change_by_name(desk, "catalog_upsert", "{\"variants\":" + variants + "}");
    });
}

void allow_backorders(Desk& desk, const std::vector<std::string>& codes) {
    auto settings = blank<bo_settings>();
    settings.backorders_enabled = 1;
    desk.change(the_operator, &bo_api::settings_set, &settings).done();

    std::vector<bo_policy> policies(codes.size(), blank<bo_policy>());
    for (std::size_t i = 0; i < codes.size(); ++i) {
        policies[i].policy = BO_POLICY_ALLOW;
        policies[i].product = codes[i].data();
        policies[i].product_length = codes[i].size();
    }
    in_batches(policies, [&](const bo_policy* some, std::size_t count) {
        desk.change(the_seller, &bo_api::policy_set, some, count, 0u).done();
    });
}

void set_thresholds(Desk& desk, const std::vector<std::string>& codes, std::int64_t units) {
    auto one = blank<bo_threshold>();
    one.mode = BO_THRESHOLD_LIMIT;
    one.threshold = units;
    std::vector<bo_threshold> thresholds;
    for (const std::string& code : codes) {
        one.variant = code.data();
        one.variant_length = code.size();
        for (const std::string_view warehouse : warehouses) {
            one.warehouse = warehouse.data();
            one.warehouse_length = warehouse.size();
            thresholds.push_back(one);
        }
    }
    in_batches(thresholds, [&](const bo_threshold* some, std::size_t count) {
        desk.change(the_seller, &bo_api::threshold_set, some, count, 0u).done();
    });
}

bo_receipt receipt_of(const Pile& pile) {
    auto receipt = blank<bo_receipt>();
    receipt.variant = pile.variant.data();
    receipt.variant_length = pile.variant.size();
    receipt.warehouse = pile.warehouse.data();
    receipt.warehouse_length = pile.warehouse.size();
    receipt.quantity = pile.units;
    return receipt;
}

bo_order_line line_of(const Basket::Line& asked) {
    auto line = blank<bo_order_line>();
    line.line = asked.line.data();
    line.line_length = asked.line.size();
    line.variant = asked.variant.data();
    line.variant_length = asked.variant.size();
    line.quantity = asked.quantity;
    return line;
}

bo_order_units units_of(const Purchase& purchase) {
    auto units = blank<bo_order_units>();
    units.line = purchase.line.data();
    units.line_length = purchase.line.size();
    units.quantity = purchase.open;
    return units;
}

void add_waiting(const Answer& stock, std::vector<Pile>& piles) {
    for (std::size_t row = 0; row < stock.rows(BO_TABLE_STOCK); ++row)
        if (const std::int64_t units = stock.number(BO_COL_STOCK_BACKORDERED, row); units > 0)
            piles.push_back({stock.text(BO_COL_STOCK_VARIANT, row), stock.text(BO_COL_STOCK_WAREHOUSE, row), units});
}

} // namespace

Shop::Shop(const std::string& library, const std::string& database)
    : desk_(std::make_unique<Desk>(library, database)) {}

Shop::~Shop() = default;

const std::string& Shop::marketplace() const { return desk_->marketplace(); }

void Shop::open_for(const std::vector<std::string>& codes, std::int64_t opening_stock, std::int64_t threshold) {
    register_catalogue(*desk_, codes);
    allow_backorders(*desk_, codes);
    set_thresholds(*desk_, codes, threshold);
    if (opening_stock == 0)
        return;
    std::vector<Pile> goods;
    for (const std::string& code : codes)
        for (const std::string_view warehouse : warehouses)
            goods.push_back({code, std::string(warehouse), opening_stock});
    receive(goods);
}

std::optional<Sold> Shop::place(const Basket& basket) {
    std::vector<bo_order_line> lines;
    for (const Basket::Line& line : basket.lines)
        lines.push_back(line_of(line));
    auto order = blank<bo_order>();
    order.order = basket.order.data();
    order.order_length = basket.order.size();
    order.lines = lines.data();
    order.line_count = lines.size();
    const Answer answer = desk_->ask(the_host, &bo_api::place, &order);
    if (answer.status() == BO_E_SHORTAGE)
        return std::nullopt;
    answer.done();
    return Sold{answer.sum(BO_TABLE_LINES, BO_COL_LINES_ALLOCATED), answer.sum(BO_TABLE_LINES, BO_COL_LINES_WAITING)};
}

std::int64_t Shop::cancel(const std::string& order, const std::vector<Purchase>& purchases) {
    std::vector<bo_order_units> units;
    for (const Purchase& purchase : purchases)
        units.push_back(units_of(purchase));
    const Answer answer =
        desk_->change(the_host, &bo_api::cancel, order.data(), order.size(), units.data(), units.size());
    return answer.done().sum(BO_TABLE_COVERED, BO_COL_COVERED_UNITS);
}

std::vector<Pile> Shop::on_backorder(const std::vector<std::string>& codes) {
    std::vector<Pile> piles;
    in_batches(codes, [&](const std::string* some, std::size_t count) {
        std::vector<const char*> ids;
        std::vector<std::size_t> lengths;
        for (std::size_t i = 0; i < count; ++i) {
            ids.push_back(some[i].data());
            lengths.push_back(some[i].size());
        }
        auto query = blank<bo_stock_query>();
        query.variants = ids.data();
        query.variant_lengths = lengths.data();
        query.variant_count = count;
        add_waiting(desk_->ask(the_seller, &bo_api::stock, &query).done(), piles);
    });
    return piles;
}

std::int64_t Shop::receive(const std::vector<Pile>& goods) {
    std::vector<bo_receipt> receipts;
    for (const Pile& pile : goods)
        receipts.push_back(receipt_of(pile));
    std::int64_t covered = 0;
    in_batches(receipts, [&](const bo_receipt* some, std::size_t count) {
        const Answer answer = desk_->change(the_seller, &bo_api::receive, some, count);
        covered += answer.done().sum(BO_TABLE_COVERED, BO_COL_COVERED_UNITS);
    });
    return covered;
}

Verified Shop::verify() {
    constexpr std::string_view operation = "verify";
    const Answer answer =
        desk_->ask(the_host, &bo_api::call_json, operation.data(), operation.size(), "", std::size_t{0});
    answer.done();
    return {answer.number(BO_COL_VERIFY_STOCK_RECORDS, 0), answer.number(BO_COL_VERIFY_PARTS, 0),
            answer.number(BO_COL_VERIFY_LEDGER_ROWS, 0), answer.number(BO_COL_VERIFY_DIFFERENCES, 0)};
}

} // namespace replay
