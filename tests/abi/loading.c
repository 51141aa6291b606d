/* The library comes and goes in odd ways: loaded twice, in both scopes, in a thread that ends, closed from under calls
 * in flight; signals stay as they were. */
#define _POSIX_C_SOURCE 200809L
#include "alone.h"

#include <signal.h>

static const bo_api* api_of(void* loaded) {
    const bo_api* api = NULL;
    image = loaded;
    bo_status (*get_api)(uint32_t, uint32_t, const bo_api**) = NULL;
    find_function("bo_get_api", &get_api, sizeof get_api);
    return get_api(BO_VERSION_MAJOR, BO_VERSION_MINOR, &api) == BO_OK ? api : NULL;
}

static void open_ask_and_close(void) {
    bo_backorder* handle = open_handle();
    CHECK_STATUS(BO_OK, ask(handle));
    CHECK_STATUS(BO_OK, bo->close(handle));
}

static void loaded_twice_it_is_the_same_library(void) {
    load();
    void* again = dlopen(arguments[1], RTLD_NOW | RTLD_GLOBAL);
    CHECK(again != NULL && api_of(again) == bo);
    open_ask_and_close();
    CHECK(dlclose(again) == 0);
    open_ask_and_close();
}

static void global_scope_serves_as_well(void) {
    void* loaded = dlopen(arguments[1], RTLD_LAZY | RTLD_GLOBAL);
    CHECK(loaded != NULL && (bo = api_of(loaded)) != NULL);
    make_config();
    open_ask_and_close();
}

/* Whoever lets go of the library while it works must not pull the code away from under its threads. */
static void closed_with_calls_in_flight_it_stays(void) {
    load();
    bo_backorder* handle = start_callers();
    CHECK(dlclose(image) == 0);
    CHECK_STATUS(BO_OK, ask(handle));
    CHECK_STATUS(BO_OK, bo->close(handle));
    join_callers();
}

static void closed_and_loaded_again_it_knows_its_handles(void) {
    load();
    bo_backorder* handle = open_handle();
    for (int i = 0; i < 20; ++i) {
        CHECK(dlclose(image) == 0);
        load();
    }
    CHECK_STATUS(BO_OK, ask(handle));
    CHECK_STATUS(BO_OK, bo->close(handle));
}

static void* load_and_open(void* opened) {
    load();
    *(bo_backorder**)opened = open_handle();
    CHECK_STATUS(BO_OK, ask(*(bo_backorder**)opened));
    return NULL;
}

static void the_thread_that_loaded_it_may_end(void) {
    for (int round = 0; round < 3; ++round) {
        bo_backorder* handle = NULL;
        pthread_t thread;
        CHECK(pthread_create(&thread, NULL, load_and_open, &handle) == 0);
        pthread_join(thread, NULL);
        CHECK_STATUS(BO_OK, ask(handle));
        CHECK_STATUS(BO_OK, bo->close(handle));
    }
}

#if !defined(__SANITIZE_THREAD__)
#ifdef SANITIZED
enum { cleanly = 0 }; /* the search for leaks at exit wants the threads that a child does not have */
#else
enum { cleanly = 5 };
#endif

static void forked_with_calls_in_flight_the_child_is_answered(void) {
    load();
    bo_backorder* handle = start_callers();
    for (int round = 0; round < 10; ++round) {
        int status = -1;
        const pid_t child = fork();
        if (child == 0)
            (round < cleanly ? exit : _exit)(ask(handle) == BO_E_FORKED && bo->close(handle) == BO_E_FORKED ? 0 : 1);
        CHECK(waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0);
    }
    CHECK_STATUS(BO_OK, bo->close(handle));
    join_callers();
}
#endif

enum { signal_end = 65 };

struct signals {
    sigset_t mask;
    struct sigaction actions[signal_end];
};

static struct signals signals_now(void) {
    struct signals now;
    memset(&now, 0, sizeof now);
    pthread_sigmask(SIG_SETMASK, NULL, &now.mask);
    for (int number = 1; number < signal_end; ++number)
        sigaction(number, NULL, &now.actions[number]); /* two are the C library's own */
    return now;
}

static void check_signals(const struct signals* before) {
    const struct signals now = signals_now();
    for (int number = 1; number < signal_end; ++number) {
        const struct sigaction* was = &before->actions[number];
        const struct sigaction* is = &now.actions[number];
        CHECK(was->sa_handler == is->sa_handler && was->sa_flags == is->sa_flags);
        CHECK(sigismember(&before->mask, number) == sigismember(&now.mask, number));
    }
}

static void signals_stay_as_they_were(void) {
    const struct signals before = signals_now();
    load();
    check_signals(&before);
    bo_backorder* handle = open_handle();
    furnish(handle);
    check_signals(&before);
    CHECK_STATUS(BO_OK, bo->close(handle));
    check_signals(&before);
}

int main(int argc, char** argv) {
    take_arguments(argc, argv);
    ALONE(loaded_twice_it_is_the_same_library);
    ALONE(global_scope_serves_as_well);
    ALONE(closed_with_calls_in_flight_it_stays);
    ALONE(closed_and_loaded_again_it_knows_its_handles);
    ALONE(the_thread_that_loaded_it_may_end);
    ALONE(signals_stay_as_they_were);
#if defined(__SANITIZE_THREAD__)
    printf("not tried: fork with live threads, which the thread sanitizer itself does not survive\n");
#else
    ALONE(forked_with_calls_in_flight_the_child_is_answered);
#endif
    return finish("loading");
}
