#pragma once
// Every status, one row each: its number and name in the public header, where it is explained; what its caller is to do
// (no: not the same again; safe; same_key); and whose affair it may be: of one call in a batch, or of all of them, for
// it ails the database or the time.

// clang-format off
#define BACKORDER_STATUSES(STATUS) \
    STATUS(ok, 0, BO_OK, no, one)                                   \
    STATUS(null_argument, 101, BO_E_NULL_ARGUMENT, no, one)         \
    STATUS(struct_size, 102, BO_E_STRUCT_SIZE, no, one)             \
    STATUS(reserved, 103, BO_E_RESERVED, no, one)                   \
    STATUS(closed, 104, BO_E_CLOSED, no, one)                       \
    STATUS(forked, 105, BO_E_FORKED, no, one)                       \
    STATUS(abi_version, 106, BO_E_ABI_VERSION, no, one)             \
    STATUS(config, 107, BO_E_CONFIG, no, one)                       \
    STATUS(limit, 108, BO_E_LIMIT, no, one)                         \
    STATUS(json, 109, BO_E_JSON, no, one)                           \
    STATUS(unknown_member, 110, BO_E_UNKNOWN_MEMBER, no, one)       \
    STATUS(unknown_operation, 111, BO_E_UNKNOWN_OPERATION, no, one) \
    STATUS(text, 112, BO_E_TEXT, no, one)                           \
    STATUS(argument, 113, BO_E_ARGUMENT, no, one)                   \
    STATUS(quantity, 114, BO_E_QUANTITY, no, one)                   \
    STATUS(duplicate, 115, BO_E_DUPLICATE, no, one)                 \
    STATUS(actor, 116, BO_E_ACTOR, no, one)                         \
    STATUS(key_required, 117, BO_E_KEY_REQUIRED, no, one)           \
    STATUS(key_reused, 118, BO_E_KEY_REUSED, no, one)               \
    STATUS(permission, 201, BO_E_PERMISSION, no, one)               \
    STATUS(not_found, 202, BO_E_NOT_FOUND, no, one)                 \
    STATUS(conflict, 203, BO_E_CONFLICT, no, one)                   \
    STATUS(backorders_off, 204, BO_E_BACKORDERS_OFF, no, one)       \
    STATUS(overflow, 205, BO_E_OVERFLOW, no, one)                   \
    STATUS(shortage, 206, BO_E_SHORTAGE, no, one)                   \
    STATUS(restock_first, 207, BO_E_RESTOCK_FIRST, no, one)         \
    STATUS(not_shippable, 208, BO_E_NOT_SHIPPABLE, no, one)         \
    STATUS(not_cancellable, 209, BO_E_NOT_CANCELLABLE, no, one)     \
    STATUS(not_available, 210, BO_E_NOT_AVAILABLE, no, one)         \
    STATUS(already_cancelled, 211, BO_E_ALREADY_CANCELLED, no, one) \
    STATUS(gate_shut, 212, BO_E_GATE_SHUT, no, one)                 \
    STATUS(some_refused, 213, BO_SOME_REFUSED, no, one)             \
    STATUS(unavailable, 301, BO_E_UNAVAILABLE, safe, all)           \
    STATUS(timeout, 302, BO_E_TIMEOUT, safe, all)                   \
    STATUS(cancelled, 303, BO_E_CANCELLED, safe, all)               \
    STATUS(read_only, 304, BO_E_READ_ONLY, no, all)                 \
    STATUS(schema_missing, 305, BO_E_SCHEMA_MISSING, no, all)       \
    STATUS(schema_version, 306, BO_E_SCHEMA_VERSION, no, all)       \
    STATUS(privilege, 307, BO_E_PRIVILEGE, no, all)                 \
    STATUS(out_of_memory, 308, BO_E_OUT_OF_MEMORY, safe, one)       \
    STATUS(database, 309, BO_E_DATABASE, safe, one)                 \
    STATUS(busy, 310, BO_E_BUSY, safe, one)                         \
    STATUS(in_doubt, 401, BO_E_IN_DOUBT, same_key, all)             \
    STATUS(internal, 501, BO_E_INTERNAL, same_key, one)
// clang-format on
