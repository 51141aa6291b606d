/* Handles from opening to closing: closed twice, closed under callers, forked; what a closed handle leaves behind. */
#define _POSIX_C_SOURCE 200809L
#include "host.h"

#include <fcntl.h>
#include <pthread.h>
#include <sys/wait.h>

/* A joined thread may stand in /proc a moment longer. */
static int falls_to(const char* folder, int count) {
    const struct timespec pause = {0, 10 * 1000 * 1000};
    for (int i = 0; i < 100 && entries_of(folder) != count; ++i) nanosleep(&pause, NULL);
    return entries_of(folder) == count;
}

static bo_status ask(bo_backorder* handle) {
    const bo_call call = host_call(NULL);
    bo_error* error = NULL;
    const bo_status status = bo->settings_get(handle, &call, NULL, &error);
    CHECK(bo->error_status(error) == status);
    bo->error_free(error);
    return status;
}

static void a_closed_handle_is_closed_for_every_function(void) {
    bo_backorder* handle = open_handle();
    int32_t fd = 0;
    CHECK_STATUS(BO_OK, ask(handle));
    CHECK_STATUS(BO_OK, bo->close(handle));
    CHECK_STATUS(BO_E_CLOSED, bo->close(handle));
    CHECK_STATUS(BO_E_CLOSED, ask(handle));
    CHECK_STATUS(BO_E_CLOSED, bo->migrate(handle, 0, NULL, NULL));
    CHECK_STATUS(BO_E_CLOSED, bo->logs(handle, NULL, NULL));
    CHECK_STATUS(BO_E_CLOSED, bo->poll_fd(handle, BO_POLL_LOGS, &fd, NULL));
    const bo_call call = host_call(NULL);
    CHECK_STATUS(BO_E_CLOSED, bo->call_json(handle, &call, "verify", BO_NTS, "{}", BO_NTS, NULL, NULL));
    bo_backorder* another = open_handle();
    CHECK_STATUS(BO_E_CLOSED, ask(handle));
    CHECK(another != handle);
    CHECK_STATUS(BO_OK, bo->close(another));
}

static void values_that_never_were_handles_are_told_apart(void) {
    bo_backorder* handle = open_handle();
    const uintptr_t real = (uintptr_t)handle;
    char memory[64] = {0};
    const uintptr_t garbage[] = {
        1,        2,         8,        16,    0xdeadbeef,  (uintptr_t)memory,  (uintptr_t)&garbage, real + 1,
        real - 1, real + 16, real * 2, ~real, UINTPTR_MAX, (uintptr_t)1 << 46, (uintptr_t)1 << 63};
    for (size_t i = 0; i < COUNT_OF(garbage); ++i) {
        CHECK_STATUS_OF(BO_E_CLOSED, ask((bo_backorder*)garbage[i]), "a call on garbage");
        CHECK_STATUS_OF(BO_E_CLOSED, bo->close((bo_backorder*)garbage[i]), "closing garbage");
    }
    CHECK_STATUS(BO_OK, ask(handle));
    CHECK_STATUS(BO_OK, bo->close(handle));
}

struct caller {
    bo_backorder* handle;
    int done, closed, cancelled, others;
};

static void* call_until_closed(void* argument) {
    struct caller* self = argument;
    bo_status status = BO_OK;
    for (int i = 0; i < 100000 && status != BO_E_CLOSED; ++i) {
        const bo_call call = host_call(NULL);
        status = bo->settings_get(self->handle, &call, NULL, NULL);
        self->done += status == BO_OK;
        self->closed += status == BO_E_CLOSED;
        self->cancelled += status == BO_E_CANCELLED;
        self->others += status != BO_OK && status != BO_E_CLOSED && status != BO_E_CANCELLED;
    }
    return NULL;
}

static void closing_under_eight_callers_answers_them_all(void) {
    for (int round = 0; round < 5; ++round) {
        struct caller callers[8];
        pthread_t threads[8];
        bo_backorder* handle = open_handle();
        const struct timespec pause = {0, 30 * 1000 * 1000};
        memset(callers, 0, sizeof callers);
        for (size_t i = 0; i < COUNT_OF(callers); ++i) {
            callers[i].handle = handle;
            CHECK(pthread_create(&threads[i], NULL, call_until_closed, &callers[i]) == 0);
        }
        nanosleep(&pause, NULL);
        CHECK_STATUS(BO_OK, bo->close(handle));
        for (size_t i = 0; i < COUNT_OF(callers); ++i) {
            pthread_join(threads[i], NULL);
            CHECK(callers[i].closed == 1);
            CHECK(callers[i].others == 0);
        }
    }
}

