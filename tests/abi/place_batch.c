/* Many orders in one call: each is placed or refused for itself, as by bo_place. */
#include "host.h"

static bo_backorder* handle;
static bo_result* result;
static bo_error* error;

static bo_status place_batch(const bo_order* orders, size_t count) {
    const bo_call call = host_call(NULL);
    return bo->place_batch(handle, &call, orders, count, &result, &error);
}

static void forget(void) {
    bo->result_free(result);
    bo->error_free(error);
    result = NULL;
    error = NULL;
}

static void refused_at(bo_status expected, bo_status found, const char* field, const char* what, int line) {
    check_status(expected, found, what, __FILE__, line);
    check(result == NULL && bo->error_status(error) == found, "an error and no result", __FILE__, line);
    if (!check(names_field(error, field), "it names the field", __FILE__, line))
        fprintf(stderr, "%s\n", bo->error_json(error));
    forget();
}

#define REFUSED_FIELD(expected, field, call) refused_at(expected, call, field, #call, __LINE__)

/* Item, status and what became of it. */
static int row_is(size_t row, bo_status status, const char* order, int64_t allocated, int64_t waiting,
                  int64_t replayed) {
    return number(result, BO_COL_PLACED_ITEM, row) == (int64_t)row &&
           number(result, BO_COL_PLACED_STATUS, row) == status && text_is(result, BO_COL_PLACED_ORDER, row, order) &&
           number(result, BO_COL_PLACED_ALLOCATED, row) == allocated &&
           number(result, BO_COL_PLACED_WAITING, row) == waiting &&
           number(result, BO_COL_PLACED_REPLAYED, row) == replayed;
}

static int part_is(size_t row, int64_t item, const char* line, const char* warehouse, int64_t allocated,
                   int64_t waiting) {
    return number(result, BO_COL_PLACED_PARTS_ITEM, row) == item &&
           text_is(result, BO_COL_PLACED_PARTS_LINE, row, line) &&
           text_is(result, BO_COL_PLACED_PARTS_VARIANT, row, "v") &&
           text_is(result, BO_COL_PLACED_PARTS_WAREHOUSE, row, warehouse) &&
           number(result, BO_COL_PLACED_PARTS_ALLOCATED, row) == allocated &&
           number(result, BO_COL_PLACED_PARTS_WAITING, row) == waiting;
}

/* Ten are there, five more may wait. */
static void orders_are_served_in_their_order(void) {
    const bo_order_line first[] = {line_of("1", "v", 3), line_of("2", "v", 4)};
    const bo_order_line second = line_of("1", "v", 5);
    const bo_order orders[] = {order_of("first", first, 2), order_of("second", &second, 1)};
    CHECK_STATUS(BO_OK, place_batch(orders, 2));
    CHECK(error == NULL && bo->result_rows(result, BO_TABLE_PLACED) == 2);
    CHECK(row_is(0, BO_OK, "first", 7, 0, 0) && row_is(1, BO_OK, "second", 3, 2, 0));
    CHECK(text_is(result, BO_COL_PLACED_STATE, 0, "unfulfilled") && text_is(result, BO_COL_PLACED_DETAILS, 0, ""));
    CHECK(bo->result_rows(result, BO_TABLE_PLACED_PARTS) == 3);
    CHECK(part_is(0, 0, "1", "a", 3, 0) && part_is(1, 0, "2", "a", 4, 0) && part_is(2, 1, "1", "a", 3, 2));
    forget();
}

/* Three are left to wait. */
static void one_short_order_refuses_no_other(void) {
    const char* text = "";
    const bo_order_line one = line_of("1", "v", 1);
    const bo_order_line many = line_of("1", "v", 100);
    const bo_order_line unknown = line_of("1", "none", 1);
    const bo_order orders[] = {order_of("third", &one, 1), order_of("short", &many, 1), order_of("fourth", &one, 1),
                               order_of("unknown", &unknown, 1)};
    CHECK_STATUS(BO_SOME_REFUSED, place_batch(orders, 4));
    CHECK(bo->result_rows(result, BO_TABLE_PLACED) == 4);
    CHECK(row_is(0, BO_OK, "third", 0, 1, 0) && row_is(1, BO_E_SHORTAGE, "short", 0, 0, 0));
    CHECK(row_is(2, BO_OK, "fourth", 0, 1, 0) && row_is(3, BO_E_NOT_FOUND, "unknown", 0, 0, 0));
    CHECK(bo->result_rows(result, BO_TABLE_PLACED_PARTS) == 2 && part_is(1, 2, "1", "a", 0, 1));
    CHECK(bo->error_rows(error) == 2 && bo->error_detail(error, 0, "asked", &text) == 1 && strcmp(text, "100") == 0);
    CHECK(bo->error_detail(error, 1, "table", &text) == 1 && strcmp(text, "placed") == 0);
    CHECK(strstr(bo->result_json(result, NULL), "\"details\":[{") != NULL);
    forget();

    const bo_order refused[] = {order_of("short", &many, 1), order_of("unknown", &unknown, 1)};
    CHECK_STATUS(BO_E_SHORTAGE, place_batch(refused, 2));
    CHECK(bo->result_rows(result, BO_TABLE_PLACED) == 2 && bo->error_status(error) == BO_E_SHORTAGE);
    CHECK(bo->result_rows(result, BO_TABLE_PLACED_PARTS) == 0);
    forget();
}

