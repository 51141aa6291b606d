/// <reference lib="esnext.disposable" />
import type { Policy, Poll, Retry, Role, Status, Tables, ThresholdMode } from './abi';

export { Permission, Policy, Poll, Retry, Role, Status, Tables, ThresholdMode, VERSION } from './abi';

/** 64 bits. A number is taken if it is exact; answers are numbers, and bigints beyond Number.MAX_SAFE_INTEGER. */
export type Integer = number | bigint;

/** Permission bits, combined with |. */
export type Permissions = number;

export interface Context {
  marketplace: string;
  role: Role;
  /** Of Role.SELLER. */
  seller?: string;
  permissions?: Permissions;
  /** Who it was, for the ledger. */
  user?: string;
  /** Every mutation needs one, except place and dry runs. */
  idempotency_key?: string;
  /** W3C trace context. */
  traceparent?: string;
  /** 0: the handle's default. */
  timeout_ms?: Integer;
  /** Aborting it takes calls back that are not under way yet. */
  signal?: AbortSignal | null;
}

type More = Omit<Context, 'marketplace' | 'role' | 'seller' | 'permissions'>;

/** Who calls, and how: the host vouches for the actor. Never changes; the with functions make another. */
export declare class Call {
  constructor(context: Context);
  /** The platform itself: places, cancels, registers the catalogue, reads. */
  static host(marketplace: string, more?: More): Call;
  static operator(marketplace: string, permissions?: Permissions, more?: More): Call;
  static ofSeller(marketplace: string, seller: string, permissions?: Permissions, more?: More): Call;
  withKey(idempotencyKey: string): Call;
  withTimeout(timeoutMs: Integer): Call;
  withSignal(signal: AbortSignal): Call;
  with(changes: Partial<Context>): Call;
}

/** One answer: tables of columns. What is read from it is copied and stays good after close. */
export declare class Result {
  /** Status.OK, or SOME_REFUSED where some items of a batch were: their outcomes are in its table. */
  readonly status: Status;
  /** Whether this is the first answer given again to a repeated call. */
  readonly replayed: boolean;
  /** Names of the tables that have rows here. */
  readonly tables: (keyof Tables)[];
  /** The status, and how many rows each table has. */
  toString(): string;
  /** Rows of a table; 0 if the answer has none such. */
  count(table: keyof Tables): number;
  column<T extends keyof Tables, C extends keyof Tables[T]>(table: T, name: C): Tables[T][C][];
  /** An integer or flag column in one block. */
  integers<T extends keyof Tables>(table: T, name: keyof Tables[T]): BigInt64Array;
  rows<T extends keyof Tables>(table: T): Tables[T][];
  /** The whole answer as the JSON interface gives it. */
  json(): any;
  /** Frees the library's memory now and not when the collector comes. */
  close(): void;
  [Symbol.dispose](): void;
}

export interface Details {
  /** One object for each thing an error is about: line, warehouse, asked, available, gate, field, ... */
  [key: string]: Integer | string | boolean | null;
}

/** A call that was refused or failed. */
export declare class BackorderError extends Error {
  readonly status: number;
  /** The status's name: 'SHORTAGE'. */
  readonly code: string;
  /** Retry.NO: ask differently; SAFE: nothing was done; SAME_KEY: repeat with the same idempotency key and only so. */
  readonly retry: Retry;
  readonly sqlstate: string;
  readonly details: Details[];
  /** Of a batch: the outcome of every item. */
  readonly result: Result | null;
}
/** 1xx: the caller's mistake. */
export declare class CallerError extends BackorderError {}
/** The library cannot be loaded, or is of another version than this package needs. */
export declare class LibraryError extends CallerError {}
/** 2xx: the domain says no. */
export declare class Refused extends BackorderError {}
/** 3xx: database, time or memory. */
export declare class EnvironmentFailure extends BackorderError {}
/** 4xx: whether it was done is not known. Repeat it with the same key. */
export declare class InDoubt extends BackorderError {}
/** 5xx: a fault of the library. */
export declare class InternalError extends BackorderError {}

/** A product (for all its variants) or a variant. */
export type Of = { product: string; variant?: undefined } | { variant: string; product?: undefined };
export type PolicyItem = Of & { policy: 'allow' | 'deny' | 'inherit' | Policy };
export type ThresholdItem = Of & { warehouse: string; threshold?: Integer; mode?: 'limit' | 'unlimited' | 'inherit' | ThresholdMode };

export interface OrderLine {
  line: string;
  variant: string;
  quantity: Integer;
  /** Only there. */
  warehouse?: string;
  /** Takes units that are there, or refuses. */
  decline_backorder?: boolean;
}

export interface Order {
  order: string;
  lines: OrderLine[];
  /** In the queue; higher is served first. 32 bits. */
  priority?: Integer;
  /** Sourced in this order, the others after them. */
  warehouses?: string[];
}

