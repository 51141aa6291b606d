#include "expect.h"
#include "show.h"
#include "steps.h"
#include "views.h"

#include <inttypes.h>
#include <stdio.h>

void switch_off_with_open_backorders(struct shop* shop) {
    struct answer answer = switch_backorders(shop, &the_operator, 0, BO_DRY_RUN);
    expect_status(&answer, BO_OK);
    expect_number(&answer, BO_COL_SETTINGS_UNITS_OVER_LIMIT, 0, 1);
    show_note("The operator asks first what turning off would mean: 1 unit would stand over the limit.");
    answer_free(&answer);

    answer = switch_backorders(shop, &the_operator, 0, 0);
    expect_status(&answer, BO_OK);
    expect_number(&answer, BO_COL_SETTINGS_UNITS_OVER_LIMIT, 0, 1);
    show_note("Then turns backorders off. Elif's unit stays promised.");
    answer_free(&answer);

    answer = place(shop, "farid-2", "mug-blue", 1);
    expect_status(&answer, BO_E_SHORTAGE);
    expect_detail(&answer, "gate", "marketplace");
    show_refusal("Farid wants 1", &answer);
    answer_free(&answer);

    answer = receive(shop, &the_seller, "mug-blue", "hamburg", 1);
    expect_status(&answer, BO_OK);
    expect_rows(&answer, BO_TABLE_COVERED, 1);
    expect_text(&answer, BO_COL_COVERED_ORDER, 0, "elif-2");
    show_note("1 arrives at hamburg and Elif is served, as promised.");
    show_covered(&answer);
    answer_free(&answer);
}

void switch_on_again(struct shop* shop) {
    struct answer answer = switch_backorders(shop, &the_operator, 1, 0);
    expect_status(&answer, BO_OK);
    answer_free(&answer);

    answer = stock_of_product(shop, &the_seller, "mug");
    expect_status(&answer, BO_OK);
    const size_t hamburg = expect_row(&answer, BO_TABLE_STOCK, BO_COL_STOCK_WAREHOUSE, "hamburg");
    const size_t blue = expect_row(&answer, BO_TABLE_VARIANT_TOTALS, BO_COL_VARIANT_TOTALS_VARIANT, "mug-blue");
    expect_number(&answer, BO_COL_STOCK_THRESHOLD, hamburg, 5);
    expect_number(&answer, BO_COL_STOCK_BACKORDER_ROOM, hamburg, 5);
    expect_text(&answer, BO_COL_VARIANT_TOTALS_POLICY, blue, "allow");
    show_note("On again: the threshold is still 5, the variant still allows backorders.");
    show_stock(&answer);
    answer_free(&answer);

    answer = place(shop, "farid-3", "mug-blue", 1);
    expect_status(&answer, BO_OK);
    expect_number(&answer, BO_COL_LINES_WAITING, 0, 1);
    show_note("Farid gets his promise at last.");
    show_order(&answer);
    answer_free(&answer);
}

static int64_t only_fulfillment_of(struct shop* shop, const char* request) {
    struct answer answer = ask(shop, &the_seller, "order", request);
    expect_status(&answer, BO_OK);
    expect_rows(&answer, BO_TABLE_FULFILLMENTS, 1);
    const int64_t number = answer.api->result_int64(answer.result, BO_COL_FULFILLMENTS_FULFILLMENT)[0];
    answer_free(&answer);
    return number;
}

void cancel_a_fulfilment(struct shop* shop) {
    char request[96];
    const int64_t number = only_fulfillment_of(shop, "{\"order\": \"david-1\"}");
    snprintf(request, sizeof request, "{\"order\": \"david-1\", \"fulfillment\": %" PRId64 ", \"units\": \"to_line\"}",
             number);
    struct answer answer = change(shop, &a_packer, "cancel_fulfillment", request);
    expect_status(&answer, BO_OK);
    expect_text(&answer, BO_COL_ORDER_STATE, 0, "unfulfilled");
    expect_number(&answer, BO_COL_LINES_ALLOCATED, 0, 2);
    expect_number(&answer, BO_COL_LINES_SHIPPED, 0, 0);
    show_note("David's parcel never left. Its 2 mugs go back on the shelf and stay his.");
    show_order(&answer);
    answer_free(&answer);

    answer = change(shop, &a_packer, "cancel_fulfillment", request);
    expect_status(&answer, BO_E_ALREADY_CANCELLED);
    show_refusal("Paul cancels it once more", &answer);
    answer_free(&answer);
}

void verify_the_books(struct shop* shop) {
    static const struct show_column columns[] = {
        {"stock records", BO_COL_VERIFY_STOCK_RECORDS, SHOW_NUMBER},
        {"parts", BO_COL_VERIFY_PARTS, SHOW_NUMBER},
        {"ledger rows", BO_COL_VERIFY_LEDGER_ROWS, SHOW_NUMBER},
        {"differences", BO_COL_VERIFY_DIFFERENCES, SHOW_NUMBER},
    };
    struct answer answer = ask(shop, &the_host, "verify", "{}");
    expect_status(&answer, BO_OK);
    SHOW_TABLE(&answer, BO_TABLE_VERIFY, columns);
    expect_number(&answer, BO_COL_VERIFY_DIFFERENCES, 0, 0);
    show_note("Every counter equals the sum of its ledger rows.");
    answer_free(&answer);
}
