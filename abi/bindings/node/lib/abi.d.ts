// Written by abi/bindings/generate from backorder.h; not to be edited.

export declare const VERSION: '1.2.0';

export declare const Status: {
  readonly OK: 0;
  /** a pointer that must be given is NULL */
  readonly NULL_ARGUMENT: 101;
  /** struct_size can't be, or the tail we do not know is not zero */
  readonly STRUCT_SIZE: 102;
  /** a reserved field or an unknown flag bit is not 0 */
  readonly RESERVED: 103;
  /** the handle is closed, or never was one */
  readonly CLOSED: 104;
  /** the handle was opened by the parent process */
  readonly FORKED: 105;
  /** this library has not the asked interface version */
  readonly ABI_VERSION: 106;
  /** the configuration is not valid */
  readonly CONFIG: 107;
  /** too many items, too many bytes, too deep */
  readonly LIMIT: 108;
  /** not JSON, or not of the operation's shape */
  readonly JSON: 109;
  /** a JSON member the operation does not know */
  readonly UNKNOWN_MEMBER: 110;
  /** no operation of that name */
  readonly UNKNOWN_OPERATION: 111;
  /** an id is empty, longer than 128 bytes, holds NUL, is not UTF-8, or unfit for what is new */
  readonly TEXT: 112;
  /** another value that can't be */
  readonly ARGUMENT: 113;
  /** a quantity below 1, a threshold or count below 0, no whole number of 64 bits */
  readonly QUANTITY: 114;
  /** a line, warehouse or record stands twice in the request */
  readonly DUPLICATE: 115;
  /** role, seller and permissions do not fit each other */
  readonly ACTOR: 116;
  /** a mutation without idempotency key */
  readonly KEY_REQUIRED: 117;
  /** the key was used for another request; `field` tells where they differ */
  readonly KEY_REUSED: 118;
  /** this actor may not do that; `needed` says what would allow it */
  readonly PERMISSION: 201;
  /** unknown, or not this actor's */
  readonly NOT_FOUND: 202;
  /** belongs to another already (the owner of a product or warehouse, an order's id) */
  readonly CONFLICT: 203;
  /** the marketplace does not accept backorders: nothing to configure */
  readonly BACKORDERS_OFF: 204;
  /** a sum would pass 2^63 - 1 */
  readonly OVERFLOW: 205;
  /** not enough to sell: asked, available, backorder_room and shut gate per line and warehouse */
  readonly SHORTAGE: 206;
  /** strict fulfilment: units still wait at that warehouse */
  readonly RESTOCK_FIRST: 207;
  /** more than can ship now: asked, shippable, waiting per entry */
  readonly NOT_SHIPPABLE: 208;
  /** more than is still open of the line */
  readonly NOT_CANCELLABLE: 209;
  /** more than is free at the warehouse, or than waits there */
  readonly NOT_AVAILABLE: 210;
  /** that fulfilment is cancelled already */
  readonly ALREADY_CANCELLED: 211;
  /** units may not wait at that warehouse; `gate` says why */
  readonly GATE_SHUT: 212;
  /** some items of the batch were done, some refused: read the outcomes */
  readonly SOME_REFUSED: 213;
  /** the database is not reachable, the message says why; nothing was done */
  readonly UNAVAILABLE: 301;
  /** not done within the timeout; nothing was done */
  readonly TIMEOUT: 302;
  /** the token was cancelled; nothing was done */
  readonly CANCELLED: 303;
  /** the database accepts no writes (a standby?) */
  readonly READ_ONLY: 304;
  /** our tables are not installed: bo_migrate, or "migrate": true */
  readonly SCHEMA_MISSING: 305;
  /** the schema is older than this library needs, newer than it knows, or altered */
  readonly SCHEMA_VERSION: 306;
  /** the database role lacks a right: packaging/grants.sql */
  readonly PRIVILEGE: 307;
  /** no memory, thread or file descriptor left in this process; nothing was done */
  readonly OUT_OF_MEMORY: 308;
  /** another error of the database; nothing was done; sqlstate and its text are in the error */
  readonly DATABASE: 309;
  /** queue_size calls wait already, nothing was done; since 1.1 */
  readonly BUSY: 310;
  /** may have been done: COMMIT's answer is lost and could not be looked up, or no memory is left to tell it */
  readonly IN_DOUBT: 401;
  /** a fault of this library; it may have been done; please report it with the message */
  readonly INTERNAL: 501;
};
export type Status = (typeof Status)[keyof typeof Status];

