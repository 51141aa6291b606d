#include "expect.h"
#include "show.h"
#include "steps.h"
#include "views.h"

static void show_fulfillments(const struct answer* answer) {
    static const struct show_column columns[] = {
        {"fulfilment", BO_COL_FULFILLMENTS_FULFILLMENT, SHOW_NUMBER},
        {"warehouse", BO_COL_FULFILLMENTS_WAREHOUSE, SHOW_TEXT},
        {"line", BO_COL_FULFILLMENTS_LINE, SHOW_TEXT},
        {"variant", BO_COL_FULFILLMENTS_VARIANT, SHOW_TEXT},
        {"quantity", BO_COL_FULFILLMENTS_QUANTITY, SHOW_NUMBER},
    };
    SHOW_TABLE(answer, BO_TABLE_FULFILLMENTS, columns);
    show_order(answer);
}

static void show_shippable(struct shop* shop, const char* order, int64_t shippable, int64_t strict) {
    static const struct show_column columns[] = {
        {"line", BO_COL_SHIPPABLE_LINE, SHOW_TEXT},
        {"warehouse", BO_COL_SHIPPABLE_WAREHOUSE, SHOW_TEXT},
        {"shippable", BO_COL_SHIPPABLE_SHIPPABLE, SHOW_NUMBER},
        {"waiting", BO_COL_SHIPPABLE_WAITING, SHOW_NUMBER},
        {"strict", BO_COL_SHIPPABLE_STRICT, SHOW_FLAG},
        {"free here", BO_COL_SHIPPABLE_FREE_HERE, SHOW_NUMBER},
        {"why not the rest", BO_COL_SHIPPABLE_REASON, SHOW_TEXT},
    };
    struct answer answer = shippable_of(shop, order);
    expect_status(&answer, BO_OK);
    const size_t hamburg = expect_row(&answer, BO_TABLE_SHIPPABLE, BO_COL_SHIPPABLE_WAREHOUSE, "hamburg");
    expect_number(&answer, BO_COL_SHIPPABLE_SHIPPABLE, hamburg, shippable);
    expect_number(&answer, BO_COL_SHIPPABLE_STRICT, hamburg, strict);
    show_note("What of %s could ship now:", order);
    SHOW_TABLE(&answer, BO_TABLE_SHIPPABLE, columns);
    answer_free(&answer);
}

void fulfil_strictly_too_early(struct shop* shop) {
    show_shippable(shop, "carla-2", 2, 0);
    struct answer answer = fulfill(shop, "carla-2", "hamburg", 2, BO_STRICT);
    expect_status(&answer, BO_E_RESTOCK_FIRST);
    show_refusal("Paul ships Carla's 2 from the dashboard (strict)", &answer);
    answer_free(&answer);
}

void ship_the_allocated_part(struct shop* shop) {
    struct answer answer = fulfill(shop, "carla-2", "hamburg", 3, 0);
    expect_status(&answer, BO_E_NOT_SHIPPABLE);
    show_refusal("Paul ships 3 by the API", &answer);
    answer_free(&answer);

    answer = fulfill(shop, "carla-2", "hamburg", 2, 0);
    expect_status(&answer, BO_OK);
    expect_text(&answer, BO_COL_ORDER_STATE, 0, "partially_fulfilled");
    expect_number(&answer, BO_COL_LINES_SHIPPED, 0, 2);
    expect_number(&answer, BO_COL_LINES_WAITING, 0, 2);
    show_note("2 by the API: they ship, while the other 2 go on waiting in the same warehouse.");
    show_fulfillments(&answer);
    answer_free(&answer);
}

void ship_the_rest_from_elsewhere(struct shop* shop) {
    struct answer answer = receive(shop, &the_operator, "mug-blue", "central", 2);
    expect_status(&answer, BO_OK);
    expect_rows(&answer, BO_TABLE_COVERED, 0);
    show_note("2 blue mugs come in at central. Nobody waits there.");
    answer_free(&answer);

    answer = fulfill(shop, "carla-2", "central", 2, 0);
    expect_status(&answer, BO_OK);
    expect_text(&answer, BO_COL_ORDER_STATE, 0, "fulfilled");
    expect_number(&answer, BO_COL_LINES_SHIPPED, 0, 4);
    expect_number(&answer, BO_COL_LINES_WAITING, 0, 0);
    show_note("Paul ships Carla's rest from there; her place in hamburg's queue is given back.");
    show_fulfillments(&answer);
    answer_free(&answer);

    answer = stock_of_product(shop, &the_seller, "mug");
    const size_t hamburg = expect_row(&answer, BO_TABLE_STOCK, BO_COL_STOCK_WAREHOUSE, "hamburg");
    expect_number(&answer, BO_COL_STOCK_BACKORDERED, hamburg, 3);
    expect_number(&answer, BO_COL_STOCK_ON_HAND, hamburg, 4);
    show_stock(&answer);
    answer_free(&answer);
}

void restock_for_the_oldest_promise(struct shop* shop) {
    struct answer answer = receive(shop, &the_seller, "mug-blue", "hamburg", 2);
    expect_status(&answer, BO_OK);
    expect_rows(&answer, BO_TABLE_COVERED, 1);
    expect_text(&answer, BO_COL_COVERED_ORDER, 0, "david-1");
    expect_number(&answer, BO_COL_COVERED_UNITS, 0, 2);
    expect_number(&answer, BO_COL_COVERED_READY, 0, 1);
    show_note("2 arrive at hamburg: the oldest promise, David's, becomes ready. Elif still waits.");
    show_covered(&answer);
    answer_free(&answer);
    show_shippable(shop, "david-1", 2, 1);
    show_shippable(shop, "elif-2", 0, 0);
}

void fulfil_strictly_after_restock(struct shop* shop) {
    struct answer answer = fulfill(shop, "david-1", "hamburg", 2, BO_STRICT);
    expect_status(&answer, BO_OK);
    expect_text(&answer, BO_COL_ORDER_STATE, 0, "fulfilled");
    show_note("Restocked, so the dashboard can ship David's order.");
    show_fulfillments(&answer);
    answer_free(&answer);
}
