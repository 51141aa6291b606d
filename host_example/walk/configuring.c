#include "expect.h"
#include "show.h"
#include "steps.h"
#include "views.h"

void configure_too_early(struct shop* shop) {
    struct answer answer = allow_backorders(shop, &the_seller, "mug-blue");
    expect_status(&answer, BO_E_BACKORDERS_OFF);
    show_refusal("The seller allows backorders for mug-blue", &answer);
    answer_free(&answer);
    answer = set_threshold(shop, &the_seller, "mug-blue", "hamburg", 5);
    expect_status(&answer, BO_E_BACKORDERS_OFF);
    show_refusal("The seller sets a backorder threshold", &answer);
    answer_free(&answer);
}

void switch_on(struct shop* shop) {
    struct answer answer = switch_backorders(shop, &the_seller, 1, 0);
    expect_status(&answer, BO_E_PERMISSION);
    show_refusal("The seller turns on \"Sellers can accept backorders\"", &answer);
    answer_free(&answer);
    answer = switch_backorders(shop, &the_operator, 1, 0);
    expect_status(&answer, BO_OK);
    expect_number(&answer, BO_COL_SETTINGS_BACKORDERS_ENABLED, 0, 1);
    expect_number(&answer, BO_COL_SETTINGS_BEFORE, 0, 0);
    show_note("The operator turns it on: backorders are accepted from now on.");
    answer_free(&answer);
}

void configure_without_the_right(struct shop* shop) {
    struct answer answer = set_threshold(shop, &a_packer, "mug-blue", "hamburg", 5);
    expect_status(&answer, BO_E_PERMISSION);
    show_refusal("Paul, who packs for the seller, sets a threshold", &answer);
    answer_free(&answer);
    answer = set_threshold(shop, &another_seller, "mug-blue", "central", 5);
    expect_status(&answer, BO_E_NOT_FOUND);
    show_refusal("Pia of another seller sets one on nordlicht's mugs", &answer);
    show_note("What is not hers does not exist for her.");
    answer_free(&answer);
}

void allow_and_set_thresholds(struct shop* shop) {
    static const struct show_column policies[] = {
        {"variant", BO_COL_POLICIES_VARIANT, SHOW_TEXT},
        {"before", BO_COL_POLICIES_BEFORE, SHOW_TEXT},
        {"backorders", BO_COL_POLICIES_POLICY, SHOW_TEXT},
    };
    struct answer answer = allow_backorders(shop, &the_seller, "mug-blue");
    expect_status(&answer, BO_OK);
    expect_text(&answer, BO_COL_POLICIES_POLICY, 0, "allow");
    show_note("The seller allows backorders for mug-blue.");
    SHOW_TABLE(&answer, BO_TABLE_POLICIES, policies);
    answer_free(&answer);

    answer = set_threshold(shop, &the_seller, "mug-blue", "hamburg", 5);
    expect_status(&answer, BO_OK);
    answer_free(&answer);
    answer = set_threshold(shop, &the_seller, "mug-blue", "central", 0);
    expect_status(&answer, BO_OK);
    answer_free(&answer);

    answer = stock_of_product(shop, &the_seller, "mug");
    expect_status(&answer, BO_OK);
    expect_rows(&answer, BO_TABLE_STOCK, 2);
    const size_t hamburg = expect_row(&answer, BO_TABLE_STOCK, BO_COL_STOCK_WAREHOUSE, "hamburg");
    const size_t central = expect_row(&answer, BO_TABLE_STOCK, BO_COL_STOCK_WAREHOUSE, "central");
    expect_number(&answer, BO_COL_STOCK_BACKORDER_ROOM, hamburg, 5);
    expect_number(&answer, BO_COL_STOCK_BACKORDER_ROOM, central, 0);
    expect_text(&answer, BO_COL_STOCK_SHUT_GATE, central, "threshold");
    show_note("The threshold is 5 at hamburg and 0 at central, which disallows backorders there.");
    show_stock(&answer);
    answer_free(&answer);
}
