#include "service/handlers.hpp"
#include "service/question.hpp"
#include "service/scope.hpp"

namespace backorder {

namespace {

/// A seller asks for its own, whatever seller it names.
Outcome<std::string> seller_asked(const Context& context, const std::string& seller) {
    if (context.role != Role::seller || seller.empty() || seller == context.seller)
        return context.role == Role::seller ? context.seller : seller;
    return Refusal{Status::not_found, "There is no seller '" + seller + "' whose records this actor may see", {{{"seller", seller}}}};
}

}  // namespace

Outcome<Answer> handle(Store& store, const Context& context, const QueueQuery& query) {
    const Outcome<std::string> seller = seller_asked(context, query.seller);
    if (!seller) return seller.error();
    const QueueFilter filter{.variant = query.variant, .warehouse = query.warehouse, .seller = *seller, .order = query.order,
                             .limit = query.limit, .skip = query.skip};
    return ask(store, context, [&](Work& work) -> Outcome<Answer> {
        Answer answer;
        Table& table = answer.table(tables::queue);
        for (const Waiting& one : work.queue(context.marketplace, filter))
            table.add({one.place, one.part.order, one.part.line, one.product, one.variant, one.part.warehouse, one.seller, one.units,
                       one.priority, one.since});
        return answer;
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

Outcome<Answer> handle(Store& store, const Context& context, const Verify&) {
    return ask(store, context, [&](Work& work) -> Outcome<Answer> {
        Answer answer;
        const Verification found = work.verify(context.marketplace, context.seller);
        answer.table(tables::verify).add({found.stock_records, found.parts, found.ledger_rows, static_cast<std::int64_t>(found.differences.size())});
        Table& table = answer.table(tables::differences);
        for (const Difference& one : found.differences)
            table.add({one.what, one.variant, one.warehouse, one.order, one.line, one.expected, one.found});
        return answer;
    });
}

}  // namespace backorder
