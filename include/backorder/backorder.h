/*
 * backorder.h - warehouse-level backorders for any commerce platform: the C interface of libbackorder.so.1
 *
 * Conventions. Declarations below say only what differs.
 *
 *  1. Words. marketplace, product, variant, warehouse, stock record, on_hand, allocated, backordered, threshold and the
 *     verbs mean what README.md, "Concepts", says. Units are whole units of goods unless the name ends in another unit.
 *  2. Versions. Everything here is since 1.0 unless a later version is named. Within a major version functions, statuses,
 *     tables and columns are only added, structs only grow at their end.
 *  3. Answers. Functions that can fail return a bo_status: BO_OK (0), or why not. 1xx: the caller's mistake; 2xx: the
 *     domain says no; 3xx: the environment (database, time, memory); 401: in doubt; 5xx: a fault of ours. Statuses are
 *     listed in the order in which they are checked. Where a call is refused nothing was written, except BO_SOME_REFUSED (some
 *     of it was), BO_E_IN_DOUBT and BO_E_INTERNAL (all of it may have been).
 *     All that is wrong with a request is named at once, since 1.2: the status is that of the fault listed first, and the
 *     error has a row for each of the first hundred, with `field`, `item`, the item's ids, `status` and `message`, and a last row
 *     with how many `more` there are. Values are looked at once arguments, sizes and the JSON's shape are in order.
 *  4. Errors. `bo_error **error` may be NULL. Else *error is set to NULL on BO_OK and to an error to read and to free
 *     with bo_error_free otherwise. Nothing is kept per thread.
 *  5. Retrying. bo_error_retry says: BO_RETRY_NO (ask differently), BO_RETRY_SAFE (nothing was done, the same call may be
 *     repeated), BO_RETRY_SAME_KEY (repeat with the same idempotency key and only so). Of a batch: what one of its items needs;
 *     the others get their answers again.
 *  6. Strings in are a pointer and a length in bytes, BO_NTS for a NUL-terminated string. They are UTF-8 without NUL
 *     bytes. Ids have 1 to 128 bytes. A text that may be left out is left out by length 0 (the pointer is then not read).
 *     The library copies what it is given; nothing is kept after the call returns. Ids are compared byte by byte: case counts,
 *     and so does how Unicode composes a letter (send NFC). What is new (an order, a line, a key, what the catalogue registers,
 *     a consumer, a marketplace) can't have an id that begins or ends with a blank or holds a control character: BO_E_TEXT,
 *     since 1.2.
 *  7. Structs in are passed by pointer. struct_size is sizeof the struct as the caller compiled it; a shorter one is taken,
 *     what is missing counts as 0; a longer one only if its tail is zero. Other fields' 0 means the default. In an
 *     array every element carries the same struct_size. Reserved fields and unknown flag bits must be 0.
 *  8. Results. `bo_result **result` may be NULL if the answer does not matter. A result is tables of columns (see
 *     BO_TABLE_ and BO_COL_); what is read from it is borrowed until bo_result_free. The same result is at hand as JSON.
 *     A result is also given with BO_SOME_REFUSED and when all items of a batch were refused; else *result is NULL.
 *  9. Batches. Functions that take n items (at most 10 000) answer exactly one outcome row per item in input order, with
 *     its own status. All done: BO_OK. Some: BO_SOME_REFUSED. None: the first item's status.
 * 10. Idempotency. Every mutation needs bo_call.idempotency_key, except place (there the order's id is the key, and the
 *     field is empty or the same) and dry runs. Same key and body: the first answer again, bo_result_replayed is 1. Same
 *     key, another body: BO_E_KEY_REUSED naming the field. A seller's keys are its own.
 * 11. Time. Every call ends within bo_call.timeout_ms (0: the handle's default), waiting, retries and the server's work
 *     included; where a server or network hangs, a quarter of a second after it.
 * 12. Threads. Every function may be called from any thread at any time, on the same handle too. A result or error is
 *     read by one thread at a time. There are no callbacks. In a signal handler no function may be called but
 *     bo_token_cancel, which is async-signal-safe (said since 1.2).
 * 13. fork. In the child every call on a handle or with completions of the parent answers BO_E_FORKED; results and errors
 *     may be read and freed, completions freed; the child opens and makes its own.
 * 14. Handles. bo_close ends a handle; later and racing calls on it answer BO_E_CLOSED. A value that never was a handle
 *     is told apart in the same way. exit() closes all handles, and takes at most two seconds for it: calls that are still
 *     at the server after a second and a half are cut off (BO_E_IN_DOUBT, if it was at their COMMIT). That is done before
 *     handlers and destructors are run that were there before the first bo_open; they are answered BO_E_CLOSED.
 * 15. Submitting (since 1.1). A call whose bo_call.completions is set does not wait: the function checks and copies what it is
 *     given, returns, and the answer is pulled later (bo_completions_pull) under bo_call.tag. BO_OK then means that exactly
 *     one answer will come, and *result is NULL; any other status that none will.
 * 16. The library prints nothing, installs no signal handler, throws nothing and never ends the process.
 */
#ifndef BACKORDER_BACKORDER_H
#define BACKORDER_BACKORDER_H

#include <stddef.h>
#include <stdint.h>

#define BO_VERSION_MAJOR 1
#define BO_VERSION_MINOR 2
#define BO_VERSION_PATCH 0

#if defined(BO_BUILDING_LIBRARY)
#define BO_API __attribute__((visibility("default")))
#else
#define BO_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* Length of a NUL-terminated string. */
#define BO_NTS SIZE_MAX

/* ---- Statuses ---------------------------------------------------------------------------------------------------- */

typedef int32_t bo_status;

#define BO_OK 0

#define BO_E_NULL_ARGUMENT 101     /* a pointer that must be given is NULL */
#define BO_E_STRUCT_SIZE 102       /* struct_size can't be, or the tail we do not know is not zero */
#define BO_E_RESERVED 103          /* a reserved field or an unknown flag bit is not 0 */
#define BO_E_CLOSED 104            /* the handle is closed, or never was one */
#define BO_E_FORKED 105            /* the handle was opened by the parent process */
#define BO_E_ABI_VERSION 106       /* this library has not the asked interface version */
#define BO_E_CONFIG 107            /* the configuration is not valid */
#define BO_E_LIMIT 108             /* too many items, too many bytes, too deep */
#define BO_E_JSON 109              /* not JSON, or not of the operation's shape */
#define BO_E_UNKNOWN_MEMBER 110    /* a JSON member the operation does not know */
#define BO_E_UNKNOWN_OPERATION 111 /* no operation of that name */
#define BO_E_TEXT 112              /* an id is empty, longer than 128 bytes, holds NUL, is not UTF-8, or unfit for what is new */
#define BO_E_ARGUMENT 113          /* another value that can't be */
#define BO_E_QUANTITY 114          /* a quantity below 1, a threshold or count below 0, no whole number of 64 bits */
#define BO_E_DUPLICATE 115         /* a line, warehouse or record stands twice in the request */
#define BO_E_ACTOR 116             /* role, seller and permissions do not fit each other */
#define BO_E_KEY_REQUIRED 117      /* a mutation without idempotency key */
#define BO_E_KEY_REUSED 118        /* the key was used for another request; `field` tells where they differ */

