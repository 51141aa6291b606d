/* A host walks through every typed function of interface 1.0; it is also compiled against frozen headers. */
#define _POSIX_C_SOURCE 200809L
#include "host.h"

static void settings_policies_and_thresholds(bo_backorder* handle) {
    bo_result* result = NULL;
    bo_call call = operator_call("settings");
    bo_settings settings = {sizeof settings, 0, 1, 0};
    CHECK_STATUS(BO_OK, bo->settings_set(handle, &call, &settings, &result, NULL));
    CHECK(number(result, BO_COL_SETTINGS_BEFORE, 0) == 0 && number(result, BO_COL_SETTINGS_BACKORDERS_ENABLED, 0) == 1);
    bo->result_free(result);
    call = host_call(NULL);
    CHECK_STATUS(BO_OK, bo->settings_get(handle, &call, &result, NULL));
    CHECK(number(result, BO_COL_SETTINGS_BACKORDERS_ENABLED, 0) == 1);
    bo->result_free(result);

    bo_policy policy = {sizeof policy, BO_POLICY_ALLOW, "p", BO_NTS, NULL, 0};
    call = operator_call("policy");
    CHECK_STATUS(BO_OK, bo->policy_set(handle, &call, &policy, 1, 0, &result, NULL));
    CHECK(text_is(result, BO_COL_POLICIES_BEFORE, 0, "inherit") && text_is(result, BO_COL_POLICIES_POLICY, 0, "allow"));
    bo->result_free(result);

    bo_threshold threshold = {sizeof threshold, BO_THRESHOLD_LIMIT, NULL, 0, "v", BO_NTS, "a", BO_NTS, 5};
    call = operator_call(NULL);
    CHECK_STATUS(BO_OK, bo->threshold_set(handle, &call, &threshold, 1, BO_DRY_RUN, &result, NULL));
    CHECK(number(result, BO_COL_THRESHOLDS_DRY_RUN, 0) == 1 && number(result, BO_COL_THRESHOLDS_THRESHOLD, 0) == 5);
    bo->result_free(result);
    call = operator_call("threshold");
    CHECK_STATUS(BO_OK, bo->threshold_set(handle, &call, &threshold, 1, 0, &result, NULL));
    CHECK(text_is(result, BO_COL_THRESHOLDS_MODE_BEFORE, 0, "inherit"));
    bo->result_free(result);
}

static void goods_and_questions(bo_backorder* handle) {
    bo_result* result = NULL;
    bo_call call = operator_call("goods");
    const bo_receipt receipt = {sizeof receipt, 0, "v", BO_NTS, "a", BO_NTS, 3};
    CHECK_STATUS(BO_OK, bo->receive(handle, &call, &receipt, 1, &result, NULL));
    CHECK(number(result, BO_COL_MOVES_ON_HAND, 0) == 3);
    CHECK(bo->result_replayed(result) == 0);
    bo->result_free(result);
    CHECK_STATUS(BO_OK, bo->receive(handle, &call, &receipt, 1, &result, NULL));
    CHECK(number(result, BO_COL_MOVES_ON_HAND, 0) == 3);
    CHECK(bo->result_replayed(result) == 1);
    bo->result_free(result);

    const bo_availability_item item = {sizeof item, 0, "v", 1, 7};
    call = host_call(NULL);
    CHECK_STATUS(BO_OK, bo->availability(handle, &call, &item, 1, &result, NULL));
    CHECK(text_is(result, BO_COL_AVAILABILITY_STATE, 0, "in_stock"));
    CHECK(number(result, BO_COL_AVAILABILITY_SPLIT_NOW, 0) == 3 &&
          number(result, BO_COL_AVAILABILITY_SPLIT_LATER, 0) == 4);
    bo->result_free(result);
}

static void stock_is(bo_backorder* handle, int64_t on_hand, int64_t allocated, int64_t backordered) {
    const char* variants[] = {"v"};
    const bo_stock_query query = {sizeof query, 0, variants, NULL, 1, NULL, NULL, 0, "a", BO_NTS};
    const bo_call call = host_call(NULL);
    bo_result* result = NULL;
    CHECK_STATUS(BO_OK, bo->stock(handle, &call, &query, &result, NULL));
    CHECK(bo->result_rows(result, BO_TABLE_STOCK) == 1 && bo->result_rows(result, BO_TABLE_VARIANT_TOTALS) == 1);
    CHECK(number(result, BO_COL_STOCK_ON_HAND, 0) == on_hand);
    CHECK(number(result, BO_COL_STOCK_ALLOCATED, 0) == allocated);
    CHECK(number(result, BO_COL_STOCK_BACKORDERED, 0) == backordered);
    bo->result_free(result);
}

