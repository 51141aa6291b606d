/* A small commerce platform's side of the library: who calls, and one short function per thing it asks. */
#ifndef WALK_SHOP_H
#define WALK_SHOP_H

#include "backorder/backorder.h"

struct shop {
    const bo_api* api;
    bo_backorder* handle;
    char marketplace[64];
    unsigned keys_used;
};

struct person {
    const char* name;
    uint32_t role;
    uint64_t permissions;
    const char* seller;
};

extern const struct person the_host;
extern const struct person the_operator;
extern const struct person the_seller;     /* nordlicht, with every permission a seller can have */
extern const struct person a_packer;       /* of the same seller, without the inventory permission */
extern const struct person another_seller; /* papyrus */

struct answer {
    const bo_api* api;
    bo_status status;
    bo_result* result;
    bo_error* error;
};

/* 1, or 0 after saying on stderr why not. The tables are installed, the marketplace's name is new. */
int shop_open(struct shop* shop, const bo_api* api, const char* database);
void shop_close(struct shop* shop);

void answer_free(struct answer* answer);

/* Any operation by its name; `change` also gives it a fresh idempotency key. */
struct answer ask(struct shop* shop, const struct person* who, const char* operation, const char* request);
struct answer change(struct shop* shop, const struct person* who, const char* operation, const char* request);

struct answer switch_backorders(struct shop* shop, const struct person* who, uint32_t on, uint32_t flags);
struct answer allow_backorders(struct shop* shop, const struct person* who, const char* variant);
struct answer set_threshold(struct shop* shop, const struct person* who, const char* variant, const char* warehouse,
                            int64_t threshold);

struct answer stock_of_product(struct shop* shop, const struct person* who, const char* product);
struct answer availability_of(struct shop* shop, const char* variant, int64_t quantity);
struct answer receive(struct shop* shop, const struct person* who, const char* variant, const char* warehouse,
                      int64_t quantity);

/* An order of one line, "1". */
struct answer place(struct shop* shop, const char* order, const char* variant, int64_t quantity);
struct answer shippable_of(struct shop* shop, const char* order);
struct answer fulfill(struct shop* shop, const char* order, const char* warehouse, int64_t quantity, uint32_t flags);

struct answer pull_events(struct shop* shop, const char* consumer);
struct answer acknowledge_events(struct shop* shop, const char* consumer, const char* cursor, size_t cursor_length);

#endif