#define BO_E_PERMISSION 201        /* this actor may not do that; `needed` says what would allow it */
#define BO_E_NOT_FOUND 202         /* unknown, or not this actor's */
#define BO_E_CONFLICT 203          /* belongs to another already (the owner of a product or warehouse, an order's id) */
#define BO_E_BACKORDERS_OFF 204    /* the marketplace does not accept backorders: nothing to configure */
#define BO_E_OVERFLOW 205          /* a sum would pass 2^63 - 1 */
#define BO_E_SHORTAGE 206          /* not enough to sell: asked, available, backorder_room and shut gate per line and warehouse */
#define BO_E_RESTOCK_FIRST 207     /* strict fulfilment: units still wait at that warehouse */
#define BO_E_NOT_SHIPPABLE 208     /* more than can ship now: asked, shippable, waiting per entry */
#define BO_E_NOT_CANCELLABLE 209   /* more than is still open of the line */
#define BO_E_NOT_AVAILABLE 210     /* more than is free at the warehouse, or than waits there */
#define BO_E_ALREADY_CANCELLED 211 /* that fulfilment is cancelled already */
#define BO_E_GATE_SHUT 212         /* units may not wait at that warehouse; `gate` says why */
#define BO_SOME_REFUSED 213        /* some items of the batch were done, some refused: read the outcomes */

#define BO_E_UNAVAILABLE 301       /* the database is not reachable, the message says why; nothing was done */
#define BO_E_TIMEOUT 302           /* not done within the timeout; nothing was done */
#define BO_E_CANCELLED 303         /* the token was cancelled; nothing was done */
#define BO_E_READ_ONLY 304         /* the database accepts no writes (a standby?) */
#define BO_E_SCHEMA_MISSING 305    /* our tables are not installed: bo_migrate, or "migrate": true */
#define BO_E_SCHEMA_VERSION 306    /* the schema is older than this library needs, newer than it knows, or altered */
#define BO_E_PRIVILEGE 307         /* the database role lacks a right: packaging/grants.sql */
#define BO_E_OUT_OF_MEMORY 308     /* no memory, thread or file descriptor left in this process; nothing was done */
#define BO_E_DATABASE 309          /* another error of the database; nothing was done; sqlstate and its text are in the error */
#define BO_E_BUSY 310              /* queue_size calls wait already, nothing was done; since 1.1 */

#define BO_E_IN_DOUBT 401          /* may have been done: COMMIT's answer is lost and could not be looked up, or no memory is left to tell it */

#define BO_E_INTERNAL 501          /* a fault of this library; it may have been done; please report it with the message */

#define BO_RETRY_NO 0
#define BO_RETRY_SAFE 1
#define BO_RETRY_SAME_KEY 2

/* The name of a status as above ("BO_E_SHORTAGE"), "" if there is none such. Static. */
BO_API const char *bo_status_name(bo_status status);

/* ---- Handle ------------------------------------------------------------------------------------------------------ */

typedef struct bo_backorder bo_backorder; /* one pool of connections to one database */
typedef struct bo_result bo_result;
typedef struct bo_error bo_error;
typedef struct bo_token bo_token; /* cancels calls */
typedef struct bo_completions bo_completions; /* where answers of submitted calls wait to be pulled; since 1.1 */

/* "1.1.0". Static. */
BO_API const char *bo_version(void);

/*
 * Opens a handle. config is a JSON object:
 *   database            connection string or URL of libpq, several hosts and TLS options included (required)
 *   schema              where the tables are: "backorder"
 *   migrate             install or update them while opening: false
 *   pool_size           most connections: 8 (1 to 256); changes go through lanes of them, questions through the others
 *   lanes               how many batches of changes run at once, a connection each: 2, less than pool_size (1 to 16);
 *                       since 1.1
 *   lane_lines          most order lines, items and the like that calls of several callers bring into one transaction: 1000
 *                       (1 to 10 000); since 1.1
 *   queue_size          most calls that wait for their turn, those after them are BO_E_BUSY: 16 384 (1 to 1 000 000); since
 *                       1.1
 *   default_timeout_ms  of calls that name none: 5000 (1 to 3 600 000)
 *   prepare             keep statements prepared and settings said on each connection: true; false behind PgBouncer and
 *                       other poolers, which otherwise refuse to connect, or are refused (BO_E_CONFIG)
 *   poll_interval_ms    how often other processes' events are looked for once BO_POLL_EVENTS is asked: 500
 *   idle_timeout_ms     a connection that nobody used for so long is closed: 60 000 (1 to 3 600 000); since 1.2
 *   connect             connect while opening, and answer at once if that fails: false; since 1.2
 * Unknown members are refused. The database is reached while opening only if migrate or connect is true.
 * BO_E_NULL_ARGUMENT, _CONFIG, _JSON, _UNKNOWN_MEMBER, _TEXT, _LIMIT, _QUANTITY, _CLOSED (the process is exiting); with migrate or
 * connect also 3xx.
 */
BO_API bo_status bo_open(const char *config, size_t config_length, bo_backorder **handle, bo_error **error);

/* Ends calls in flight as cancelled where they still wait, waits for the others (at most their timeouts) and for a
 * connection that is being opened (at most its connect_timeout, 3 s a host if the connection string has none), joins all
 * threads, closes all connections. BO_E_CLOSED, BO_E_FORKED. */
BO_API bo_status bo_close(bo_backorder *handle);

/* Installs or updates the tables; any number of processes may do so at once. Needs a role with the right to create.
 * Result: schema. timeout_ms 0: 60 000. 3xx. */
BO_API bo_status bo_migrate(bo_backorder *handle, int64_t timeout_ms, bo_result **result, bo_error **error);

/* A file descriptor that is readable while something is to be pulled. The library's own: poll it, do not read or close it.
 * BO_POLL_EVENTS: a consumer that has pulled through this handle has not been handed all there is; before the first such pull
 * always. It stays readable until a page says that there is no more, also when a pull fails. Several consumers share it: the last
 * page of one makes it unreadable until poll_interval_ms later, even if another one is behind. BO_POLL_LOGS: bo_logs. */
#define BO_POLL_EVENTS 1
#define BO_POLL_LOGS 2
BO_API bo_status bo_poll_fd(bo_backorder *handle, uint32_t what, int32_t *fd, bo_error **error);

/* What the library would have logged, oldest first, at most 1 000 kept: reconnects, retries, doubts, warnings of the server. Result: log. */
BO_API bo_status bo_logs(bo_backorder *handle, bo_result **result, bo_error **error);

/* ---- Who calls, and how ------------------------------------------------------------------------------------------ */

#define BO_ROLE_HOST 1     /* the platform itself: place, cancel, register the catalogue, read; carries no permissions */
#define BO_ROLE_OPERATOR 2 /* runs the marketplace */
#define BO_ROLE_SELLER 3   /* sells on it; seller is its id */

#define BO_MANAGE_MARKETPLACE 1u /* operators only */
#define BO_MANAGE_INVENTORY 2u
#define BO_MANAGE_ORDERS 4u
#define BO_MANAGE_FULFILLMENTS 8u

