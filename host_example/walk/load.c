#include "load.h"

#include <dlfcn.h>
#include <stdio.h>
#include <string.h>

typedef bo_status (*get_api)(uint32_t major, uint32_t min_minor, const bo_api** api);

/* ISO C has no cast from an object's address to a function's; POSIX promises that they look the same. */
static get_api find_get_api(void* image) {
    void* address = dlsym(image, "bo_get_api");
    get_api function = NULL;
    memcpy(&function, &address, sizeof function);
    return function;
}

int library_load(struct library* library, const char* path) {
    library->api = NULL;
    library->image = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    if (library->image == NULL) {
        fprintf(stderr, "host_walk: %s\n", dlerror());
        return 0;
    }
    get_api negotiate = find_get_api(library->image);
    if (negotiate == NULL) {
        fprintf(stderr, "host_walk: %s has no bo_get_api\n", path);
        return 0;
    }
    if (negotiate(BO_VERSION_MAJOR, BO_VERSION_MINOR, &library->api) != BO_OK) {
        fprintf(stderr, "host_walk: %s does not offer interface %d.%d\n", path, BO_VERSION_MAJOR, BO_VERSION_MINOR);
        return 0;
    }
    return 1;
}

void library_unload(struct library* library) { dlclose(library->image); }
