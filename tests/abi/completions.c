/* Submitted calls: every one is answered exactly once, wherever it was when its handle closed or its completions went.
 */
#define _POSIX_C_SOURCE 200809L
#include "host.h"

#include <poll.h>
#include <pthread.h>
#include <stddef.h>
#include <sys/wait.h>

enum { most = 2000, page = 64 };

static bo_backorder* handle;
static bo_completions* completions;

/* What was pulled, by tag. */
static int answers[most];
static bo_status told[most];

static double seconds_now(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static int readable(int wait_ms) {
    struct pollfd fd = {bo->completions_fd(completions), POLLIN, 0};
    return poll(&fd, 1, wait_ms) == 1;
}

static bo_call submitted(bo_call call, uint64_t tag) {
    call.completions = completions;
    call.tag = tag;
    return call;
}

/* Order n of that name, of one line of variant v. */
static bo_status submit_order(bo_backorder* to, const char* name, int64_t quantity, uint64_t tag) {
    char id[64];
    const bo_order_line line = line_of("1", "v", quantity);
    bo_call call = submitted(host_call(NULL), tag);
    bo_result* result = (bo_result*)&line;
    bo_error* error = (bo_error*)&line;
    snprintf(id, sizeof id, "%s-%d", name, (int)tag);
    call.timeout_ms = 60000;
    const bo_order order = order_of(id, &line, 1);
    const bo_status status = bo->place(to, &call, &order, &result, &error);
    CHECK(result == NULL && (error == NULL) == (status == BO_OK));
    bo->error_free(error);
    return status;
}

/* Pulls one page, counts each answer under its tag and frees it. */
static size_t pull_page(int64_t timeout_ms) {
    uint64_t tags[page];
    bo_status statuses[page];
    bo_result* results[page];
    bo_error* errors[page];
    size_t count = 77;
    CHECK_STATUS(BO_OK, bo->completions_pull(completions, timeout_ms, page, tags, statuses, results, errors, &count));
    CHECK(count <= page);
    for (size_t i = 0; i < count; ++i) {
        CHECK(tags[i] < most);
        ++answers[tags[i]];
        told[tags[i]] = statuses[i];
        CHECK((errors[i] == NULL) == (statuses[i] == BO_OK) && bo->error_status(errors[i]) == statuses[i]);
        CHECK((results[i] != NULL) == (statuses[i] == BO_OK));
        bo->result_free(results[i]);
        bo->error_free(errors[i]);
    }
    return count;
}

static void forget_answers(void) { memset(answers, 0, sizeof answers); }

static int each_once(size_t from, size_t to) {
    for (size_t tag = from; tag < to; ++tag)
        if (answers[tag] != 1) return 0;
    return 1;
}

static void a_thousand_orders_of_one_thread(void) {
    enum { count = 1000 };
    size_t pulled = 0;
    forget_answers();
    for (uint64_t tag = 0; tag < count; ++tag) CHECK_STATUS(BO_OK, submit_order(handle, "thousand", 1, tag));
    while (pulled < count && readable(20000)) pulled += pull_page(0);
    CHECK(pulled == count && each_once(0, count));
    for (size_t tag = 0; tag < count; ++tag) CHECK_STATUS(BO_OK, told[tag]);
    CHECK(!readable(0));
    CHECK(pull_page(0) == 0);
}

/* Pulls one answer, which the caller frees. */
static bo_status pull_one(uint64_t tag, bo_result** result, bo_error** error) {
    uint64_t found = 0;
    bo_status status = -1;
    size_t count = 0;
    CHECK_STATUS(BO_OK, bo->completions_pull(completions, 20000, 1, &found, &status, result, error, &count));
    CHECK(count == 1 && found == tag);
    return status;
}

static void an_answer_is_what_the_function_would_have_given(void) {
    bo_result* result = NULL;
    bo_error* error = NULL;
    bo_call call = submitted(host_call(NULL), 1);
    CHECK_STATUS(BO_OK,
                 bo->call_json(handle, &call, "stock", BO_NTS, "{\"variants\": [\"v\"]}", BO_NTS, &result, &error));
    CHECK(result == NULL && error == NULL);
    CHECK_STATUS(BO_OK, pull_one(1, &result, &error));
    CHECK(text_is(result, BO_COL_STOCK_VARIANT, 0, "v") && error == NULL);
    bo->result_free(result);

    CHECK_STATUS(BO_OK, submit_order(handle, "far too much", 1000000, 2));
    CHECK_STATUS(BO_E_SHORTAGE, pull_one(2, &result, &error));
    CHECK(result == NULL && bo->error_status(error) == BO_E_SHORTAGE && bo->error_rows(error) > 0);
    bo->error_free(error);

    const bo_receipt receipts[] = {{sizeof(bo_receipt), 0, "v", BO_NTS, "a", BO_NTS, 1},
                                   {sizeof(bo_receipt), 0, "none", BO_NTS, "a", BO_NTS, 1}};
    call = submitted(operator_call("some refused"), UINT64_MAX);
    CHECK_STATUS(BO_OK, bo->receive(handle, &call, receipts, 2, NULL, NULL));
    CHECK_STATUS(BO_SOME_REFUSED, pull_one(UINT64_MAX, &result, &error));
    CHECK(number(result, BO_COL_MOVES_STATUS, 0) == BO_OK && number(result, BO_COL_MOVES_STATUS, 1) == BO_E_NOT_FOUND);
    CHECK(bo->error_status(error) == BO_SOME_REFUSED);
    bo->result_free(result);
    bo->error_free(error);

    call.tag = 3;
    CHECK_STATUS(BO_OK, bo->receive(handle, &call, receipts, 2, NULL, NULL));
    CHECK_STATUS(BO_SOME_REFUSED, pull_one(3, &result, NULL));
    CHECK(bo->result_replayed(result) == 1);
    bo->result_free(result);
    CHECK_STATUS(BO_OK, bo->receive(handle, &call, receipts, 2, NULL, NULL));
    CHECK_STATUS(BO_SOME_REFUSED, pull_one(3, NULL, NULL)); /* freed unseen */
}

static void what_the_checks_refuse_is_told_at_once_and_only_then(void) {
    bo_error* error = NULL;
    CHECK_STATUS(BO_E_QUANTITY, submit_order(handle, "refused", 0, 1));
    bo_call call = submitted(call_of(BO_ROLE_OPERATOR, BO_MANAGE_ORDERS, "not allowed"), 2);
    CHECK_STATUS(BO_E_PERMISSION, bo->call_json(handle, &call, "settings_set", BO_NTS, "{\"backorders_enabled\": true}",
                                                BO_NTS, NULL, NULL));
    call = submitted(operator_call(NULL), 3);
    CHECK_STATUS(BO_E_KEY_REQUIRED, bo->call_json(handle, &call, "settings_set", BO_NTS,
                                                  "{\"backorders_enabled\": true}", BO_NTS, NULL, NULL));
    CHECK_STATUS(BO_E_JSON, bo->call_json(handle, &call, "stock", BO_NTS, "{", BO_NTS, NULL, NULL));
    CHECK_STATUS(BO_E_UNKNOWN_OPERATION, bo->call_json(handle, &call, "sell", BO_NTS, "{}", BO_NTS, NULL, NULL));
    static const char* const of_the_handle[] = {"migrate", "logs"};
    for (size_t i = 0; i < COUNT_OF(of_the_handle); ++i) {
        CHECK_STATUS(BO_E_ARGUMENT, bo->call_json(handle, &call, of_the_handle[i], BO_NTS, "{}", BO_NTS, NULL, &error));
        CHECK(names_field(error, "call.completions"));
        bo->error_free(error);
    }
    call.completions = NULL;
    CHECK_STATUS(BO_E_RESERVED, bo->settings_get(handle, &call, NULL, &error));
    CHECK(names_field(error, "call.tag"));
    bo->error_free(error);
    CHECK(pull_page(50) == 0);
}

static void a_host_of_the_first_version_waits_as_ever(void) {
    bo_call call = submitted(host_call(NULL), 9);
    bo_result* result = NULL;
    call.struct_size = offsetof(bo_call, completions);
    CHECK_STATUS(BO_OK, bo->settings_get(handle, &call, &result, NULL));
    CHECK(number(result, BO_COL_SETTINGS_BACKORDERS_ENABLED, 0) == 1);
    bo->result_free(result);
    CHECK(pull_page(50) == 0);
}

static void how_long_a_pull_waits(void) {
    double began = seconds_now();
    CHECK(pull_page(0) == 0);
    CHECK(seconds_now() - began < 0.5);
    began = seconds_now();
    CHECK(pull_page(50) == 0);
    CHECK(seconds_now() - began > 0.049 && seconds_now() - began < 1);
    CHECK_STATUS(BO_OK, submit_order(handle, "waited for", 1, 1));
    CHECK(pull_page(-1) == 1);
    CHECK_STATUS(BO_OK, submit_order(handle, "waited for", 1, 2));
    CHECK(pull_page(INT64_MAX) == 1);
}

static void arguments_that_cannot_be(void) {
    uint64_t tag = 0;
    bo_status status = 0;
    size_t count = 77;
    CHECK_STATUS(BO_E_NULL_ARGUMENT, bo->completions_pull(NULL, 0, 1, &tag, &status, NULL, NULL, &count));
    CHECK(count == 0);
    CHECK_STATUS(BO_E_NULL_ARGUMENT, bo->completions_pull(completions, 0, 1, NULL, &status, NULL, NULL, &count));
    CHECK_STATUS(BO_E_NULL_ARGUMENT, bo->completions_pull(completions, 0, 1, &tag, NULL, NULL, NULL, &count));
    CHECK_STATUS(BO_E_NULL_ARGUMENT, bo->completions_pull(completions, 0, 1, &tag, &status, NULL, NULL, NULL));
    CHECK_STATUS(BO_E_ARGUMENT, bo->completions_pull(completions, -2, 1, &tag, &status, NULL, NULL, &count));
    CHECK_STATUS(BO_E_ARGUMENT, bo->completions_pull(completions, INT64_MIN, 1, &tag, &status, NULL, NULL, &count));
    CHECK_STATUS(BO_E_ARGUMENT, bo->completions_pull(completions, 0, 0, &tag, &status, NULL, NULL, &count));
    CHECK(bo->completions_fd(NULL) == -1);
    bo->completions_free(NULL);
}

struct seller {
    int first;
    int count;
};

static void* submit_some(void* argument) {
    const struct seller* self = argument;
    for (int i = 0; i < self->count; ++i)
        CHECK_STATUS(BO_OK, submit_order(handle, "threads", 1, (uint64_t)(self->first + i)));
    return NULL;
}

static void* pull_one_page(void* unused) {
    (void)unused;
    uint64_t tags[page];
    bo_status statuses[page];
    size_t count = 0;
    CHECK_STATUS(BO_OK, bo->completions_pull(completions, -1, page, tags, statuses, NULL, NULL, &count));
    return (void*)count;
}

static void threads_submit_and_pull_at_once(void) {
    struct seller sellers[4];
    pthread_t threads[8];
    size_t pulled = 0;
    forget_answers();
    for (int i = 0; i < 4; ++i) {
        CHECK(pthread_create(&threads[4 + i], NULL, pull_one_page, NULL) == 0);
        sellers[i].first = i * 100;
        sellers[i].count = 100;
        CHECK(pthread_create(&threads[i], NULL, submit_some, &sellers[i]) == 0);
    }
    for (int i = 0; i < 4; ++i) {
        void* count = NULL;
        pthread_join(threads[i], NULL);
        pthread_join(threads[4 + i], &count);
        CHECK(count != NULL);
        pulled += (size_t)count;
    }
    while (pulled < 400 && readable(20000)) pulled += pull_page(0);
    CHECK(pulled == 400 && pull_page(50) == 0);
}

static void closing_answers_what_is_in_flight(void) {
    for (int round = 0; round < 5; ++round) {
        enum { count = 200 };
        char name[32];
        bo_backorder* closing = open_handle();
        size_t pulled = 0;
        forget_answers();
        snprintf(name, sizeof name, "closing-%d", round);
        for (uint64_t tag = 0; tag < count; ++tag) CHECK_STATUS(BO_OK, submit_order(closing, name, 1, tag));
        CHECK_STATUS(BO_OK, bo->close(closing));
        CHECK_STATUS(BO_E_CLOSED, submit_order(closing, name, 1, 0));
        while (readable(0)) pulled += pull_page(0);
        CHECK(pulled == count && each_once(0, count));
        for (size_t tag = 0; tag < count; ++tag) CHECK(told[tag] == BO_OK || told[tag] == BO_E_CANCELLED);
    }
}

/* What was not taken for want of room was not done, and is not answered. */
static void a_full_queue_is_busy(void) {
    enum { count = 300 };
    char config[sizeof config_text + 64];
    bo_backorder* narrow = NULL;
    size_t taken = 0;
    size_t pulled = 0;
    forget_answers();
    snprintf(config, sizeof config, "%.*s, \"queue_size\": 1}", (int)strlen(config_text) - 1, config_text);
    CHECK_STATUS(BO_OK, bo->open(config, BO_NTS, &narrow, NULL));
    for (uint64_t tag = 0; tag < count; ++tag) {
        const bo_status status = submit_order(narrow, "narrow", 1, tag);
        CHECK(status == BO_OK || status == BO_E_BUSY);
        answers[tag] = status == BO_E_BUSY; /* as good as answered */
        taken += status == BO_OK;
    }
    while (pulled < taken && readable(20000)) pulled += pull_page(0);
    CHECK(taken < count && pulled == taken && each_once(0, count));
    CHECK(pull_page(50) == 0);
    CHECK_STATUS(BO_OK, bo->close(narrow));
}

static void completions_may_go_before_their_calls(void) {
    bo_completions* kept = completions;
    for (int round = 0; round < 20; ++round) {
        char name[32];
        completions = bo->completions_new();
        snprintf(name, sizeof name, "gone-%d", round);
        for (uint64_t tag = 0; tag < 50; ++tag) CHECK_STATUS(BO_OK, submit_order(handle, name, 1, tag));
        bo->completions_free(completions);
    }
    completions = kept;
}

static void freed_completions_leave_no_descriptor(void) {
    const int before = entries_of("/proc/self/fd");
    bo_completions* several[4];
    for (size_t i = 0; i < COUNT_OF(several); ++i) several[i] = bo->completions_new();
    CHECK(entries_of("/proc/self/fd") == before + 4);
    for (size_t i = 0; i < COUNT_OF(several); ++i) bo->completions_free(several[i]);
    CHECK(entries_of("/proc/self/fd") == before);
}

#if !defined(__SANITIZE_THREAD__)
static int child_of(bo_completions* parents) {
    uint64_t tag = 0;
    bo_status status = 0;
    size_t count = 77;
    bo_error* error = NULL;
    failures = 0;
    CHECK_STATUS(BO_E_FORKED, bo->completions_pull(parents, -1, 1, &tag, &status, NULL, NULL, &count));
    CHECK(count == 0);
    bo_backorder* own = open_handle();
    const bo_call call = submitted(host_call(NULL), 1);
    CHECK_STATUS(BO_E_FORKED, bo->settings_get(own, &call, NULL, &error));
    CHECK(names_field(error, "call.completions"));
    bo->error_free(error);
    bo->completions_free(parents);
    completions = bo->completions_new();
    CHECK_STATUS(BO_OK, submit_order(own, "child", 1, (uint64_t)getpid() % most));
    CHECK(pull_page(20000) == 1);
    CHECK_STATUS(BO_OK, bo->close(own));
    bo->completions_free(completions);
    return failures == 0 ? 0 : 1;
}

static void a_child_leaves_the_parents_completions_alone(void) {
    pthread_t puller;
    void* pulled = NULL;
    int status = -1;
    CHECK(pthread_create(&puller, NULL, pull_one_page, NULL) == 0); /* at their locks while this process forks */
    const struct timespec pause = {0, 50 * 1000 * 1000};
    nanosleep(&pause, NULL);
    const pid_t child = fork();
    if (child == 0) _exit(child_of(completions));
    CHECK(waitpid(child, &status, 0) == child);
    CHECK(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    CHECK_STATUS(BO_OK, submit_order(handle, "parent", 1, 1));
    pthread_join(puller, &pulled);
    CHECK((size_t)pulled == 1);
}
#endif

int main(int argc, char** argv) {
    load_library(argc, argv);
    handle = open_handle();
    furnish(handle);
    done(handle, operator_call("plenty"), "receive",
         "{\"items\": [{\"variant\": \"v\", \"warehouse\": \"a\", \"quantity\": 100000}]}");
    completions = bo->completions_new();
    CHECK(completions != NULL && bo->completions_fd(completions) >= 0);
    freed_completions_leave_no_descriptor(); /* while no connection comes or goes */
    a_thousand_orders_of_one_thread();
    an_answer_is_what_the_function_would_have_given();
    what_the_checks_refuse_is_told_at_once_and_only_then();
    a_host_of_the_first_version_waits_as_ever();
    how_long_a_pull_waits();
    arguments_that_cannot_be();
    threads_submit_and_pull_at_once();
    closing_answers_what_is_in_flight();
    a_full_queue_is_busy();
    completions_may_go_before_their_calls();
#if !defined(__SANITIZE_THREAD__)
    a_child_leaves_the_parents_completions_alone();
#endif
    rows_written(handle);
    CHECK_STATUS(BO_OK, bo->close(handle));
    bo->completions_free(completions);
    return finish("completions");
}
