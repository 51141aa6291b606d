#include "views.h"

#include "show.h"

void show_stock(const struct answer* answer) {
    static const struct show_column columns[] = {
        {"variant", BO_COL_STOCK_VARIANT, SHOW_TEXT},       {"warehouse", BO_COL_STOCK_WAREHOUSE, SHOW_TEXT},
        {"on hand", BO_COL_STOCK_ON_HAND, SHOW_NUMBER},     {"allocated", BO_COL_STOCK_ALLOCATED, SHOW_NUMBER},
        {"available", BO_COL_STOCK_AVAILABLE, SHOW_NUMBER}, {"on backorder", BO_COL_STOCK_BACKORDERED, SHOW_NUMBER},
        {"threshold", BO_COL_STOCK_THRESHOLD, SHOW_NUMBER}, {"sellable", BO_COL_STOCK_SELLABLE, SHOW_NUMBER},
        {"shut gate", BO_COL_STOCK_SHUT_GATE, SHOW_TEXT},
    };
    SHOW_TABLE(answer, BO_TABLE_STOCK, columns);
}

void show_totals(const struct answer* answer) {
    static const struct show_column variants[] = {
        {"variant", BO_COL_VARIANT_TOTALS_VARIANT, SHOW_TEXT},
        {"backorders", BO_COL_VARIANT_TOTALS_POLICY, SHOW_TEXT},
        {"on hand", BO_COL_VARIANT_TOTALS_ON_HAND, SHOW_NUMBER},
        {"allocated", BO_COL_VARIANT_TOTALS_ALLOCATED, SHOW_NUMBER},
        {"available", BO_COL_VARIANT_TOTALS_AVAILABLE, SHOW_NUMBER},
        {"on backorder", BO_COL_VARIANT_TOTALS_BACKORDERED, SHOW_NUMBER},
    };
    static const struct show_column products[] = {
        {"product", BO_COL_PRODUCT_TOTALS_PRODUCT, SHOW_TEXT},
        {"seller", BO_COL_PRODUCT_TOTALS_SELLER, SHOW_TEXT},
        {"on hand", BO_COL_PRODUCT_TOTALS_ON_HAND, SHOW_NUMBER},
        {"allocated", BO_COL_PRODUCT_TOTALS_ALLOCATED, SHOW_NUMBER},
        {"available", BO_COL_PRODUCT_TOTALS_AVAILABLE, SHOW_NUMBER},
        {"on backorder", BO_COL_PRODUCT_TOTALS_BACKORDERED, SHOW_NUMBER},
    };
    SHOW_TABLE(answer, BO_TABLE_VARIANT_TOTALS, variants);
    SHOW_TABLE(answer, BO_TABLE_PRODUCT_TOTALS, products);
}

void show_order(const struct answer* answer) {
    static const struct show_column order[] = {
        {"order", BO_COL_ORDER_ORDER, SHOW_TEXT},
        {"state", BO_COL_ORDER_STATE, SHOW_TEXT},
    };
    static const struct show_column parts[] = {
        {"line", BO_COL_PARTS_LINE, SHOW_TEXT},
        {"variant", BO_COL_PARTS_VARIANT, SHOW_TEXT},
        {"warehouse", BO_COL_PARTS_WAREHOUSE, SHOW_TEXT},
        {"quantity", BO_COL_PARTS_QUANTITY, SHOW_NUMBER},
        {"allocated", BO_COL_PARTS_ALLOCATED, SHOW_NUMBER},
        {"waiting", BO_COL_PARTS_WAITING, SHOW_NUMBER},
        {"shipped", BO_COL_PARTS_SHIPPED, SHOW_NUMBER},
    };
    SHOW_TABLE(answer, BO_TABLE_ORDER, order);
    SHOW_TABLE(answer, BO_TABLE_PARTS, parts);
}

void show_covered(const struct answer* answer) {
    static const struct show_column columns[] = {
        {"order", BO_COL_COVERED_ORDER, SHOW_TEXT},     {"line", BO_COL_COVERED_LINE, SHOW_TEXT},
        {"variant", BO_COL_COVERED_VARIANT, SHOW_TEXT}, {"warehouse", BO_COL_COVERED_WAREHOUSE, SHOW_TEXT},
        {"units", BO_COL_COVERED_UNITS, SHOW_NUMBER},   {"ready", BO_COL_COVERED_READY, SHOW_FLAG},
    };
    SHOW_TABLE(answer, BO_TABLE_COVERED, columns);
}
