#include "service/policy_words.hpp"
#include "store/columns.hpp"
#include "store/work.hpp"

#include <set>

namespace backorder {

namespace {

using StockEntry = std::pair<const StockKey, StockRecord>;

std::vector<const StockEntry*> counted_stock(const Decision& decision, const State& state) {
    std::set<StockKey> keys;
    for (const Movement& movement : decision.movements) keys.insert(movement.stock);
    std::vector<const StockEntry*> records;
    for (const StockKey& key : keys) records.push_back(&*state.stock.find(key));
    return records;
}

std::vector<const PartEntry*> touched_parts(const Decision& decision, const State& state) {
    std::set<PartKey> keys;
    for (const Movement& movement : decision.movements)
        if (movement.part) keys.insert(*movement.part);
    std::vector<const PartEntry*> parts;
    for (const PartKey& key : keys) parts.push_back(&*state.parts.find(key));
    return parts;
}

void add_stock(Parameters& parameters, const std::vector<const StockEntry*>& records) {
    const auto of_key = [&](auto member) { return column(records, [member](const StockEntry* one) { return one->first.*member; }); };
    const auto of_counters = [&](auto member) {
        return column(records, [member](const StockEntry* one) { return one->second.counters.*member; });
    };
    parameters.texts(of_key(&StockKey::variant))
        .texts(of_key(&StockKey::warehouse))
        .integers(of_counters(&Counters::on_hand))
        .integers(of_counters(&Counters::allocated))
        .integers(of_counters(&Counters::backordered));
}

std::optional<std::int64_t> stored_age(const PartEntry* entry) {
    if (entry->second.age == age_of_this_call) return std::nullopt;
    return entry->second.age;
}

void add_part_columns(Parameters& parameters, const std::vector<const PartEntry*>& parts) {
    const auto of_key = [&](auto member) { return column(parts, [member](const PartEntry* one) { return one->first.*member; }); };
    const auto of_part = [&](auto member) { return column(parts, [member](const PartEntry* one) { return one->second.*member; }); };
    parameters.texts(of_key(&PartKey::order))
        .texts(of_key(&PartKey::line))
        .texts(of_key(&PartKey::warehouse))
        .texts(of_part(&Part::variant))
        .texts(of_part(&Part::seller))
        .integers(of_part(&Part::line_number))
        .integers(of_part(&Part::priority))
        .integers(column(parts, stored_age))
        .integers(of_part(&Part::allocated))
        .integers(of_part(&Part::waiting))
        .integers(of_part(&Part::shipped))
        .integers(of_part(&Part::cancelled));
}

void add_ledger(Parameters& parameters, const std::vector<Movement>& movements) {
    parameters.texts(column(movements, [](const Movement& one) { return one.stock.variant; }))
        .texts(column(movements, [](const Movement& one) { return one.stock.warehouse; }))
        .texts(column(movements, [](const Movement& one) { return one.part ? one.part->order : std::string(); }))
        .texts(column(movements, [](const Movement& one) { return one.part ? one.part->line : std::string(); }))
        .integers(column(movements, &Movement::on_hand))
        .integers(column(movements, &Movement::allocated))
        .integers(column(movements, &Movement::backordered));
}

struct ShippedLine {
    const Fulfillment* fulfillment;
    const FulfillmentLine* line;
};

void add_fulfillments(Parameters& parameters, const std::vector<Fulfillment>& fulfillments) {
    std::vector<ShippedLine> lines;
    for (const Fulfillment& fulfillment : fulfillments)
        for (const FulfillmentLine& line : fulfillment.lines) lines.push_back({&fulfillment, &line});
    const auto of_fulfillment = [&](auto member) { return column(lines, [member](const ShippedLine& one) { return one.fulfillment->*member; }); };
    parameters.texts(of_fulfillment(&Fulfillment::order))
        .integers(of_fulfillment(&Fulfillment::number))
        .texts(of_fulfillment(&Fulfillment::warehouse))
        .texts(of_fulfillment(&Fulfillment::undone))
        .texts(column(lines, [](const ShippedLine& one) { return one.line->line; }))
        .integers(column(lines, [](const ShippedLine& one) { return one.line->quantity; }));
}

template <class Pairs>
auto first(const Pairs& pairs) {
    return column(pairs, [](const auto& one) { return one.first; });
}

template <class Pairs>
auto second(const Pairs& pairs) {
    return column(pairs, [](const auto& one) { return one.second; });
}

}  // namespace

void PostgresWork::write(const std::string& marketplace, const NewCall& call, const Decision& decision, const State& state) {
    Parameters parameters;
    parameters.text(marketplace)
        .text(call.key.scope)
        .text(call.key.key)
        .text(call.verb)
        .text(call.actor)
        .text(call.seller)
        .text(call.traceparent)
        .text(call.body)
        .text(call.answer)
        .text(call.events);
    add_stock(parameters, counted_stock(decision, state));
    add_part_columns(parameters, touched_parts(decision, state));
    add_ledger(parameters, decision.movements);
    add_fulfillments(parameters, decision.fulfillments);
    transaction_.run(sql::write, parameters);
}

void PostgresWork::set_backorders_enabled(const std::string& marketplace, bool enabled) {
    transaction_.run(sql::set_backorders_enabled, Parameters().text(marketplace).flag(enabled));
}

void PostgresWork::put_products(const std::string& marketplace, const std::vector<std::pair<std::string, std::string>>& product_seller) {
    if (product_seller.empty()) return;
    transaction_.run(sql::put_products, Parameters().text(marketplace).texts(first(product_seller)).texts(second(product_seller)));
}

void PostgresWork::put_variants(const std::string& marketplace, const std::vector<std::pair<std::string, std::string>>& variant_product) {
    if (variant_product.empty()) return;
    transaction_.run(sql::put_variants, Parameters().text(marketplace).texts(first(variant_product)).texts(second(variant_product)));
}

void PostgresWork::put_warehouses(const std::string& marketplace, const std::map<std::string, Warehouse>& warehouses,
                                  const std::map<std::string, Warehouse>& known) {
    const auto of = [&](auto member) { return column(warehouses, [member](const auto& one) { return one.second.*member; }); };
    transaction_.run(sql::put_warehouses, Parameters()
                                              .text(marketplace)
                                              .texts(first(warehouses))
                                              .texts(of(&Warehouse::owner))
                                              .integers(of(&Warehouse::priority))
                                              .flags(of(&Warehouse::active))
                                              .flags(column(warehouses, [&](const auto& one) { return known.contains(one.first); })));
}

void PostgresWork::set_product_policy(const std::string& marketplace, Policy policy, const std::vector<std::string>& products) {
    transaction_.run(sql::set_product_policy, Parameters().text(marketplace).text(name(policy)).texts(products));
}

void PostgresWork::set_variant_policy(const std::string& marketplace, Policy policy, const std::vector<std::string>& variants) {
    transaction_.run(sql::set_variant_policy, Parameters().text(marketplace).text(name(policy)).texts(variants));
}

void PostgresWork::set_thresholds(const std::string& marketplace, const std::vector<StockKey>& stock, const State& state,
                                  const std::vector<ProductThreshold>& products) {
    const auto of_record = [&](Threshold StockRecord::*which, auto member) {
        return column(stock, [&, which, member](const StockKey& key) { return state.stock.at(key).*which.*member; });
    };
    const auto mode_names = [](const auto& modes) { return column(modes, [](Threshold::Mode mode) { return std::string(name(mode)); }); };
    transaction_.run(sql::set_thresholds, Parameters()
                                              .text(marketplace)
                                              .texts(column(stock, &StockKey::variant))
                                              .texts(column(stock, &StockKey::warehouse))
                                              .texts(mode_names(of_record(&StockRecord::own, &Threshold::mode)))
                                              .integers(of_record(&StockRecord::own, &Threshold::units))
                                              .texts(mode_names(of_record(&StockRecord::of_product, &Threshold::mode)))
                                              .integers(of_record(&StockRecord::of_product, &Threshold::units))
                                              .texts(column(products, &ProductThreshold::product))
                                              .texts(column(products, &ProductThreshold::warehouse))
                                              .texts(column(products, [](const auto& one) { return std::string(name(one.threshold.mode)); }))
                                              .integers(column(products, [](const auto& one) { return one.threshold.units; })));
}

void PostgresWork::create_stock(const std::string& marketplace, const std::vector<StockKey>& keys) {
    transaction_.run(sql::create_stock, Parameters()
                                            .text(marketplace)
                                            .texts(column(keys, &StockKey::variant))
                                            .texts(column(keys, &StockKey::warehouse)));
}

bool PostgresWork::set_cursor(const std::string& marketplace, const std::string& scope, const std::string& consumer, const EventCursor& cursor) {
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
