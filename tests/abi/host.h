/* What the C hosts share: the library by dlopen, checks that name what failed, a schema in the test database. */
#ifndef BACKORDER_TESTS_ABI_HOST_H
#define BACKORDER_TESTS_ABI_HOST_H

#include <backorder/backorder.h>

#include <dirent.h>
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#if defined(__has_feature) /* clang says so, gcc by macros */
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define SANITIZED
#endif
#elif defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define SANITIZED
#endif

#define ALL_PERMISSIONS (BO_MANAGE_MARKETPLACE | BO_MANAGE_INVENTORY | BO_MANAGE_ORDERS | BO_MANAGE_FULFILLMENTS)
#ifndef LOAD_SCOPE
#define LOAD_SCOPE RTLD_LOCAL
#endif
#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

static const bo_api* bo;
static void* image;
static int failures;
static char marketplace[64]; /* one of this process's own, so that hosts may share the database */
static char config_text[4096];

static inline int check(int holds, const char* what, const char* file, int line) {
    if (!holds) {
        ++failures;
        fprintf(stderr, "%s:%d: not so: %s\n", file, line, what);
    }
    return holds;
}

static inline int check_status(bo_status expected, bo_status found, const char* what, const char* file, int line) {
    if (expected != found) {
        ++failures;
        fprintf(stderr, "%s:%d: %s: answered %d %s, not %d %s\n", file, line, what, (int)found, bo->status_name(found),
                (int)expected, bo->status_name(expected));
    }
    return expected == found;
}

#define CHECK(holds) check((holds) != 0, #holds, __FILE__, __LINE__)
#define CHECK_STATUS(expected, call) check_status(expected, call, #call, __FILE__, __LINE__)
/* The same with a text of one's own, for loops. */
#define CHECK_STATUS_OF(expected, call, what) check_status(expected, call, what, __FILE__, __LINE__)

/* ISO C has no cast from an object's address to a function's; POSIX promises that they look the same. */
static inline void find_function(const char* name, void* function, size_t size) {
    void* address = dlsym(image, name);
    if (address == NULL || size != sizeof address) {
        fprintf(stderr, "the library does not export %s\n", name);
        exit(1);
    }
    memcpy(function, &address, sizeof address);
}

static inline void make_config(void) {
    const char* url = getenv("BACKORDER_TEST_DATABASE");
    if (url == NULL || strpbrk(url, "\"\\") != NULL) {
        fprintf(stderr, "BACKORDER_TEST_DATABASE is not set to a URL\n");
        exit(1);
    }
    snprintf(config_text, sizeof config_text, "{\"database\": \"%s\", \"schema\": \"abi_hosts\", \"migrate\": true}",
             url);
    snprintf(marketplace, sizeof marketplace, "abi-%ld-%ld", (long)time(NULL), (long)getpid());
}

static inline void load_library(int argc, char** argv) {
    bo_status (*get_api)(uint32_t, uint32_t, const bo_api**) = NULL;
    if (argc < 2 || (image = dlopen(argv[1], RTLD_NOW | LOAD_SCOPE)) == NULL) {
        fprintf(stderr, "usage: %s LIBRARY: %s\n", argv[0], argc < 2 ? "no library named" : dlerror());
        exit(1);
    }
    find_function("bo_get_api", &get_api, sizeof get_api);
    if (get_api(BO_VERSION_MAJOR, BO_VERSION_MINOR, &bo) != BO_OK) {
        fprintf(stderr, "%s does not offer interface %d.%d\n", argv[1], BO_VERSION_MAJOR, BO_VERSION_MINOR);
        exit(1);
    }
    make_config();
}

static inline bo_backorder* open_handle(void) {
    bo_backorder* handle = NULL;
    bo_error* error = NULL;
    if (bo->open(config_text, BO_NTS, &handle, &error) != BO_OK) {
        fprintf(stderr, "the handle did not open: %s\n", bo->error_json(error));
        exit(1);
    }
    return handle;
}

/* What stands in a folder of /proc: descriptors, threads. */
static inline int entries_of(const char* folder) {
    DIR* entries = opendir(folder);
    int count = 0;
    while (readdir(entries) != NULL) ++count;
    closedir(entries);
    return count;
}

static inline bo_order_line line_of(const char* line, const char* variant, int64_t quantity) {
    const bo_order_line wanted = {sizeof wanted, 0, line, BO_NTS, variant, BO_NTS, NULL, 0, quantity};
    return wanted;
}