static void what_was_placed_is_placed_once(void) {
    const bo_call call = host_call(NULL);
    const bo_order_line one = line_of("1", "v", 1);
    const bo_order_line two = line_of("1", "v", 2);
    const bo_order orders[] = {order_of("third", &one, 1), order_of("fourth", &two, 1), order_of("fifth", &one, 1)};
    CHECK_STATUS(BO_SOME_REFUSED, place_batch(orders, 3));
    CHECK(row_is(0, BO_OK, "third", 0, 1, 1) && row_is(1, BO_E_KEY_REUSED, "fourth", 0, 0, 0) &&
          row_is(2, BO_OK, "fifth", 0, 1, 0));
    CHECK(bo->result_rows(result, BO_TABLE_PLACED_PARTS) == 2 && part_is(0, 0, "1", "a", 0, 1));
    forget();

    CHECK_STATUS(BO_OK, bo->place(handle, &call, &orders[2], &result, &error));
    CHECK(bo->result_replayed(result) == 1 && number(result, BO_COL_LINES_WAITING, 0) == 1);
    forget();
    done(handle, operator_call("one more"), "receive",
         "{\"items\": [{\"variant\": \"v\", \"warehouse\": \"b\", \"quantity\": 1}]}");
    const bo_order alone = order_of("alone", &one, 1);
    CHECK_STATUS(BO_OK, bo->place(handle, &call, &alone, &result, &error));
    forget();
    CHECK_STATUS(BO_OK, place_batch(&alone, 1));
    CHECK(row_is(0, BO_OK, "alone", 1, 0, 1) && part_is(0, 0, "1", "b", 1, 0));
    forget();
}

static void both_doors_answer_the_same(void) {
    bo_result* typed = NULL;
    const bo_order_line line = line_of("1", "v", 1);
    const bo_order_line lines[] = {line_of("1", "v", 100), line_of("2", "w", 1)};
    const bo_order orders[] = {order_of("third", &line, 1), order_of("short", lines, 2)};
    const bo_call call = host_call(NULL);
    CHECK_STATUS(BO_SOME_REFUSED, place_batch(orders, 2));
    typed = result;
    result = NULL;
    forget();
    CHECK_STATUS(
        BO_SOME_REFUSED,
        bo->call_json(
            handle, &call, "place_batch", BO_NTS,
            "{\"orders\": [{\"order\": \"third\", \"lines\": [{\"line\": \"1\", \"variant\": \"v\", \"quantity\": 1}]},"
            "{\"order\": \"short\", \"lines\": [{\"line\": \"1\", \"variant\": \"v\", \"quantity\": 100},"
            "{\"line\": \"2\", \"variant\": \"w\", \"quantity\": 1}]}]}",
            BO_NTS, &result, &error));
    CHECK(strcmp(bo->result_json(typed, NULL), bo->result_json(result, NULL)) == 0);
    bo->result_free(typed);
    forget();
}

