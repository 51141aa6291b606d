#include "domain/order_parts.hpp"
#include "domain/words.hpp"
#include "store/columns.hpp"
#include "store/work.hpp"

#include <algorithm>
#include <span>

namespace backorder {

namespace {

using StockEntry = std::pair<const StockKey, StockRecord>;

/// What the calls moved, each once: the state has it as it is after all of them.
struct Touched {
    std::vector<const StockEntry*> stock;
    std::vector<const PartEntry*> placed_parts;  ///< of orders placed now
    std::vector<const PartEntry*> stored_parts;  ///< of orders placed before
    std::vector<const PartEntry*> added_parts;   ///< of these, too
};

/// The entries of these keys, each once, in key order.
template <class Map>
auto entries(const Map& map, std::vector<const typename Map::key_type*> keys) {
    std::sort(
        keys.begin(), keys.end(), [](const auto* left, const auto* right) { return *left < *right; });
    keys.erase(
        std::unique(keys.begin(), keys.end(), [](const auto* left, const auto* right) { return *left == *right; }),
        keys.end());
    std::vector<const typename Map::value_type*> found;
    found.reserve(keys.size());
    for (const auto* key : keys) found.push_back(&*map.find(*key));
    return found;
}

Touched touched(std::span<const CallRow> calls, const State& state) {
    std::vector<const StockKey*> stock;
    std::vector<const PartKey*> parts;
    for (const CallRow& call : calls)
        for (const Movement& movement : call.decision.movements) {
            if (stock.empty() || *stock.back() != movement.stock) stock.push_back(&movement.stock);
            if (movement.part) parts.push_back(&*movement.part);
        }
    Touched found{
        .stock = entries(state.stock, std::move(stock)), .placed_parts = {}, .stored_parts = {}, .added_parts = {}};
    for (const PartEntry* part : entries(state.parts, std::move(parts))) {
        const bool placed_now = part->second.age >= calls.front().sequence;
        (part->second.stored ? found.stored_parts
         : placed_now        ? found.placed_parts
                             : found.added_parts)
            .push_back(part);
    }
    return found;
}

/// JSON escapes control characters: a record separator is not in it.
std::string separated(std::span<const CallRow> calls, std::string CallRow::*json) {
    std::string text;
    for (const CallRow& call : calls) text.append(call.*json).push_back('\x1e');
    return text;
}

void add_calls(Parameters& parameters, std::span<const CallRow> calls) {
    parameters.texts(column(calls, [](const CallRow& one) -> std::string_view { return one.key.scope; }))
        .texts(column(calls, [](const CallRow& one) -> std::string_view { return one.key.key; }))
        .integers(column(calls, &CallRow::sequence));
    for (const auto member : {&CallRow::verb, &CallRow::actor, &CallRow::seller, &CallRow::traceparent})
        parameters.texts(column(calls, [member](const CallRow& one) -> std::string_view { return one.*member; }));
    for (const auto member : {&CallRow::body, &CallRow::answer, &CallRow::events})
        parameters.text(separated(calls, member));
}

void add_stock(Parameters& parameters, const std::vector<const StockEntry*>& records) {
    for (const auto member : {&StockKey::variant, &StockKey::warehouse})
        parameters.texts(column(
            records, [member](const StockEntry* one) -> std::string_view { return one->first.*member; }));
    parameters.integers(column(records, [](const StockEntry* one) { return one->second.number; }));
    for (const auto member : {&Counters::on_hand, &Counters::allocated, &Counters::backordered})
        parameters.integers(column(records, [member](const StockEntry* one) { return one->second.counters.*member; }));
}

void add_part_keys(Parameters& parameters, const std::vector<const PartEntry*>& parts) {
    for (const auto member : {&PartKey::order, &PartKey::line, &PartKey::warehouse})
        parameters.texts(column(
            parts, [member](const PartEntry* one) -> std::string_view { return one->first.*member; }));
}

void add_part_units(Parameters& parameters, const std::vector<const PartEntry*>& parts) {
    for (const auto member : {&Part::allocated, &Part::waiting, &Part::shipped, &Part::cancelled})
        parameters.integers(column(
            parts, [member](const PartEntry* one) { return one->second.*member; }));
}

void add_new_parts(Parameters& parameters, const std::vector<const PartEntry*>& parts, const State& state) {
    add_part_keys(parameters, parts);
    for (const auto member : {&Part::variant, &Part::seller})
        parameters.texts(column(
            parts, [member](const PartEntry* one) -> std::string_view { return one->second.*member; }));
    parameters.integers(column(parts, [&](const PartEntry* one) { return state.stock.at(stock_of(*one)).number; }));
    for (const auto member : {&Part::line_number, &Part::priority, &Part::age})
        parameters.integers(column(parts, [member](const PartEntry* one) { return one->second.*member; }));
    add_part_units(parameters, parts);
}

/// One movement and the call it is of.
struct Entry {
    const CallRow* call;
    const Movement* movement;
};

void add_ledger(Parameters& parameters, std::span<const CallRow> calls, const State& state) {
    std::vector<Entry> entries;
    for (const CallRow& call : calls)
        for (const Movement& movement : call.decision.movements) entries.push_back({&call, &movement});
    const auto texts = [&](auto text) {
        parameters.texts(column(
            entries, [text](const Entry& one) -> std::string_view { return text(one); }));
    };
    texts([](const Entry& one) -> std::string_view { return one.movement->stock.variant; });
    texts([](const Entry& one) -> std::string_view { return one.movement->stock.warehouse; });
    parameters.integers(column(
        entries, [&](const Entry& one) { return state.stock.at(one.movement->stock).number; }));
    texts([](const Entry& one) -> std::string_view { return one.call->actor; });
    texts([](const Entry& one) -> std::string_view { return one.call->verb; });
    texts([](const Entry& one) -> std::string_view { return one.call->key.key; });
    texts([](const Entry& one) {
        return one.movement->part ? std::string_view(one.movement->part->order) : std::string_view();
    });
    texts([](const Entry& one) {
        return one.movement->part ? std::string_view(one.movement->part->line) : std::string_view();
    });
    for (const auto member : {&Movement::on_hand, &Movement::allocated, &Movement::backordered})
        parameters.integers(column(entries, [member](const Entry& one) { return one.movement->*member; }));
}

/// Each fulfilment as its last call left it: one may be made and undone in a batch.
std::vector<const Fulfillment*> last_fulfillments(std::span<const CallRow> calls) {
    std::map<std::pair<std::string_view, std::int64_t>, const Fulfillment*> last;
    for (const CallRow& call : calls)
        for (const Fulfillment& one : call.decision.fulfillments) last[{one.order, one.number}] = &one;
    return column(last, [](const auto& one) { return one.second; });
}

struct ShippedLine {
    const Fulfillment* fulfillment;
    const FulfillmentLine* line;
};

void add_fulfillments(Parameters& parameters, const std::vector<const Fulfillment*>& fulfillments) {
    std::vector<ShippedLine> lines;
    for (const Fulfillment* fulfillment : fulfillments)
        for (const FulfillmentLine& line : fulfillment->lines) lines.push_back({fulfillment, &line});
    const auto of_fulfillment = [&](auto member) {
        return column(
            lines, [member](const ShippedLine& one) { return one.fulfillment->*member; });
    };
    parameters.texts(of_fulfillment(&Fulfillment::order))
        .integers(of_fulfillment(&Fulfillment::number))
        .texts(of_fulfillment(&Fulfillment::warehouse))
        .texts(of_fulfillment(&Fulfillment::undone))
        .texts(column(lines, [](const ShippedLine& one) { return one.line->line; }))
        .integers(column(lines, [](const ShippedLine& one) { return one.line->quantity; }));
}

template <class Pairs>
auto first(const Pairs& pairs) {
    return column(
        pairs, [](const auto& one) { return one.first; });
}

template <class Pairs>
auto second(const Pairs& pairs) {
    return column(
        pairs, [](const auto& one) { return one.second; });
}

}  // namespace

void PostgresWork::write(const std::string& marketplace, std::span<const CallRow> calls, const State& state) {
    const Touched moved = touched(calls, state);
    Parameters parameters;
    parameters.text(marketplace);
    add_calls(parameters, calls);
    add_stock(parameters, moved.stock);
    add_new_parts(parameters, moved.placed_parts, state);
    add_ledger(parameters, calls, state);
    if (std::any_of(calls.begin(), calls.end(), [](const CallRow& call) { return call.events != no_events; }))
        told_ = &marketplace;
    const auto fulfillments = last_fulfillments(calls);
    if (moved.stored_parts.empty() && moved.added_parts.empty() && fulfillments.empty()) {
        transaction_.run_last(sql::write, parameters);
        return;
    }
    transaction_.run(sql::write, parameters);
    Parameters of_orders;
    of_orders.text(marketplace);
    add_part_keys(of_orders, moved.stored_parts);
    add_part_units(of_orders, moved.stored_parts);
    add_new_parts(of_orders, moved.added_parts, state);
    add_fulfillments(of_orders, fulfillments);
    transaction_.run_last(sql::write_orders, of_orders);
}

void PostgresWork::set_backorders_enabled(const std::string& marketplace, bool enabled) {
    transaction_.run(sql::set_backorders_enabled, Parameters().text(marketplace).flag(enabled));
}

void PostgresWork::put_products(const std::string& marketplace,
                                const std::vector<std::pair<std::string, std::string>>& product_seller) {
    if (product_seller.empty()) return;
    transaction_.run(sql::put_products,
                     Parameters().text(marketplace).texts(first(product_seller)).texts(second(product_seller)));
}

void PostgresWork::put_variants(const std::string& marketplace,
                                const std::vector<std::pair<std::string, std::string>>& variant_product) {
    if (variant_product.empty()) return;
    transaction_.run(sql::put_variants,
                     Parameters().text(marketplace).texts(first(variant_product)).texts(second(variant_product)));
}

void PostgresWork::put_warehouses(const std::string& marketplace, const std::map<std::string, Warehouse>& warehouses,
                                  const std::map<std::string, Warehouse>& known) {
    const auto of = [&](auto member) {
        return column(
            warehouses, [member](const auto& one) { return one.second.*member; });
    };
    transaction_.run(sql::put_warehouses,
                     Parameters()
                         .text(marketplace)
                         .texts(first(warehouses))
                         .texts(of(&Warehouse::owner))
                         .integers(of(&Warehouse::priority))
                         .flags(of(&Warehouse::active))
                         .flags(column(warehouses, [&](const auto& one) { return known.contains(one.first); })));
}

void PostgresWork::set_product_policy(const std::string& marketplace, Policy policy,
                                      const std::vector<std::string>& products) {
    transaction_.run(sql::set_product_policy, Parameters().text(marketplace).text(name(policy)).texts(products));
}

void PostgresWork::set_variant_policy(const std::string& marketplace, Policy policy,
                                      const std::vector<std::string>& variants) {
    transaction_.run(sql::set_variant_policy, Parameters().text(marketplace).text(name(policy)).texts(variants));
}

void PostgresWork::set_thresholds(const std::string& marketplace, const ThresholdChanges& changes, const State& state) {
    const auto of_record = [&](Threshold StockRecord::*which, auto member) {
        return column(
            changes.stock, [&, which, member](const StockKey& key) { return state.stock.at(key).*which.*member; });
    };
    const auto mode_names = [](const auto& modes) {
        return column(
            modes, [](Threshold::Mode mode) { return std::string(name(mode)); });
    };
    transaction_.run(
        sql::set_thresholds,
        Parameters()
            .text(marketplace)
            .texts(column(changes.stock, &StockKey::variant))
            .texts(column(changes.stock, &StockKey::warehouse))
            .texts(mode_names(of_record(&StockRecord::own, &Threshold::mode)))
            .integers(of_record(&StockRecord::own, &Threshold::units))
            .texts(mode_names(of_record(&StockRecord::of_product, &Threshold::mode)))
            .integers(of_record(&StockRecord::of_product, &Threshold::units))
            .texts(column(changes.products, [](const auto& one) { return one.first.first; }))
            .texts(column(changes.products, [](const auto& one) { return one.first.second; }))
            .texts(column(changes.products, [](const auto& one) { return std::string(name(one.second.mode)); }))
            .integers(column(changes.products, [](const auto& one) { return one.second.units; })));
}

void PostgresWork::create_stock(const std::string& marketplace, const std::set<StockKey>& keys) {
    lock_products(marketplace, {.products = {}, .variants = column(keys, &StockKey::variant), .warehouses = {}});
    transaction_.run(sql::create_stock, Parameters()
                                            .text(marketplace)
                                            .texts(column(keys, &StockKey::variant))
                                            .texts(column(keys, &StockKey::warehouse)));
}

bool PostgresWork::set_cursor(const std::string& marketplace, const std::string& scope, const std::string& consumer,
                              const EventCursor& cursor) {
    return transaction_
        .run(sql::set_cursor, Parameters()
                                  .text(marketplace)
                                  .text(scope)
                                  .text(consumer)
                                  .text(cursor.text())
                                  .text(cursor.epoch)
                                  .integer(cursor.sequence)
                                  .integer(cursor.skip))
        .flag(0, 0);
}

}  // namespace backorder
