#define _POSIX_C_SOURCE 200809L

#include "shop.h"

#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

const struct person the_host = {"shop", BO_ROLE_HOST, 0, ""};
const struct person the_operator = {"olga", BO_ROLE_OPERATOR, BO_MANAGE_MARKETPLACE | BO_MANAGE_INVENTORY, ""};
const struct person the_seller = {"nora", BO_ROLE_SELLER,
                                  BO_MANAGE_INVENTORY | BO_MANAGE_ORDERS | BO_MANAGE_FULFILLMENTS, "nordlicht"};
const struct person a_packer = {"paul", BO_ROLE_SELLER, BO_MANAGE_FULFILLMENTS, "nordlicht"};
const struct person another_seller = {"pia", BO_ROLE_SELLER, BO_MANAGE_INVENTORY, "papyrus"};

static bo_call call_as(const struct shop* shop, const struct person* who, const char* key) {
    bo_call call;
    memset(&call, 0, sizeof call);
    call.struct_size = sizeof call;
    call.role = who->role;
    call.permissions = who->permissions;
    call.marketplace = shop->marketplace;
    call.marketplace_length = BO_NTS;
    call.seller = who->seller;
    call.seller_length = BO_NTS;
    call.user = who->name;
    call.user_length = BO_NTS;
    call.idempotency_key = key;
    call.idempotency_key_length = key == NULL ? 0 : BO_NTS;
    return call;
}

struct key {
    char text[32];
};

static struct key fresh_key(struct shop* shop) {
    struct key fresh;
    snprintf(fresh.text, sizeof fresh.text, "walk-%u", ++shop->keys_used);
    return fresh;
}

static struct answer no_answer_yet(const struct shop* shop) {
    struct answer answer = {shop->api, BO_OK, NULL, NULL};
    return answer;
}

void answer_free(struct answer* answer) {
    answer->api->result_free(answer->result);
    answer->api->error_free(answer->error);
    answer->result = NULL;
    answer->error = NULL;
}

/* {"database": "...", "migrate": true}, with the quotes and backslashes a password may hold escaped. */
static int write_config(char* config, size_t size, const char* database) {
    size_t used = (size_t)snprintf(config, size, "{\"migrate\": true, \"database\": \"");
    for (const char* c = database; *c != '\0'; ++c) {
        if (used + 5 > size) return 0;
        if (*c == '"' || *c == '\\') config[used++] = '\\';
        config[used++] = *c;
    }
    memcpy(config + used, "\"}", 3);
    return 1;
}

int shop_open(struct shop* shop, const bo_api* api, const char* database) {
    char config[4096];
    bo_error* error = NULL;
    shop->api = api;
    shop->keys_used = 0;
    snprintf(shop->marketplace, sizeof shop->marketplace, "demo-%ld-%ld", (long)time(NULL), (long)getpid());
    if (!write_config(config, sizeof config, database)) {
        fprintf(stderr, "host_walk: the database URL is too long\n");
        return 0;
    }
    if (api->open(config, BO_NTS, &shop->handle, &error) == BO_OK) return 1;
    fprintf(stderr, "host_walk: %s: %s\n", api->status_name(api->error_status(error)), api->error_message(error));
    api->error_free(error);
    return 0;
}

void shop_close(struct shop* shop) { shop->api->close(shop->handle); }

static struct answer by_name(struct shop* shop, const bo_call* call, const char* operation, const char* request) {
    struct answer answer = no_answer_yet(shop);
    answer.status =
        shop->api->call_json(shop->handle, call, operation, BO_NTS, request, BO_NTS, &answer.result, &answer.error);
    return answer;
}

struct answer ask(struct shop* shop, const struct person* who, const char* operation, const char* request) {
    const bo_call call = call_as(shop, who, NULL);
    return by_name(shop, &call, operation, request);
}

struct answer change(struct shop* shop, const struct person* who, const char* operation, const char* request) {
    const struct key fresh = fresh_key(shop);
    const bo_call call = call_as(shop, who, fresh.text);
    return by_name(shop, &call, operation, request);
}

struct answer switch_backorders(struct shop* shop, const struct person* who, uint32_t on, uint32_t flags) {
    const struct key fresh = fresh_key(shop);
    const bo_call call = call_as(shop, who, (flags & BO_DRY_RUN) != 0 ? NULL : fresh.text);
    const bo_settings settings = {sizeof settings, flags, on, 0};
    struct answer answer = no_answer_yet(shop);
    answer.status = shop->api->settings_set(shop->handle, &call, &settings, &answer.result, &answer.error);
    return answer;
}

