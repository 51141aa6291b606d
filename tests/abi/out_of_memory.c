/* Memory fails at every allocation in turn, once or from then on: each call works or says so, its repetition works,
 * nothing crashes and nothing is lost. The host's own malloc counts and refuses, for the library and all that the
 * library uses. */
#define _POSIX_C_SOURCE 200809L
#include "host.h"

#include <errno.h>

#ifdef SANITIZED
int main(void) { return puts("not tried: memory that fails, as the sanitizer brings a malloc of its own"), 0; }
#else

extern void* __libc_malloc(size_t size);
extern void* __libc_calloc(size_t count, size_t size);
extern void* __libc_realloc(void* block, size_t size);
extern void* __libc_memalign(size_t alignment, size_t size);
extern void __libc_free(void* block);

static long asked;         /* allocations since memory was last made short */
static long first_refused; /* 0: none */
static long last_refused;
static long blocks; /* given and not yet taken back */

static int is_refused(void) {
    const long first = __atomic_load_n(&first_refused, __ATOMIC_RELAXED);
    const long number = __atomic_add_fetch(&asked, 1, __ATOMIC_RELAXED);
    if (first == 0 || number < first || number > __atomic_load_n(&last_refused, __ATOMIC_RELAXED)) return 0;
    errno = ENOMEM;
    return 1;
}

static void* counted(void* block) {
    if (block != NULL) __atomic_add_fetch(&blocks, 1, __ATOMIC_RELAXED);
    return block;
}

void* malloc(size_t size) { return is_refused() ? NULL : counted(__libc_malloc(size)); }
void* calloc(size_t count, size_t size) { return is_refused() ? NULL : counted(__libc_calloc(count, size)); }
void* memalign(size_t alignment, size_t size) {
    return is_refused() ? NULL : counted(__libc_memalign(alignment, size));
}
void* aligned_alloc(size_t alignment, size_t size) { return memalign(alignment, size); }

int posix_memalign(void** block, size_t alignment, size_t size) {
    *block = memalign(alignment, size);
    return *block == NULL ? ENOMEM : 0;
}

void free(void* block) {
    if (block != NULL) __atomic_sub_fetch(&blocks, 1, __ATOMIC_RELAXED);
    __libc_free(block);
}

void* realloc(void* block, size_t size) {
    if (block == NULL) return malloc(size);
    if (size == 0) return free(block), NULL;
    return is_refused() ? NULL : __libc_realloc(block, size);
}

static void refuse(long first, long last) {
    __atomic_store_n(&asked, 0, __ATOMIC_RELAXED);
    __atomic_store_n(&last_refused, last, __ATOMIC_RELAXED);
    __atomic_store_n(&first_refused, first, __ATOMIC_RELAXED);
}

static long give_again(void) {
    __atomic_store_n(&first_refused, 0, __ATOMIC_RELAXED);
    return __atomic_load_n(&asked, __ATOMIC_RELAXED);
}

static bo_backorder* handle;
static bo_completions* completions;
static char key[32];
static bo_status expected = BO_OK;

struct answer {
    bo_status status;
    bo_result* result;
    bo_error* error;
};

typedef void (*verb)(const bo_call* call, struct answer* answer);

static void ask(const char* operation, const char* request, const bo_call* call, struct answer* answer) {
    answer->status = bo->call_json(handle, call, operation, BO_NTS, request, BO_NTS, &answer->result, &answer->error);
}

static void stock(const bo_call* call, struct answer* answer) { ask("stock", "{\"products\": [\"p\"]}", call, answer); }
static void events(const bo_call* call, struct answer* answer) { ask("events", "{\"consumer\": \"c\"}", call, answer); }
static void refusal(const bo_call* call, struct answer* answer) { ask("order", "{\"order\": 7}", call, answer); }