static inline bo_order order_of(const char* id, const bo_order_line* lines, size_t count) {
    const bo_order order = {sizeof order, 0, id, BO_NTS, 0, lines, count, NULL, NULL, 0};
    return order;
}

/* The error names that field in its first row. */
static inline int names_field(const bo_error* error, const char* field) {
    const char* text = "";
    return bo->error_detail(error, 0, "field", &text) == 1 && strcmp(text, field) == 0;
}

static inline bo_call call_of(uint32_t role, uint64_t permissions, const char* key) {
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

static inline bo_call host_call(const char* key) { return call_of(BO_ROLE_HOST, 0, key); }
static inline bo_call operator_call(const char* key) { return call_of(BO_ROLE_OPERATOR, ALL_PERMISSIONS, key); }

/* A JSON call that must be done; ends the process if it is not. */
static inline bo_result* must(bo_backorder* handle, bo_call call, const char* operation, const char* request) {
    bo_result* result = NULL;
    bo_error* error = NULL;
    if (bo->call_json(handle, &call, operation, BO_NTS, request, BO_NTS, &result, &error) != BO_OK) {
        fprintf(stderr, "%s was refused: %s\n", operation, bo->error_json(error));
        exit(1);
    }
    return result;
}

static inline void done(bo_backorder* handle, bo_call call, const char* operation, const char* request) {
    bo->result_free(must(handle, call, operation, request));
}

static inline int64_t number(const bo_result* result, uint32_t column, size_t row) {
    const int64_t* values = bo->result_int64(result, column);
    return values == NULL || row >= bo->result_rows(result, column >> 8) ? INT64_MIN : values[row];
}

static inline int text_is(const bo_result* result, uint32_t column, size_t row, const char* expected) {
    const uint64_t* offsets = NULL;
    const char* bytes = bo->result_text(result, column, &offsets);
    return bytes != NULL && row < bo->result_rows(result, column >> 8) &&
           offsets[row + 1] - offsets[row] == strlen(expected) &&
           memcmp(bytes + offsets[row], expected, strlen(expected)) == 0;
}

/* Product p of seller s with variants v and w; warehouses a and b of the operator; 10 of v at a; limit 5 for v at a. */
static inline void furnish(bo_backorder* handle) {
    done(handle, host_call("furnish 1"), "warehouse_upsert",
         "{\"items\": [{\"warehouse\": \"a\", \"priority\": 1}, {\"warehouse\": \"b\", \"priority\": 2}]}");
    done(handle, host_call("furnish 2"), "catalog_upsert",
         "{\"products\": [{\"product\": \"p\", \"seller\": \"s\"}, {\"product\": \"q\", \"seller\": \"t\"}], "
         "\"variants\": "
         "[{\"variant\": \"v\", \"product\": \"p\"}, {\"variant\": \"w\", \"product\": \"p\"}, "
         "{\"variant\": \"x\", \"product\": \"q\"}]}");
    done(handle, operator_call("furnish 3"), "settings_set", "{\"backorders_enabled\": true}");
    done(handle, operator_call("furnish 4"), "policy_set",
         "{\"items\": [{\"product\": \"p\", \"policy\": \"allow\"}]}");
    done(handle, operator_call("furnish 5"), "threshold_set",
         "{\"items\": [{\"variant\": \"v\", \"warehouse\": \"a\", \"threshold\": 5}]}");
    done(handle, operator_call("furnish 6"), "receive",
         "{\"items\": [{\"variant\": \"v\", \"warehouse\": \"a\", \"quantity\": 10}]}");
}

/* Rows of the ledger, stock records and parts, by verify, which must also find no difference. */
static inline int64_t rows_written(bo_backorder* handle) {
    bo_result* result = must(handle, operator_call(NULL), "verify", "");
    const int64_t rows = number(result, BO_COL_VERIFY_STOCK_RECORDS, 0) + number(result, BO_COL_VERIFY_PARTS, 0) +
                         number(result, BO_COL_VERIFY_LEDGER_ROWS, 0);
    CHECK(number(result, BO_COL_VERIFY_DIFFERENCES, 0) == 0);
    bo->result_free(result);
    return rows;
}

static inline int finish(const char* name) {
    if (failures == 0) printf("%s: all as it should be\n", name);
    return failures == 0 ? 0 : 1;
}

#endif
