/* Asks a library of any version what stands in lines: ask LIBRARY CONFIG. A line is role, permissions, marketplace,
 * seller, key, operation and request, parted by tabs; each is answered by a line of JSON: {"status", "replayed",
 * "result", "error"}. */
#include <backorder/backorder.h>

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ROLE, PERMISSIONS, MARKETPLACE, SELLER, KEY, OPERATION, REQUEST, FIELDS };

static const bo_api* bo;

static int complain(const char* what, const char* why) { return fprintf(stderr, "%s: %s\n", what, why), 1; }

static int load(const char* path) {
    bo_status (*get_api)(uint32_t, uint32_t, const bo_api**) = NULL;
    void* const image = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    void* const symbol = image == NULL ? NULL : dlsym(image, "bo_get_api");
    memcpy(&get_api, &symbol, sizeof get_api);
    return get_api != NULL && get_api(BO_VERSION_MAJOR, BO_VERSION_MINOR, &bo) == BO_OK;
}

static int split(char* line, char** fields) {
    int count = 0;
    line[strcspn(line, "\n")] = '\0';
    for (char* end = line; end != NULL && count < FIELDS; ++count) {
        fields[count] = end;
        end = strchr(end, '\t');
        if (end != NULL) *end++ = '\0';
    }
    return count == FIELDS;
}

static void answer(bo_backorder* handle, char** fields) {
    bo_result* result = NULL;
    bo_error* error = NULL;
    bo_call call;
    memset(&call, 0, sizeof call);
    call.struct_size = sizeof call;
    call.role = (uint32_t)strtoul(fields[ROLE], NULL, 10);
    call.permissions = strtoull(fields[PERMISSIONS], NULL, 10);
    call.marketplace = fields[MARKETPLACE];
    call.marketplace_length = BO_NTS;
    call.seller = fields[SELLER];
    call.seller_length = BO_NTS;
    call.idempotency_key = fields[KEY];
    call.idempotency_key_length = BO_NTS;
    const bo_status status =
        bo->call_json(handle, &call, fields[OPERATION], BO_NTS, fields[REQUEST], BO_NTS, &result, &error);
    printf("{\"status\":%d,\"replayed\":%s,\"result\":%s,\"error\":%s}\n", (int)status,
           bo->result_replayed(result) ? "true" : "false", result == NULL ? "null" : bo->result_json(result, NULL),
           error == NULL ? "null" : bo->error_json(error));
    bo->result_free(result);
    bo->error_free(error);
}

int main(int argc, char** argv) {
    static char line[1 << 20];
    char* fields[FIELDS];
    bo_backorder* handle = NULL;
    bo_error* error = NULL;
    if (argc != 3) return complain("usage", "ask LIBRARY CONFIG");
    if (!load(argv[1])) return complain(argv[1], "does not offer the interface of this host");
    if (bo->open(argv[2], BO_NTS, &handle, &error) != BO_OK)
        return complain("the handle did not open", bo->error_json(error));
    while (fgets(line, sizeof line, stdin) != NULL) {
        if (!split(line, fields)) return complain("not a call", line);
        answer(handle, fields);
    }
    return bo->close(handle) == BO_OK ? 0 : 1;
}