struct answer allow_backorders(struct shop* shop, const struct person* who, const char* variant) {
    const struct key fresh = fresh_key(shop);
    const bo_call call = call_as(shop, who, fresh.text);
    const bo_policy item = {sizeof item, BO_POLICY_ALLOW, NULL, 0, variant, BO_NTS};
    struct answer answer = no_answer_yet(shop);
    answer.status = shop->api->policy_set(shop->handle, &call, &item, 1, 0, &answer.result, &answer.error);
    return answer;
}

struct answer set_threshold(struct shop* shop, const struct person* who, const char* variant, const char* warehouse,
                            int64_t threshold) {
    const struct key fresh = fresh_key(shop);
    const bo_call call = call_as(shop, who, fresh.text);
    const bo_threshold item = {sizeof item, BO_THRESHOLD_LIMIT, NULL, 0, variant, BO_NTS, warehouse, BO_NTS, threshold};
    struct answer answer = no_answer_yet(shop);
    answer.status = shop->api->threshold_set(shop->handle, &call, &item, 1, 0, &answer.result, &answer.error);
    return answer;
}

struct answer stock_of_product(struct shop* shop, const struct person* who, const char* product) {
    const bo_call call = call_as(shop, who, NULL);
    bo_stock_query query;
    struct answer answer = no_answer_yet(shop);
    memset(&query, 0, sizeof query);
    query.struct_size = sizeof query;
    query.products = &product;
    query.product_count = 1;
    answer.status = shop->api->stock(shop->handle, &call, &query, &answer.result, &answer.error);
    return answer;
}

struct answer availability_of(struct shop* shop, const char* variant, int64_t quantity) {
    const bo_call call = call_as(shop, &the_host, NULL);
    const bo_availability_item item = {sizeof item, 0, variant, BO_NTS, quantity};
    struct answer answer = no_answer_yet(shop);
    answer.status = shop->api->availability(shop->handle, &call, &item, 1, &answer.result, &answer.error);
    return answer;
}

struct answer receive(struct shop* shop, const struct person* who, const char* variant, const char* warehouse,
                      int64_t quantity) {
    const struct key fresh = fresh_key(shop);
    const bo_call call = call_as(shop, who, fresh.text);
    const bo_receipt item = {sizeof item, 0, variant, BO_NTS, warehouse, BO_NTS, quantity};
    struct answer answer = no_answer_yet(shop);
    answer.status = shop->api->receive(shop->handle, &call, &item, 1, &answer.result, &answer.error);
    return answer;
}

struct answer place(struct shop* shop, const char* order, const char* variant, int64_t quantity) {
    const bo_call call = call_as(shop, &the_host, NULL);
    const bo_order_line line = {sizeof line, 0, "1", BO_NTS, variant, BO_NTS, NULL, 0, quantity};
    bo_order whole;
    struct answer answer = no_answer_yet(shop);
    memset(&whole, 0, sizeof whole);
    whole.struct_size = sizeof whole;
    whole.order = order;
    whole.order_length = BO_NTS;
    whole.lines = &line;
    whole.line_count = 1;
    answer.status = shop->api->place(shop->handle, &call, &whole, &answer.result, &answer.error);
    return answer;
}

struct answer shippable_of(struct shop* shop, const char* order) {
    const bo_call call = call_as(shop, &the_seller, NULL);
    struct answer answer = no_answer_yet(shop);
    answer.status = shop->api->shippable(shop->handle, &call, order, BO_NTS, &answer.result, &answer.error);
    return answer;
}

struct answer fulfill(struct shop* shop, const char* order, const char* warehouse, int64_t quantity, uint32_t flags) {
    const struct key fresh = fresh_key(shop);
    const bo_call call = call_as(shop, &a_packer, fresh.text);
    const bo_order_units units = {sizeof units, 0, "1", BO_NTS, warehouse, BO_NTS, quantity};
    struct answer answer = no_answer_yet(shop);
    answer.status =
        shop->api->fulfill(shop->handle, &call, order, BO_NTS, &units, 1, flags, &answer.result, &answer.error);
    return answer;
}

struct answer pull_events(struct shop* shop, const char* consumer) {
    const bo_call call = call_as(shop, &the_host, NULL);
    struct answer answer = no_answer_yet(shop);
    answer.status = shop->api->events(shop->handle, &call, consumer, BO_NTS, NULL, 0, 0, &answer.result, &answer.error);
    return answer;
}

struct answer acknowledge_events(struct shop* shop, const char* consumer, const char* cursor, size_t cursor_length) {
    const bo_call call = call_as(shop, &the_host, NULL);
    struct answer answer = no_answer_yet(shop);
    answer.status = shop->api->events_acknowledge(shop->handle, &call, consumer, BO_NTS, cursor, cursor_length,
                                                  &answer.result, &answer.error);
    return answer;
}