export declare const Retry: {
  readonly NO: 0;
  readonly SAFE: 1;
  readonly SAME_KEY: 2;
};
export type Retry = (typeof Retry)[keyof typeof Retry];

export declare const Role: {
  /** the platform itself: place, cancel, register the catalogue, read; carries no permissions */
  readonly HOST: 1;
  /** runs the marketplace */
  readonly OPERATOR: 2;
  /** sells on it; seller is its id */
  readonly SELLER: 3;
};
export type Role = (typeof Role)[keyof typeof Role];

export declare const Policy: {
  readonly INHERIT: 1;
  readonly ALLOW: 2;
  readonly DENY: 3;
};
export type Policy = (typeof Policy)[keyof typeof Policy];

export declare const ThresholdMode: {
  /** threshold says how many; 0: none */
  readonly LIMIT: 1;
  /** threshold must be 0 */
  readonly UNLIMITED: 2;
  /** no value of its own; threshold must be 0 */
  readonly INHERIT: 3;
};
export type ThresholdMode = (typeof ThresholdMode)[keyof typeof ThresholdMode];

export declare const Permission: {
  /** operators only */
  readonly MANAGE_MARKETPLACE: 1;
  readonly MANAGE_INVENTORY: 2;
  readonly MANAGE_ORDERS: 4;
  readonly MANAGE_FULFILLMENTS: 8;
};
export type Permission = (typeof Permission)[keyof typeof Permission];

export declare const Poll: {
  readonly EVENTS: 1;
  readonly LOGS: 2;
};
export type Poll = (typeof Poll)[keyof typeof Poll];

