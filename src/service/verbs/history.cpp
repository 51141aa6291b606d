#include "service/verbs/handlers.hpp"
#include "service/verbs/lists.hpp"
#include "service/verbs/question.hpp"

namespace backorder {

namespace {

void add(Table& table, const Waiting& one) {
    table.add({one.place, one.part.order, one.part.line, one.product, one.variant, one.part.warehouse, one.seller, one.units, one.priority,
               one.since, one.free_elsewhere});
}

std::string cursor(const Waiting& one) {
    return QueueCursor{one.variant, one.part.warehouse, one.priority, one.age, one.line_number}.text();
}

/// Who names one variant or order reads what belongs to it. Who names nothing, or goes on from a cursor, is told where a page ended
/// that found little; who skips expects full pages.
std::int64_t most_records(const QueueQuery& query) {
    if (query.variant || query.order || query.skip > 0) return 0;
    const bool paged = !query.after.empty() || (!query.warehouse && !query.seller);
    return paged ? most_looked_at : 0;
}

}  // namespace

Outcome<Answer> handle(Store& store, const Context& context, const QueueQuery& query) {
    const Outcome<std::string> seller = seller_asked(context, query.seller);
    if (!seller) return seller.error();
    const std::optional<QueueCursor> after = queue_cursor_from(query.after);
    if (!after) return no_page_cursor();
    const QueueFilter filter{.variant = query.variant, .warehouse = query.warehouse, .seller = *seller, .order = query.order,
                             .limit = query.limit + 1, .skip = query.skip, .after = *after, .look = most_records(query)};
    return ask(store, context, [&](Work& work) -> Outcome<Answer> {
        return page(work.queue(context.marketplace, filter), tables::queue, query.limit, query.after,
                    [](Table& to, const Waiting& one) { add(to, one); }, cursor);
    });
}

Outcome<Answer> handle(Store& store, const Context& context, const LedgerQuery& query) {
    const LedgerFilter filter{.variant = query.variant, .warehouse = query.warehouse, .order = query.order,
                              .seller = context.seller, .after = query.after, .limit = query.limit};
    return ask(store, context, [&](Work& work) -> Outcome<Answer> {
        Answer answer;
        Table& table = answer.table(tables::ledger);
        for (const LedgerRow& row : work.ledger(context.marketplace, filter))
            table.add({row.sequence, row.at, row.actor, row.verb, row.stock.variant, row.stock.warehouse, row.on_hand, row.allocated,
                       row.backordered, row.order, row.line, row.key});
        return answer;
    });
}

}  // namespace backorder