struct submitter {
    bo_backorder* handle;
    bo_completions* completions;
    size_t taken;
    bo_status last;
};

static void* submit_until_closed(void* argument) {
    struct submitter* self = argument;
    bo_call call = host_call(NULL);
    call.completions = self->completions;
    while (self->last == BO_OK || self->last == BO_E_BUSY) {
        self->last = bo->settings_get(self->handle, &call, NULL, NULL);
        self->taken += self->last == BO_OK;
    }
    return NULL;
}

static size_t pull_all(bo_completions* completions) {
    uint64_t tags[100];
    bo_status statuses[100];
    size_t pulled = 0;
    size_t count = 0;
    do {
        CHECK_STATUS(BO_OK, bo->completions_pull(completions, 0, COUNT_OF(tags), tags, statuses, NULL, NULL, &count));
        for (size_t i = 0; i < count; ++i) CHECK(statuses[i] == BO_OK || statuses[i] == BO_E_CANCELLED);
        pulled += count;
    } while (count > 0);
    return pulled;
}

/* The last answer may come, and the handle go, while the function that submitted the call has not yet returned. */
static void closing_under_submitters_answers_each_call_they_submitted(void) {
    for (int round = 0; round < 10; ++round) {
        struct submitter submitters[4];
        pthread_t threads[4];
        size_t taken = 0;
        bo_backorder* handle = open_handle();
        bo_completions* completions = bo->completions_new();
        const struct timespec pause = {0, 3 * 1000 * 1000};
        for (size_t i = 0; i < COUNT_OF(submitters); ++i) {
            const struct submitter one = {handle, completions, 0, BO_OK};
            submitters[i] = one;
            CHECK(pthread_create(&threads[i], NULL, submit_until_closed, &submitters[i]) == 0);
        }
        nanosleep(&pause, NULL);
        CHECK_STATUS(BO_OK, bo->close(handle));
        const size_t pulled = pull_all(completions);
        for (size_t i = 0; i < COUNT_OF(submitters); ++i) {
            pthread_join(threads[i], NULL);
            CHECK_STATUS_OF(BO_E_CLOSED, submitters[i].last, "submitting to a closed handle");
            taken += submitters[i].taken;
        }
        CHECK(pulled == taken && pull_all(completions) == 0);
        bo->completions_free(completions);
    }
}

static void a_closed_handle_leaves_no_thread_and_no_descriptor(void) {
    const int threads = entries_of("/proc/self/task");
    const int descriptors = entries_of("/proc/self/fd");
    for (int round = 0; round < 3; ++round) {
        bo_backorder* handle = open_handle();
        int32_t fd = 0;
        CHECK_STATUS(BO_OK, bo->poll_fd(handle, BO_POLL_EVENTS, &fd, NULL));
        CHECK_STATUS(BO_OK, bo->poll_fd(handle, BO_POLL_LOGS, &fd, NULL));
        CHECK_STATUS(BO_OK, ask(handle));
        CHECK(entries_of("/proc/self/fd") > descriptors);
        CHECK_STATUS(BO_OK, bo->close(handle));
    }
    CHECK(falls_to("/proc/self/task", threads));
    CHECK(entries_of("/proc/self/fd") == descriptors);
}

static void descriptors_are_not_inherited(void) {
    enum { last = 256 };
    int ours[last];
    int32_t fd = 0;
    int descriptors = 0;
    for (int i = 0; i < last; ++i) ours[i] = fcntl(i, F_GETFD) != -1;
    bo_backorder* handle = open_handle();
    CHECK_STATUS(BO_OK, bo->poll_fd(handle, BO_POLL_EVENTS, &fd, NULL));
    CHECK_STATUS(BO_OK, ask(handle));
    for (int i = 0; i < last; ++i) {
        const int flags = fcntl(i, F_GETFD);
        if (ours[i] || flags == -1) continue;
        ++descriptors;
        CHECK((flags & FD_CLOEXEC) != 0);
    }
    CHECK(descriptors >= 2);
    CHECK_STATUS(BO_OK, bo->close(handle));
}