/** The rows of each table. Integers are numbers, or bigints where a number would not be exact. */
export interface Tables {
  settings: {
    backorders_enabled: boolean;
    before: boolean;
    dry_run: boolean;
    units_over_limit: number | bigint;
  };
  policies: {
    item: number | bigint;
    status: number | bigint;
    message: string;
    details: unknown;
    product: string;
    variant: string;
    before: string;
    policy: string;
    units_over_limit: number | bigint;
    dry_run: boolean;
  };
  thresholds: {
    item: number | bigint;
    status: number | bigint;
    message: string;
    details: unknown;
    product: string;
    variant: string;
    warehouse: string;
    mode_before: string;
    threshold_before: number | bigint;
    mode: string;
    threshold: number | bigint;
    backordered: number | bigint;
    units_over_limit: number | bigint;
    dry_run: boolean;
  };
  warehouses: {
    item: number | bigint;
    status: number | bigint;
    message: string;
    details: unknown;
    warehouse: string;
    owner: string;
    priority: number | bigint;
    active: boolean;
    created: boolean;
    units_over_limit: number | bigint;
    dry_run: boolean;
  };
  products: {
    item: number | bigint;
    status: number | bigint;
    message: string;
    details: unknown;
    product: string;
    seller: string;
    created: boolean;
  };
  variants: {
    item: number | bigint;
    status: number | bigint;
    message: string;
    details: unknown;
    variant: string;
    product: string;
    created: boolean;
  };
  moves: {
    item: number | bigint;
    status: number | bigint;
    message: string;
    details: unknown;
    variant: string;
    warehouse: string;
    to_warehouse: string;
    quantity: number | bigint;
    on_hand: number | bigint;
    allocated: number | bigint;
    backordered: number | bigint;
    available: number | bigint;
  };
  covered: {
    item: number | bigint;
    order: string;
    line: string;
    variant: string;
    warehouse: string;
    units: number | bigint;
    ready: boolean;
  };
  fallen_back: {
    item: number | bigint;
    order: string;
    line: string;
    variant: string;
    warehouse: string;
    units: number | bigint;
    units_over_limit: number | bigint;
  };
  order: {
    order: string;
    state: string;
    priority: number | bigint;
    placed_at: string;
  };
  lines: {
    line: string;
    variant: string;
    quantity: number | bigint;
    allocated: number | bigint;
    waiting: number | bigint;
    shipped: number | bigint;
    cancelled: number | bigint;
  };
  parts: {
    line: string;
    variant: string;
    warehouse: string;
    quantity: number | bigint;
    allocated: number | bigint;
    waiting: number | bigint;
    shipped: number | bigint;
    cancelled: number | bigint;
  };
  fulfillments: {
    fulfillment: number | bigint;
    warehouse: string;
    line: string;
    variant: string;
    quantity: number | bigint;
    state: string;
    created_at: string;
  };
  shippable: {
    line: string;
    variant: string;
    warehouse: string;
    shippable: number | bigint;
    waiting: number | bigint;
    strict: boolean;
    free_here: number | bigint;
    reason: string;
  };
  stock: {
    product: string;
    variant: string;
    warehouse: string;
    seller: string;
    on_hand: number | bigint;
    allocated: number | bigint;
    backordered: number | bigint;
    threshold_mode: string;
    threshold: number | bigint;
    threshold_from: string;
    available: number | bigint;
    backorder_room: number | bigint;
    room_unlimited: boolean;
    sellable: number | bigint;
    shut_gate: string;
    units_over_limit: number | bigint;
    committed: number | bigint;
    out_of_stock_threshold: number | bigint;
  };
  variant_totals: {
    product: string;
    variant: string;
    policy: string;
    backorders_allowed: boolean;
    on_hand: number | bigint;
    allocated: number | bigint;
    backordered: number | bigint;
    available: number | bigint;
    backorder_room: number | bigint;
    room_unlimited: boolean;
    sellable: number | bigint;
  };
  product_totals: {
    product: string;
    seller: string;
    policy: string;
    variants: number | bigint;
    on_hand: number | bigint;
    allocated: number | bigint;
    backordered: number | bigint;
    available: number | bigint;
    backorder_room: number | bigint;
    room_unlimited: boolean;
    sellable: number | bigint;
  };
  availability: {
    item: number | bigint;
    status: number | bigint;
    message: string;
    details: unknown;
    variant: string;
    state: string;
    now: number | bigint;
    later: number | bigint;
    later_unlimited: boolean;
    shut_gate: string;
    quantity: number | bigint;
    split_now: number | bigint;
    split_later: number | bigint;
    short: number | bigint;
  };
  queue: {
    place: number | bigint;
    order: string;
    line: string;
    product: string;
    variant: string;
    warehouse: string;
    seller: string;
    units: number | bigint;
    priority: number | bigint;
    since: string;
    free_elsewhere: number | bigint;
  };
  events: {
    type: string;
    at: string;
    variant: string;
    warehouse: string;
    order: string;
    body: unknown;
  };
  cursor: {
    cursor: string;
    more: boolean;
  };
  ledger: {
    sequence: number | bigint;
    at: string;
    actor: string;
    verb: string;
    variant: string;
    warehouse: string;
    on_hand: number | bigint;
    allocated: number | bigint;
    backordered: number | bigint;
    order: string;
    line: string;
    key: string;
  };
  verify: {
    stock_records: number | bigint;
    parts: number | bigint;
    ledger_rows: number | bigint;
    differences: number | bigint;
    next: string;
    checked: number | bigint;
    total: number | bigint;
  };
  differences: {
    what: string;
    variant: string;
    warehouse: string;
    order: string;
    line: string;
    expected: number | bigint;
    found: number | bigint;
  };
  schema: {
    before: number | bigint;
    version: number | bigint;
    latest: number | bigint;
  };
  log: {
    at: string;
    level: string;
    message: string;
  };
  placed: {
    item: number | bigint;
    status: number | bigint;
    message: string;
    details: unknown;
    order: string;
    state: string;
    allocated: number | bigint;
    waiting: number | bigint;
    replayed: boolean;
  };
  placed_parts: {
    item: number | bigint;
    line: string;
    variant: string;
    warehouse: string;
    allocated: number | bigint;
    waiting: number | bigint;
  };
  warehouse_list: {
    warehouse: string;
    owner: string;
    priority: number | bigint;
    active: boolean;
  };
  product_list: {
    product: string;
    seller: string;
    policy: string;
  };
  variant_list: {
    variant: string;
    product: string;
    seller: string;
    policy: string;
    backorders_allowed: boolean;
  };
  open_orders: {
    order: string;
    placed_at: string;
    priority: number | bigint;
    lines: number | bigint;
    allocated: number | bigint;
    waiting: number | bigint;
  };
  held: {
    since: string;
    transaction_since: string;
    pid: number | bigint;
    application: string;
    user: string;
    database: string;
    prepared: string;
  };
}