typedef struct bo_call {
  uint32_t struct_size;
  uint32_t role;        /* BO_ROLE_ */
  uint64_t permissions; /* BO_MANAGE_ bits; the host vouches for them */
  const char *marketplace;
  size_t marketplace_length;
  const char *seller; /* of BO_ROLE_SELLER, else empty */
  size_t seller_length;
  const char *user; /* who it was, for the ledger; may be empty; at most 128 bytes */
  size_t user_length;
  const char *idempotency_key; /* 1 to 128 bytes for mutations */
  size_t idempotency_key_length;
  const char *traceparent; /* W3C trace context, recorded with the call; may be empty; at most 128 bytes */
  size_t traceparent_length;
  int64_t timeout_ms; /* 0: default_timeout_ms */
  bo_token *token;    /* may be NULL */
  uint64_t reserved[2];
  bo_completions *completions; /* NULL: wait for the answer; since 1.1 */
  uint64_t tag;                /* of the submitted call's answer; since 1.1 */
} bo_call;

/* A token cancels every call that carries it, now or later. It outlives all of them: free it after they returned, submitted
 * ones after they were answered. */
BO_API bo_token *bo_token_new(void); /* NULL: out of memory */
BO_API void bo_token_cancel(bo_token *token);
BO_API void bo_token_free(bo_token *token);

/* ---- Submitted calls (since 1.1) --------------------------------------------------------------------------------- */

/* Any number of calls, of any threads and handles, may be submitted to the same completions. NULL: no memory, or no file
 * descriptor. */
BO_API bo_completions *bo_completions_new(void);

/* A file descriptor that is readable while answers wait. The library's own: poll it, do not read or close it. -1: NULL. */
BO_API int32_t bo_completions_fd(const bo_completions *completions);

/*
 * Moves up to capacity answers, in the order they came, into the caller's arrays, and their number into *count. tags[i] is
 * the call's; statuses[i], results[i] and errors[i] are what the function would have returned, each to be freed. results or
 * errors NULL: those are freed unseen. timeout_ms: how long to wait for the first: 0 not at all, -1 without end.
 * BO_OK, also when there is none. BO_E_NULL_ARGUMENT, _FORKED, _ARGUMENT (capacity 0, timeout_ms below -1).
 * Every call is answered within its timeout (convention 11), and before bo_close of its handle returns: pull after it to get
 * the last ones.
 */
BO_API bo_status bo_completions_pull(bo_completions *completions, int64_t timeout_ms, size_t capacity, uint64_t *tags,
                                     bo_status *statuses, bo_result **results, bo_error **errors, size_t *count);

/* Frees the answers that were not pulled; those of calls in flight will be. No other thread may be using it. NULL is fine. */
BO_API void bo_completions_free(bo_completions *completions);

/* ---- Every operation, by name ------------------------------------------------------------------------------------ */

/*
 * operation is one of the names in README.md, "Operations"; request a JSON object with its members (an empty text stands
 * for {}). Integers may be given as numbers or in strings, in any spelling of a whole number (2, 2.0, "2.0000", 1e3; since 1.2),
 * and are answered as numbers. At most 16 MiB and 32 levels.
 * The typed functions below are the same operations with the same answers.
 */
BO_API bo_status bo_call_json(bo_backorder *handle, const bo_call *call, const char *operation, size_t operation_length,
                              const char *request, size_t request_length, bo_result **result, bo_error **error);

/* ---- Marketplace settings ---------------------------------------------------------------------------------------- */

#define BO_DRY_RUN 1u /* answers what would be, writes nothing, needs no key */

/* Result: settings. Anyone. */
BO_API bo_status bo_settings_get(bo_backorder *handle, const bo_call *call, bo_result **result, bo_error **error);

typedef struct bo_settings {
  uint32_t struct_size;
  uint32_t flags;              /* BO_DRY_RUN */
  uint32_t backorders_enabled; /* 0 or 1 */
  uint32_t reserved;
} bo_settings;

/* Operators with BO_MANAGE_MARKETPLACE. Result: settings; units_over_limit are backorders that stand while it is off. */
BO_API bo_status bo_settings_set(bo_backorder *handle, const bo_call *call, const bo_settings *settings,
                                 bo_result **result, bo_error **error);

/* ---- Policies and thresholds ------------------------------------------------------------------------------------- */

#define BO_POLICY_INHERIT 1
#define BO_POLICY_ALLOW 2
#define BO_POLICY_DENY 3

typedef struct bo_policy {
  uint32_t struct_size;
  uint32_t policy;     /* BO_POLICY_ */
  const char *product; /* a product or a variant, the other empty */
  size_t product_length;
  const char *variant;
  size_t variant_length;
} bo_policy;

/* BO_MANAGE_INVENTORY, own products, marketplace on. flags: BO_DRY_RUN. Result: policies. BO_E_BACKORDERS_OFF, _NOT_FOUND */
BO_API bo_status bo_policy_set(bo_backorder *handle, const bo_call *call, const bo_policy *items, size_t count,
                               uint32_t flags, bo_result **result, bo_error **error);

#define BO_THRESHOLD_LIMIT 1     /* threshold says how many; 0: none */
#define BO_THRESHOLD_UNLIMITED 2 /* threshold must be 0 */
#define BO_THRESHOLD_INHERIT 3   /* no value of its own; threshold must be 0 */

typedef struct bo_threshold {
  uint32_t struct_size;
  uint32_t mode;       /* BO_THRESHOLD_ */
  const char *product; /* a product (for all its variants) or a variant, the other empty */
  size_t product_length;
  const char *variant;
  size_t variant_length;
  const char *warehouse;
  size_t warehouse_length;
  int64_t threshold; /* 0 or more */
} bo_threshold;

/* As bo_policy_set. Result: thresholds; units_over_limit stand above the new limit: they stay promised. */
BO_API bo_status bo_threshold_set(bo_backorder *handle, const bo_call *call, const bo_threshold *items, size_t count,
                                  uint32_t flags, bo_result **result, bo_error **error);

/* ---- Questions --------------------------------------------------------------------------------------------------- */

typedef struct bo_stock_query {
  uint32_t struct_size;
  uint32_t reserved;
  const char *const *variants; /* ids; variant_lengths NULL: all NUL-terminated */
  const size_t *variant_lengths;
  size_t variant_count;
  const char *const *products; /* with all their variants */
  const size_t *product_lengths;
  size_t product_count;
  const char *warehouse; /* empty: all */
  size_t warehouse_length;
} bo_stock_query;

/* Result: stock, variant_totals, product_totals. A seller asks for its own; others' are BO_E_NOT_FOUND. */
BO_API bo_status bo_stock(bo_backorder *handle, const bo_call *call, const bo_stock_query *query, bo_result **result,
                          bo_error **error);

typedef struct bo_availability_item {
  uint32_t struct_size;
  uint32_t reserved;
  const char *variant;
  size_t variant_length;
  int64_t quantity; /* 0, or asks for the split of that many */
} bo_availability_item;

/* Result: availability. An unknown variant is an outcome of its own, not a failure of the others. */
BO_API bo_status bo_availability(bo_backorder *handle, const bo_call *call, const bo_availability_item *items,
                                 size_t count, bo_result **result, bo_error **error);

/* ---- Goods and orders -------------------------------------------------------------------------------------------- */

typedef struct bo_receipt {
  uint32_t struct_size;
  uint32_t reserved;
  const char *variant;
  size_t variant_length;
  const char *warehouse;
  size_t warehouse_length;
  int64_t quantity;
} bo_receipt;

