#include "expect.h"
#include "show.h"
#include "steps.h"
#include "views.h"

void register_the_catalogue(struct shop* shop) {
    static const struct show_column warehouses[] = {
        {"warehouse", BO_COL_WAREHOUSES_WAREHOUSE, SHOW_TEXT},
        {"owner", BO_COL_WAREHOUSES_OWNER, SHOW_TEXT},
        {"priority", BO_COL_WAREHOUSES_PRIORITY, SHOW_NUMBER},
        {"active", BO_COL_WAREHOUSES_ACTIVE, SHOW_FLAG},
    };
    static const struct show_column products[] = {
        {"product", BO_COL_PRODUCTS_PRODUCT, SHOW_TEXT},
        {"seller", BO_COL_PRODUCTS_SELLER, SHOW_TEXT},
    };
    static const struct show_column variants[] = {
        {"variant", BO_COL_VARIANTS_VARIANT, SHOW_TEXT},
        {"product", BO_COL_VARIANTS_PRODUCT, SHOW_TEXT},
    };
    struct answer answer =
        change(shop, &the_host, "warehouse_upsert",
               "{\"items\": [{\"warehouse\": \"hamburg\", \"owner\": \"nordlicht\", \"priority\": 1},"
               " {\"warehouse\": \"central\", \"priority\": 2}]}");
    expect_status(&answer, BO_OK);
    expect_rows(&answer, BO_TABLE_WAREHOUSES, 2);
    show_note("Two warehouses: hamburg is the seller's own, central the operator's (no owner).");
    SHOW_TABLE(&answer, BO_TABLE_WAREHOUSES, warehouses);
    answer_free(&answer);

    answer = change(shop, &the_host, "catalog_upsert",
                    "{\"products\": [{\"product\": \"mug\", \"seller\": \"nordlicht\"},"
                    " {\"product\": \"notebook\", \"seller\": \"papyrus\"}],"
                    " \"variants\": [{\"variant\": \"mug-blue\", \"product\": \"mug\"},"
                    " {\"variant\": \"mug-red\", \"product\": \"mug\"},"
                    " {\"variant\": \"notebook-a5\", \"product\": \"notebook\"}]}");
    expect_status(&answer, BO_OK);
    expect_rows(&answer, BO_TABLE_VARIANTS, 3);
    show_note("Two sellers, nordlicht and papyrus, each with a product.");
    SHOW_TABLE(&answer, BO_TABLE_PRODUCTS, products);
    SHOW_TABLE(&answer, BO_TABLE_VARIANTS, variants);
    answer_free(&answer);
}

void receive_the_first_goods(struct shop* shop) {
    struct answer answer = receive(shop, &the_seller, "mug-blue", "hamburg", 4);
    expect_status(&answer, BO_OK);
    expect_number(&answer, BO_COL_MOVES_ON_HAND, 0, 4);
    answer_free(&answer);
    answer = stock_of_product(shop, &the_seller, "mug");
    expect_status(&answer, BO_OK);
    show_note("nordlicht receives 4 blue mugs at hamburg.");
    show_stock(&answer);
    answer_free(&answer);
}

void sell_what_is_there(struct shop* shop) {
    struct answer answer = place(shop, "anna-1", "mug-blue", 3);
    expect_status(&answer, BO_OK);
    expect_number(&answer, BO_COL_PARTS_ALLOCATED, 0, 3);
    show_note("Anna buys 3.");
    show_order(&answer);
    answer_free(&answer);
    answer = place(shop, "bruno-1", "mug-blue", 1);
    expect_status(&answer, BO_OK);
    show_note("Bruno buys the last one.");
    show_order(&answer);
    answer_free(&answer);
}

void sell_out(struct shop* shop) {
    struct answer answer = place(shop, "carla-1", "mug-blue", 2);
    expect_status(&answer, BO_E_SHORTAGE);
    expect_detail(&answer, "asked", "2");
    expect_detail(&answer, "available", "0");
    expect_detail(&answer, "gate", "marketplace");
    show_refusal("Carla wants 2", &answer);
    show_note("Without backorders a shop ends where its stock ends. Nothing was taken.");
    answer_free(&answer);
}
