#include "service/request/findings.hpp"
#include "service/request/operations.hpp"

#include <algorithm>
#include <initializer_list>
#include <limits>
#include <map>
#include <set>
#include <string_view>
#include <tuple>

namespace backorder {
namespace {

constexpr std::int64_t max_page = 10'000;

template <class T>
void require_items(const std::vector<T>& items, const FieldPath& path, Findings& findings) {
    if (items.empty()) findings.add(Status::argument, path, "must name at least one item");
}

template <class T>
void require_items(const std::vector<T>& items, std::string_view name, Findings& findings) {
    require_items(items, FieldPath().member(name), findings);
}

/// What is missing is told as such.
bool is_unsaid(std::string_view key) { return key.empty(); }
template <class... Ids>
bool is_unsaid(const std::tuple<Ids...>& key) {
    return std::apply([](const auto&... id) { return (id.empty() && ...); }, key);
}

/// `key` tells what must not be the same twice.
template <class T, class Key>
void refuse_twice(const std::vector<T>& items, const FieldPath& path, Findings& findings, Key key) {
    std::set<decltype(key(items.front()))> seen;
    for (std::size_t i = 0; i < items.size(); ++i)
        if (!is_unsaid(key(items[i])) && !seen.insert(key(items[i])).second)
            findings.add(Status::duplicate, path.item(i, items[i]), "stands in the request before");
}

template <class T, class Key>
void refuse_twice(const std::vector<T>& items, std::string_view name, Findings& findings, Key key) {
    refuse_twice(items, FieldPath().member(name), findings, key);
}

bool are_the_same(const Id& from, const Id& to) { return !from.value.empty() && from.value == to.value; }

void require_one_of(std::string_view word, std::initializer_list<std::string_view> words, const FieldPath& path,
                    std::string_view what, Findings& findings) {
    if (std::find(words.begin(), words.end(), word) == words.end()) findings.add(Status::argument, path, what);
}

void require_page(std::int64_t limit, Findings& findings) {
    if (limit < 1 || limit > max_page)
        findings.add(Status::argument, FieldPath().member("limit"), "must be 1 to 10000");
}

void require_not_negative(std::int64_t number, std::string_view name, Findings& findings) {
    if (number < 0) findings.add(Status::argument, FieldPath().member(name), "must be at least 0");
}

void require_priority(std::int64_t priority, const FieldPath& path, Findings& findings) {
    using Priority = std::numeric_limits<std::int32_t>;
    if (priority < Priority::min() || priority > Priority::max())
        findings.add(Status::argument, path, "must fit 32 bits");
}

template <class Item>
void require_product_or_variant(const Item& item, const FieldPath& path, Findings& findings) {
    if (static_cast<bool>(item.product) == static_cast<bool>(item.variant))
        findings.add(Status::argument, path, "must name either a product or a variant");
}

void check_threshold(const ThresholdItem& item, const FieldPath& path, Findings& findings) {
    require_product_or_variant(item, path, findings);
    require_one_of(item.mode, {"limit", "unlimited", "inherit"}, path.member("mode"),
                   "must be limit, unlimited or inherit", findings);
    const FieldPath threshold = path.member("threshold");
    if (item.mode != "limit") {
        if (item.threshold.value_or(0) != 0) findings.add(Status::argument, threshold, "is for mode limit only");
    } else if (!item.threshold) {
        findings.add(Status::argument, threshold, "must be said with mode limit");
    } else if (*item.threshold < 0) {
        findings.add(Status::quantity, threshold, "must be at least 0", {{"asked", *item.threshold}});
    }
}

/// Whether the sum of all lines' quantities passes 64 bits: what no single variant then can.
bool total_overflows(const Place& asked) {
    std::int64_t total = 0;
    return std::any_of(asked.lines.begin(), asked.lines.end(), [&total](const PlaceLine& line) {
        return __builtin_add_overflow(total, line.quantity.value, &total);
    });
}

void check_sums(const Place& asked, const FieldPath& lines, Findings& findings) {
    if (!total_overflows(asked)) return;
    std::map<std::string_view, std::int64_t> sums;
    for (std::size_t i = 0; i < asked.lines.size(); ++i) {
        const PlaceLine& line = asked.lines[i];
        std::int64_t& sum = sums[line.variant.value];
        if (__builtin_add_overflow(sum, line.quantity.value, &sum))
            findings.add(Status::overflow, lines.item(i, line).member("quantity"),
                         "takes the sum for its variant past 64 bits", {{"variant", line.variant.value}});
    }
}

void check_place(const Place& asked, const FieldPath& path, Findings& findings) {
    const FieldPath lines = path.member("lines");
    require_items(asked.lines, lines, findings);
    require_priority(asked.priority, path.member("priority"), findings);
    refuse_twice(
        asked.warehouses, path.member("warehouses"), findings, [](const Id& id) { return std::string_view(id.value); });
    refuse_twice(asked.lines, lines, findings, [](const PlaceLine& line) { return std::string_view(line.line.value); });
    check_sums(asked, lines, findings);
}

void limit_lines(const PlaceBatch& asked, const FieldPath& orders, Findings& findings) {
    std::size_t lines = 0;
    for (const Place& order : asked.orders) lines += order.lines.size();
    if (lines > max_batch_lines) findings.add(Status::limit, orders, "have more than 100000 lines in all");
}

}  // namespace

void Operation<SettingsSet>::check(const SettingsSet& asked, Findings& findings) {
    if (!asked.backorders_enabled)
        findings.add(Status::argument, FieldPath().member("backorders_enabled"), "must be said");
}

void Operation<PolicySet>::check(const PolicySet& asked, Findings& findings) {
    require_items(asked.items, "items", findings);
    const FieldPath root;
    const FieldPath items = root.member("items");
    for (std::size_t i = 0; i < asked.items.size(); ++i) {
        const FieldPath path = items.item(i, asked.items[i]);
        require_product_or_variant(asked.items[i], path, findings);
        require_one_of(asked.items[i].policy, {"allow", "deny", "inherit"}, path.member("policy"),
                       "must be allow, deny or inherit", findings);
    }
    refuse_twice(asked.items, "items", findings,
                 [](const PolicyItem& item) { return std::tie(item.product.value, item.variant.value); });
}

void Operation<ThresholdSet>::check(const ThresholdSet& asked, Findings& findings) {
    require_items(asked.items, "items", findings);
    const FieldPath root;
    const FieldPath items = root.member("items");
    for (std::size_t i = 0; i < asked.items.size(); ++i)
        check_threshold(asked.items[i], items.item(i, asked.items[i]), findings);
    refuse_twice(asked.items, "items", findings, [](const ThresholdItem& item) {
        return std::tie(item.product.value, item.variant.value, item.warehouse.value);
    });
}

void Operation<WarehouseUpsert>::check(const WarehouseUpsert& asked, Findings& findings) {
    require_items(asked.items, "items", findings);
    const FieldPath root;
    const FieldPath items = root.member("items");
    for (std::size_t i = 0; i < asked.items.size(); ++i)
        require_priority(asked.items[i].priority.value_or(0), items.item(i, asked.items[i]).member("priority"),
                         findings);
    refuse_twice(asked.items, "items", findings,
                 [](const WarehouseItem& item) { return std::string_view(item.warehouse.value); });
}

void Operation<CatalogUpsert>::check(const CatalogUpsert& asked, Findings& findings) {
    if (asked.products.empty() && asked.variants.empty())
        findings.add(Status::argument, {}, "must name at least one product or variant");
    refuse_twice(
        asked.products, "products", findings,
        [](const ProductItem& item) { return std::string_view(item.product.value); });
    refuse_twice(asked.variants, "variants", findings,
                 [](const VariantItem& item) { return std::string_view(item.variant.value); });
}

void Operation<StockQuery>::check(const StockQuery& asked, Findings& findings) {
    if (asked.products.empty() && asked.variants.empty())
        findings.add(Status::argument, {}, "must name at least one product or variant");
}

void Operation<AvailabilityQuery>::check(const AvailabilityQuery& asked, Findings& findings) {
    require_items(asked.items, "items", findings);
    const FieldPath root;
    const FieldPath items = root.member("items");
    for (std::size_t i = 0; i < asked.items.size(); ++i)
        if (asked.items[i].quantity < 0)
            findings.add(Status::quantity, items.item(i, asked.items[i]).member("quantity"), "must be at least 0",
                         {{"asked", asked.items[i].quantity}});
}

void Operation<QueueQuery>::check(const QueueQuery& asked, Findings& findings) {
    require_page(asked.limit, findings);
    require_not_negative(asked.skip, "skip", findings);
    if (!asked.after.empty() && asked.skip > 0)
        findings.add(Status::argument, FieldPath().member("skip"), "is for pages without after");
}

void Operation<Receive>::check(const Receive& asked, Findings& findings) {
    require_items(asked.items, "items", findings);
}

void Operation<Count>::check(const Count& asked, Findings& findings) {
    require_items(asked.items, "items", findings);
    refuse_twice(asked.items, "items", findings,
                 [](const CountItem& item) { return std::tie(item.variant.value, item.warehouse.value); });
}

void Operation<Transfer>::check(const Transfer& asked, Findings& findings) {
    require_items(asked.items, "items", findings);
    const FieldPath root;
    const FieldPath items = root.member("items");
    for (std::size_t i = 0; i < asked.items.size(); ++i)
        if (are_the_same(asked.items[i].from, asked.items[i].to))
            findings.add(Status::argument, items.item(i, asked.items[i]).member("to"),
                         "must be another warehouse than from");
}

void Operation<Place>::check(const Place& asked, Findings& findings) { check_place(asked, {}, findings); }

void Operation<Cancel>::check(const Cancel& asked, Findings& findings) {
    refuse_twice(
        asked.lines, "lines", findings, [](const CancelLine& line) { return std::string_view(line.line.value); });
}

void Operation<Fulfill>::check(const Fulfill& asked, Findings& findings) {
    require_items(asked.entries, "entries", findings);
    refuse_twice(asked.entries, "entries", findings,
                 [](const FulfillEntry& entry) { return std::tie(entry.line.value, entry.warehouse.value); });
}

void Operation<CancelFulfillment>::check(const CancelFulfillment& asked, Findings& findings) {
    require_one_of(asked.units, {"to_line", "to_stock", "written_off"}, FieldPath().member("units"),
                   "must be to_line, to_stock or written_off", findings);
}

void Operation<Reassign>::check(const Reassign& asked, Findings& findings) {
    if (are_the_same(asked.from, asked.to))
        findings.add(Status::argument, FieldPath().member("to"), "must be another warehouse than from");
}

void Operation<EventsPull>::check(const EventsPull& asked, Findings& findings) { require_page(asked.limit, findings); }

void Operation<EventsAcknowledge>::check(const EventsAcknowledge& asked, Findings& findings) {
    if (asked.cursor.empty()) findings.add(Status::argument, FieldPath().member("cursor"), "must be said");
}

void Operation<LedgerQuery>::check(const LedgerQuery& asked, Findings& findings) {
    if (!asked.variant && !asked.order) findings.add(Status::argument, {}, "must name a variant or an order");
    require_page(asked.limit, findings);
    require_not_negative(asked.after, "after", findings);
}

void Operation<Verify>::check(const Verify& asked, Findings& findings) {
    require_not_negative(asked.limit, "limit", findings);
}

void Operation<PlaceBatch>::check(const PlaceBatch& asked, Findings& findings) {
    const FieldPath root;
    const FieldPath orders = root.member("orders");
    require_items(asked.orders, orders, findings);
    limit_lines(asked, orders, findings);
    for (std::size_t i = 0; i < asked.orders.size(); ++i)
        check_place(asked.orders[i], orders.item(i, asked.orders[i]), findings);
    refuse_twice(asked.orders, orders, findings,
                 [](const Place& order) { return std::string_view(order.order.value); });
}

void Operation<WarehousesQuery>::check(const WarehousesQuery& asked, Findings& findings) {
    require_page(asked.limit, findings);
}
void Operation<ProductsQuery>::check(const ProductsQuery& asked, Findings& findings) {
    require_page(asked.limit, findings);
}
void Operation<VariantsQuery>::check(const VariantsQuery& asked, Findings& findings) {
    require_page(asked.limit, findings);
}
void Operation<OpenOrdersQuery>::check(const OpenOrdersQuery& asked, Findings& findings) {
    require_page(asked.limit, findings);
}

}  // namespace backorder
