#include "store/work.hpp"

#include <charconv>
#include <utility>

namespace backorder {

namespace {

/// Columns of verify_records and verify_orders.
enum Column : std::size_t { kind, what, variant, warehouse, order_id, line, expected, found };

void add_difference(const Rows& rows, std::size_t row, VerifiedPage& page) {
    const auto text = [&](std::size_t column) { return std::string(rows.text(row, column)); };
    page.differences.push_back({text(what), text(variant), text(warehouse), text(order_id), text(line),
                                rows.integer(row, expected), rows.integer(row, found)});
}

Parameters scoped(const std::string& marketplace, const VerifyScope& scope) {
    return std::move(Parameters().text(marketplace).text(scope.seller).text(scope.variant).text(scope.warehouse));
}

/// Numbers with commas between them.
std::vector<std::int64_t> numbers(std::string_view text) {
    std::vector<std::int64_t> found;
    for (const char* at = text.data(); at < text.data() + text.size(); ++at)
        at = std::from_chars(at, text.data() + text.size(), found.emplace_back()).ptr;
    return found;
}

}  // namespace

void PostgresWork::plan_for_comparing() {
    if (std::exchange(comparing_, true)) return;
    plan_for_these_values();
    for (const auto& [setting, value] :
         {std::pair("enable_nestloop", "off"), std::pair("enable_mergejoin", "off"), std::pair("work_mem", "64MB")})
        transaction_.run(sql::plan_setting, Parameters().text(setting).text(value));
}

VerifyExtent PostgresWork::verify_extent(const std::string& marketplace) {
    const Rows rows = transaction_.run(sql::verify_extent, Parameters().text(marketplace));
    return {rows.integer(0, 0), rows.integer(0, 1)};
}

VerifiedPage PostgresWork::verify_records(const std::string& marketplace, const VerifyScope& scope,
                                          const std::string& after, std::int64_t limit) {
    return compare_records(marketplace, scope, after, limit, {});
}

VerifiedPage PostgresWork::compare_records(const std::string& marketplace, const VerifyScope& scope,
                                           const std::string& after, std::int64_t limit,
                                           const std::vector<std::int64_t>& lost) {
    plan_for_comparing();
    const Rows rows =
        transaction_.run(sql::verify_records, scoped(marketplace, scope).text(after).integer(limit).integers(lost));
    VerifiedPage page;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const std::string_view of = rows.text(row, kind);
        if (of == "page") {
            page.last = std::string(rows.text(row, variant));
            page.steps = rows.integer(row, expected);
        } else if (of == "counted") {
            page.stock_records = rows.integer(row, expected);
            page.ledger_rows = rows.integer(row, found);
        } else if (of == "record") {
            page.records.push_back(rows.integer(row, expected));
        } else {
            add_difference(rows, row, page);
        }
    }
    return page;
}

VerifiedPage PostgresWork::verify_ledger(const std::string& marketplace, const VerifyScope& scope,
                                         const std::string& after, std::int64_t limit) {
    plan_for_comparing();
    const Rows rows = transaction_.run(
        sql::verify_ledger,
        Parameters().text(marketplace).text(after.empty() ? "0" : after).integer(limit).text(scope.warehouse));
    const std::vector<std::int64_t> lost = numbers(rows.text(0, 2));
    VerifiedPage page = lost.empty() ? VerifiedPage{} : compare_records(marketplace, scope, {}, 0, lost);
    page.steps = rows.integer(0, 0);
    page.last = std::string(rows.text(0, 1));
    return page;
}

VerifiedPage PostgresWork::verify_orders(const std::string& marketplace, const VerifyScope& scope,
                                         const std::string& after, std::int64_t limit) {
    plan_for_comparing();
    const Rows orders = transaction_.run(sql::verify_order_page,
                                         Parameters().text(marketplace).text(after).integer(limit).text(scope.seller));
    const std::int64_t steps = orders.integer(0, 0);
    // What lies behind the last order that was placed belongs to the last page.
    const std::string last = steps == limit ? std::string(orders.text(0, 1)) : std::string();
    VerifiedPage page = compare_orders(
        scoped(marketplace, scope).text(after).text(last).flag(false).integers(std::vector<std::int64_t>()));
    page.steps = steps;
    page.last = last;
    return page;
}

VerifiedPage PostgresWork::verify_orders_of(const std::string& marketplace, const VerifyScope& scope,
                                            const std::vector<std::int64_t>& records) {
    plan_for_comparing();
    return compare_orders(scoped(marketplace, scope).text("").text("").flag(true).integers(records));
}

VerifiedPage PostgresWork::compare_orders(const Parameters& parameters) {
    const Rows rows = transaction_.run(sql::verify_orders, parameters);
    VerifiedPage page;
    for (std::size_t row = 0; row < rows.size(); ++row)
        if (rows.text(row, kind) == "counted")
            page.parts = rows.integer(row, expected);
        else
            add_difference(rows, row, page);
    return page;
}

}  // namespace backorder
