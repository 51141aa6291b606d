/* A host asks for the table of functions as one may and may not; names of statuses. Needs no database. */
#define _POSIX_C_SOURCE 200809L
#include "host.h"

#define SAME(entry)                                                                                                    \
    do {                                                                                                               \
        void* exported = dlsym(image, "bo_" #entry);                                                                   \
        CHECK(exported != NULL && memcmp(&exported, &bo->entry, sizeof exported) == 0);                                \
    } while (0)

static void the_table_holds_the_exports(void) {
    CHECK(bo->struct_size == sizeof(bo_api));
    CHECK(bo->major == BO_VERSION_MAJOR && bo->minor == BO_VERSION_MINOR);
    SAME(status_name);
    SAME(version);
    SAME(open);
    SAME(close);
    SAME(migrate);
    SAME(poll_fd);
    SAME(logs);
    SAME(token_new);
    SAME(token_cancel);
    SAME(token_free);
    SAME(call_json);
    SAME(settings_get);
    SAME(settings_set);
    SAME(policy_set);
    SAME(threshold_set);
    SAME(stock);
    SAME(availability);
    SAME(receive);
    SAME(place);
    SAME(cancel);
    SAME(shippable);
    SAME(fulfill);
    SAME(events);
    SAME(events_acknowledge);
    SAME(result_rows);
    SAME(result_int64);
    SAME(result_text);
    SAME(result_json);
    SAME(result_replayed);
    SAME(result_free);
    SAME(error_status);
    SAME(error_retry);
    SAME(error_message);
    SAME(error_sqlstate);
    SAME(error_rows);
    SAME(error_detail);
    SAME(error_json);
    SAME(error_free);
    SAME(completions_new);
    SAME(completions_fd);
    SAME(completions_pull);
    SAME(completions_free);
    SAME(place_batch);
}

static void other_versions_are_refused_by_a_status(void) {
    bo_status (*get_api)(uint32_t, uint32_t, const bo_api**) = NULL;
    const bo_api* api = bo;
    find_function("bo_get_api", &get_api, sizeof get_api);
    CHECK_STATUS(BO_E_ABI_VERSION, get_api(BO_VERSION_MAJOR + 1, 0, &api));
    CHECK(api == NULL);
    api = bo;
    CHECK_STATUS(BO_E_ABI_VERSION, get_api(0, 0, &api));
    CHECK(api == NULL);
    api = bo;
    CHECK_STATUS(BO_E_ABI_VERSION, get_api(BO_VERSION_MAJOR, bo->minor + 1, &api));
    CHECK(api == NULL);
    CHECK_STATUS(BO_E_NULL_ARGUMENT, get_api(BO_VERSION_MAJOR, 0, NULL));
    CHECK_STATUS(BO_OK, get_api(BO_VERSION_MAJOR, 0, &api));
    CHECK(api == bo);
}

static void every_status_has_its_name_and_nothing_else_has(void) {
    static const struct {
        bo_status status;
        const char* name;
    } known[] = {{BO_OK, "BO_OK"},
                 {BO_E_NULL_ARGUMENT, "BO_E_NULL_ARGUMENT"},
                 {BO_E_KEY_REUSED, "BO_E_KEY_REUSED"},
                 {BO_E_SHORTAGE, "BO_E_SHORTAGE"},
                 {BO_SOME_REFUSED, "BO_SOME_REFUSED"},
                 {BO_E_TIMEOUT, "BO_E_TIMEOUT"},
                 {BO_E_BUSY, "BO_E_BUSY"},
                 {BO_E_IN_DOUBT, "BO_E_IN_DOUBT"},
                 {BO_E_INTERNAL, "BO_E_INTERNAL"}};
    static const bo_status unknown[] = {-1, 1, 100, 119, 200, 214, 300, 311, 400, 402, 500, 502, INT32_MAX, INT32_MIN};
    for (size_t i = 0; i < COUNT_OF(known); ++i) CHECK(strcmp(bo->status_name(known[i].status), known[i].name) == 0);
    for (size_t i = 0; i < COUNT_OF(unknown); ++i) CHECK(strcmp(bo->status_name(unknown[i]), "") == 0);
    CHECK(strcmp(bo->version(), "1.2.0") == 0);
}

int main(int argc, char** argv) {
    load_library(argc, argv);
    the_table_holds_the_exports();
    other_versions_are_refused_by_a_status();
    every_status_has_its_name_and_nothing_else_has();
    return finish("table");
}
