// Written by abi/bindings/generate from backorder.h; not to be edited.
#include <dlfcn.h>
#include <stddef.h>
#include <stdint.h>

typedef int32_t bo_status;
typedef struct bo_backorder bo_backorder;
typedef struct bo_result bo_result;
typedef struct bo_error bo_error;
typedef struct bo_token bo_token;
typedef struct bo_completions bo_completions;
typedef struct bo_api bo_api;
typedef struct bo_call {
  uint32_t struct_size;
  uint32_t role;
  uint64_t permissions;
  const char *marketplace;
  size_t marketplace_length;
  const char *seller;
  size_t seller_length;
  const char *user;
  size_t user_length;
  const char *idempotency_key;
  size_t idempotency_key_length;
  const char *traceparent;
  size_t traceparent_length;
  int64_t timeout_ms;
  bo_token *token;
  uint64_t reserved[2];
  bo_completions *completions;
  uint64_t tag;
} bo_call;
typedef struct bo_settings {
  uint32_t struct_size;
  uint32_t flags;
  uint32_t backorders_enabled;
  uint32_t reserved;
} bo_settings;
typedef struct bo_policy {
  uint32_t struct_size;
  uint32_t policy;
  const char *product;
  size_t product_length;
  const char *variant;
  size_t variant_length;
} bo_policy;
typedef struct bo_threshold {
  uint32_t struct_size;
  uint32_t mode;
  const char *product;
  size_t product_length;
  const char *variant;
  size_t variant_length;
  const char *warehouse;
  size_t warehouse_length;
  int64_t threshold;
} bo_threshold;
typedef struct bo_stock_query {
  uint32_t struct_size;
  uint32_t reserved;
  const char *const *variants;
  const size_t *variant_lengths;
  size_t variant_count;
  const char *const *products;
  const size_t *product_lengths;
  size_t product_count;
  const char *warehouse;
  size_t warehouse_length;
} bo_stock_query;
typedef struct bo_availability_item {
  uint32_t struct_size;
  uint32_t reserved;
  const char *variant;
  size_t variant_length;
  int64_t quantity;
} bo_availability_item;
typedef struct bo_receipt {
  uint32_t struct_size;
  uint32_t reserved;
  const char *variant;
  size_t variant_length;
  const char *warehouse;
  size_t warehouse_length;
  int64_t quantity;
} bo_receipt;
typedef struct bo_order_line {
  uint32_t struct_size;
  uint32_t flags;
  const char *line;
  size_t line_length;
  const char *variant;
  size_t variant_length;
  const char *warehouse;
  size_t warehouse_length;
  int64_t quantity;
} bo_order_line;
typedef struct bo_order {
  uint32_t struct_size;
  uint32_t flags;
  const char *order;
  size_t order_length;
  int64_t priority;
  const bo_order_line *lines;
  size_t line_count;
  const char *const *warehouses;
  const size_t *warehouse_lengths;
  size_t warehouse_count;
} bo_order;
typedef struct bo_order_units {
  uint32_t struct_size;
  uint32_t reserved;
  const char *line;
  size_t line_length;
  const char *warehouse;
  size_t warehouse_length;
  int64_t quantity;
} bo_order_units;

