/* Finds the library at run time, as a host that does not link it would. */
#ifndef WALK_LOAD_H
#define WALK_LOAD_H

#include "backorder/backorder.h"

struct library {
    void* image;
    const bo_api* api;
};

/* 1, or 0 after saying on stderr why not. */
int library_load(struct library* library, const char* path);
void library_unload(struct library* library);

#endif