/* BO_MANAGE_INVENTORY. Goods in; the queue is served, oldest promise of the highest priority first. Result: moves,
 * covered. */
BO_API bo_status bo_receive(bo_backorder *handle, const bo_call *call, const bo_receipt *items, size_t count,
                            bo_result **result, bo_error **error);

#define BO_DECLINE_BACKORDER 1u /* the line takes units that are there, or refuses */

typedef struct bo_order_line {
  uint32_t struct_size;
  uint32_t flags; /* BO_DECLINE_BACKORDER */
  const char *line;
  size_t line_length;
  const char *variant;
  size_t variant_length;
  const char *warehouse; /* only there; empty: anywhere */
  size_t warehouse_length;
  int64_t quantity;
} bo_order_line;

typedef struct bo_order {
  uint32_t struct_size;
  uint32_t flags; /* 0 */
  const char *order;
  size_t order_length;
  int64_t priority; /* in the queue; higher is served first; -2^31 to 2^31 - 1 */
  const bo_order_line *lines;
  size_t line_count;
  const char *const *warehouses; /* sourced in this order, the others after them; may be NULL */
  const size_t *warehouse_lengths;
  size_t warehouse_count;
} bo_order;

/* Host, or BO_MANAGE_ORDERS. All of the order or nothing. Result: order, lines, parts. BO_E_SHORTAGE, _NOT_FOUND */
BO_API bo_status bo_place(bo_backorder *handle, const bo_call *call, const bo_order *order, bo_result **result,
                          bo_error **error);

/*
 * Many orders in one call: each is placed or refused for itself, as by bo_place, with its id as its key; idempotency_key is
 * empty. At most 10 000 orders and 100 000 lines. Result: placed, placed_parts. Since 1.1.
 */
BO_API bo_status bo_place_batch(bo_backorder *handle, const bo_call *call, const bo_order *orders, size_t count,
                                bo_result **result, bo_error **error);

typedef struct bo_order_units {
  uint32_t struct_size;
  uint32_t reserved;
  const char *line;
  size_t line_length;
  const char *warehouse; /* bo_fulfill: where it ships from; bo_cancel: empty */
  size_t warehouse_length;
  int64_t quantity;
} bo_order_units;

/* Host, or BO_MANAGE_ORDERS. count 0: all that is still open. Result: order, lines, parts, covered. BO_E_NOT_CANCELLABLE */
BO_API bo_status bo_cancel(bo_backorder *handle, const bo_call *call, const char *order, size_t order_length,
                           const bo_order_units *units, size_t count, bo_result **result, bo_error **error);

/* What could ship now, where, and why the rest cannot. Result: order, shippable. */
BO_API bo_status bo_shippable(bo_backorder *handle, const bo_call *call, const char *order, size_t order_length,
                              bo_result **result, bo_error **error);

#define BO_STRICT 1u /* refuse a (line, warehouse) of which units still wait there */

/* BO_MANAGE_FULFILLMENTS. Result: fulfillments (those made now), order, lines, parts. BO_E_RESTOCK_FIRST, _NOT_SHIPPABLE */
BO_API bo_status bo_fulfill(bo_backorder *handle, const bo_call *call, const char *order, size_t order_length,
                            const bo_order_units *units, size_t count, uint32_t flags, bo_result **result,
                            bo_error **error);

/* ---- Events ------------------------------------------------------------------------------------------------------ */

/* The next events after what consumer acknowledged, at least once, in order per stock record. acknowledge: the cursor of
 * the page before, or empty. limit 0: 100; at most 10 000. Host and operators see all, sellers theirs. Result: events,
 * cursor; held if a transaction of somebody has been holding back later events for a second (since 1.2).
 *
 * Types. EVENTS.md tells the body of each. There will be more: skip what you do not know.
 *   settings.changed        policy.changed          threshold.changed
 *   order.placed            order.cancelled
 *   backorder.entered       backorder.limit_reached backorder.below_limit   backorder.covered
 *   backorder.fallen_back   backorder.reassigned    (both since 1.2)
 *   stock.out               stock.back
 *   fulfillment.created     fulfillment.cancelled
 */
BO_API bo_status bo_events(bo_backorder *handle, const bo_call *call, const char *consumer, size_t consumer_length,
                           const char *acknowledge, size_t acknowledge_length, int64_t limit, bo_result **result,
                           bo_error **error);

/* Moves the consumer's cursor there, never back: to read again, name a new consumer. Needs no key. Result: cursor. */
BO_API bo_status bo_events_acknowledge(bo_backorder *handle, const bo_call *call, const char *consumer,
                                       size_t consumer_length, const char *cursor, size_t cursor_length,
                                       bo_result **result, bo_error **error);

/* ---- Results ----------------------------------------------------------------------------------------------------- */

/* Rows of a table, 0 if the result has no such table. */
BO_API size_t bo_result_rows(const bo_result *result, uint32_t table);

/* The column as one value per row; flags are 0 or 1. NULL: no such integer column here. */
BO_API const int64_t *bo_result_int64(const bo_result *result, uint32_t column);

/* The column's text: row i is bytes[offsets[i]] up to bytes[offsets[i + 1]], rows + 1 offsets, no NUL between rows.
 * Returns bytes and sets *offsets; NULL: no such text column here. */
BO_API const char *bo_result_text(const bo_result *result, uint32_t column, const uint64_t **offsets);

/* The whole result as a JSON object, NUL-terminated; *length (may be NULL) without the NUL. NULL: out of memory. */
BO_API const char *bo_result_json(bo_result *result, size_t *length);

/* 1 if this is the first answer given again to a repeated call. */
BO_API int32_t bo_result_replayed(const bo_result *result);

BO_API void bo_result_free(bo_result *result); /* NULL is fine */

/* ---- Errors ------------------------------------------------------------------------------------------------------ */

BO_API bo_status bo_error_status(const bo_error *error);
BO_API int32_t bo_error_retry(const bo_error *error);         /* BO_RETRY_ */
BO_API const char *bo_error_message(const bo_error *error);   /* one sentence in English: what, where, what to do */
BO_API const char *bo_error_sqlstate(const bo_error *error);  /* five characters, or "" */
BO_API size_t bo_error_rows(const bo_error *error);           /* things it is about: lines, warehouses, fields */
/* The detail of that key ("line", "warehouse", "asked", "available", "backorder_room", "gate", "field", ...) of one row:
 * 1 and *text (NUL-terminated; a number in decimal), or 0. gate is "marketplace", "variant", "threshold" or "warehouse": the first
 * that lets nothing wait there; "": all are open; "line", in the row of a line: it declines backorders (BO_DECLINE_BACKORDER). */
BO_API int32_t bo_error_detail(const bo_error *error, size_t row, const char *key, const char **text);
BO_API const char *bo_error_json(const bo_error *error);      /* all of it as a JSON object */
BO_API void bo_error_free(bo_error *error);                   /* NULL is fine */

/* ---- Tables and columns ------------------------------------------------------------------------------------------ */

/* json: a text column whose texts are JSON (or empty). details says of a refused item what an error's details say. In a repeated
 * answer that an earlier version recorded, columns which that version did not have are 0 or empty, tables have no rows. */