static void what_cannot_be_refuses_the_call(void) {
    const bo_order_line line = line_of("1", "v", 1);
    const bo_order_line nothing = line_of("1", "v", 0);
    const bo_order_line twice[] = {line, line};
    bo_order orders[] = {order_of("x", &line, 1), order_of("y", &line, 1)};
    REFUSED_FIELD(BO_E_ARGUMENT, "orders", place_batch(NULL, 0));
    REFUSED_FIELD(BO_E_NULL_ARGUMENT, "orders", place_batch(NULL, 1));
    orders[1].order = "x";
    REFUSED_FIELD(BO_E_DUPLICATE, "orders[1]", place_batch(orders, 2));
    orders[1] = order_of("y", twice, 2);
    REFUSED_FIELD(BO_E_DUPLICATE, "orders[1].lines[1]", place_batch(orders, 2));
    orders[1] = order_of("y", &nothing, 1);
    REFUSED_FIELD(BO_E_QUANTITY, "orders[1].lines[0].quantity", place_batch(orders, 2));
    orders[1] = order_of("y", NULL, 0);
    REFUSED_FIELD(BO_E_ARGUMENT, "orders[1].lines", place_batch(orders, 2));
    orders[1] = order_of("", &line, 1);
    REFUSED_FIELD(BO_E_TEXT, "orders[1].order", place_batch(orders, 2));
    orders[1] = order_of("y", &line, 1);
    orders[1].flags = 1;
    REFUSED_FIELD(BO_E_RESERVED, "orders[1].flags", place_batch(orders, 2));
    orders[1].flags = 0;
    orders[1].struct_size += 8;
    REFUSED_FIELD(BO_E_STRUCT_SIZE, "orders[1].struct_size", place_batch(orders, 2));
    orders[1].struct_size = sizeof orders[1];
    const bo_call keyed = host_call("x");
    REFUSED_FIELD(BO_E_ARGUMENT, "call.idempotency_key", bo->place_batch(handle, &keyed, orders, 2, &result, &error));
    const bo_call packer = call_of(BO_ROLE_OPERATOR, BO_MANAGE_FULFILLMENTS, NULL);
    CHECK_STATUS(BO_E_PERMISSION, bo->place_batch(handle, &packer, orders, 2, &result, &error));
    forget();
}

/* The eleventh order of 10 000 lines is one too many, and no line of those after it is read. */
static void as_many_as_a_batch_may_have(void) {
    enum { wide = 10000 };
    static char ids[wide][8];
    bo_order_line* lines = calloc(wide, sizeof *lines);
    bo_order* orders = calloc(wide + 1, sizeof *orders);
    for (int i = 0; i < wide; ++i) {
        snprintf(ids[i], sizeof ids[i], "%d", i);
        lines[i] = line_of(ids[i], "w", 1);
        orders[i] = order_of(ids[i], lines, wide);
    }
    REFUSED_FIELD(BO_E_LIMIT, "orders[10]", place_batch(orders, 11));
    REFUSED_FIELD(BO_E_LIMIT, "orders[10]", place_batch(orders, wide));
    REFUSED_FIELD(BO_E_LIMIT, "orders", place_batch(orders, wide + 1));
    for (int i = 0; i < wide; ++i) orders[i].line_count = 1;
    orders[0].line_count = SIZE_MAX;
    REFUSED_FIELD(BO_E_LIMIT, "orders[0]", place_batch(orders, 2));
    free(lines);
    free(orders);
}

static void a_batch_may_be_submitted(void) {
    bo_completions* completions = bo->completions_new();
    bo_call call = host_call(NULL);
    uint64_t tag = 0;
    bo_status status = 0;
    size_t count = 0;
    const bo_order_line line = line_of("1", "v", 1);
    const bo_order orders[] = {order_of("third", &line, 1), order_of("fifth", &line, 1)};
    call.completions = completions;
    call.tag = 42;
    CHECK_STATUS(BO_OK, bo->place_batch(handle, &call, orders, 2, &result, &error));
    CHECK(result == NULL && error == NULL);
    CHECK_STATUS(BO_OK, bo->completions_pull(completions, 20000, 1, &tag, &status, &result, &error, &count));
    CHECK(count == 1 && tag == 42);
    CHECK_STATUS(BO_OK, status);
    CHECK(row_is(0, BO_OK, "third", 0, 1, 1) && row_is(1, BO_OK, "fifth", 0, 1, 1));
    forget();
    bo->completions_free(completions);
}

int main(int argc, char** argv) {
    load_library(argc, argv);
    handle = open_handle();
    furnish(handle);
    const int64_t before = rows_written(handle);
    what_cannot_be_refuses_the_call();
    as_many_as_a_batch_may_have();
    CHECK(rows_written(handle) == before);
    orders_are_served_in_their_order();
    one_short_order_refuses_no_other();
    what_was_placed_is_placed_once();
    both_doors_answer_the_same();
    a_batch_may_be_submitted();
    rows_written(handle);
    CHECK_STATUS(BO_OK, bo->close(handle));
    return finish("place_batch");
}