typedef struct {
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
  bo_completions *(*completions_new)(void);
  int32_t (*completions_fd)(const bo_completions *completions);
  bo_status (*completions_pull)(bo_completions *completions, int64_t timeout_ms, size_t capacity, uint64_t *tags, bo_status *statuses,
    bo_result **results, bo_error **errors, size_t *count);
  void (*completions_free)(bo_completions *completions);
  bo_status (*call_json)(bo_backorder *handle, const bo_call *call, const char *operation, size_t operation_length, const char *request,
    size_t request_length, bo_result **result, bo_error **error);
  bo_status (*settings_get)(bo_backorder *handle, const bo_call *call, bo_result **result, bo_error **error);
  bo_status (*settings_set)(bo_backorder *handle, const bo_call *call, const bo_settings *settings, bo_result **result, bo_error **error);
  bo_status (*policy_set)(bo_backorder *handle, const bo_call *call, const bo_policy *items, size_t count, uint32_t flags, bo_result
    **result, bo_error **error);
  bo_status (*threshold_set)(bo_backorder *handle, const bo_call *call, const bo_threshold *items, size_t count, uint32_t flags, bo_result
    **result, bo_error **error);
  bo_status (*stock)(bo_backorder *handle, const bo_call *call, const bo_stock_query *query, bo_result **result, bo_error **error);
  bo_status (*availability)(bo_backorder *handle, const bo_call *call, const bo_availability_item *items, size_t count, bo_result **result,
    bo_error **error);
  bo_status (*receive)(bo_backorder *handle, const bo_call *call, const bo_receipt *items, size_t count, bo_result **result, bo_error
    **error);
  bo_status (*place)(bo_backorder *handle, const bo_call *call, const bo_order *order, bo_result **result, bo_error **error);
  bo_status (*place_batch)(bo_backorder *handle, const bo_call *call, const bo_order *orders, size_t count, bo_result **result, bo_error
    **error);
  bo_status (*cancel)(bo_backorder *handle, const bo_call *call, const char *order, size_t order_length, const bo_order_units *units, size_t
    count, bo_result **result, bo_error **error);
  bo_status (*shippable)(bo_backorder *handle, const bo_call *call, const char *order, size_t order_length, bo_result **result, bo_error
    **error);
  bo_status (*fulfill)(bo_backorder *handle, const bo_call *call, const char *order, size_t order_length, const bo_order_units *units,
    size_t count, uint32_t flags, bo_result **result, bo_error **error);
  bo_status (*events)(bo_backorder *handle, const bo_call *call, const char *consumer, size_t consumer_length, const char *acknowledge,
    size_t acknowledge_length, int64_t limit, bo_result **result, bo_error **error);
  bo_status (*events_acknowledge)(bo_backorder *handle, const bo_call *call, const char *consumer, size_t consumer_length, const char
    *cursor, size_t cursor_length, bo_result **result, bo_error **error);
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
  bo_status (*get_api)(uint32_t major, uint32_t min_minor, const bo_api **api);
} bo_functions;