#define BO_TABLE_SETTINGS               1 /* one row */
#define BO_COL_SETTINGS_BACKORDERS_ENABLED           0x0100 /* flag */
#define BO_COL_SETTINGS_BEFORE                       0x0101 /* flag */
#define BO_COL_SETTINGS_DRY_RUN                      0x0102 /* flag */
#define BO_COL_SETTINGS_UNITS_OVER_LIMIT             0x0103 /* integer */

#define BO_TABLE_POLICIES               2
#define BO_COL_POLICIES_ITEM                         0x0200 /* integer */
#define BO_COL_POLICIES_STATUS                       0x0201 /* integer */
#define BO_COL_POLICIES_MESSAGE                      0x0202 /* text */
#define BO_COL_POLICIES_DETAILS                      0x0203 /* json */
#define BO_COL_POLICIES_PRODUCT                      0x0204 /* text */
#define BO_COL_POLICIES_VARIANT                      0x0205 /* text */
#define BO_COL_POLICIES_BEFORE                       0x0206 /* text */
#define BO_COL_POLICIES_POLICY                       0x0207 /* text */
#define BO_COL_POLICIES_UNITS_OVER_LIMIT             0x0208 /* integer */
#define BO_COL_POLICIES_DRY_RUN                      0x0209 /* flag */

#define BO_TABLE_THRESHOLDS             3
#define BO_COL_THRESHOLDS_ITEM                       0x0300 /* integer */
#define BO_COL_THRESHOLDS_STATUS                     0x0301 /* integer */
#define BO_COL_THRESHOLDS_MESSAGE                    0x0302 /* text */
#define BO_COL_THRESHOLDS_DETAILS                    0x0303 /* json */
#define BO_COL_THRESHOLDS_PRODUCT                    0x0304 /* text */
#define BO_COL_THRESHOLDS_VARIANT                    0x0305 /* text */
#define BO_COL_THRESHOLDS_WAREHOUSE                  0x0306 /* text */
#define BO_COL_THRESHOLDS_MODE_BEFORE                0x0307 /* text */
#define BO_COL_THRESHOLDS_THRESHOLD_BEFORE           0x0308 /* integer */
#define BO_COL_THRESHOLDS_MODE                       0x0309 /* text */
#define BO_COL_THRESHOLDS_THRESHOLD                  0x030a /* integer */
#define BO_COL_THRESHOLDS_BACKORDERED                0x030b /* integer */
#define BO_COL_THRESHOLDS_UNITS_OVER_LIMIT           0x030c /* integer */
#define BO_COL_THRESHOLDS_DRY_RUN                    0x030d /* flag */

#define BO_TABLE_WAREHOUSES             4
#define BO_COL_WAREHOUSES_ITEM                       0x0400 /* integer */
#define BO_COL_WAREHOUSES_STATUS                     0x0401 /* integer */
#define BO_COL_WAREHOUSES_MESSAGE                    0x0402 /* text */
#define BO_COL_WAREHOUSES_DETAILS                    0x0403 /* json */
#define BO_COL_WAREHOUSES_WAREHOUSE                  0x0404 /* text */
#define BO_COL_WAREHOUSES_OWNER                      0x0405 /* text */
#define BO_COL_WAREHOUSES_PRIORITY                   0x0406 /* integer */
#define BO_COL_WAREHOUSES_ACTIVE                     0x0407 /* flag */
#define BO_COL_WAREHOUSES_CREATED                    0x0408 /* flag */
#define BO_COL_WAREHOUSES_UNITS_OVER_LIMIT           0x0409 /* integer */
#define BO_COL_WAREHOUSES_DRY_RUN                    0x040a /* flag */

#define BO_TABLE_PRODUCTS               5
#define BO_COL_PRODUCTS_ITEM                         0x0500 /* integer */
#define BO_COL_PRODUCTS_STATUS                       0x0501 /* integer */
#define BO_COL_PRODUCTS_MESSAGE                      0x0502 /* text */
#define BO_COL_PRODUCTS_DETAILS                      0x0503 /* json */
#define BO_COL_PRODUCTS_PRODUCT                      0x0504 /* text */
#define BO_COL_PRODUCTS_SELLER                       0x0505 /* text */
#define BO_COL_PRODUCTS_CREATED                      0x0506 /* flag */

#define BO_TABLE_VARIANTS               6
#define BO_COL_VARIANTS_ITEM                         0x0600 /* integer */
#define BO_COL_VARIANTS_STATUS                       0x0601 /* integer */
#define BO_COL_VARIANTS_MESSAGE                      0x0602 /* text */
#define BO_COL_VARIANTS_DETAILS                      0x0603 /* json */
#define BO_COL_VARIANTS_VARIANT                      0x0604 /* text */
#define BO_COL_VARIANTS_PRODUCT                      0x0605 /* text */
#define BO_COL_VARIANTS_CREATED                      0x0606 /* flag */

#define BO_TABLE_MOVES                  7
#define BO_COL_MOVES_ITEM                            0x0700 /* integer */
#define BO_COL_MOVES_STATUS                          0x0701 /* integer */
#define BO_COL_MOVES_MESSAGE                         0x0702 /* text */
#define BO_COL_MOVES_DETAILS                         0x0703 /* json */
#define BO_COL_MOVES_VARIANT                         0x0704 /* text */
#define BO_COL_MOVES_WAREHOUSE                       0x0705 /* text */
#define BO_COL_MOVES_TO_WAREHOUSE                    0x0706 /* text */
#define BO_COL_MOVES_QUANTITY                        0x0707 /* integer */
#define BO_COL_MOVES_ON_HAND                         0x0708 /* integer */
#define BO_COL_MOVES_ALLOCATED                       0x0709 /* integer */
#define BO_COL_MOVES_BACKORDERED                     0x070a /* integer */
#define BO_COL_MOVES_AVAILABLE                       0x070b /* integer */

#define BO_TABLE_COVERED                8
#define BO_COL_COVERED_ITEM                          0x0800 /* integer */
#define BO_COL_COVERED_ORDER                         0x0801 /* text */
#define BO_COL_COVERED_LINE                          0x0802 /* text */
#define BO_COL_COVERED_VARIANT                       0x0803 /* text */
#define BO_COL_COVERED_WAREHOUSE                     0x0804 /* text */
#define BO_COL_COVERED_UNITS                         0x0805 /* integer */
#define BO_COL_COVERED_READY                         0x0806 /* flag */

#define BO_TABLE_FALLEN_BACK            9
#define BO_COL_FALLEN_BACK_ITEM                      0x0900 /* integer */
#define BO_COL_FALLEN_BACK_ORDER                     0x0901 /* text */
#define BO_COL_FALLEN_BACK_LINE                      0x0902 /* text */
#define BO_COL_FALLEN_BACK_VARIANT                   0x0903 /* text */
#define BO_COL_FALLEN_BACK_WAREHOUSE                 0x0904 /* text */
#define BO_COL_FALLEN_BACK_UNITS                     0x0905 /* integer */
#define BO_COL_FALLEN_BACK_UNITS_OVER_LIMIT          0x0906 /* integer */

#define BO_TABLE_ORDER                  10 /* one row */
#define BO_COL_ORDER_ORDER                           0x0a00 /* text */
#define BO_COL_ORDER_STATE                           0x0a01 /* text */
#define BO_COL_ORDER_PRIORITY                        0x0a02 /* integer */
#define BO_COL_ORDER_PLACED_AT                       0x0a03 /* text; empty where the order is changed */

