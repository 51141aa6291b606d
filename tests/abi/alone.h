/* What hosts share that load and leave the library in odd ways: each way in a process of its own, which must end well;
 * callers that ask until they are told to stop. */
#ifndef BACKORDER_TESTS_ABI_ALONE_H
#define BACKORDER_TESTS_ABI_ALONE_H

#include "host.h"

#include <pthread.h>
#include <sys/wait.h>

static char** arguments;

static inline void take_arguments(int argc, char** argv) {
    if (argc < 2) {
        fprintf(stderr, "usage: %s LIBRARY\n", argv[0]);
        exit(1);
    }
    arguments = argv;
}

static inline void load(void) { load_library(2, arguments); }

static inline bo_status ask(bo_backorder* handle) {
    const bo_call call = host_call(NULL);
    return bo->settings_get(handle, &call, NULL, NULL);
}

static pthread_t callers[4];

static inline void* call_on(void* handle) {
    while (ask(handle) == BO_OK) {
    }
    return NULL;
}

static inline void pause_ms(int milliseconds) {
    const struct timespec pause = {milliseconds / 1000, milliseconds % 1000 * 1000000L};
    nanosleep(&pause, NULL);
}

static inline void start(void* (*body)(void*), void* handle) {
    for (size_t i = 0; i < COUNT_OF(callers); ++i) CHECK(pthread_create(&callers[i], NULL, body, handle) == 0);
}

static inline bo_backorder* start_callers(void) {
    bo_backorder* handle = open_handle();
    CHECK_STATUS(BO_OK, ask(handle));
    start(call_on, handle);
    pause_ms(30);
    return handle;
}

static inline void join_callers(void) {
    for (size_t i = 0; i < COUNT_OF(callers); ++i) pthread_join(callers[i], NULL);
}

static inline void in_a_process_of_its_own(void (*body)(void), const char* what) {
    int status = -1;
    fflush(stdout);
    const pid_t child = fork();
    if (child == 0) {
        failures = 0;
        body();
        exit(failures == 0 ? 0 : 1);
    }
    const int ended = waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
    check(ended, what, __FILE__, __LINE__);
}

#define ALONE(body) in_a_process_of_its_own(body, #body)

#endif