static void an_order_from_place_to_cancel(bo_backorder* handle) {
    bo_result* result = NULL;
    bo_error* error = NULL;
    bo_call call = host_call(NULL);
    const bo_order_line line = {sizeof line, 0, "1", BO_NTS, "v", BO_NTS, NULL, 0, 7};
    const bo_order order = {sizeof order, 0, "order", BO_NTS, 0, &line, 1, NULL, NULL, 0};
    CHECK_STATUS(BO_OK, bo->place(handle, &call, &order, &result, &error));
    CHECK(error == NULL);
    CHECK(number(result, BO_COL_LINES_ALLOCATED, 0) == 3 && number(result, BO_COL_LINES_WAITING, 0) == 4);
    CHECK(text_is(result, BO_COL_PARTS_WAREHOUSE, 0, "a"));
    bo->result_free(result);
    stock_is(handle, 3, 3, 4);

    CHECK_STATUS(BO_OK, bo->shippable(handle, &call, "order", BO_NTS, &result, NULL));
    CHECK(number(result, BO_COL_SHIPPABLE_SHIPPABLE, 0) == 3 && number(result, BO_COL_SHIPPABLE_WAITING, 0) == 4);
    bo->result_free(result);

    bo_order_units units = {sizeof units, 0, "1", BO_NTS, "a", BO_NTS, 2};
    call = operator_call("ship strictly");
    CHECK_STATUS(BO_E_RESTOCK_FIRST,
                 bo->fulfill(handle, &call, "order", BO_NTS, &units, 1, BO_STRICT, &result, &error));
    CHECK(result == NULL && bo->error_status(error) == BO_E_RESTOCK_FIRST && bo->error_retry(error) == BO_RETRY_NO);
    bo->error_free(error);
    call = operator_call("ship");
    CHECK_STATUS(BO_OK, bo->fulfill(handle, &call, "order", BO_NTS, &units, 1, 0, &result, &error));
    CHECK(number(result, BO_COL_FULFILLMENTS_FULFILLMENT, 0) == 1 && number(result, BO_COL_LINES_SHIPPED, 0) == 2);
    bo->result_free(result);
    stock_is(handle, 1, 1, 4);

    call = host_call("cancel");
    CHECK_STATUS(BO_OK, bo->cancel(handle, &call, "order", BO_NTS, NULL, 0, &result, &error));
    CHECK(number(result, BO_COL_LINES_CANCELLED, 0) == 5);
    bo->result_free(result);
    stock_is(handle, 1, 0, 0);
}

static void events_are_pulled_and_acknowledged(bo_backorder* handle) {
    const bo_call call = host_call(NULL);
    bo_result* result = NULL;
    const uint64_t* offsets = NULL;
    int32_t fd = -1;
    CHECK_STATUS(BO_OK, bo->poll_fd(handle, BO_POLL_EVENTS, &fd, NULL));
    CHECK(fd >= 0);
    const struct timespec pause = {0, 50 * 1000 * 1000};
    size_t rows = 0;
    for (int tries = 0; tries < 200 && rows < 8; ++tries) { /* other transactions of the server may hold events back */
        bo->result_free(result);
        nanosleep(&pause, NULL);
        CHECK_STATUS(BO_OK, bo->events(handle, &call, "walker", BO_NTS, NULL, 0, 0, &result, NULL));
        rows = bo->result_rows(result, BO_TABLE_EVENTS);
    }
    CHECK(rows >= 8);
    CHECK(text_is(result, BO_COL_EVENTS_TYPE, 0, "settings.changed"));
    const char* cursor = bo->result_text(result, BO_COL_CURSOR_CURSOR, &offsets);
    bo_result* acknowledged = NULL;
    CHECK_STATUS(BO_OK, bo->events_acknowledge(handle, &call, "walker", BO_NTS, cursor, (size_t)offsets[1],
                                               &acknowledged, NULL));
    bo->result_free(acknowledged);
    bo->result_free(result);
    CHECK_STATUS(BO_OK, bo->events(handle, &call, "walker", BO_NTS, NULL, 0, 0, &result, NULL));
    CHECK(bo->result_rows(result, BO_TABLE_EVENTS) == 0);
    bo->result_free(result);
}

static void results_say_what_they_are(bo_backorder* handle) {
    const bo_call call = host_call(NULL);
    bo_result* result = NULL;
    const uint64_t* offsets = NULL;
    size_t length = 0;
    CHECK_STATUS(BO_OK, bo->settings_get(handle, &call, &result, NULL));
    const char* json = bo->result_json(result, &length);
    CHECK(json != NULL && strlen(json) == length && strstr(json, "\"backorders_enabled\":true") != NULL);
    CHECK(bo->result_int64(result, BO_COL_STOCK_ON_HAND) == NULL);
    CHECK(bo->result_int64(result, 0xffffffffu) == NULL);
    CHECK(bo->result_text(result, BO_COL_SETTINGS_BEFORE, &offsets) == NULL);
    CHECK(bo->result_rows(result, BO_TABLE_STOCK) == 0 && bo->result_rows(result, 99999) == 0);
    bo->result_free(result);
    bo->result_free(NULL);
    bo->error_free(NULL);
}

static void migrating_again_changes_nothing(bo_backorder* handle) {
    bo_result* result = NULL;
    CHECK_STATUS(BO_OK, bo->migrate(handle, 0, &result, NULL));
    CHECK(number(result, BO_COL_SCHEMA_BEFORE, 0) == number(result, BO_COL_SCHEMA_VERSION, 0));
    CHECK(number(result, BO_COL_SCHEMA_VERSION, 0) == number(result, BO_COL_SCHEMA_LATEST, 0));
    bo->result_free(result);
    CHECK_STATUS(BO_OK, bo->logs(handle, &result, NULL));
    bo->result_free(result);
}

int main(int argc, char** argv) {
    load_library(argc, argv);
    bo_backorder* handle = open_handle();
    done(handle, host_call("warehouses"), "warehouse_upsert", "{\"items\": [{\"warehouse\": \"a\"}]}");
    done(handle, host_call("catalogue"), "catalog_upsert",
         "{\"products\": [{\"product\": \"p\", \"seller\": \"s\"}], \"variants\": [{\"variant\": \"v\", \"product\": "
         "\"p\"}]}");
    settings_policies_and_thresholds(handle);
    goods_and_questions(handle);
    an_order_from_place_to_cancel(handle);
    events_are_pulled_and_acknowledged(handle);
    results_say_what_they_are(handle);
    migrating_again_changes_nothing(handle);
    rows_written(handle);
    CHECK_STATUS(BO_OK, bo->close(handle));
    return finish("walk");
}
