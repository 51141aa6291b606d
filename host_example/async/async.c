/* A C host with an event loop: one thread takes orders and answers buyers, and never waits for the library. See --help.
 */
#define _POSIX_C_SOURCE 200809L

#include "backorder/backorder.h"

#include <dlfcn.h>
#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { BUYERS = 2000, ON_SHELF = 1200, MAY_WAIT = 300, MOST_IN_FLIGHT = 500, PAGE = 100 };

static const bo_api* bo;
static bo_backorder* shop;
static char marketplace[64];

static void fail(const char* what, const char* why) {
    fprintf(stderr, "host_async: %s: %s\n", what, why);
    exit(EXIT_FAILURE);
}

static void load(const char* path) {
    bo_status (*get_api)(uint32_t major, uint32_t min_minor, const bo_api** api) = NULL;
    void* image = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    void* address = image == NULL ? NULL : dlsym(image, "bo_get_api");
    if (address == NULL) fail(path, dlerror());
    memcpy(&get_api, &address, sizeof get_api);
    if (get_api(1, 1, &bo) != BO_OK) fail(path, "does not offer interface 1.1");
}

static void open_shop(const char* database) {
    char config[4096];
    bo_error* error = NULL;
    if (strpbrk(database, "\"\\") != NULL || strlen(database) > sizeof config - 64)
        fail(database, "is no URL this example can take");
    snprintf(config, sizeof config, "{\"database\": \"%s\", \"migrate\": true}", database);
    if (bo->open(config, BO_NTS, &shop, &error) != BO_OK) fail("bo_open", bo->error_message(error));
    snprintf(marketplace, sizeof marketplace, "async-%ld-%ld", (long)time(NULL), (long)getpid());
}

static bo_call call_of(uint32_t role, uint64_t permissions, const char* key) {
    bo_call call;
    memset(&call, 0, sizeof call);
    call.struct_size = sizeof call;
    call.role = role;
    call.permissions = permissions;
    call.marketplace = marketplace;
    call.marketplace_length = BO_NTS;
    call.idempotency_key = key;
    call.idempotency_key_length = key == NULL ? 0 : BO_NTS;
    return call;
}

/* Before the loop begins, waiting is fine. */
static bo_result* ask(const char* key, const char* operation, const char* request) {
    const bo_call call = call_of(BO_ROLE_OPERATOR, BO_MANAGE_MARKETPLACE | BO_MANAGE_INVENTORY, key);
    bo_result* result = NULL;
    bo_error* error = NULL;
    if (bo->call_json(shop, &call, operation, BO_NTS, request, BO_NTS, &result, &error) != BO_OK)
        fail(operation, bo->error_message(error));
    return result;
}

static void set_up(const char* key, const char* operation, const char* request) {
    bo->result_free(ask(key, operation, request));
}

static void open_for_business(void) {
    char goods[160];
    char limit[160];
    snprintf(goods, sizeof goods, "{\"items\": [{\"variant\": \"mug\", \"warehouse\": \"berlin\", \"quantity\": %d}]}",
             ON_SHELF);
    snprintf(limit, sizeof limit, "{\"items\": [{\"variant\": \"mug\", \"warehouse\": \"berlin\", \"threshold\": %d}]}",
             MAY_WAIT);
    set_up("1", "warehouse_upsert", "{\"items\": [{\"warehouse\": \"berlin\"}]}");
    set_up("2", "catalog_upsert",
           "{\"products\": [{\"product\": \"mugs\", \"seller\": \"acme\"}], "
           "\"variants\": [{\"variant\": \"mug\", \"product\": \"mugs\"}]}");
    set_up("3", "settings_set", "{\"backorders_enabled\": true}");
    set_up("4", "policy_set", "{\"items\": [{\"variant\": \"mug\", \"policy\": \"allow\"}]}");
    set_up("5", "threshold_set", limit);
    set_up("6", "receive", goods);
}

