#include "expect.h"
#include "show.h"
#include "steps.h"
#include "views.h"

void look_as_a_storefront(struct shop* shop) {
    static const struct show_column columns[] = {
        {"variant", BO_COL_AVAILABILITY_VARIANT, SHOW_TEXT},
        {"state", BO_COL_AVAILABILITY_STATE, SHOW_TEXT},
        {"now", BO_COL_AVAILABILITY_NOW, SHOW_NUMBER},
        {"on backorder", BO_COL_AVAILABILITY_LATER, SHOW_NUMBER},
        {"basket of", BO_COL_AVAILABILITY_QUANTITY, SHOW_NUMBER},
        {"of it now", BO_COL_AVAILABILITY_SPLIT_NOW, SHOW_NUMBER},
        {"of it later", BO_COL_AVAILABILITY_SPLIT_LATER, SHOW_NUMBER},
        {"short", BO_COL_AVAILABILITY_SHORT, SHOW_NUMBER},
    };
    struct answer answer = availability_of(shop, "mug-blue", 0);
    expect_status(&answer, BO_OK);
    expect_text(&answer, BO_COL_AVAILABILITY_STATE, 0, "backorder");
    expect_number(&answer, BO_COL_AVAILABILITY_LATER, 0, 5);
    show_note("Sold out, but 5 may be promised.");
    SHOW_TABLE(&answer, BO_TABLE_AVAILABILITY, columns);
    answer_free(&answer);

    answer = receive(shop, &the_seller, "mug-blue", "hamburg", 2);
    expect_status(&answer, BO_OK);
    answer_free(&answer);
    answer = availability_of(shop, "mug-blue", 7);
    expect_status(&answer, BO_OK);
    expect_text(&answer, BO_COL_AVAILABILITY_STATE, 0, "in_stock");
    expect_number(&answer, BO_COL_AVAILABILITY_SPLIT_NOW, 0, 2);
    expect_number(&answer, BO_COL_AVAILABILITY_SPLIT_LATER, 0, 5);
    expect_number(&answer, BO_COL_AVAILABILITY_SHORT, 0, 0);
    show_note("2 more arrive at hamburg. A basket of 7 would be: 2 now, 5 later.");
    SHOW_TABLE(&answer, BO_TABLE_AVAILABILITY, columns);
    answer_free(&answer);
}

static void buys(struct shop* shop, const char* order, int64_t quantity, int64_t allocated, const char* told) {
    struct answer answer = place(shop, order, "mug-blue", quantity);
    expect_status(&answer, BO_OK);
    expect_number(&answer, BO_COL_LINES_ALLOCATED, 0, allocated);
    expect_number(&answer, BO_COL_LINES_WAITING, 0, quantity - allocated);
    show_note("%s", told);
    show_order(&answer);
    answer_free(&answer);
}

void buy_past_zero(struct shop* shop) {
    buys(shop, "carla-2", 4, 2, "Carla buys 4: 2 are there, 2 are promised.");
    buys(shop, "david-1", 2, 0, "David buys 2, both promised.");

    struct answer answer = place(shop, "elif-1", "mug-blue", 2);
    expect_status(&answer, BO_E_SHORTAGE);
    expect_detail(&answer, "asked", "2");
    expect_detail(&answer, "available", "0");
    expect_detail(&answer, "backorder_room", "1");
    show_refusal("Elif wants 2", &answer);
    answer_free(&answer);

    buys(shop, "elif-2", 1, 0, "Elif takes 1: the fifth, exactly the threshold.");

    answer = place(shop, "farid-1", "mug-blue", 1);
    expect_status(&answer, BO_E_SHORTAGE);
    expect_detail(&answer, "gate", "threshold");
    show_refusal("Farid wants 1", &answer);
    answer_free(&answer);
}

void repeat_an_order(struct shop* shop) {
    struct answer answer = place(shop, "david-1", "mug-blue", 2);
    expect_status(&answer, BO_OK);
    expect_replayed(&answer);
    expect_number(&answer, BO_COL_LINES_WAITING, 0, 2);
    show_note(
        "The line to the shop broke and David's order is sent again: the first answer again, marked as replayed.");
    show_order(&answer);
    answer_free(&answer);

    answer = place(shop, "david-1", "mug-blue", 3);
    expect_status(&answer, BO_E_KEY_REUSED);
    show_refusal("The same order with another quantity", &answer);
    answer_free(&answer);
}

void track_on_backorder(struct shop* shop) {
    struct answer answer = stock_of_product(shop, &the_seller, "mug");
    expect_status(&answer, BO_OK);
    const size_t hamburg = expect_row(&answer, BO_TABLE_STOCK, BO_COL_STOCK_WAREHOUSE, "hamburg");
    expect_number(&answer, BO_COL_STOCK_ON_HAND, hamburg, 6);
    expect_number(&answer, BO_COL_STOCK_ALLOCATED, hamburg, 6);
    expect_number(&answer, BO_COL_STOCK_BACKORDERED, hamburg, 5);
    expect_number(&answer, BO_COL_PRODUCT_TOTALS_BACKORDERED, 0, 5);
    show_note("Per warehouse:");
    show_stock(&answer);
    show_note("Totals of each variant, and of the product:");
    show_totals(&answer);
    answer_free(&answer);
}

void see_who_waits(struct shop* shop) {
    static const struct show_column columns[] = {
        {"place", BO_COL_QUEUE_PLACE, SHOW_NUMBER},       {"order", BO_COL_QUEUE_ORDER, SHOW_TEXT},
        {"line", BO_COL_QUEUE_LINE, SHOW_TEXT},           {"variant", BO_COL_QUEUE_VARIANT, SHOW_TEXT},
        {"warehouse", BO_COL_QUEUE_WAREHOUSE, SHOW_TEXT}, {"units", BO_COL_QUEUE_UNITS, SHOW_NUMBER},
        {"since", BO_COL_QUEUE_SINCE, SHOW_TEXT},
    };
    struct answer answer = ask(shop, &the_seller, "queue", "{\"variant\": \"mug-blue\"}");
    expect_status(&answer, BO_OK);
    expect_rows(&answer, BO_TABLE_QUEUE, 3);
    expect_text(&answer, BO_COL_QUEUE_ORDER, 0, "carla-2");
    expect_text(&answer, BO_COL_QUEUE_ORDER, 1, "david-1");
    expect_text(&answer, BO_COL_QUEUE_ORDER, 2, "elif-2");
    expect_number(&answer, BO_COL_QUEUE_PLACE, 2, 3);
    SHOW_TABLE(&answer, BO_TABLE_QUEUE, columns);
    answer_free(&answer);
}
