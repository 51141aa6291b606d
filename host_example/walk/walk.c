/* A host in C: lives through backorders once, step by step, and checks each step. See --help. */
#include "expect.h"
#include "load.h"
#include "shop.h"
#include "show.h"
#include "steps.h"

#include <stdio.h>
#include <stdlib.h>

struct step {
    const char* title;
    void (*take)(struct shop* shop);
};

static const struct step steps[] = {
    {"A marketplace: two sellers, their products, two warehouses", register_the_catalogue},
    {"Goods in", receive_the_first_goods},
    {"Buyers buy", sell_what_is_there},
    {"Sold out", sell_out},
    {"The seller tries to configure backorders while the marketplace does not accept them", configure_too_early},
    {"Enable backorders in the marketplace: operators only", switch_on},
    {"Who may configure a product's backorders", configure_without_the_right},
    {"Configure backorders for a product: allow, and a threshold per warehouse", allow_and_set_thresholds},
    {"What a storefront shows", look_as_a_storefront},
    {"Buyers buy past zero, up to the backorder threshold", buy_past_zero},
    {"The same order again", repeat_an_order},
    {"Tracking: On backorder", track_on_backorder},
    {"Who waits, and in which place", see_who_waits},
    {"Fulfilling from the dashboard before restocking", fulfil_strictly_too_early},
    {"Fulfilling a part by the API", ship_the_allocated_part},
    {"Fulfilling the rest from another warehouse", ship_the_rest_from_elsewhere},
    {"Restocking", restock_for_the_oldest_promise},
    {"Fulfilling from the dashboard after restocking", fulfil_strictly_after_restock},
    {"Disabling backorders while some are open", switch_off_with_open_backorders},
    {"Enabling them again", switch_on_again},
    {"A fulfilment is cancelled", cancel_a_fulfilment},
    {"What other systems are told", follow_the_events},
    {"Do the books agree?", verify_the_books},
};
enum { step_count = sizeof steps / sizeof *steps };

static void walk(struct shop* shop) {
    for (unsigned i = 0; i < step_count; ++i) {
        expect_begin(i + 1);
        show_title(i + 1, steps[i].title);
        steps[i].take(shop);
    }
}

int main(int argc, char** argv) {
    struct library library;
    struct shop shop;
    if (argc != 3) {
        fprintf(stderr, "usage: %s LIBRARY_PATH DATABASE_URL\n", argv[0]);
        return 2;
    }
    if (!library_load(&library, argv[1]) || !shop_open(&shop, library.api, argv[2])) return EXIT_FAILURE;
    show_begin();
    printf("libbackorder %s, marketplace %s\n", library.api->version(), shop.marketplace);
    walk(&shop);
    show_summary("%d steps, %u expectations, all met.", (int)step_count, expectations_met());
    shop_close(&shop);
    library_unload(&library);
    return EXIT_SUCCESS;
}
