/* What cannot be is refused with a status of its own, by every function, and nothing is written. */
#include "host.h"

static bo_backorder* handle;
static bo_result* result;
static bo_error* error;

/* The answer must be that status, with an error that says the same, and no result. */
static void refused_at(bo_status expected, bo_status found, const char* what, int line) {
    check_status(expected, found, what, __FILE__, line);
    check(error != NULL && bo->error_status(error) == found, "the error has the call's status", __FILE__, line);
    check(error == NULL || bo->error_retry(error) == BO_RETRY_NO, "asking again does not help", __FILE__, line);
    check(bo->error_message(error)[0] != '\0', "the error has a message", __FILE__, line);
    check(strstr(bo->error_json(error), bo->status_name(expected)) != NULL, "its JSON names the status", __FILE__,
          line);
    bo->error_free(error);
    bo->result_free(result);
    error = NULL;
    result = NULL;
}

/* The same, and its first row names that field. */
static void refused_field_at(bo_status expected, bo_status found, const char* field, const char* what, int line) {
    const char* text = "";
    check(bo->error_detail(error, 0, "field", &text) == 1, "the error names a field", __FILE__, line);
    if (strcmp(text, field) != 0) fprintf(stderr, "field: %s, not %s\n", text, field);
    check(strcmp(text, field) == 0, "it is the field that was wrong", __FILE__, line);
    refused_at(expected, found, what, line);
}

#define REFUSED(expected, call) refused_at(expected, call, #call, __LINE__)
#define REFUSED_FIELD(expected, field, call) refused_field_at(expected, call, field, #call, __LINE__)

static bo_receipt receipt_of(int64_t quantity) {
    const bo_receipt receipt = {sizeof receipt, 0, "v", BO_NTS, "a", BO_NTS, quantity};
    return receipt;
}

static bo_status receive(bo_call call, const bo_receipt* items, size_t count) {
    return bo->receive(handle, &call, items, count, &result, &error);
}

static bo_status place(const bo_order* order) {
    const bo_call call = host_call(NULL);
    return bo->place(handle, &call, order, &result, &error);
}

static bo_order refused_order(const bo_order_line* lines, size_t count) { return order_of("refused", lines, count); }

static bo_order_line line_of_v(const char* line, int64_t quantity) { return line_of(line, "v", quantity); }