/** An open handle. Operations and their members are those of README.md, "Operations"; each promises a Result. */
export declare class Backorder {
  settingsGet(call: Call): Promise<Result>;
  settingsSet(call: Call, request: { backorders_enabled: boolean; dry_run?: boolean }): Promise<Result>;
  policySet(call: Call, request: { items: PolicyItem[]; dry_run?: boolean }): Promise<Result>;
  thresholdSet(call: Call, request: { items: ThresholdItem[]; dry_run?: boolean }): Promise<Result>;
  warehouseUpsert(call: Call, request: {
    items: { warehouse: string; owner?: string; priority?: Integer; active?: boolean }[]; dry_run?: boolean }): Promise<Result>;
  catalogUpsert(call: Call, request: {
    products?: { product: string; seller: string }[]; variants?: { variant: string; product: string }[] }): Promise<Result>;
  stock(call: Call, request: { variants?: string[]; products?: string[]; warehouse?: string }): Promise<Result>;
  availability(call: Call, request: { items: { variant: string; quantity?: Integer }[] }): Promise<Result>;
  queue(call: Call, request?: {
    variant?: string; warehouse?: string; seller?: string; order?: string; limit?: Integer; skip?: Integer; after?: string }): Promise<Result>;
  receive(call: Call, request: { items: { variant: string; warehouse: string; quantity: Integer }[] }): Promise<Result>;
  count(call: Call, request: { items: { variant: string; warehouse: string; on_hand: Integer }[] }): Promise<Result>;
  transfer(call: Call, request: { items: { variant: string; from: string; to: string; quantity: Integer }[] }): Promise<Result>;
  /** All of the order or nothing; its id is its key. */
  place(call: Call, request: Order): Promise<Result>;
  /** Each order is placed or refused for itself. */
  placeBatch(call: Call, request: { orders: Order[] }): Promise<Result>;
  /** Without lines: all that is still open. */
  cancel(call: Call, request: { order: string; lines?: { line: string; quantity: Integer }[] }): Promise<Result>;
  order(call: Call, request: { order: string }): Promise<Result>;
  shippable(call: Call, request: { order: string }): Promise<Result>;
  fulfill(call: Call, request: {
    order: string; entries: { line: string; warehouse: string; quantity: Integer }[]; strict?: boolean }): Promise<Result>;
  cancelFulfillment(call: Call, request: {
    order: string; fulfillment: Integer; units: 'to_line' | 'to_stock' | 'written_off' }): Promise<Result>;
  reassign(call: Call, request: { order: string; line: string; from: string; to: string; quantity: Integer }): Promise<Result>;
  /** The next events; acknowledge: the cursor of the page before. */
  events(call: Call, request: { consumer: string; acknowledge?: string; limit?: Integer }): Promise<Result>;
  eventsAcknowledge(call: Call, request: { consumer: string; cursor: string }): Promise<Result>;
  ledger(call: Call, request?: {
    variant?: string; warehouse?: string; order?: string; after?: Integer; limit?: Integer }): Promise<Result>;
  /** Proves the counters from the ledger. */
  verify(call: Call): Promise<Result>;
  /** Page by page, as below; after: the cursor of the page before. */
  warehouses(call: Call, request?: { after?: string; limit?: Integer }): Promise<Result>;
  products(call: Call, request?: { seller?: string; after?: string; limit?: Integer }): Promise<Result>;
  variants(call: Call, request?: { seller?: string; after?: string; limit?: Integer }): Promise<Result>;
  /** The oldest first. */
  openOrders(call: Call, request?: { seller?: string; after?: string; limit?: Integer }): Promise<Result>;
  /** Any operation by its name. */
  json(call: Call, operation: string, request?: object): Promise<Result>;

  /** Installs or updates the tables. */
  migrate(options?: { timeout_ms?: Integer }): Promise<Result>;
  /** What the library would have logged since the last time. */
  logs(): Result;
  /** A descriptor that becomes readable when there are events or logs to pull. The library's own: only poll it. */
  pollFd(what: Poll): number;
  /** Ends calls in flight and the handle. Later calls are refused with Status.CLOSED. */
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** Members as bo_open lists them. */
export interface Config {
  schema?: string;
  migrate?: boolean;
  pool_size?: number;
  lanes?: number;
  lane_lines?: number;
  queue_size?: number;
  default_timeout_ms?: number;
  prepare?: boolean;
  poll_interval_ms?: number;
  idle_timeout_ms?: number;
  connect?: boolean;
  /** The path of libbackorder.so.1, else the environment's BACKORDER_LIBRARY, else where the system finds it. */
  library?: string;
}

/** Opens a handle on a connection string or URL of libpq. */
export declare function open(database: string, config?: Config): Promise<Backorder>;