static void receive(const bo_call* call, struct answer* answer) {
    const bo_receipt items[] = {{sizeof *items, 0, "v", BO_NTS, "a", BO_NTS, 3},
                                {sizeof *items, 0, "none", BO_NTS, "a", BO_NTS, 3}};
    answer->status = bo->receive(handle, call, items, COUNT_OF(items), &answer->result, &answer->error);
}

static void place(const bo_call* call, struct answer* answer) {
    const bo_order_line line = line_of("1", "v", 2);
    const bo_order order = order_of(key, &line, 1);
    answer->status = bo->place(handle, call, &order, &answer->result, &answer->error);
}

static void place_batch(const bo_call* call, struct answer* answer) {
    const bo_order_line line = line_of("1", "v", 2);
    const bo_order_line unknown = line_of("1", "unknown", 2);
    const bo_order orders[] = {order_of(key, &line, 1), order_of("another", &unknown, 1)};
    answer->status = bo->place_batch(handle, call, orders, COUNT_OF(orders), &answer->result, &answer->error);
}

/* A call that was taken is answered. */
static void submit(verb call_it, const bo_call* call, struct answer* answer) {
    bo_call submitted = *call;
    uint64_t tag = 0;
    size_t count = 0;
    submitted.completions = completions;
    call_it(&submitted, answer);
    if (answer->status != BO_OK) return;
    CHECK_STATUS(BO_OK, bo->completions_pull(completions, 10000, 1, &tag, &answer->status, &answer->result,
                                             &answer->error, &count));
    CHECK(count == 1);
}

static void place_submitted(const bo_call* call, struct answer* answer) { submit(place, call, answer); }
static void place_batch_submitted(const bo_call* call, struct answer* answer) { submit(place_batch, call, answer); }
static void stock_submitted(const bo_call* call, struct answer* answer) { submit(stock, call, answer); }

/* A handle of its own, with threads and connections. */
static void open_and_close(const bo_call* call, struct answer* answer) {
    bo_backorder* other = NULL;
    (void)call;
    answer->status = bo->open(config_text, BO_NTS, &other, &answer->error);
    CHECK((answer->status == BO_OK) == (other != NULL));
    if (other != NULL) CHECK_STATUS(BO_OK, bo->close(other));
}

/* What the repetition shows of the first call: it had been done, or is done now. Of a batch: its first order. */
static int was_done_before(const struct answer* again) {
    const int64_t* const orders = bo->result_int64(again->result, BO_COL_PLACED_REPLAYED);
    return orders != NULL ? orders[0] != 0 : bo->result_replayed(again->result);
}

static int is_change = 0;

/* Whoever was told that nothing was done, or that all was, was told the truth. */
static void check_truth(bo_status told, int32_t retry, const struct answer* again, const char* what) {
    if (!is_change) return;
    if (told >= BO_E_UNAVAILABLE && told <= BO_E_BUSY && !check(!was_done_before(again), what, __FILE__, __LINE__))
        fprintf(stderr, "%s was told (nothing was done), and it was done\n", bo->status_name(told));
    if (told == expected && !check(was_done_before(again), what, __FILE__, __LINE__))
        fprintf(stderr, "it was told as done, and was not\n");
    CHECK(told != BO_E_IN_DOUBT || retry == BO_RETRY_SAME_KEY);
    CHECK(told != BO_E_OUT_OF_MEMORY || retry != BO_RETRY_NO);
}

/* The answer is the expected one, or that of an environment without memory; it is readable as far as it has come. */
static void check_answer(struct answer* answer, int memory_failed, const char* what) {
    const int failed = answer->status >= BO_E_UNAVAILABLE && answer->status <= BO_E_IN_DOUBT;
    if (!check(answer->status == expected || (memory_failed && failed), what, __FILE__, __LINE__))
        fprintf(stderr, "answered %s: %s\n", bo->status_name(answer->status), bo->error_message(answer->error));
    CHECK((answer->error == NULL) == (answer->status == BO_OK));
    if (answer->error != NULL) {
        CHECK(bo->error_status(answer->error) == answer->status);
        CHECK(bo->error_json(answer->error)[0] == '{');
    }
    if (answer->result != NULL) CHECK(bo->result_json(answer->result, NULL) != NULL);
    bo->result_free(answer->result);
    bo->error_free(answer->error);
}

