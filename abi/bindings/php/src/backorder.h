// Written by abi/bindings/generate from backorder.h; not to be edited.
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
const char *bo_status_name(bo_status status);
const char *bo_version(void);
bo_status bo_open(const char *config, size_t config_length, bo_backorder **handle, bo_error **error);
bo_status bo_close(bo_backorder *handle);
bo_status bo_migrate(bo_backorder *handle, int64_t timeout_ms, bo_result **result, bo_error **error);
bo_status bo_poll_fd(bo_backorder *handle, uint32_t what, int32_t *fd, bo_error **error);
bo_status bo_logs(bo_backorder *handle, bo_result **result, bo_error **error);
bo_token *bo_token_new(void);
void bo_token_cancel(bo_token *token);
void bo_token_free(bo_token *token);
bo_completions *bo_completions_new(void);
int32_t bo_completions_fd(const bo_completions *completions);
bo_status bo_completions_pull(bo_completions *completions, int64_t timeout_ms, size_t capacity, uint64_t *tags, bo_status *statuses,
    bo_result **results, bo_error **errors, size_t *count);
void bo_completions_free(bo_completions *completions);
bo_status bo_call_json(bo_backorder *handle, const bo_call *call, const char *operation, size_t operation_length, const char *request,
    size_t request_length, bo_result **result, bo_error **error);
bo_status bo_settings_get(bo_backorder *handle, const bo_call *call, bo_result **result, bo_error **error);
bo_status bo_settings_set(bo_backorder *handle, const bo_call *call, const bo_settings *settings, bo_result **result, bo_error **error);
bo_status bo_policy_set(bo_backorder *handle, const bo_call *call, const bo_policy *items, size_t count, uint32_t flags, bo_result
    **result, bo_error **error);
bo_status bo_threshold_set(bo_backorder *handle, const bo_call *call, const bo_threshold *items, size_t count, uint32_t flags, bo_result
    **result, bo_error **error);
bo_status bo_stock(bo_backorder *handle, const bo_call *call, const bo_stock_query *query, bo_result **result, bo_error **error);
bo_status bo_availability(bo_backorder *handle, const bo_call *call, const bo_availability_item *items, size_t count, bo_result **result,
    bo_error **error);
bo_status bo_receive(bo_backorder *handle, const bo_call *call, const bo_receipt *items, size_t count, bo_result **result, bo_error
    **error);
bo_status bo_place(bo_backorder *handle, const bo_call *call, const bo_order *order, bo_result **result, bo_error **error);
bo_status bo_place_batch(bo_backorder *handle, const bo_call *call, const bo_order *orders, size_t count, bo_result **result, bo_error
    **error);
bo_status bo_cancel(bo_backorder *handle, const bo_call *call, const char *order, size_t order_length, const bo_order_units *units, size_t
    count, bo_result **result, bo_error **error);
bo_status bo_shippable(bo_backorder *handle, const bo_call *call, const char *order, size_t order_length, bo_result **result, bo_error
    **error);
bo_status bo_fulfill(bo_backorder *handle, const bo_call *call, const char *order, size_t order_length, const bo_order_units *units,
    size_t count, uint32_t flags, bo_result **result, bo_error **error);
bo_status bo_events(bo_backorder *handle, const bo_call *call, const char *consumer, size_t consumer_length, const char *acknowledge,
    size_t acknowledge_length, int64_t limit, bo_result **result, bo_error **error);
bo_status bo_events_acknowledge(bo_backorder *handle, const bo_call *call, const char *consumer, size_t consumer_length, const char
    *cursor, size_t cursor_length, bo_result **result, bo_error **error);
size_t bo_result_rows(const bo_result *result, uint32_t table);
const int64_t *bo_result_int64(const bo_result *result, uint32_t column);
char *bo_result_text(const bo_result *result, uint32_t column, const uint64_t **offsets);
const char *bo_result_json(bo_result *result, size_t *length);
int32_t bo_result_replayed(const bo_result *result);
void bo_result_free(bo_result *result);
bo_status bo_error_status(const bo_error *error);
int32_t bo_error_retry(const bo_error *error);
const char *bo_error_message(const bo_error *error);
const char *bo_error_sqlstate(const bo_error *error);
size_t bo_error_rows(const bo_error *error);
int32_t bo_error_detail(const bo_error *error, size_t row, const char *key, const char **text);
const char *bo_error_json(const bo_error *error);
void bo_error_free(bo_error *error);
bo_status bo_get_api(uint32_t major, uint32_t min_minor, const bo_api **api);