#if !defined(__SANITIZE_THREAD__)
static int child_of(bo_backorder* parents, bo_result* result, bo_error* error) {
    const uint64_t* offsets = NULL;
    failures = 0;
    CHECK_STATUS(BO_E_FORKED, ask(parents));
    CHECK_STATUS(BO_E_FORKED, bo->logs(parents, NULL, NULL));
    CHECK_STATUS(BO_E_FORKED, bo->close(parents));
    CHECK(number(result, BO_COL_STOCK_ON_HAND, 0) == 10 &&
          bo->result_text(result, BO_COL_STOCK_VARIANT, &offsets) != NULL);
    CHECK(strlen(bo->result_json(result, NULL)) > 2);
    CHECK(bo->error_status(error) == BO_E_NOT_FOUND && bo->error_message(error)[0] != '\0');
    bo->result_free(result);
    bo->error_free(error);
    bo_backorder* own = open_handle();
    CHECK(own != parents);
    CHECK_STATUS(BO_OK, ask(own));
    CHECK_STATUS(BO_E_FORKED, ask(parents));
    CHECK_STATUS(BO_OK, bo->close(own));
    CHECK_STATUS(BO_E_CLOSED, ask(own));
    return failures == 0 ? 0 : 1;
}

static void a_child_leaves_the_parents_handle_alone(void) {
    bo_backorder* handle = open_handle();
    furnish(handle);
    bo_result* result = must(handle, host_call(NULL), "stock", "{\"variants\": [\"v\"]}");
    bo_error* error = NULL;
    const bo_call call = host_call(NULL);
    CHECK_STATUS(BO_E_NOT_FOUND, bo->shippable(handle, &call, "none", BO_NTS, NULL, &error));
    for (int round = 0; round < 2; ++round) {
        int status = -1;
        const pid_t child = fork();
        if (child == 0) _exit(child_of(handle, result, error));
        CHECK(waitpid(child, &status, 0) == child);
        CHECK(WIFEXITED(status) && WEXITSTATUS(status) == 0);
        CHECK_STATUS(BO_OK, ask(handle)); /* its connections still work */
    }
    bo->result_free(result);
    bo->error_free(error);
    CHECK_STATUS(BO_OK, bo->close(handle));
}

#endif

static void the_library_prints_nothing(void (*body)(void)) {
    FILE* captured = tmpfile();
    const int out = dup(STDOUT_FILENO);
    const int err = dup(STDERR_FILENO);
    const int before = failures;
    char text[2048] = "";
    fflush(stdout);
    dup2(fileno(captured), STDOUT_FILENO);
    dup2(fileno(captured), STDERR_FILENO);
    body();
    fflush(stdout);
    dup2(out, STDOUT_FILENO);
    dup2(err, STDERR_FILENO);
    close(out);
    close(err);
    rewind(captured);
    const size_t length = fread(text, 1, sizeof text - 1, captured);
    if (length > 0) fprintf(stderr, "printed: %s\n", text);
    CHECK(length == 0 || failures != before); /* failed checks of this program do print */
    fclose(captured);
}

static void what_might_make_it_print(void) {
    static const char* const configs[] = {
        "{\"database\": \"postgresql://nobody@127.0.0.1:1/none\", \"migrate\": true, \"default_timeout_ms\": 500}",
        "{\"database\": \"host=/nowhere dbname=x\"}", "{", "{\"database\": \"=\"}"};
    for (size_t i = 0; i < COUNT_OF(configs); ++i) {
        bo_backorder* handle = NULL;
        if (bo->open(configs[i], BO_NTS, &handle, NULL) == BO_OK) {
            CHECK_STATUS(BO_E_UNAVAILABLE, ask(handle));
            CHECK_STATUS(BO_OK, bo->close(handle));
        } else {
            CHECK(handle == NULL);
        }
    }
    a_closed_handle_is_closed_for_every_function();
}

int main(int argc, char** argv) {
    load_library(argc, argv);
    the_library_prints_nothing(what_might_make_it_print);
    the_library_prints_nothing(values_that_never_were_handles_are_told_apart);
    the_library_prints_nothing(closing_under_eight_callers_answers_them_all);
    the_library_prints_nothing(closing_under_submitters_answers_each_call_they_submitted);
    the_library_prints_nothing(a_closed_handle_leaves_no_thread_and_no_descriptor);
    the_library_prints_nothing(descriptors_are_not_inherited);
#if defined(__SANITIZE_THREAD__)
    printf("not tried: fork with live threads, which the thread sanitizer itself does not survive\n");
#else
    the_library_prints_nothing(a_child_leaves_the_parents_handle_alone);
#endif
    return finish("lifecycle");
}