#define BO_TABLE_LINES                  11
#define BO_COL_LINES_LINE                            0x0b00 /* text */
#define BO_COL_LINES_VARIANT                         0x0b01 /* text */
#define BO_COL_LINES_QUANTITY                        0x0b02 /* integer */
#define BO_COL_LINES_ALLOCATED                       0x0b03 /* integer */
#define BO_COL_LINES_WAITING                         0x0b04 /* integer */
#define BO_COL_LINES_SHIPPED                         0x0b05 /* integer */
#define BO_COL_LINES_CANCELLED                       0x0b06 /* integer */

#define BO_TABLE_PARTS                  12
#define BO_COL_PARTS_LINE                            0x0c00 /* text */
#define BO_COL_PARTS_VARIANT                         0x0c01 /* text */
#define BO_COL_PARTS_WAREHOUSE                       0x0c02 /* text */
#define BO_COL_PARTS_QUANTITY                        0x0c03 /* integer */
#define BO_COL_PARTS_ALLOCATED                       0x0c04 /* integer */
#define BO_COL_PARTS_WAITING                         0x0c05 /* integer */
#define BO_COL_PARTS_SHIPPED                         0x0c06 /* integer */
#define BO_COL_PARTS_CANCELLED                       0x0c07 /* integer */

#define BO_TABLE_FULFILLMENTS           13
#define BO_COL_FULFILLMENTS_FULFILLMENT              0x0d00 /* integer */
#define BO_COL_FULFILLMENTS_WAREHOUSE                0x0d01 /* text */
#define BO_COL_FULFILLMENTS_LINE                     0x0d02 /* text */
#define BO_COL_FULFILLMENTS_VARIANT                  0x0d03 /* text */
#define BO_COL_FULFILLMENTS_QUANTITY                 0x0d04 /* integer */
#define BO_COL_FULFILLMENTS_STATE                    0x0d05 /* text */
#define BO_COL_FULFILLMENTS_CREATED_AT               0x0d06 /* text */

#define BO_TABLE_SHIPPABLE              14
#define BO_COL_SHIPPABLE_LINE                        0x0e00 /* text */
#define BO_COL_SHIPPABLE_VARIANT                     0x0e01 /* text */
#define BO_COL_SHIPPABLE_WAREHOUSE                   0x0e02 /* text */
#define BO_COL_SHIPPABLE_SHIPPABLE                   0x0e03 /* integer */
#define BO_COL_SHIPPABLE_WAITING                     0x0e04 /* integer */
#define BO_COL_SHIPPABLE_STRICT                      0x0e05 /* flag */
#define BO_COL_SHIPPABLE_FREE_HERE                   0x0e06 /* integer */
#define BO_COL_SHIPPABLE_REASON                      0x0e07 /* text */

#define BO_TABLE_STOCK                  15
#define BO_COL_STOCK_PRODUCT                         0x0f00 /* text */
#define BO_COL_STOCK_VARIANT                         0x0f01 /* text */
#define BO_COL_STOCK_WAREHOUSE                       0x0f02 /* text */
#define BO_COL_STOCK_SELLER                          0x0f03 /* text */
#define BO_COL_STOCK_ON_HAND                         0x0f04 /* integer */
#define BO_COL_STOCK_ALLOCATED                       0x0f05 /* integer */
#define BO_COL_STOCK_BACKORDERED                     0x0f06 /* integer */
#define BO_COL_STOCK_THRESHOLD_MODE                  0x0f07 /* text */
#define BO_COL_STOCK_THRESHOLD                       0x0f08 /* integer */
#define BO_COL_STOCK_THRESHOLD_FROM                  0x0f09 /* text */
#define BO_COL_STOCK_AVAILABLE                       0x0f0a /* integer */
#define BO_COL_STOCK_BACKORDER_ROOM                  0x0f0b /* integer */
#define BO_COL_STOCK_ROOM_UNLIMITED                  0x0f0c /* flag */
#define BO_COL_STOCK_SELLABLE                        0x0f0d /* integer */
#define BO_COL_STOCK_SHUT_GATE                       0x0f0e /* text */
#define BO_COL_STOCK_UNITS_OVER_LIMIT                0x0f0f /* integer */
#define BO_COL_STOCK_COMMITTED                       0x0f10 /* integer */
#define BO_COL_STOCK_OUT_OF_STOCK_THRESHOLD          0x0f11 /* integer, of threshold_mode limit */

#define BO_TABLE_VARIANT_TOTALS         16
#define BO_COL_VARIANT_TOTALS_PRODUCT                0x1000 /* text */
#define BO_COL_VARIANT_TOTALS_VARIANT                0x1001 /* text */
#define BO_COL_VARIANT_TOTALS_POLICY                 0x1002 /* text */
#define BO_COL_VARIANT_TOTALS_BACKORDERS_ALLOWED     0x1003 /* flag */
#define BO_COL_VARIANT_TOTALS_ON_HAND                0x1004 /* integer */
#define BO_COL_VARIANT_TOTALS_ALLOCATED              0x1005 /* integer */
#define BO_COL_VARIANT_TOTALS_BACKORDERED            0x1006 /* integer */
#define BO_COL_VARIANT_TOTALS_AVAILABLE              0x1007 /* integer */
#define BO_COL_VARIANT_TOTALS_BACKORDER_ROOM         0x1008 /* integer */
#define BO_COL_VARIANT_TOTALS_ROOM_UNLIMITED         0x1009 /* flag */
#define BO_COL_VARIANT_TOTALS_SELLABLE               0x100a /* integer */

#define BO_TABLE_PRODUCT_TOTALS         17
#define BO_COL_PRODUCT_TOTALS_PRODUCT                0x1100 /* text */
#define BO_COL_PRODUCT_TOTALS_SELLER                 0x1101 /* text */
#define BO_COL_PRODUCT_TOTALS_POLICY                 0x1102 /* text */
#define BO_COL_PRODUCT_TOTALS_VARIANTS               0x1103 /* integer */
#define BO_COL_PRODUCT_TOTALS_ON_HAND                0x1104 /* integer */
#define BO_COL_PRODUCT_TOTALS_ALLOCATED              0x1105 /* integer */
#define BO_COL_PRODUCT_TOTALS_BACKORDERED            0x1106 /* integer */
#define BO_COL_PRODUCT_TOTALS_AVAILABLE              0x1107 /* integer */
#define BO_COL_PRODUCT_TOTALS_BACKORDER_ROOM         0x1108 /* integer */
#define BO_COL_PRODUCT_TOTALS_ROOM_UNLIMITED         0x1109 /* flag */
#define BO_COL_PRODUCT_TOTALS_SELLABLE               0x110a /* integer */

