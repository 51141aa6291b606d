#include "service/verbs/lists.hpp"

#include "domain/words.hpp"
#include "service/request/operations.hpp"
#include "service/request/scope.hpp"
#include "service/verbs/question.hpp"

#include <charconv>

namespace backorder {

namespace {

ListFilter filter(const std::string& seller, const std::string& after, std::int64_t limit) {
    return {.seller = seller,
            .after = after,
            .limit = limit + 1,
            .look = seller.empty() ? limit + 1 : std::max(limit + 1, most_looked_at)};
}

void add(Table& table, const ListedWarehouse& one) {
    table.add({one.id, one.warehouse.owner, one.warehouse.priority, one.warehouse.active});
}

void add(Table& table, const ListedProduct& one) { table.add({one.id, one.product.seller, name(one.product.policy)}); }

void add(Table& table, const ListedVariant& one) {
    table.add(
        {one.id, one.variant.product, one.variant.seller, name(one.variant.own), one.variant.backorders_allowed()});
}

void add(Table& table, const OpenOrder& one) {
    table.add({one.id, one.placed_at, one.priority, one.lines, one.allocated, one.waiting});
}

template <class Row, class Query>
Outcome<Answer> list(Store& store, const Context& context, const Query& query, const std::string& seller,
                     const TableSpec& table, Listing<Row> (Work::*listing)(const std::string&, const ListFilter&)) {
    return ask(
        store, context,
        [&](Work& work) -> Outcome<Answer> {
            const Listing<Row> found = (work.*listing)(context.marketplace, filter(seller, query.after, query.limit));
            return page(
                found, table, query.limit, query.after, [](Table& to, const Row& one) { add(to, one); },
                [](const Row& one) { return one.id; });
        });
}

std::optional<std::int64_t> age_from(std::string_view cursor) {
    std::int64_t age = 0;
    if (cursor.empty()) return age;
    const auto [end, error] = std::from_chars(cursor.data(), cursor.data() + cursor.size(), age);
    if (error != std::errc{} || end != cursor.data() + cursor.size()) return std::nullopt;
    return age;
}

}  // namespace

Outcome<std::string> seller_asked(const Context& context, const std::string& seller) {
    if (context.role != Role::seller || seller.empty() || seller == context.seller)
        return context.role == Role::seller ? context.seller : seller;
    return Refusal{Status::not_found,
                   "There is no seller '" + seller + "' whose records this actor may see",
                   {{{"seller", seller}}}};
}

Refusal no_page_cursor() {
    return {Status::argument,
            "after is no cursor of this operation; take it from the answer's cursor table",
            {{{"field", std::string("after")}}}};
}

Outcome<Answer> Operation<WarehousesQuery>::handle(Store& store, const Context& context, const WarehousesQuery& query) {
    return list(store, context, query, context.seller, tables::warehouse_list, &Work::warehouses);
}

Outcome<Answer> Operation<ProductsQuery>::handle(Store& store, const Context& context, const ProductsQuery& query) {
    const Outcome<std::string> seller = seller_asked(context, query.seller);
    if (!seller) return seller.error();
    return list(store, context, query, *seller, tables::product_list, &Work::products);
}

Outcome<Answer> Operation<VariantsQuery>::handle(Store& store, const Context& context, const VariantsQuery& query) {
    const Outcome<std::string> seller = seller_asked(context, query.seller);
    if (!seller) return seller.error();
    return list(store, context, query, *seller, tables::variant_list, &Work::variants);
}

Outcome<Answer> Operation<OpenOrdersQuery>::handle(Store& store, const Context& context, const OpenOrdersQuery& query) {
    const Outcome<std::string> seller = seller_asked(context, query.seller);
    if (!seller) return seller.error();
    const std::optional<std::int64_t> after = age_from(query.after);
    if (!after) return no_page_cursor();
    return ask(store, context, [&](Work& work) -> Outcome<Answer> {
        const Listing<OpenOrder> found{work.open_orders(context.marketplace, *seller, *after, query.limit + 1), {}};
        return page(
            found, tables::open_orders, query.limit, query.after, [](Table& to, const OpenOrder& one) { add(to, one); },
            [](const OpenOrder& one) { return std::to_string(one.age); });
    });
}

namespace {

void add(Table& table, const Waiting& one) {
    table.add({one.place, one.part.order, one.part.line, one.product, one.variant, one.part.warehouse, one.seller,
               one.units, one.priority, one.since, one.free_elsewhere});
}

std::string cursor(const Waiting& one) {
    return QueueCursor{one.variant, one.part.warehouse, one.priority, one.age, one.line_number}.text();
}

/// Who names one variant or order reads what belongs to it. Who names nothing, or goes on from a cursor, is told where
/// a page ended that found little; who skips expects full pages.
std::int64_t most_records(const QueueQuery& query) {
    if (query.variant || query.order || query.skip > 0) return 0;
    const bool paged = !query.after.empty() || (!query.warehouse && !query.seller);
    return paged ? most_looked_at : 0;
}

}  // namespace

Outcome<Answer> Operation<QueueQuery>::handle(Store& store, const Context& context, const QueueQuery& query) {
    const Outcome<std::string> seller = seller_asked(context, query.seller);
    if (!seller) return seller.error();
    const std::optional<QueueCursor> after = queue_cursor_from(query.after);
    if (!after) return no_page_cursor();
    const QueueFilter filter{.variant = query.variant,
                             .warehouse = query.warehouse,
                             .seller = *seller,
                             .order = query.order,
                             .limit = query.limit + 1,
                             .skip = query.skip,
                             .after = *after,
                             .look = most_records(query)};
    return ask(store, context, [&](Work& work) -> Outcome<Answer> {
        return page(
            work.queue(context.marketplace, filter), tables::queue, query.limit, query.after,
            [](Table& to, const Waiting& one) { add(to, one); }, cursor);
    });
}

Outcome<Answer> Operation<LedgerQuery>::handle(Store& store, const Context& context, const LedgerQuery& query) {
    const LedgerFilter filter{.variant = query.variant,
                              .warehouse = query.warehouse,
                              .order = query.order,
                              .seller = context.seller,
                              .after = query.after,
                              .limit = query.limit};
    return ask(store, context, [&](Work& work) -> Outcome<Answer> {
        Answer answer;
        Table& table = answer.table(tables::ledger);
        for (const LedgerRow& row : work.ledger(context.marketplace, filter))
            table.add({row.sequence, row.at, row.actor, row.verb, row.stock.variant, row.stock.warehouse, row.on_hand,
                       row.allocated, row.backordered, row.order, row.line, row.key});
        return answer;
    });
}

}  // namespace backorder