static void null_where_something_must_be(void) {
    const bo_call call = operator_call("k");
    const bo_call reader = host_call(NULL);
    bo_token* token = bo->token_new();
    bo_backorder* opened = NULL;
    int32_t fd = 0;
    REFUSED(BO_E_NULL_ARGUMENT, bo->settings_get(NULL, &reader, &result, &error));
    REFUSED_FIELD(BO_E_NULL_ARGUMENT, "call", bo->settings_get(handle, NULL, &result, &error));
    REFUSED(BO_E_NULL_ARGUMENT, bo->settings_set(handle, &call, NULL, &result, &error));
    REFUSED_FIELD(BO_E_NULL_ARGUMENT, "items", bo->policy_set(handle, &call, NULL, 1, 0, &result, &error));
    REFUSED(BO_E_NULL_ARGUMENT, bo->threshold_set(handle, &call, NULL, 1, 0, &result, &error));
    REFUSED(BO_E_NULL_ARGUMENT, bo->stock(handle, &reader, NULL, &result, &error));
    REFUSED(BO_E_NULL_ARGUMENT, bo->availability(handle, &reader, NULL, 2, &result, &error));
    REFUSED(BO_E_NULL_ARGUMENT, bo->receive(handle, &call, NULL, 1, &result, &error));
    REFUSED(BO_E_NULL_ARGUMENT, bo->place(handle, &reader, NULL, &result, &error));
    REFUSED(BO_E_NULL_ARGUMENT, bo->cancel(handle, &reader, NULL, 3, NULL, 0, &result, &error));
    REFUSED(BO_E_NULL_ARGUMENT, bo->cancel(handle, &reader, "o", 1, NULL, 1, &result, &error));
    REFUSED(BO_E_NULL_ARGUMENT, bo->shippable(handle, &reader, NULL, BO_NTS, &result, &error));
    REFUSED(BO_E_NULL_ARGUMENT, bo->fulfill(handle, &call, "o", 1, NULL, 1, 0, &result, &error));
    REFUSED(BO_E_NULL_ARGUMENT, bo->events(handle, &reader, NULL, 1, NULL, 0, 0, &result, &error));
    REFUSED(BO_E_NULL_ARGUMENT, bo->events_acknowledge(handle, &reader, "c", 1, NULL, 1, &result, &error));
    REFUSED(BO_E_NULL_ARGUMENT, bo->call_json(handle, &reader, NULL, BO_NTS, "{}", 2, &result, &error));
    REFUSED(BO_E_NULL_ARGUMENT, bo->call_json(handle, &reader, "verify", BO_NTS, NULL, 2, &result, &error));
    REFUSED_FIELD(BO_E_NULL_ARGUMENT, "config", bo->open(NULL, 2, &opened, &error));
    REFUSED_FIELD(BO_E_NULL_ARGUMENT, "handle", bo->open(config_text, BO_NTS, NULL, &error));
    CHECK(opened == NULL);
    REFUSED(BO_E_NULL_ARGUMENT, bo->migrate(NULL, 0, &result, &error));
    REFUSED(BO_E_NULL_ARGUMENT, bo->logs(NULL, &result, &error));
    REFUSED(BO_E_NULL_ARGUMENT, bo->poll_fd(handle, BO_POLL_LOGS, NULL, &error));
    REFUSED(BO_E_NULL_ARGUMENT, bo->poll_fd(NULL, BO_POLL_LOGS, &fd, &error));
    CHECK(bo->close(NULL) != BO_OK);
    /* Questions about nothing have harmless answers, and what need not be given may be NULL. */
    bo->token_cancel(NULL);
    bo->token_free(NULL);
    bo->token_free(token);
    CHECK(bo->result_rows(NULL, BO_TABLE_STOCK) == 0 && bo->result_int64(NULL, BO_COL_STOCK_ON_HAND) == NULL);
    CHECK(bo->result_replayed(NULL) == 0 && bo->result_text(NULL, BO_COL_STOCK_VARIANT, NULL) == NULL);
    CHECK(bo->error_rows(NULL) == 0 && bo->error_detail(NULL, 0, NULL, NULL) == 0 && bo->error_status(NULL) == BO_OK);
    CHECK_STATUS(BO_E_NULL_ARGUMENT, bo->settings_get(handle, NULL, NULL, NULL));
    CHECK_STATUS(BO_OK, bo->settings_get(handle, &reader, NULL, NULL));
}

static void sizes_of_structs(void) {
    static const uint32_t wrong[] = {0, 1, 4, sizeof(bo_call) - 1, sizeof(bo_call) + 4, 1u << 20, UINT32_MAX};
    union {
        bo_call call;
        unsigned char bytes[1024];
        uint64_t alignment;
    } wide;
    for (size_t i = 0; i < COUNT_OF(wrong); ++i) {
        bo_call call = host_call(NULL);
        call.struct_size = wrong[i];
        if (wrong[i] <= sizeof call) REFUSED(BO_E_STRUCT_SIZE, bo->settings_get(handle, &call, &result, &error));
        memset(&wide, 0, sizeof wide);
        wide.call = call;
        REFUSED(BO_E_STRUCT_SIZE, bo->settings_get(handle, &wide.call, &result, &error));
    }
    memset(&wide, 0, sizeof wide);
    wide.call = host_call(NULL);
    wide.call.struct_size = sizeof wide;
    CHECK_STATUS(BO_OK, bo->settings_get(handle, &wide.call, NULL, NULL));
    wide.bytes[sizeof wide - 1] = 1;
    REFUSED_FIELD(BO_E_STRUCT_SIZE, "call.struct_size", bo->settings_get(handle, &wide.call, &result, &error));

    bo_receipt receipts[] = {receipt_of(1), receipt_of(1)};
    receipts[1].struct_size = sizeof receipts[0] + 8;
    REFUSED_FIELD(BO_E_STRUCT_SIZE, "items[1].struct_size", receive(operator_call("k"), receipts, 2));
    bo_settings settings = {0, 0, 1, 0};
    const bo_call call = operator_call("k");
    REFUSED(BO_E_STRUCT_SIZE, bo->settings_set(handle, &call, &settings, &result, &error));
}