/* One mug for that buyer. Its answer will say who it was for by the tag. 0: the library has no room just now. */
static int take_order(unsigned buyer, bo_completions* answers) {
    char id[32];
    bo_call call = call_of(BO_ROLE_HOST, 0, NULL);
    const bo_order_line line = {sizeof line, 0, "1", BO_NTS, "mug", BO_NTS, NULL, 0, 1};
    const bo_order order = {sizeof order, 0, id, BO_NTS, 0, &line, 1, NULL, NULL, 0};
    bo_error* error = NULL;
    snprintf(id, sizeof id, "buyer-%u", buyer);
    call.completions = answers;
    call.tag = buyer;
    call.timeout_ms = 60000;
    const bo_status status = bo->place(shop, &call, &order, NULL, &error);
    if (status != BO_OK && status != BO_E_BUSY) fail("bo_place", bo->error_message(error));
    bo->error_free(error);
    return status == BO_OK;
}

struct tally {
    unsigned answered, in_stock, on_backorder, sold_out;
    char seen[BUYERS];
};

/* A real host would find the connection of buyer tags[i] here and write to it. */
static void answer_buyers(bo_completions* answers, struct tally* tally) {
    uint64_t tags[PAGE];
    bo_status statuses[PAGE];
    bo_result* results[PAGE];
    bo_error* errors[PAGE];
    size_t count = 0;
    if (bo->completions_pull(answers, 0, PAGE, tags, statuses, results, errors, &count) != BO_OK)
        fail("bo_completions_pull", "refused");
    for (size_t i = 0; i < count; ++i) {
        if (statuses[i] != BO_OK && statuses[i] != BO_E_SHORTAGE)
            fail(bo->status_name(statuses[i]), bo->error_message(errors[i]));
        if (tags[i] >= BUYERS || tally->seen[tags[i]]++) fail("bo_completions_pull", "answered a buyer twice");
        ++tally->answered;
        tally->sold_out += statuses[i] == BO_E_SHORTAGE;
        if (statuses[i] == BO_OK)
            ++*(bo->result_int64(results[i], BO_COL_LINES_WAITING)[0] > 0 ? &tally->on_backorder : &tally->in_stock);
        bo->result_free(results[i]);
        bo->error_free(errors[i]);
    }
}

/* The loop. A real host's poll would also watch its sockets, and take an order when one has come. */
static void sell(bo_completions* answers, struct tally* tally) {
    unsigned taken = 0;
    while (tally->answered < BUYERS) {
        struct pollfd fd = {bo->completions_fd(answers), POLLIN, 0};
        while (taken < BUYERS && taken - tally->answered < MOST_IN_FLIGHT && take_order(taken, answers)) ++taken;
        if (poll(&fd, 1, 30000) < 0 && errno != EINTR) fail("poll", strerror(errno));
        answer_buyers(answers, tally);
    }
}

int main(int argc, char** argv) {
    static struct tally tally;
    struct timespec began, ended;
    if (argc != 3) {
        fprintf(stderr, "usage: %s LIBRARY_PATH DATABASE_URL\n", argv[0]);
        return 2;
    }
    load(argv[1]);
    open_shop(argv[2]);
    open_for_business();
    bo_completions* answers = bo->completions_new();
    if (answers == NULL) fail("bo_completions_new", "no memory, or no file descriptor");
    clock_gettime(CLOCK_MONOTONIC, &began);
    sell(answers, &tally);
    clock_gettime(CLOCK_MONOTONIC, &ended);
    const double seconds = (double)(ended.tv_sec - began.tv_sec) + (double)(ended.tv_nsec - began.tv_nsec) / 1e9;
    printf("%d buyers in %.2f s, %.0f a second, one thread\n", BUYERS, seconds, BUYERS / seconds);
    printf("%u from the shelf, %u on backorder, %u sold out\n", tally.in_stock, tally.on_backorder, tally.sold_out);

    bo_result* books = ask(NULL, "verify", "");
    if (bo->result_int64(books, BO_COL_VERIFY_DIFFERENCES)[0] != 0) fail("verify", "the books differ");
    if (tally.in_stock != ON_SHELF || tally.on_backorder != MAY_WAIT || tally.sold_out != BUYERS - ON_SHELF - MAY_WAIT)
        fail("the loop", "another number was sold than was there and might wait");
    bo->result_free(books);
    bo->close(shop);
    bo->completions_free(answers);
    return EXIT_SUCCESS;
}
