#include "still_work.hpp"

#include <algorithm>

namespace fuzz {

using namespace backorder;

namespace {

constexpr const char* moment = "2026-01-01T00:00:00Z";

bool has(const std::vector<std::string>& texts, const std::string& text) {
    return std::find(texts.begin(), texts.end(), text) != texts.end();
}

}  // namespace

Loaded StillWork::load(Text, const std::vector<CallKey>& calls, const LoadScope&) {
    Loaded loaded{shelf_.state, {}};
    for (const CallKey& call : calls)
        loaded.calls.push_back({++shelf_.sequence, shelf_.calls.contains({call.scope, call.key})});
    return loaded;
}

void StillWork::load_orders(Text, const std::set<std::string>& orders, State& into) {
    into.variants = shelf_.state.variants;
    into.warehouses = shelf_.state.warehouses;
    for (const auto& [key, part] : shelf_.state.parts)
        if (orders.contains(key.order)) into.add_part(key, part);
}

void StillWork::load_queues(Text, const QueueDepth&, const std::set<std::string>&, State& into) {
    for (const auto& [key, part] : shelf_.state.parts) into.add_part(key, part);
}

std::vector<std::optional<RecordedCall>> StillWork::recorded(Text, const std::vector<CallKey>& calls) {
    std::vector<std::optional<RecordedCall>> found;
    for (const CallKey& call : calls) {
        const auto known = shelf_.calls.find({call.scope, call.key});
        found.push_back(known == shelf_.calls.end() ? std::nullopt : std::optional(known->second));
    }
    return found;
}

std::vector<ShippedFulfillment> StillWork::fulfillments(Text, const std::set<std::string>& orders) {
    std::vector<ShippedFulfillment> found;
    for (const Fulfillment& made : shelf_.fulfillments)
        if (orders.contains(made.order)) found.push_back({made, moment});
    return found;
}

void StillWork::write(Text, std::span<const CallRow> calls, const State& state) {
    if (shelf_.still) return;
    shelf_.state = state;
    for (auto& [key, part] : shelf_.state.parts) {
        part.stored = true;
        if (part.age == age_of_this_call) part.age = shelf_.sequence;
    }
    for (const CallRow& call : calls) keep(call);
}

void StillWork::keep(const CallRow& call) {
    shelf_.calls[{call.key.scope, call.key.key}] = {call.verb,   call.seller, call.body,
                                                    call.answer, call.events, moment};
    shelf_.events.push_back({"1", call.sequence, moment, call.key.key, call.events});
    const auto& made = call.decision.fulfillments;
    shelf_.fulfillments.insert(shelf_.fulfillments.end(), made.begin(), made.end());
}

void StillWork::create_stock(Text, const std::set<StockKey>& keys) {
    for (const StockKey& key : keys) shelf_.state.stock.try_emplace(key);
}

State StillWork::stock(Text, Texts variants, Texts products) {
    State found;
    found.backorders_enabled = shelf_.state.backorders_enabled;
    found.warehouses = shelf_.state.warehouses;
    for (const auto& [id, variant] : shelf_.state.variants)
        if (has(variants, id) || has(products, variant.product)) found.variants.emplace(id, variant);
    for (const auto& [key, record] : shelf_.state.stock)
        if (found.variants.contains(key.variant)) found.stock.emplace(key, record);
    return found;
}

std::map<std::string, Units64> StillWork::backordered_at(Text, Texts warehouses) {
    std::map<std::string, Units64> units;
    for (const std::string& warehouse : warehouses) units[warehouse] = 3;
    return units;
}

Listing<Waiting> StillWork::queue(Text, const QueueFilter&) {
    Listing<Waiting> found{.looked_up_to = "1.2.3.1.va"};
    for (const auto& [key, part] : shelf_.state.parts)
        found.rows.push_back({1, key, "p", part.variant, part.seller, part.waiting, part.priority, moment, part.age,
                              part.line_number, most_units});
    return found;
}

Listing<ListedWarehouse> StillWork::warehouses(Text, const ListFilter&) {
    Listing<ListedWarehouse> found{.looked_up_to = "w"};
    for (const auto& [id, warehouse] : shelf_.state.warehouses) found.rows.push_back({id, warehouse});
    return found;
}

Listing<ListedProduct> StillWork::products(Text, const ListFilter&) {
    Listing<ListedProduct> found;
    for (const auto& [id, product] : shelf_.catalog.products) found.rows.push_back({id, product});
    return found;
}

Listing<ListedVariant> StillWork::variants(Text, const ListFilter&) {
    Listing<ListedVariant> found;
    for (const auto& [id, variant] : shelf_.state.variants) found.rows.push_back({id, variant});
    return found;
}

std::vector<OpenOrder> StillWork::open_orders(Text, Text, std::int64_t age, std::int64_t limit) {
    std::vector<OpenOrder> found;
    if (age < most_units && limit > 0) found.push_back({"o", age + 1, moment, -1, 1, most_units, most_units});
    return found;
}

std::vector<LedgerRow> StillWork::ledger(Text, const LedgerFilter&) {
    return {{1, moment, "host", "receive", {"v", "a"}, most_units, -most_units, 0, "o", "1", "k"}};
}

EventsPage StillWork::events(Text, const EventCursor& from, std::int64_t calls, std::int64_t) {
    EventsPage page;
    for (const CallEvents& call : shelf_.events)
        if ((from.epoch == "0" || call.sequence >= from.sequence) &&
            static_cast<std::int64_t>(page.calls.size()) < calls)
            page.calls.push_back(call);
    return page;
}

bool StillWork::set_cursor(Text, Text, Text, const EventCursor& cursor) { return cursor.sequence <= shelf_.sequence; }

VerifiedPage StillWork::verify_records(Text, const VerifyScope&, Text, std::int64_t) {
    return {.stock_records = 1,
            .parts = 2,
            .ledger_rows = 3,
            .differences = {{"ledger", "v", "a", "o", "1", -1, most_units}}};
}

}  // namespace fuzz