static void reserved_fields_and_unknown_flags(void) {
    bo_call call = operator_call("k");
    call.reserved[1] = 1;
    REFUSED(BO_E_RESERVED, bo->settings_get(handle, &call, &result, &error));
    call = operator_call("k");
    call.permissions |= 1u << 20;
    REFUSED(BO_E_RESERVED, bo->settings_get(handle, &call, &result, &error));
    call = operator_call("k");
    bo_settings settings = {sizeof settings, 2, 1, 0};
    REFUSED(BO_E_RESERVED, bo->settings_set(handle, &call, &settings, &result, &error));
    settings.flags = 0;
    settings.reserved = 7;
    REFUSED(BO_E_RESERVED, bo->settings_set(handle, &call, &settings, &result, &error));
    bo_receipt receipt = receipt_of(1);
    receipt.reserved = 1;
    REFUSED_FIELD(BO_E_RESERVED, "items[0].reserved", receive(call, &receipt, 1));
    const bo_policy policy = {sizeof policy, BO_POLICY_DENY, "p", 1, NULL, 0};
    REFUSED(BO_E_RESERVED, bo->policy_set(handle, &call, &policy, 1, 2, &result, &error));
    const bo_order_units units = {sizeof units, 0, "1", 1, "a", 1, 1};
    REFUSED(BO_E_RESERVED, bo->fulfill(handle, &call, "o", 1, &units, 1, 6, &result, &error));
    bo_order_line line = line_of_v("1", 1);
    bo_order order = refused_order(&line, 1);
    order.flags = 1;
    REFUSED(BO_E_RESERVED, place(&order));
    order.flags = 0;
    line.flags = 2;
    REFUSED(BO_E_RESERVED, place(&order));
}

static void values_that_cannot_be(void) {
    bo_call call = host_call(NULL);
    int32_t fd = 0;
    call.timeout_ms = -1;
    REFUSED(BO_E_ARGUMENT, bo->settings_get(handle, &call, &result, &error));
    call.timeout_ms = INT64_MAX;
    REFUSED(BO_E_ARGUMENT, bo->settings_get(handle, &call, &result, &error));
    call = host_call(NULL);
    call.role = 4;
    REFUSED(BO_E_ARGUMENT, bo->settings_get(handle, &call, &result, &error));
    REFUSED(BO_E_ARGUMENT, bo->migrate(handle, -1, &result, &error));
    REFUSED(BO_E_ARGUMENT, bo->poll_fd(handle, 3, &fd, &error));
    call = operator_call("k");
    const bo_settings settings = {sizeof settings, 0, 2, 0};
    REFUSED(BO_E_ARGUMENT, bo->settings_set(handle, &call, &settings, &result, &error));
    bo_policy policy = {sizeof policy, 0, "p", 1, NULL, 0};
    REFUSED(BO_E_ARGUMENT, bo->policy_set(handle, &call, &policy, 1, 0, &result, &error));
    policy.policy = BO_POLICY_DENY;
    policy.variant = "v";
    policy.variant_length = 1;
    REFUSED(BO_E_ARGUMENT, bo->policy_set(handle, &call, &policy, 1, 0, &result, &error));
    bo_threshold threshold = {sizeof threshold, BO_THRESHOLD_UNLIMITED, NULL, 0, "v", 1, "a", 1, 1};
    REFUSED(BO_E_ARGUMENT, bo->threshold_set(handle, &call, &threshold, 1, 0, &result, &error));
    threshold.mode = BO_THRESHOLD_LIMIT;
    threshold.threshold = -1;
    REFUSED(BO_E_QUANTITY, bo->threshold_set(handle, &call, &threshold, 1, 0, &result, &error));
    REFUSED(BO_E_ARGUMENT, bo->events(handle, &call, "c", 1, NULL, 0, -1, &result, &error));
    REFUSED(BO_E_ARGUMENT, bo->events(handle, &call, "c", 1, NULL, 0, 10001, &result, &error));
    REFUSED(BO_E_ARGUMENT, bo->events(handle, &call, "c", 1, "no cursor", BO_NTS, 0, &result, &error));
    REFUSED(BO_E_ARGUMENT, receive(call, NULL, 0));
    const bo_order empty = refused_order(NULL, 0);
    REFUSED(BO_E_ARGUMENT, place(&empty));
}