#define BO_TABLE_AVAILABILITY           18
#define BO_COL_AVAILABILITY_ITEM                     0x1200 /* integer */
#define BO_COL_AVAILABILITY_STATUS                   0x1201 /* integer */
#define BO_COL_AVAILABILITY_MESSAGE                  0x1202 /* text */
#define BO_COL_AVAILABILITY_DETAILS                  0x1203 /* json */
#define BO_COL_AVAILABILITY_VARIANT                  0x1204 /* text */
#define BO_COL_AVAILABILITY_STATE                    0x1205 /* text */
#define BO_COL_AVAILABILITY_NOW                      0x1206 /* integer */
#define BO_COL_AVAILABILITY_LATER                    0x1207 /* integer */
#define BO_COL_AVAILABILITY_LATER_UNLIMITED          0x1208 /* flag */
#define BO_COL_AVAILABILITY_SHUT_GATE                0x1209 /* text */
#define BO_COL_AVAILABILITY_QUANTITY                 0x120a /* integer */
#define BO_COL_AVAILABILITY_SPLIT_NOW                0x120b /* integer */
#define BO_COL_AVAILABILITY_SPLIT_LATER              0x120c /* integer */
#define BO_COL_AVAILABILITY_SHORT                    0x120d /* integer */

#define BO_TABLE_QUEUE                  19
#define BO_COL_QUEUE_PLACE                           0x1300 /* integer */
#define BO_COL_QUEUE_ORDER                           0x1301 /* text */
#define BO_COL_QUEUE_LINE                            0x1302 /* text */
#define BO_COL_QUEUE_PRODUCT                         0x1303 /* text */
#define BO_COL_QUEUE_VARIANT                         0x1304 /* text */
#define BO_COL_QUEUE_WAREHOUSE                       0x1305 /* text */
#define BO_COL_QUEUE_SELLER                          0x1306 /* text */
#define BO_COL_QUEUE_UNITS                           0x1307 /* integer */
#define BO_COL_QUEUE_PRIORITY                        0x1308 /* integer */
#define BO_COL_QUEUE_SINCE                           0x1309 /* text */
#define BO_COL_QUEUE_FREE_ELSEWHERE                  0x130a /* integer, free at other warehouses; since 1.2 */

#define BO_TABLE_EVENTS                 20
#define BO_COL_EVENTS_TYPE                           0x1400 /* text */
#define BO_COL_EVENTS_AT                             0x1401 /* text */
#define BO_COL_EVENTS_VARIANT                        0x1402 /* text */
#define BO_COL_EVENTS_WAREHOUSE                      0x1403 /* text */
#define BO_COL_EVENTS_ORDER                          0x1404 /* text */
#define BO_COL_EVENTS_BODY                           0x1405 /* json */

#define BO_TABLE_CURSOR                 21 /* one row */
#define BO_COL_CURSOR_CURSOR                         0x1500 /* text */
#define BO_COL_CURSOR_MORE                           0x1501 /* flag */

#define BO_TABLE_LEDGER                 22
#define BO_COL_LEDGER_SEQUENCE                       0x1600 /* integer */
#define BO_COL_LEDGER_AT                             0x1601 /* text */
#define BO_COL_LEDGER_ACTOR                          0x1602 /* text */
#define BO_COL_LEDGER_VERB                           0x1603 /* text */
#define BO_COL_LEDGER_VARIANT                        0x1604 /* text */
#define BO_COL_LEDGER_WAREHOUSE                      0x1605 /* text */
#define BO_COL_LEDGER_ON_HAND                        0x1606 /* integer */
#define BO_COL_LEDGER_ALLOCATED                      0x1607 /* integer */
#define BO_COL_LEDGER_BACKORDERED                    0x1608 /* integer */
#define BO_COL_LEDGER_ORDER                          0x1609 /* text */
#define BO_COL_LEDGER_LINE                           0x160a /* text */
#define BO_COL_LEDGER_KEY                            0x160b /* text */

#define BO_TABLE_VERIFY                 23 /* one row */
#define BO_COL_VERIFY_STOCK_RECORDS                  0x1700 /* integer */
#define BO_COL_VERIFY_PARTS                          0x1701 /* integer */
#define BO_COL_VERIFY_LEDGER_ROWS                    0x1702 /* integer */
#define BO_COL_VERIFY_DIFFERENCES                    0x1703 /* integer */
#define BO_COL_VERIFY_NEXT                           0x1704 /* text; since 1.2: "after" of the next call, "" when all is checked */
#define BO_COL_VERIFY_CHECKED                        0x1705 /* integer; since 1.2: variants and orders checked since the first call */
#define BO_COL_VERIFY_TOTAL                          0x1706 /* integer; since 1.2: of so many; 0: a seller is not told */

#define BO_TABLE_DIFFERENCES            24
#define BO_COL_DIFFERENCES_WHAT                      0x1800 /* text */
#define BO_COL_DIFFERENCES_VARIANT                   0x1801 /* text */
#define BO_COL_DIFFERENCES_WAREHOUSE                 0x1802 /* text */
#define BO_COL_DIFFERENCES_ORDER                     0x1803 /* text */
#define BO_COL_DIFFERENCES_LINE                      0x1804 /* text */
#define BO_COL_DIFFERENCES_EXPECTED                  0x1805 /* integer */
#define BO_COL_DIFFERENCES_FOUND                     0x1806 /* integer */

#define BO_TABLE_SCHEMA                 25 /* one row */
#define BO_COL_SCHEMA_BEFORE                         0x1900 /* integer */
#define BO_COL_SCHEMA_VERSION                        0x1901 /* integer */
#define BO_COL_SCHEMA_LATEST                         0x1902 /* integer */

#define BO_TABLE_LOG                    26
#define BO_COL_LOG_AT                                0x1a00 /* text */
#define BO_COL_LOG_LEVEL                             0x1a01 /* text */
#define BO_COL_LOG_MESSAGE                           0x1a02 /* text */

#define BO_TABLE_PLACED                 27 /* since 1.1 */
#define BO_COL_PLACED_ITEM                           0x1b00 /* integer */
#define BO_COL_PLACED_STATUS                         0x1b01 /* integer */
#define BO_COL_PLACED_MESSAGE                        0x1b02 /* text */
#define BO_COL_PLACED_DETAILS                        0x1b03 /* json: an array of rows, as an error's details */
#define BO_COL_PLACED_ORDER                          0x1b04 /* text */
#define BO_COL_PLACED_STATE                          0x1b05 /* text */
#define BO_COL_PLACED_ALLOCATED                      0x1b06 /* integer */
#define BO_COL_PLACED_WAITING                        0x1b07 /* integer */
#define BO_COL_PLACED_REPLAYED                       0x1b08 /* flag */

#define BO_TABLE_PLACED_PARTS           28 /* since 1.1 */
#define BO_COL_PLACED_PARTS_ITEM                     0x1c00 /* integer */
#define BO_COL_PLACED_PARTS_LINE                     0x1c01 /* text */
#define BO_COL_PLACED_PARTS_VARIANT                  0x1c02 /* text */
#define BO_COL_PLACED_PARTS_WAREHOUSE                0x1c03 /* text */
#define BO_COL_PLACED_PARTS_ALLOCATED                0x1c04 /* integer */
#define BO_COL_PLACED_PARTS_WAITING                  0x1c05 /* integer */

#define BO_TABLE_WAREHOUSE_LIST         29 /* since 1.2 */
#define BO_COL_WAREHOUSE_LIST_WAREHOUSE              0x1d00 /* text */
#define BO_COL_WAREHOUSE_LIST_OWNER                  0x1d01 /* text */
#define BO_COL_WAREHOUSE_LIST_PRIORITY               0x1d02 /* integer */
#define BO_COL_WAREHOUSE_LIST_ACTIVE                 0x1d03 /* flag */

