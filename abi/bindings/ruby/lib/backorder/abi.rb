# frozen_string_literal: true

# Written by abi/bindings/generate from backorder.h; not to be edited.

require "ffi"

module Backorder
  module Status
    OK = 0
    NULL_ARGUMENT = 101 # a pointer that must be given is NULL
    STRUCT_SIZE = 102 # struct_size can't be, or the tail we do not know is not zero
    RESERVED = 103 # a reserved field or an unknown flag bit is not 0
    CLOSED = 104 # the handle is closed, or never was one
    FORKED = 105 # the handle was opened by the parent process
    ABI_VERSION = 106 # this library has not the asked interface version
    CONFIG = 107 # the configuration is not valid
    LIMIT = 108 # too many items, too many bytes, too deep
    JSON = 109 # not JSON, or not of the operation's shape
    UNKNOWN_MEMBER = 110 # a JSON member the operation does not know
    UNKNOWN_OPERATION = 111 # no operation of that name
    TEXT = 112 # an id is empty, longer than 128 bytes, holds NUL, is not UTF-8, or unfit for what is new
    ARGUMENT = 113 # another value that can't be
    QUANTITY = 114 # a quantity below 1, a threshold or count below 0, no whole number of 64 bits
    DUPLICATE = 115 # a line, warehouse or record stands twice in the request
    ACTOR = 116 # role, seller and permissions do not fit each other
    KEY_REQUIRED = 117 # a mutation without idempotency key
    KEY_REUSED = 118 # the key was used for another request; `field` tells where they differ
    PERMISSION = 201 # this actor may not do that; `needed` says what would allow it
    NOT_FOUND = 202 # unknown, or not this actor's
    CONFLICT = 203 # belongs to another already (the owner of a product or warehouse, an order's id)
    BACKORDERS_OFF = 204 # the marketplace does not accept backorders: nothing to configure
    OVERFLOW = 205 # a sum would pass 2^63 - 1
    SHORTAGE = 206 # not enough to sell: asked, available, backorder_room and shut gate per line and warehouse
    RESTOCK_FIRST = 207 # strict fulfilment: units still wait at that warehouse
    NOT_SHIPPABLE = 208 # more than can ship now: asked, shippable, waiting per entry
    NOT_CANCELLABLE = 209 # more than is still open of the line
    NOT_AVAILABLE = 210 # more than is free at the warehouse, or than waits there
    ALREADY_CANCELLED = 211 # that fulfilment is cancelled already
    GATE_SHUT = 212 # units may not wait at that warehouse; `gate` says why
    SOME_REFUSED = 213 # some items of the batch were done, some refused: read the outcomes
    UNAVAILABLE = 301 # the database is not reachable, the message says why; nothing was done
    TIMEOUT = 302 # not done within the timeout; nothing was done
    CANCELLED = 303 # the token was cancelled; nothing was done
    READ_ONLY = 304 # the database accepts no writes (a standby?)
    SCHEMA_MISSING = 305 # our tables are not installed: bo_migrate, or "migrate": true
    SCHEMA_VERSION = 306 # the schema is older than this library needs, newer than it knows, or altered
    PRIVILEGE = 307 # the database role lacks a right: packaging/grants.sql
    OUT_OF_MEMORY = 308 # no memory, thread or file descriptor left in this process; nothing was done
    DATABASE = 309 # another error of the database; nothing was done; sqlstate and its text are in the error
    BUSY = 310 # queue_size calls wait already, nothing was done; since 1.1
    IN_DOUBT = 401 # may have been done: COMMIT's answer is lost and could not be looked up, or no memory is left to tell it
    INTERNAL = 501 # a fault of this library; it may have been done; please report it with the message
  end

  module Retry
    NO = 0
    SAFE = 1
    SAME_KEY = 2
  end

  module Role
    HOST = 1 # the platform itself: place, cancel, register the catalogue, read; carries no permissions
    OPERATOR = 2 # runs the marketplace
    SELLER = 3 # sells on it; seller is its id
  end

  module Policy
    INHERIT = 1
    ALLOW = 2
    DENY = 3
  end

  module ThresholdMode
    LIMIT = 1 # threshold says how many; 0: none
    UNLIMITED = 2 # threshold must be 0
    INHERIT = 3 # no value of its own; threshold must be 0
  end

  module Permission
    MANAGE_MARKETPLACE = 1 # operators only
    MANAGE_INVENTORY = 2
    MANAGE_ORDERS = 4
    MANAGE_FULFILLMENTS = 8
  end

  module Poll
    EVENTS = 1
    LOGS = 2
  end

  # @api private
  module Abi
    MAJOR = 1
    MINOR = 2
    DRY_RUN = 1
    DECLINE_BACKORDER = 1
    STRICT = 1

    class Call < FFI::Struct
      layout(struct_size: :uint32,
             role: :uint32,
             permissions: :uint64,
             marketplace: :pointer,
             marketplace_length: :size_t,
             seller: :pointer,
             seller_length: :size_t,
             user: :pointer,
             user_length: :size_t,
             idempotency_key: :pointer,
             idempotency_key_length: :size_t,
             traceparent: :pointer,
             traceparent_length: :size_t,
             timeout_ms: :int64,
             token: :pointer,
             reserved: [:uint64, 2],
             completions: :pointer,
             tag: :uint64)
    end

    class Settings < FFI::Struct
      layout(struct_size: :uint32,
             flags: :uint32,
             backorders_enabled: :uint32,
             reserved: :uint32)
    end

    class Policy < FFI::Struct
      layout(struct_size: :uint32,
             policy: :uint32,
             product: :pointer,
             product_length: :size_t,
             variant: :pointer,
             variant_length: :size_t)
    end

    class Threshold < FFI::Struct
      layout(struct_size: :uint32,
             mode: :uint32,
             product: :pointer,
             product_length: :size_t,
             variant: :pointer,
             variant_length: :size_t,
             warehouse: :pointer,
             warehouse_length: :size_t,
             threshold: :int64)
    end

    class StockQuery < FFI::Struct
      layout(struct_size: :uint32,
             reserved: :uint32,
             variants: :pointer,
             variant_lengths: :pointer,
             variant_count: :size_t,
             products: :pointer,
             product_lengths: :pointer,
             product_count: :size_t,
             warehouse: :pointer,
             warehouse_length: :size_t)
    end

    class AvailabilityItem < FFI::Struct
      layout(struct_size: :uint32,
             reserved: :uint32,
             variant: :pointer,
             variant_length: :size_t,
             quantity: :int64)
    end

    class Receipt < FFI::Struct
      layout(struct_size: :uint32,
             reserved: :uint32,
             variant: :pointer,
             variant_length: :size_t,
             warehouse: :pointer,
             warehouse_length: :size_t,
             quantity: :int64)
    end

    class OrderLine < FFI::Struct
      layout(struct_size: :uint32,
             flags: :uint32,
             line: :pointer,
             line_length: :size_t,
             variant: :pointer,
             variant_length: :size_t,
             warehouse: :pointer,
             warehouse_length: :size_t,
             quantity: :int64)
    end

    class Order < FFI::Struct
      layout(struct_size: :uint32,
             flags: :uint32,
             order: :pointer,
             order_length: :size_t,
             priority: :int64,
             lines: :pointer,
             line_count: :size_t,
             warehouses: :pointer,
             warehouse_lengths: :pointer,
             warehouse_count: :size_t)
    end

    class OrderUnits < FFI::Struct
      layout(struct_size: :uint32,
             reserved: :uint32,
             line: :pointer,
             line_length: :size_t,
             warehouse: :pointer,
             warehouse_length: :size_t,
             quantity: :int64)
    end

    # What a request for a struct may say, and of what kind each is.
    MEMBERS = {
      Policy => { policy: :word, product: :text, variant: :text },
      Threshold => { mode: :word, product: :text, variant: :text, warehouse: :text, threshold: :integer },
      StockQuery => { variants: :texts, products: :texts, warehouse: :text },
      AvailabilityItem => { variant: :text, quantity: :integer },
      Receipt => { variant: :text, warehouse: :text, quantity: :integer },
      OrderLine => { line: :text, variant: :text, warehouse: :text, quantity: :integer, decline_backorder: :flag },
      Order => { order: :text, priority: :integer, lines: :lines, warehouses: :texts },
      OrderUnits => { line: :text, warehouse: :text, quantity: :integer },
    }.freeze

    # What it takes, what it returns, whether it may wait.
    FUNCTIONS = {
      bo_status_name: [[:int32], :string, false],
      bo_version: [[], :string, false],
      bo_open: [[:pointer, :size_t, :pointer, :pointer], :int32, true],
      bo_close: [[:pointer], :int32, true],
      bo_migrate: [[:pointer, :int64, :pointer, :pointer], :int32, true],
      bo_poll_fd: [[:pointer, :uint32, :pointer, :pointer], :int32, true],
      bo_logs: [[:pointer, :pointer, :pointer], :int32, true],
      bo_token_new: [[], :pointer, false],
      bo_token_cancel: [[:pointer], :void, false],
      bo_token_free: [[:pointer], :void, false],
      bo_completions_new: [[], :pointer, false],
      bo_completions_fd: [[:pointer], :int32, false],
      bo_completions_pull: [[:pointer, :int64, :size_t, :pointer, :pointer, :pointer, :pointer, :pointer], :int32, true],
      bo_completions_free: [[:pointer], :void, false],
      bo_call_json: [[:pointer, :pointer, :pointer, :size_t, :pointer, :size_t, :pointer, :pointer], :int32, true],
      bo_settings_get: [[:pointer, :pointer, :pointer, :pointer], :int32, true],
      bo_settings_set: [[:pointer, :pointer, :pointer, :pointer, :pointer], :int32, true],
      bo_policy_set: [[:pointer, :pointer, :pointer, :size_t, :uint32, :pointer, :pointer], :int32, true],
      bo_threshold_set: [[:pointer, :pointer, :pointer, :size_t, :uint32, :pointer, :pointer], :int32, true],
      bo_stock: [[:pointer, :pointer, :pointer, :pointer, :pointer], :int32, true],
      bo_availability: [[:pointer, :pointer, :pointer, :size_t, :pointer, :pointer], :int32, true],
      bo_receive: [[:pointer, :pointer, :pointer, :size_t, :pointer, :pointer], :int32, true],
      bo_place: [[:pointer, :pointer, :pointer, :pointer, :pointer], :int32, true],
      bo_place_batch: [[:pointer, :pointer, :pointer, :size_t, :pointer, :pointer], :int32, true],
      bo_cancel: [[:pointer, :pointer, :pointer, :size_t, :pointer, :size_t, :pointer, :pointer], :int32, true],
      bo_shippable: [[:pointer, :pointer, :pointer, :size_t, :pointer, :pointer], :int32, true],
      bo_fulfill: [[:pointer, :pointer, :pointer, :size_t, :pointer, :size_t, :uint32, :pointer, :pointer], :int32, true],
      bo_events: [[:pointer, :pointer, :pointer, :size_t, :pointer, :size_t, :int64, :pointer, :pointer], :int32, true],
      bo_events_acknowledge: [[:pointer, :pointer, :pointer, :size_t, :pointer, :size_t, :pointer, :pointer], :int32, true],
      bo_result_rows: [[:pointer, :uint32], :size_t, false],
      bo_result_int64: [[:pointer, :uint32], :pointer, false],
      bo_result_text: [[:pointer, :uint32, :pointer], :pointer, false],
      bo_result_json: [[:pointer, :pointer], :string, false],
      bo_result_replayed: [[:pointer], :int32, false],
      bo_result_free: [[:pointer], :void, false],
      bo_error_status: [[:pointer], :int32, false],
      bo_error_retry: [[:pointer], :int32, false],
      bo_error_message: [[:pointer], :string, false],
      bo_error_sqlstate: [[:pointer], :string, false],
      bo_error_rows: [[:pointer], :size_t, false],
      bo_error_detail: [[:pointer, :size_t, :pointer, :pointer], :int32, false],
      bo_error_json: [[:pointer], :string, false],
      bo_error_free: [[:pointer], :void, false],
      bo_get_api: [[:uint32, :uint32, :pointer], :int32, false],
    }.freeze

    # Table: its number and, of each column, number and kind.
    TABLES = {
      settings: [1, {
        backorders_enabled: [0x0100, :flag],
        before: [0x0101, :flag],
        dry_run: [0x0102, :flag],
        units_over_limit: [0x0103, :integer],
      }],
      policies: [2, {
        item: [0x0200, :integer],
        status: [0x0201, :integer],
        message: [0x0202, :text],
        details: [0x0203, :json],
        product: [0x0204, :text],
        variant: [0x0205, :text],
        before: [0x0206, :text],
        policy: [0x0207, :text],
        units_over_limit: [0x0208, :integer],
        dry_run: [0x0209, :flag],
      }],
      thresholds: [3, {
        item: [0x0300, :integer],
        status: [0x0301, :integer],
        message: [0x0302, :text],
        details: [0x0303, :json],
        product: [0x0304, :text],
        variant: [0x0305, :text],
        warehouse: [0x0306, :text],
        mode_before: [0x0307, :text],
        threshold_before: [0x0308, :integer],
        mode: [0x0309, :text],
        threshold: [0x030a, :integer],
        backordered: [0x030b, :integer],
        units_over_limit: [0x030c, :integer],
        dry_run: [0x030d, :flag],
      }],
      warehouses: [4, {
        item: [0x0400, :integer],
        status: [0x0401, :integer],
        message: [0x0402, :text],
        details: [0x0403, :json],
        warehouse: [0x0404, :text],
        owner: [0x0405, :text],
        priority: [0x0406, :integer],
        active: [0x0407, :flag],
        created: [0x0408, :flag],
        units_over_limit: [0x0409, :integer],
        dry_run: [0x040a, :flag],
      }],
      products: [5, {
        item: [0x0500, :integer],
        status: [0x0501, :integer],
        message: [0x0502, :text],
        details: [0x0503, :json],
        product: [0x0504, :text],
        seller: [0x0505, :text],
        created: [0x0506, :flag],
      }],
      variants: [6, {
        item: [0x0600, :integer],
        status: [0x0601, :integer],
        message: [0x0602, :text],
        details: [0x0603, :json],
        variant: [0x0604, :text],
        product: [0x0605, :text],
        created: [0x0606, :flag],
      }],
      moves: [7, {
        item: [0x0700, :integer],
        status: [0x0701, :integer],
        message: [0x0702, :text],
        details: [0x0703, :json],
        variant: [0x0704, :text],
        warehouse: [0x0705, :text],
        to_warehouse: [0x0706, :text],
        quantity: [0x0707, :integer],
        on_hand: [0x0708, :integer],
        allocated: [0x0709, :integer],
        backordered: [0x070a, :integer],
        available: [0x070b, :integer],
      }],
      covered: [8, {
        item: [0x0800, :integer],
        order: [0x0801, :text],
        line: [0x0802, :text],
        variant: [0x0803, :text],
        warehouse: [0x0804, :text],
        units: [0x0805, :integer],
        ready: [0x0806, :flag],
      }],
      fallen_back: [9, {
        item: [0x0900, :integer],
        order: [0x0901, :text],
        line: [0x0902, :text],
        variant: [0x0903, :text],
        warehouse: [0x0904, :text],
        units: [0x0905, :integer],
        units_over_limit: [0x0906, :integer],
      }],
      order: [10, {
        order: [0x0a00, :text],
        state: [0x0a01, :text],
        priority: [0x0a02, :integer],
        placed_at: [0x0a03, :text],
      }],
      lines: [11, {
        line: [0x0b00, :text],
        variant: [0x0b01, :text],
        quantity: [0x0b02, :integer],
        allocated: [0x0b03, :integer],
        waiting: [0x0b04, :integer],
        shipped: [0x0b05, :integer],
        cancelled: [0x0b06, :integer],
      }],
      parts: [12, {
        line: [0x0c00, :text],
        variant: [0x0c01, :text],
        warehouse: [0x0c02, :text],
        quantity: [0x0c03, :integer],
        allocated: [0x0c04, :integer],
        waiting: [0x0c05, :integer],
        shipped: [0x0c06, :integer],
        cancelled: [0x0c07, :integer],
      }],
      fulfillments: [13, {
        fulfillment: [0x0d00, :integer],
        warehouse: [0x0d01, :text],
        line: [0x0d02, :text],
        variant: [0x0d03, :text],
        quantity: [0x0d04, :integer],
        state: [0x0d05, :text],
        created_at: [0x0d06, :text],
      }],
      shippable: [14, {
        line: [0x0e00, :text],
        variant: [0x0e01, :text],
        warehouse: [0x0e02, :text],
        shippable: [0x0e03, :integer],
        waiting: [0x0e04, :integer],
        strict: [0x0e05, :flag],
        free_here: [0x0e06, :integer],
        reason: [0x0e07, :text],
      }],
      stock: [15, {
        product: [0x0f00, :text],
        variant: [0x0f01, :text],
        warehouse: [0x0f02, :text],
        seller: [0x0f03, :text],
        on_hand: [0x0f04, :integer],
        allocated: [0x0f05, :integer],
        backordered: [0x0f06, :integer],
        threshold_mode: [0x0f07, :text],
        threshold: [0x0f08, :integer],
        threshold_from: [0x0f09, :text],
        available: [0x0f0a, :integer],
        backorder_room: [0x0f0b, :integer],
        room_unlimited: [0x0f0c, :flag],
        sellable: [0x0f0d, :integer],
        shut_gate: [0x0f0e, :text],
        units_over_limit: [0x0f0f, :integer],
        committed: [0x0f10, :integer],
        out_of_stock_threshold: [0x0f11, :integer],
      }],
      variant_totals: [16, {
        product: [0x1000, :text],
        variant: [0x1001, :text],
        policy: [0x1002, :text],
        backorders_allowed: [0x1003, :flag],
        on_hand: [0x1004, :integer],
        allocated: [0x1005, :integer],
        backordered: [0x1006, :integer],
        available: [0x1007, :integer],
        backorder_room: [0x1008, :integer],
        room_unlimited: [0x1009, :flag],
        sellable: [0x100a, :integer],
      }],
      product_totals: [17, {
        product: [0x1100, :text],
        seller: [0x1101, :text],
        policy: [0x1102, :text],
        variants: [0x1103, :integer],
        on_hand: [0x1104, :integer],
        allocated: [0x1105, :integer],
        backordered: [0x1106, :integer],
        available: [0x1107, :integer],
        backorder_room: [0x1108, :integer],
        room_unlimited: [0x1109, :flag],
        sellable: [0x110a, :integer],
      }],
      availability: [18, {
        item: [0x1200, :integer],
        status: [0x1201, :integer],
        message: [0x1202, :text],
        details: [0x1203, :json],
        variant: [0x1204, :text],
        state: [0x1205, :text],
        now: [0x1206, :integer],
        later: [0x1207, :integer],
        later_unlimited: [0x1208, :flag],
        shut_gate: [0x1209, :text],
        quantity: [0x120a, :integer],
        split_now: [0x120b, :integer],
        split_later: [0x120c, :integer],
        short: [0x120d, :integer],
      }],
      queue: [19, {
        place: [0x1300, :integer],
        order: [0x1301, :text],
        line: [0x1302, :text],
        product: [0x1303, :text],
        variant: [0x1304, :text],
        warehouse: [0x1305, :text],
        seller: [0x1306, :text],
        units: [0x1307, :integer],
        priority: [0x1308, :integer],
        since: [0x1309, :text],
        free_elsewhere: [0x130a, :integer],
      }],
      events: [20, {
        type: [0x1400, :text],
        at: [0x1401, :text],
        variant: [0x1402, :text],
        warehouse: [0x1403, :text],
        order: [0x1404, :text],
        body: [0x1405, :json],
      }],
      cursor: [21, {
        cursor: [0x1500, :text],
        more: [0x1501, :flag],
      }],
      ledger: [22, {
        sequence: [0x1600, :integer],
        at: [0x1601, :text],
        actor: [0x1602, :text],
        verb: [0x1603, :text],
        variant: [0x1604, :text],
        warehouse: [0x1605, :text],
        on_hand: [0x1606, :integer],
        allocated: [0x1607, :integer],
        backordered: [0x1608, :integer],
        order: [0x1609, :text],
        line: [0x160a, :text],
        key: [0x160b, :text],
      }],
      verify: [23, {
        stock_records: [0x1700, :integer],
        parts: [0x1701, :integer],
        ledger_rows: [0x1702, :integer],
        differences: [0x1703, :integer],
        next: [0x1704, :text],
        checked: [0x1705, :integer],
        total: [0x1706, :integer],
      }],
      differences: [24, {
        what: [0x1800, :text],
        variant: [0x1801, :text],
        warehouse: [0x1802, :text],
        order: [0x1803, :text],
        line: [0x1804, :text],
        expected: [0x1805, :integer],
        found: [0x1806, :integer],
      }],
      schema: [25, {
        before: [0x1900, :integer],
        version: [0x1901, :integer],
        latest: [0x1902, :integer],
      }],
      log: [26, {
        at: [0x1a00, :text],
        level: [0x1a01, :text],
        message: [0x1a02, :text],
      }],
      placed: [27, {
        item: [0x1b00, :integer],
        status: [0x1b01, :integer],
        message: [0x1b02, :text],
        details: [0x1b03, :json],
        order: [0x1b04, :text],
        state: [0x1b05, :text],
        allocated: [0x1b06, :integer],
        waiting: [0x1b07, :integer],
        replayed: [0x1b08, :flag],
      }],
      placed_parts: [28, {
        item: [0x1c00, :integer],
        line: [0x1c01, :text],
        variant: [0x1c02, :text],
        warehouse: [0x1c03, :text],
        allocated: [0x1c04, :integer],
        waiting: [0x1c05, :integer],
      }],
      warehouse_list: [29, {
        warehouse: [0x1d00, :text],
        owner: [0x1d01, :text],
        priority: [0x1d02, :integer],
        active: [0x1d03, :flag],
      }],
      product_list: [30, {
        product: [0x1e00, :text],
        seller: [0x1e01, :text],
        policy: [0x1e02, :text],
      }],
      variant_list: [31, {
        variant: [0x1f00, :text],
        product: [0x1f01, :text],
        seller: [0x1f02, :text],
        policy: [0x1f03, :text],
        backorders_allowed: [0x1f04, :flag],
      }],
      open_orders: [32, {
        order: [0x2000, :text],
        placed_at: [0x2001, :text],
        priority: [0x2002, :integer],
        lines: [0x2003, :integer],
        allocated: [0x2004, :integer],
        waiting: [0x2005, :integer],
      }],
      held: [33, {
        since: [0x2100, :text],
        transaction_since: [0x2101, :text],
        pid: [0x2102, :integer],
        application: [0x2103, :text],
        user: [0x2104, :text],
        database: [0x2105, :text],
        prepared: [0x2106, :text],
      }],
    }.freeze
  end
end
