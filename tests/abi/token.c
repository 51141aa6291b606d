/* Calls that wait for a row another session holds: they end when cancelled or out of time, and have done nothing. */
#define _POSIX_C_SOURCE 200809L
#include "host.h"

#include <pthread.h>
#include <signal.h>
#include <sys/time.h>
#include <sys/wait.h>

static bo_backorder* handle;

static double seconds_now(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void pause_ms(long milliseconds) {
    const struct timespec pause = {milliseconds / 1000, milliseconds % 1000 * 1000 * 1000};
    nanosleep(&pause, NULL);
}

/* A session of psql that holds the stock of this marketplace until it is killed. */
static pid_t hold_the_stock(void) {
    char sql[256];
    char sleep[128];
    char line[64] = "";
    int ends[2];
    snprintf(sleep, sizeof sleep, "SELECT pg_sleep(30) AS %c%s%c", '"', marketplace, '"');
    snprintf(sql, sizeof sql, "SELECT 'held' FROM abi_hosts.stock WHERE marketplace = '%s' FOR UPDATE", marketplace);
    if (pipe(ends) != 0) exit(1);
    const pid_t child = fork();
    if (child == 0) {
        dup2(ends[1], STDOUT_FILENO);
        close(ends[0]);
        close(ends[1]);
        execlp("psql", "psql", "-qAtX", "-c", "BEGIN", "-c", sql, "-c", sleep, getenv("BACKORDER_TEST_DATABASE"),
               (char*)NULL);
        _exit(127);
    }
    close(ends[1]);
    if (read(ends[0], line, sizeof line - 1) <= 0 || strncmp(line, "held", 4) != 0) {
        fprintf(stderr, "psql could not hold the stock: %s\n", line);
        exit(1);
    }
    close(ends[0]);
    return child;
}

/* The server ends a session whose client is gone only when it next writes to it, so its statement is ended as well. */
static void let_the_stock_go(pid_t holder) {
    char sql[256];
    snprintf(sql, sizeof sql,
             "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() "
             "AND query LIKE 'SELECT pg_sleep(30) AS %%%s%%'",
             marketplace);
    kill(holder, SIGKILL);
    waitpid(holder, NULL, 0);
    const pid_t child = fork();
    if (child == 0) {
        if (freopen("/dev/null", "w", stdout) != NULL)
            execlp("psql", "psql", "-qAtX", "-c", sql, getenv("BACKORDER_TEST_DATABASE"), (char*)NULL);
        _exit(127);
    }
    int status = -1;
    waitpid(child, &status, 0);
    CHECK(WIFEXITED(status) && WEXITSTATUS(status) == 0);
}

static bo_status receive_one(const char* key, int64_t timeout_ms, bo_token* token, bo_error** error) {
    bo_call call = operator_call(key);
    const bo_receipt receipt = {sizeof receipt, 0, "v", BO_NTS, "a", BO_NTS, 1};
    call.timeout_ms = timeout_ms;
    call.token = token;
    return bo->receive(handle, &call, &receipt, 1, NULL, error);
}

struct waiting {
    const char* key;
    int64_t timeout_ms;
    bo_token* token;
    bo_status status;
    int32_t retry;
    double ended;
};

static void* wait_for_the_stock(void* argument) {
    struct waiting* self = argument;
    bo_error* error = NULL;
    self->status = receive_one(self->key, self->timeout_ms, self->token, &error);
    self->ended = seconds_now();
    self->retry = bo->error_retry(error);
    bo->error_free(error);
    return NULL;
}

static void a_cancelled_call_ends_at_once(void) {
    const pid_t holder = hold_the_stock();
    bo_token* token = bo->token_new();
    struct waiting callers[3] = {
        {"one", 20000, token, 0, 0, 0}, {"two", 20000, token, 0, 0, 0}, {"three", 20000, token, 0, 0, 0}};
    pthread_t threads[3];
    for (size_t i = 0; i < COUNT_OF(callers); ++i)
        CHECK(pthread_create(&threads[i], NULL, wait_for_the_stock, &callers[i]) == 0);
    pause_ms(500);
    const double cancelled = seconds_now();
    bo->token_cancel(token);
    for (size_t i = 0; i < COUNT_OF(callers); ++i) {
        pthread_join(threads[i], NULL);
        CHECK_STATUS_OF(BO_E_CANCELLED, callers[i].status, "a waiting call whose token was cancelled");
        CHECK(callers[i].retry == BO_RETRY_SAFE);
        CHECK(callers[i].ended > cancelled); /* it did wait */
        CHECK(callers[i].ended < cancelled + 0.5);
    }
    CHECK_STATUS(BO_E_CANCELLED, receive_one("four", 0, token, NULL)); /* now or later */
    let_the_stock_go(holder);
    CHECK_STATUS(BO_E_CANCELLED, receive_one("five", 0, token, NULL));
    bo->token_free(token);
}

static bo_token* token_of_handler;

static void cancel_by_handler(int signal_number) {
    (void)signal_number;
    bo->token_cancel(token_of_handler);
}

static void a_signal_handler_may_cancel(void) {
    const pid_t holder = hold_the_stock();
    struct sigaction by_handler = {.sa_handler = cancel_by_handler}, before;
    const struct itimerval soon = {{0, 0}, {0, 300 * 1000}};
    token_of_handler = bo->token_new();
    CHECK(sigaction(SIGALRM, &by_handler, &before) == 0 && setitimer(ITIMER_REAL, &soon, NULL) == 0);
    const double began = seconds_now();
    CHECK_STATUS(BO_E_CANCELLED, receive_one("by a handler", 20000, token_of_handler, NULL));
    CHECK(seconds_now() >= began + 0.25 && seconds_now() < began + 1);
    CHECK(sigaction(SIGALRM, &before, NULL) == 0);
    bo->token_free(token_of_handler);
    let_the_stock_go(holder);
}

static void a_call_ends_within_its_timeout(void) {
    const pid_t holder = hold_the_stock();
    static const int64_t timeouts[] = {1, 300, 1000};
    for (size_t i = 0; i < COUNT_OF(timeouts); ++i) {
        bo_error* error = NULL;
        const double began = seconds_now();
        CHECK_STATUS(BO_E_TIMEOUT, receive_one("timed", timeouts[i], NULL, &error));
        const double took = seconds_now() - began;
        CHECK(took >= (double)timeouts[i] / 1000 - 0.01);
        CHECK(took < (double)timeouts[i] / 1000 + 0.5);
        CHECK(bo->error_retry(error) == BO_RETRY_SAFE);
        bo->error_free(error);
    }
    let_the_stock_go(holder);
}

static void closing_waits_for_a_call_no_longer_than_its_timeout(void) {
    const pid_t holder = hold_the_stock();
    struct waiting caller = {"closed", 1500, NULL, 0, 0, 0};
    pthread_t thread;
    CHECK(pthread_create(&thread, NULL, wait_for_the_stock, &caller) == 0);
    pause_ms(300);
    const double began = seconds_now();
    CHECK_STATUS(BO_OK, bo->close(handle));
    pthread_join(thread, NULL);
    CHECK(caller.status == BO_E_CANCELLED || caller.status == BO_E_TIMEOUT);
    CHECK(caller.ended < began + 2);
    CHECK(seconds_now() < began + 2);
    let_the_stock_go(holder);
    handle = open_handle();
}

/* The token of a call that was done is of no more use, and the handle is as good as before. */
static void nothing_was_done_and_the_handle_works_on(int64_t rows_before) {
    bo_token* token = bo->token_new();
    CHECK(rows_written(handle) == rows_before);
    CHECK_STATUS(BO_OK, receive_one("one", 0, token, NULL)); /* the key of a call that was cancelled is free */
    bo->token_cancel(token);
    bo->token_cancel(token);
    bo->token_free(token);
    CHECK(rows_written(handle) == rows_before + 1);
}

int main(int argc, char** argv) {
    load_library(argc, argv);
    handle = open_handle();
    furnish(handle);
    const int64_t before = rows_written(handle);
    a_cancelled_call_ends_at_once();
    a_signal_handler_may_cancel();
    a_call_ends_within_its_timeout();
    closing_waits_for_a_call_no_longer_than_its_timeout();
    nothing_was_done_and_the_handle_works_on(before);
    CHECK_STATUS(BO_OK, bo->close(handle));
    return finish("token");
}