static inline const char *call_status_name(const bo_functions *functions, bo_status status) {
  return functions->status_name(status);
}
static inline const char *call_version(const bo_functions *functions) {
  return functions->version();
}
static inline bo_status call_open(const bo_functions *functions, const char *config, size_t config_length, bo_backorder **handle, bo_error **error) {
  return functions->open(config, config_length, handle, error);
}
static inline bo_status call_close(const bo_functions *functions, bo_backorder *handle) {
  return functions->close(handle);
}
static inline bo_status call_migrate(const bo_functions *functions, bo_backorder *handle, int64_t timeout_ms, bo_result **result, bo_error **error) {
  return functions->migrate(handle, timeout_ms, result, error);
}
static inline bo_status call_poll_fd(const bo_functions *functions, bo_backorder *handle, uint32_t what, int32_t *fd, bo_error **error) {
  return functions->poll_fd(handle, what, fd, error);
}
static inline bo_status call_logs(const bo_functions *functions, bo_backorder *handle, bo_result **result, bo_error **error) {
  return functions->logs(handle, result, error);
}
static inline bo_token *call_token_new(const bo_functions *functions) {
  return functions->token_new();
}
static inline void call_token_cancel(const bo_functions *functions, bo_token *token) {
  functions->token_cancel(token);
}
static inline void call_token_free(const bo_functions *functions, bo_token *token) {
  functions->token_free(token);
}
static inline bo_completions *call_completions_new(const bo_functions *functions) {
  return functions->completions_new();
}
static inline int32_t call_completions_fd(const bo_functions *functions, const bo_completions *completions) {
  return functions->completions_fd(completions);
}
static inline bo_status call_completions_pull(const bo_functions *functions, bo_completions *completions, int64_t timeout_ms, size_t capacity, uint64_t
    *tags, bo_status *statuses, bo_result **results, bo_error **errors, size_t *count) {
  return functions->completions_pull(completions, timeout_ms, capacity, tags, statuses, results, errors, count);
}
static inline void call_completions_free(const bo_functions *functions, bo_completions *completions) {
  functions->completions_free(completions);
}
static inline bo_status call_call_json(const bo_functions *functions, bo_backorder *handle, const bo_call *call, const char *operation, size_t
    operation_length, const char *request, size_t request_length, bo_result **result, bo_error **error) {
  return functions->call_json(handle, call, operation, operation_length, request, request_length, result, error);
}
static inline bo_status call_settings_get(const bo_functions *functions, bo_backorder *handle, const bo_call *call, bo_result **result, bo_error
    **error) {
  return functions->settings_get(handle, call, result, error);
}
static inline bo_status call_settings_set(const bo_functions *functions, bo_backorder *handle, const bo_call *call, const bo_settings *settings,
    bo_result **result, bo_error **error) {
  return functions->settings_set(handle, call, settings, result, error);
}
static inline bo_status call_policy_set(const bo_functions *functions, bo_backorder *handle, const bo_call *call, const bo_policy *items, size_t count,
    uint32_t flags, bo_result **result, bo_error **error) {
  return functions->policy_set(handle, call, items, count, flags, result, error);
}
static inline bo_status call_threshold_set(const bo_functions *functions, bo_backorder *handle, const bo_call *call, const bo_threshold *items, size_t
    count, uint32_t flags, bo_result **result, bo_error **error) {
  return functions->threshold_set(handle, call, items, count, flags, result, error);
}
static inline bo_status call_stock(const bo_functions *functions, bo_backorder *handle, const bo_call *call, const bo_stock_query *query, bo_result
    **result, bo_error **error) {
  return functions->stock(handle, call, query, result, error);
}
static inline bo_status call_availability(const bo_functions *functions, bo_backorder *handle, const bo_call *call, const bo_availability_item *items,
    size_t count, bo_result **result, bo_error **error) {
  return functions->availability(handle, call, items, count, result, error);
}
static inline bo_status call_receive(const bo_functions *functions, bo_backorder *handle, const bo_call *call, const bo_receipt *items, size_t count,
    bo_result **result, bo_error **error) {
  return functions->receive(handle, call, items, count, result, error);
}
static inline bo_status call_place(const bo_functions *functions, bo_backorder *handle, const bo_call *call, const bo_order *order, bo_result **result,
    bo_error **error) {
  return functions->place(handle, call, order, result, error);
}
static inline bo_status call_place_batch(const bo_functions *functions, bo_backorder *handle, const bo_call *call, const bo_order *orders, size_t count,
    bo_result **result, bo_error **error) {
  return functions->place_batch(handle, call, orders, count, result, error);
}
static inline bo_status call_cancel(const bo_functions *functions, bo_backorder *handle, const bo_call *call, const char *order, size_t order_length,
    const bo_order_units *units, size_t count, bo_result **result, bo_error **error) {
  return functions->cancel(handle, call, order, order_length, units, count, result, error);
}
static inline bo_status call_shippable(const bo_functions *functions, bo_backorder *handle, const bo_call *call, const char *order, size_t order_length,
    bo_result **result, bo_error **error) {
  return functions->shippable(handle, call, order, order_length, result, error);
}
static inline bo_status call_fulfill(const bo_functions *functions, bo_backorder *handle, const bo_call *call, const char *order, size_t order_length,
    const bo_order_units *units, size_t count, uint32_t flags, bo_result **result, bo_error **error) {
  return functions->fulfill(handle, call, order, order_length, units, count, flags, result, error);
}
static inline bo_status call_events(const bo_functions *functions, bo_backorder *handle, const bo_call *call, const char *consumer, size_t
    consumer_length, const char *acknowledge, size_t acknowledge_length, int64_t limit, bo_result **result, bo_error **error) {
  return functions->events(handle, call, consumer, consumer_length, acknowledge, acknowledge_length, limit, result, error);
}
static inline bo_status call_events_acknowledge(const bo_functions *functions, bo_backorder *handle, const bo_call *call, const char *consumer, size_t
    consumer_length, const char *cursor, size_t cursor_length, bo_result **result, bo_error **error) {
  return functions->events_acknowledge(handle, call, consumer, consumer_length, cursor, cursor_length, result, error);
}
static inline size_t call_result_rows(const bo_functions *functions, const bo_result *result, uint32_t table) {
  return functions->result_rows(result, table);
}
static inline const int64_t *call_result_int64(const bo_functions *functions, const bo_result *result, uint32_t column) {
  return functions->result_int64(result, column);
}
static inline const char *call_result_text(const bo_functions *functions, const bo_result *result, uint32_t column, const uint64_t **offsets) {
  return functions->result_text(result, column, offsets);
}
static inline const char *call_result_json(const bo_functions *functions, bo_result *result, size_t *length) {
  return functions->result_json(result, length);
}
static inline int32_t call_result_replayed(const bo_functions *functions, const bo_result *result) {
  return functions->result_replayed(result);
}
static inline void call_result_free(const bo_functions *functions, bo_result *result) {
  functions->result_free(result);
}
static inline bo_status call_error_status(const bo_functions *functions, const bo_error *error) {
  return functions->error_status(error);
}
static inline int32_t call_error_retry(const bo_functions *functions, const bo_error *error) {
  return functions->error_retry(error);
}
static inline const char *call_error_message(const bo_functions *functions, const bo_error *error) {
  return functions->error_message(error);
}
static inline const char *call_error_sqlstate(const bo_functions *functions, const bo_error *error) {
  return functions->error_sqlstate(error);
}
static inline size_t call_error_rows(const bo_functions *functions, const bo_error *error) {
  return functions->error_rows(error);
}
static inline int32_t call_error_detail(const bo_functions *functions, const bo_error *error, size_t row, const char *key, const char **text) {
  return functions->error_detail(error, row, key, text);
}
static inline const char *call_error_json(const bo_functions *functions, const bo_error *error) {
  return functions->error_json(error);
}
static inline void call_error_free(const bo_functions *functions, bo_error *error) {
  functions->error_free(error);
}
static inline bo_status call_get_api(const bo_functions *functions, uint32_t major, uint32_t min_minor, const bo_api **api) {
  return functions->get_api(major, min_minor, api);
}