static void texts_that_are_no_ids(void) {
    char long_id[130];
    memset(long_id, 'x', sizeof long_id);
    long_id[129] = '\0';
    const struct {
        const char* text;
        size_t length;
    } bad[] = {{"", BO_NTS}, {"v", 0},    {long_id, 129},  {long_id, BO_NTS},   {"v\0w", 3},
               {"\xff", 1},  {"\xc3", 1}, {"\xc0\xaf", 2}, {"\xed\xa0\x80", 3}, {"\xf4\x90\x80\x80", 4}};
    for (size_t i = 0; i < COUNT_OF(bad); ++i) {
        bo_receipt receipt = receipt_of(1);
        receipt.variant = bad[i].text;
        receipt.variant_length = bad[i].length;
        REFUSED_FIELD(BO_E_TEXT, "items[0].variant", receive(operator_call("k"), &receipt, 1));
        bo_call call = host_call(NULL);
        call.marketplace = bad[i].text;
        call.marketplace_length = bad[i].length;
        REFUSED_FIELD(BO_E_TEXT, "call.marketplace", bo->settings_get(handle, &call, &result, &error));
        call = host_call(NULL);
        REFUSED_FIELD(BO_E_TEXT, "order", bo->shippable(handle, &call, bad[i].text, bad[i].length, &result, &error));
    }
    bo_call call = host_call(NULL);
    call.traceparent = long_id;
    call.traceparent_length = 129;
    REFUSED_FIELD(BO_E_TEXT, "call.traceparent", bo->settings_get(handle, &call, &result, &error));
    call.traceparent_length = 128;
    CHECK_STATUS(BO_OK, bo->settings_get(handle, &call, NULL, NULL));
}

static void quantities_and_sums(void) {
    static const int64_t bad[] = {0, -1, INT64_MIN};
    for (size_t i = 0; i < COUNT_OF(bad); ++i) {
        const bo_receipt receipt = receipt_of(bad[i]);
        REFUSED_FIELD(BO_E_QUANTITY, "items[0].quantity", receive(operator_call("k"), &receipt, 1));
        const bo_order_line line = line_of_v("1", bad[i]);
        const bo_order order = refused_order(&line, 1);
        REFUSED_FIELD(BO_E_QUANTITY, "lines[0].quantity", place(&order));
    }
    bo_availability_item item = {sizeof item, 0, "v", 1, -1};
    const bo_call call = host_call(NULL);
    REFUSED(BO_E_QUANTITY, bo->availability(handle, &call, &item, 1, &result, &error));
    const bo_receipt whole_range = receipt_of(INT64_MAX); /* and ten are there */
    REFUSED(BO_E_OVERFLOW, receive(operator_call("k"), &whole_range, 1));
    const bo_order_line lines[] = {line_of_v("1", INT64_MAX), line_of_v("2", INT64_MAX)};
    const bo_order order = refused_order(lines, 2);
    REFUSED(BO_E_OVERFLOW, place(&order));
    const bo_order one = refused_order(lines, 1);
    REFUSED(BO_E_SHORTAGE, place(&one));
}

static void too_many_and_twice(void) {
    bo_receipt* receipts = calloc(10001, sizeof *receipts);
    for (size_t i = 0; i < 10001; ++i) receipts[i] = receipt_of(1);
    REFUSED_FIELD(BO_E_LIMIT, "items", receive(operator_call("k"), receipts, 10001));
    REFUSED(BO_E_LIMIT, receive(operator_call("k"), receipts, SIZE_MAX));
    free(receipts);
    const bo_order_line lines[] = {line_of_v("1", 1), line_of_v("1", 2)};
    bo_order order = refused_order(lines, 2);
    REFUSED_FIELD(BO_E_DUPLICATE, "lines[1]", place(&order));
    const char* warehouses[] = {"a", "b", "a"};
    order.line_count = 1;
    order.warehouses = warehouses;
    order.warehouse_count = 3;
    REFUSED_FIELD(BO_E_DUPLICATE, "warehouses[2]", place(&order));
    const bo_threshold threshold = {sizeof threshold, BO_THRESHOLD_LIMIT, NULL, 0, "v", 1, "a", 1, 1};
    const bo_threshold twice[] = {threshold, threshold};
    const bo_call call = operator_call("k");
    REFUSED(BO_E_DUPLICATE, bo->threshold_set(handle, &call, twice, 2, 0, &result, &error));
    const bo_order_units units = {sizeof units, 0, "1", 1, "a", 1, 1};
    const bo_order_units both[] = {units, units};
    REFUSED(BO_E_DUPLICATE, bo->fulfill(handle, &call, "o", 1, both, 2, 0, &result, &error));
}