/* One call that lacks the allocations from first to last, and its repetition with enough. How many it made. */
static long try_without(verb call_it, const char* what, uint32_t role, long first, long last) {
    static int keys = 0;
    snprintf(key, sizeof key, "key %d", ++keys);
    bo_call call = call_of(role, role == BO_ROLE_OPERATOR ? ALL_PERMISSIONS : 0, role == BO_ROLE_OPERATOR ? key : NULL);
    struct answer answer = {BO_OK, NULL, NULL};
    call.timeout_ms = 1000;
    refuse(first, last);
    call_it(&call, &answer);
    if (answer.result != NULL) bo->result_json(answer.result, NULL);
    const long made = give_again();
    const bo_status told = answer.status;
    const int32_t retry = bo->error_retry(answer.error);
    check_answer(&answer, 1, what);
    struct answer again = {BO_OK, NULL, NULL};
    call.timeout_ms = 0;
    call_it(&call, &again);
    check_truth(told, retry, &again, what);
    check_answer(&again, 0, what);
    return made;
}

/* Until a call comes to its end before it meets the first refusal. */
static void at_every_allocation(verb call_it, const char* what, uint32_t role, bo_status answered, int changes) {
    const long step = getenv("BACKORDER_LONG") == NULL ? 11 : 1;
    expected = answered;
    is_change = changes;
    for (int for_good = 0; for_good < 2; ++for_good) {
        long made = 0;
        for (long first = 1; made >= first - step && failures == 0; first += step)
            made = try_without(call_it, what, role, first, for_good ? INT32_MAX : first);
        CHECK(made > 10);
    }
}

#define OF_A_QUESTION(verb, role, answered) at_every_allocation(verb, #verb, role, answered, 0)
#define OF_A_CHANGE(verb, role, answered) at_every_allocation(verb, #verb, role, answered, 1)

/* The consumer that is asked about stands at the beginning until then. */
static int has_acknowledged(void) {
    char request[64];
    snprintf(request, sizeof request, "{\"consumer\": \"%s\", \"limit\": 1}", key);
    bo_result* const page = must(handle, host_call(NULL), "events", request);
    const size_t events = bo->result_rows(page, BO_TABLE_EVENTS);
    bo->result_free(page);
    return events == 0;
}

static char last_cursor[64];

static void acknowledge_cursor(const bo_call* call, struct answer* answer) {
    answer->status =
        bo->events_acknowledge(handle, call, key, BO_NTS, last_cursor, BO_NTS, &answer->result, &answer->error);
}

static void pull_acknowledging(const bo_call* call, struct answer* answer) {
    char request[160];
    snprintf(request, sizeof request, "{\"consumer\": \"%s\", \"acknowledge\": \"%s\"}", key, last_cursor);
    ask("events", request, call, answer);
}

static void note_last_cursor(void) {
    int64_t more = 1;
    while (more) {
        char request[128];
        snprintf(request, sizeof request, "{\"consumer\": \"last\", \"limit\": 1000, \"acknowledge\": \"%s\"}",
                 last_cursor);
        bo_result* const page = must(handle, host_call(NULL), "events", request);
        const uint64_t* offsets = NULL;
        const char* const text = bo->result_text(page, BO_COL_CURSOR_CURSOR, &offsets);
        snprintf(last_cursor, sizeof last_cursor, "%.*s", (int)offsets[1], text);
        more = bo->result_int64(page, BO_COL_CURSOR_MORE)[0];
        bo->result_free(page);
    }
}