#define BO_TABLE_PRODUCT_LIST           30 /* since 1.2 */
#define BO_COL_PRODUCT_LIST_PRODUCT                  0x1e00 /* text */
#define BO_COL_PRODUCT_LIST_SELLER                   0x1e01 /* text */
#define BO_COL_PRODUCT_LIST_POLICY                   0x1e02 /* text */

#define BO_TABLE_VARIANT_LIST           31 /* since 1.2 */
#define BO_COL_VARIANT_LIST_VARIANT                  0x1f00 /* text */
#define BO_COL_VARIANT_LIST_PRODUCT                  0x1f01 /* text */
#define BO_COL_VARIANT_LIST_SELLER                   0x1f02 /* text */
#define BO_COL_VARIANT_LIST_POLICY                   0x1f03 /* text */
#define BO_COL_VARIANT_LIST_BACKORDERS_ALLOWED       0x1f04 /* flag */

#define BO_TABLE_OPEN_ORDERS            32 /* since 1.2 */
#define BO_COL_OPEN_ORDERS_ORDER                     0x2000 /* text */
#define BO_COL_OPEN_ORDERS_PLACED_AT                 0x2001 /* text */
#define BO_COL_OPEN_ORDERS_PRIORITY                  0x2002 /* integer */
#define BO_COL_OPEN_ORDERS_LINES                     0x2003 /* integer, of which units are open */
#define BO_COL_OPEN_ORDERS_ALLOCATED                 0x2004 /* integer */
#define BO_COL_OPEN_ORDERS_WAITING                   0x2005 /* integer */

#define BO_TABLE_HELD                   33 /* one row, or none; of sellers since alone; since 1.2 */
#define BO_COL_HELD_SINCE                            0x2100 /* text: since when the first event waits */
#define BO_COL_HELD_TRANSACTION_SINCE                0x2101 /* text: of what holds it; empty if our role may not see it */
#define BO_COL_HELD_PID                              0x2102 /* integer: the server's process; 0: none, or not known */
#define BO_COL_HELD_APPLICATION                      0x2103 /* text */
#define BO_COL_HELD_USER                             0x2104 /* text */
#define BO_COL_HELD_DATABASE                         0x2105 /* text */
#define BO_COL_HELD_PREPARED                         0x2106 /* text: of a prepared transaction, its name */

/* ---- The same functions as a table ------------------------------------------------------------------------------- */

/* For hosts that look up one symbol. Entries are only added at the end; struct_size tells how many are there. */
typedef struct bo_api {
  uint32_t struct_size;
  uint32_t major;
  uint32_t minor;
  uint32_t reserved;
  const char *(*status_name)(bo_status status);
  const char *(*version)(void);
  bo_status (*open)(const char *config, size_t config_length, bo_backorder **handle, bo_error **error);
  bo_status (*close)(bo_backorder *handle);
  bo_status (*migrate)(bo_backorder *handle, int64_t timeout_ms, bo_result **result, bo_error **error);
  bo_status (*poll_fd)(bo_backorder *handle, uint32_t what, int32_t *fd, bo_error **error);
  bo_status (*logs)(bo_backorder *handle, bo_result **result, bo_error **error);
  bo_token *(*token_new)(void);
  void (*token_cancel)(bo_token *token);
  void (*token_free)(bo_token *token);
  bo_status (*call_json)(bo_backorder *handle, const bo_call *call, const char *operation, size_t operation_length,
      const char *request, size_t request_length, bo_result **result, bo_error **error);
  bo_status (*settings_get)(bo_backorder *handle, const bo_call *call, bo_result **result, bo_error **error);
  bo_status (*settings_set)(bo_backorder *handle, const bo_call *call, const bo_settings *settings,
      bo_result **result, bo_error **error);
  bo_status (*policy_set)(bo_backorder *handle, const bo_call *call, const bo_policy *items, size_t count,
      uint32_t flags, bo_result **result, bo_error **error);
  bo_status (*threshold_set)(bo_backorder *handle, const bo_call *call, const bo_threshold *items, size_t count,
      uint32_t flags, bo_result **result, bo_error **error);
  bo_status (*stock)(bo_backorder *handle, const bo_call *call, const bo_stock_query *query, bo_result **result,
      bo_error **error);
  bo_status (*availability)(bo_backorder *handle, const bo_call *call, const bo_availability_item *items,
      size_t count, bo_result **result, bo_error **error);
  bo_status (*receive)(bo_backorder *handle, const bo_call *call, const bo_receipt *items, size_t count,
      bo_result **result, bo_error **error);
  bo_status (*place)(bo_backorder *handle, const bo_call *call, const bo_order *order, bo_result **result,
      bo_error **error);
  bo_status (*cancel)(bo_backorder *handle, const bo_call *call, const char *order, size_t order_length,
      const bo_order_units *units, size_t count, bo_result **result, bo_error **error);
  bo_status (*shippable)(bo_backorder *handle, const bo_call *call, const char *order, size_t order_length,
      bo_result **result, bo_error **error);
  bo_status (*fulfill)(bo_backorder *handle, const bo_call *call, const char *order, size_t order_length,
      const bo_order_units *units, size_t count, uint32_t flags, bo_result **result, bo_error **error);
  bo_status (*events)(bo_backorder *handle, const bo_call *call, const char *consumer, size_t consumer_length,
      const char *acknowledge, size_t acknowledge_length, int64_t limit, bo_result **result, bo_error **error);
  bo_status (*events_acknowledge)(bo_backorder *handle, const bo_call *call, const char *consumer,
      size_t consumer_length, const char *cursor, size_t cursor_length, bo_result **result, bo_error **error);
  size_t (*result_rows)(const bo_result *result, uint32_t table);
  const int64_t *(*result_int64)(const bo_result *result, uint32_t column);
  const char *(*result_text)(const bo_result *result, uint32_t column, const uint64_t **offsets);
  const char *(*result_json)(bo_result *result, size_t *length);
  int32_t (*result_replayed)(const bo_result *result);
  void (*result_free)(bo_result *result);
  bo_status (*error_status)(const bo_error *error);
  int32_t (*error_retry)(const bo_error *error);
  const char *(*error_message)(const bo_error *error);
  const char *(*error_sqlstate)(const bo_error *error);
  size_t (*error_rows)(const bo_error *error);
  int32_t (*error_detail)(const bo_error *error, size_t row, const char *key, const char **text);
  const char *(*error_json)(const bo_error *error);
  void (*error_free)(bo_error *error);
  /* Since 1.1. */
  bo_completions *(*completions_new)(void);
  int32_t (*completions_fd)(const bo_completions *completions);
  bo_status (*completions_pull)(bo_completions *completions, int64_t timeout_ms, size_t capacity, uint64_t *tags,
      bo_status *statuses, bo_result **results, bo_error **errors, size_t *count);
  void (*completions_free)(bo_completions *completions);
  bo_status (*place_batch)(bo_backorder *handle, const bo_call *call, const bo_order *orders, size_t count,
      bo_result **result, bo_error **error);
} bo_api;

/* *api is static. BO_E_ABI_VERSION: this library has another major or an older minor; *api is then NULL. */
BO_API bo_status bo_get_api(uint32_t major, uint32_t min_minor, const bo_api **api);

#ifdef __cplusplus
}
#endif
#endif