#define FIND(name) if ((*(void **)&functions->name = dlsym(library, "bo_" #name)) == NULL) return "bo_" #name
// The two that tell a version; then all. What is missing, or NULL.
static inline const char *find_version(void *library, bo_functions *functions) {
  FIND(version);
  FIND(get_api);
  return NULL;
}
static inline const char *find_all(void *library, bo_functions *functions) {
  FIND(status_name);
  FIND(version);
  FIND(open);
  FIND(close);
  FIND(migrate);
  FIND(poll_fd);
  FIND(logs);
  FIND(token_new);
  FIND(token_cancel);
  FIND(token_free);
  FIND(completions_new);
  FIND(completions_fd);
  FIND(completions_pull);
  FIND(completions_free);
  FIND(call_json);
  FIND(settings_get);
  FIND(settings_set);
  FIND(policy_set);
  FIND(threshold_set);
  FIND(stock);
  FIND(availability);
  FIND(receive);
  FIND(place);
  FIND(place_batch);
  FIND(cancel);
  FIND(shippable);
  FIND(fulfill);
  FIND(events);
  FIND(events_acknowledge);
  FIND(result_rows);
  FIND(result_int64);
  FIND(result_text);
  FIND(result_json);
  FIND(result_replayed);
  FIND(result_free);
  FIND(error_status);
  FIND(error_retry);
  FIND(error_message);
  FIND(error_sqlstate);
  FIND(error_rows);
  FIND(error_detail);
  FIND(error_json);
  FIND(error_free);
  FIND(get_api);
  return NULL;
}
#undef FIND