/* Of a consumer's place as of any other change; a repetition does not tell, so it is looked up. */
static void acknowledging_tells_the_truth(verb acknowledge, const char* what) {
    static int consumers = 0;
    for (long first = 1, made = first; made >= first && failures == 0; ++first) {
        snprintf(key, sizeof key, "%s %d", what, ++consumers);
        bo_call call = call_of(BO_ROLE_HOST, 0, NULL);
        struct answer answer = {BO_OK, NULL, NULL};
        refuse(first, INT32_MAX);
        acknowledge(&call, &answer);
        made = give_again();
        const bo_status told = answer.status;
        check_answer(&answer, 1, what);
        if (told >= BO_E_UNAVAILABLE && told <= BO_E_BUSY && has_acknowledged()) {
            check(0, what, __FILE__, __LINE__);
            fprintf(stderr, "%s was told (nothing was done), and it was done\n", bo->status_name(told));
        }
    }
}

static void objects_without_memory(void) {
    refuse(1, INT32_MAX);
    bo_token* token = bo->token_new();
    bo_completions* none = bo->completions_new();
    give_again();
    CHECK(token == NULL && none == NULL);
}

/* With connections that are there: libpqxx 6.4.5 loses what it has of one that memory fails while it is being opened.
 */
static void calls_give_back_what_they_took(void) {
    const long before = blocks;
    int32_t descriptor = -1;
    handle = open_handle();
    completions = bo->completions_new();
    try_without(place, "place", BO_ROLE_HOST, 0, 0);
    try_without(stock, "stock", BO_ROLE_HOST, 0, 0);
    OF_A_QUESTION(stock, BO_ROLE_HOST, BO_OK);
    OF_A_QUESTION(refusal, BO_ROLE_HOST, BO_E_JSON);
    OF_A_QUESTION(events, BO_ROLE_HOST, BO_OK);
    OF_A_CHANGE(receive, BO_ROLE_OPERATOR, BO_SOME_REFUSED);
    OF_A_CHANGE(place, BO_ROLE_HOST, BO_OK);
    OF_A_CHANGE(place_batch, BO_ROLE_HOST, BO_SOME_REFUSED);
    OF_A_CHANGE(place_submitted, BO_ROLE_HOST, BO_OK);
    OF_A_CHANGE(place_batch_submitted, BO_ROLE_HOST, BO_SOME_REFUSED);
    OF_A_QUESTION(stock_submitted, BO_ROLE_HOST, BO_OK);
    CHECK_STATUS(BO_OK, bo->poll_fd(handle, BO_POLL_EVENTS, &descriptor,
                                    NULL)); /* from now on a thread looks, with or without memory */
    OF_A_CHANGE(place, BO_ROLE_HOST, BO_OK);
    expected = BO_OK;
    note_last_cursor();
    acknowledging_tells_the_truth(acknowledge_cursor, "acknowledge");
    acknowledging_tells_the_truth(pull_acknowledging, "pull");
    bo->completions_free(completions);
    CHECK_STATUS(BO_OK, bo->close(handle));
    CHECK(blocks == before);
    if (blocks != before) fprintf(stderr, "%ld blocks of memory are not given back\n", blocks - before);
}

/* Libraries make things of their own when they are first used. */
static void warm_up(void) {
    tzset();
    handle = open_handle();
    furnish(handle);
    done(handle, operator_call("warm"), "receive",
         "{\"items\": [{\"variant\": \"v\", \"warehouse\": \"a\", \"quantity\": 100000}]}");
    bo->result_free(must(handle, host_call(NULL), "stock", "{\"products\": [\"p\"]}"));
    CHECK_STATUS(BO_OK, bo->close(handle));
}

int main(int argc, char** argv) {
    load_library(argc, argv);
    char* const end = strrchr(config_text, '}');
    snprintf(end, sizeof config_text - (size_t)(end - config_text), ", \"lanes\": 1, \"pool_size\": 2}");
    warm_up();
    calls_give_back_what_they_took();
    objects_without_memory();
    OF_A_QUESTION(open_and_close, BO_ROLE_HOST, BO_OK);
    bo_backorder* checked = open_handle();
    rows_written(checked);
    CHECK_STATUS(BO_OK, bo->close(checked));
    return finish("out_of_memory");
}
#endif