/* Never reaches a database: 1 if that configuration is taken, else it must be refused for that field. */
static int may_open_with(const char* members, const char* field) {
    char config[256];
    bo_backorder* opened = NULL;
    snprintf(config, sizeof config, "{\"database\": \"host=/nowhere dbname=x\", %s}", members);
    const bo_status status = bo->open(config, BO_NTS, &opened, &error);
    if (status == BO_OK) {
        CHECK_STATUS_OF(BO_OK, bo->close(opened), members);
        return 1;
    }
    refused_field_at(BO_E_CONFIG, status, field, members, __LINE__);
    return 0;
}

static void lanes_and_queues(void) {
    static const struct {
        const char* members;
        const char* field;
    } bad[] = {{"\"lanes\": -1", "lanes"},
               {"\"lanes\": 17, \"pool_size\": 100", "lanes"},
               {"\"lanes\": 8", "lanes"},
               {"\"lanes\": 2, \"pool_size\": 2", "lanes"},
               {"\"lanes\": 2, \"pool_size\": 1", "lanes"},
               {"\"pool_size\": -9223372036854775808", "pool_size"},
               {"\"lane_lines\": 0", "lane_lines"},
               {"\"lane_lines\": 10001", "lane_lines"},
               {"\"queue_size\": 0", "queue_size"},
               {"\"queue_size\": 1000001", "queue_size"}};
    static const char* const good[] = {"\"lanes\": 1, \"pool_size\": 1",
                                       "\"pool_size\": 1",
                                       "\"pool_size\": 2",
                                       "\"lanes\": 7",
                                       "\"lanes\": 16, \"pool_size\": 17",
                                       "\"lane_lines\": 1, \"queue_size\": 1",
                                       "\"lane_lines\": 10000, \"queue_size\": 1000000"};
    for (size_t i = 0; i < COUNT_OF(bad); ++i)
        check(!may_open_with(bad[i].members, bad[i].field), bad[i].members, __FILE__, __LINE__);
    for (size_t i = 0; i < COUNT_OF(good); ++i) check(may_open_with(good[i], ""), good[i], __FILE__, __LINE__);
}

static void keys(void) {
    const bo_receipt receipt = receipt_of(1);
    const bo_receipt more = receipt_of(2);
    REFUSED(BO_E_KEY_REQUIRED, receive(operator_call(NULL), &receipt, 1));
    CHECK_STATUS(BO_OK, receive(operator_call("once"), &receipt, 1));
    bo->result_free(result);
    REFUSED_FIELD(BO_E_KEY_REUSED, "items[0].quantity", receive(operator_call("once"), &more, 1));
    const bo_call call = host_call("another");
    const bo_order_line line = line_of_v("1", 1);
    const bo_order order = refused_order(&line, 1);
    REFUSED(BO_E_ARGUMENT, bo->place(handle, &call, &order, &result, &error));
    /* What is shown of a text that is none can still be read. */
    bo_order unreadable = order;
    unreadable.order = "M\xfcller";
    CHECK_STATUS(BO_E_TEXT, bo->place(handle, &call, &unreadable, &result, &error));
    CHECK(strstr(bo->error_json(error), "\"order\":\"M\xef\xbf\xbdller\"") != NULL);
    const char* shown = "";
    CHECK(bo->error_detail(error, 1, "order", &shown) && strcmp(shown, "M\xef\xbf\xbdller") == 0);
    bo->error_free(error);
}

int main(int argc, char** argv) {
    load_library(argc, argv);
    handle = open_handle();
    furnish(handle);
    const int64_t before = rows_written(handle);
    null_where_something_must_be();
    sizes_of_structs();
    reserved_fields_and_unknown_flags();
    values_that_cannot_be();
    texts_that_are_no_ids();
    quantities_and_sums();
    too_many_and_twice();
    lanes_and_queues();
    CHECK(rows_written(handle) == before);
    keys();
    CHECK(rows_written(handle) == before + 1); /* the one receipt */
    CHECK_STATUS(BO_OK, bo->close(handle));
    return finish("bad_input");
}
