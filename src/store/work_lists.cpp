#include "domain/words.hpp"
#include "service/request/types.hpp"
#include "store/work.hpp"

#include <utility>

namespace backorder {

namespace {

/// Greater than every id.
std::string beyond_all_ids() {
    std::string text;
    while (text.size() <= max_id_bytes) text += "\U0010FFFF";
    return text;
}

Parameters asked(const std::string& marketplace, const ListFilter& filter) {
    return std::move(Parameters()
                         .text(marketplace)
                         .text(filter.after)
                         .text(filter.seller)
                         .integer(filter.limit)
                         .integer(filter.look));
}

/// Rows of which the first column is the id; the second is null in the one that only tells where the look ended.
template <class Row, class Read>
Listing<Row> listing(const Rows& rows, Read read) {
    Listing<Row> found;
    for (std::size_t row = 0; row < rows.size(); ++row)
        if (rows.null(row, 1))
            found.looked_up_to = rows.text(row, 0);
        else
            found.rows.push_back(read(row));
    return found;
}

Waiting waiting(const Rows& rows, std::size_t row) {
    const auto text = [&](std::size_t column) { return std::string(rows.text(row, column)); };
    return {.place = rows.integer(row, 0),
            .part = {text(1), text(2), text(3)},
            .product = text(4),
            .variant = text(5),
            .seller = text(6),
            .units = rows.integer(row, 7),
            .priority = rows.integer(row, 8),
            .since = text(9),
            .age = rows.integer(row, 10),
            .line_number = rows.integer(row, 11),
            .free_elsewhere = rows.integer(row, 12)};
}

}  // namespace

Listing<Waiting> PostgresWork::queue(const std::string& marketplace, const QueueFilter& filter) {
    plan_for_these_values();
    Listing<Waiting> found;
    const QueueCursor last = queue_end(marketplace, filter);
    if (last.variant != beyond_all_ids()) found.looked_up_to = last.text();
    const QueueCursor& after = filter.after;
    Parameters parameters;
    parameters.text(marketplace).text(filter.variant).text(filter.warehouse).text(filter.seller);
    const bool of_order = !filter.order.empty();
    if (of_order) parameters.text(filter.order);
    parameters.integer(filter.limit).integer(filter.skip).text(after.variant).text(after.warehouse);
    if (!of_order) parameters.text(last.variant).text(last.warehouse);
    parameters.integer(after.priority).integer(after.age).integer(after.line_number);
    const Rows rows = transaction_.run(of_order ? sql::queue_of_order : sql::queue, parameters);
    for (std::size_t row = 0; row < rows.size(); ++row) found.rows.push_back(waiting(rows, row));
    return found;
}

QueueCursor PostgresWork::queue_end(const std::string& marketplace, const QueueFilter& filter) {
    if (filter.look > 0) {
        const Rows end = transaction_.run(sql::queue_end, Parameters()
                                                              .text(marketplace)
                                                              .text(filter.after.variant)
                                                              .text(filter.after.warehouse)
                                                              .integer(filter.look - 1));
        if (!end.empty()) return QueueCursor::end_of(std::string(end.text(0, 0)), std::string(end.text(0, 1)));
    }
    return {.variant = beyond_all_ids()};
}

Listing<ListedWarehouse> PostgresWork::warehouses(const std::string& marketplace, const ListFilter& filter) {
    const Rows rows = transaction_.run(sql::list_warehouses, asked(marketplace, filter));
    return listing<ListedWarehouse>(rows, [&](std::size_t row) {
        return ListedWarehouse{
            std::string(rows.text(row, 0)),
            {.owner = std::string(rows.text(row, 1)), .priority = rows.integer(row, 2), .active = rows.flag(row, 3)}};
    });
}

Listing<ListedProduct> PostgresWork::products(const std::string& marketplace, const ListFilter& filter) {
    const Rows rows = transaction_.run(sql::list_products, asked(marketplace, filter));
    return listing<ListedProduct>(rows, [&](std::size_t row) {
        return ListedProduct{std::string(rows.text(row, 0)),
                             {.seller = std::string(rows.text(row, 1)), .policy = policy_from(rows.text(row, 2))}};
    });
}

Listing<ListedVariant> PostgresWork::variants(const std::string& marketplace, const ListFilter& filter) {
    const Rows rows = transaction_.run(sql::list_variants, asked(marketplace, filter));
    return listing<ListedVariant>(rows, [&](std::size_t row) {
        return ListedVariant{std::string(rows.text(row, 0)),
                             {.product = std::string(rows.text(row, 1)),
                              .seller = std::string(rows.text(row, 2)),
                              .own = policy_from(rows.text(row, 3)),
                              .of_product = policy_from(rows.text(row, 4))}};
    });
}

std::vector<OpenOrder> PostgresWork::open_orders(const std::string& marketplace, const std::string& seller,
                                                 std::int64_t age, std::int64_t limit) {
    plan_for_these_values();
    const Rows rows =
        transaction_.run(sql::open_orders, Parameters().text(marketplace).text(seller).integer(age).integer(limit));
    std::vector<OpenOrder> orders;
    for (std::size_t row = 0; row < rows.size(); ++row)
        orders.push_back({.id = std::string(rows.text(row, 0)),
                          .age = rows.integer(row, 1),
                          .placed_at = std::string(rows.text(row, 2)),
                          .priority = rows.integer(row, 3),
                          .lines = rows.integer(row, 4),
                          .allocated = rows.integer(row, 5),
                          .waiting = rows.integer(row, 6)});
    return orders;
}

}  // namespace backorder
