// Written by abi/bindings/generate from backorder.h; not to be edited.
use crate::columns::Kind;
use crate::pack::{Kept, Packed};
use std::os::raw::{c_char, c_void};

/// The header's.
pub const VERSION: &str = "1.2.0";
pub(crate) const MAJOR: u32 = 1;
pub(crate) const MINOR: u32 = 2;
pub(crate) const DRY_RUN: u32 = 1;
pub(crate) const DECLINE_BACKORDER: u32 = 1;
pub(crate) const STRICT: u32 = 1;

#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Status(pub i32);
impl Status {
    pub const OK: Status = Status(0);
    /// a pointer that must be given is NULL
    pub const NULL_ARGUMENT: Status = Status(101);
    /// struct_size can't be, or the tail we do not know is not zero
    pub const STRUCT_SIZE: Status = Status(102);
    /// a reserved field or an unknown flag bit is not 0
    pub const RESERVED: Status = Status(103);
    /// the handle is closed, or never was one
    pub const CLOSED: Status = Status(104);
    /// the handle was opened by the parent process
    pub const FORKED: Status = Status(105);
    /// this library has not the asked interface version
    pub const ABI_VERSION: Status = Status(106);
    /// the configuration is not valid
    pub const CONFIG: Status = Status(107);
    /// too many items, too many bytes, too deep
    pub const LIMIT: Status = Status(108);
    /// not JSON, or not of the operation's shape
    pub const JSON: Status = Status(109);
    /// a JSON member the operation does not know
    pub const UNKNOWN_MEMBER: Status = Status(110);
    /// no operation of that name
    pub const UNKNOWN_OPERATION: Status = Status(111);
    /// an id is empty, longer than 128 bytes, holds NUL, is not UTF-8, or unfit for what is new
    pub const TEXT: Status = Status(112);
    /// another value that can't be
    pub const ARGUMENT: Status = Status(113);
    /// a quantity below 1, a threshold or count below 0, no whole number of 64 bits
    pub const QUANTITY: Status = Status(114);
    /// a line, warehouse or record stands twice in the request
    pub const DUPLICATE: Status = Status(115);
    /// role, seller and permissions do not fit each other
    pub const ACTOR: Status = Status(116);
    /// a mutation without idempotency key
    pub const KEY_REQUIRED: Status = Status(117);
    /// the key was used for another request; `field` tells where they differ
    pub const KEY_REUSED: Status = Status(118);
    /// this actor may not do that; `needed` says what would allow it
    pub const PERMISSION: Status = Status(201);
    /// unknown, or not this actor's
    pub const NOT_FOUND: Status = Status(202);
    /// belongs to another already (the owner of a product or warehouse, an order's id)
    pub const CONFLICT: Status = Status(203);
    /// the marketplace does not accept backorders: nothing to configure
    pub const BACKORDERS_OFF: Status = Status(204);
    /// a sum would pass 2^63 - 1
    pub const OVERFLOW: Status = Status(205);
    /// not enough to sell: asked, available, backorder_room and shut gate per line and warehouse
    pub const SHORTAGE: Status = Status(206);
    /// strict fulfilment: units still wait at that warehouse
    pub const RESTOCK_FIRST: Status = Status(207);
    /// more than can ship now: asked, shippable, waiting per entry
    pub const NOT_SHIPPABLE: Status = Status(208);
    /// more than is still open of the line
    pub const NOT_CANCELLABLE: Status = Status(209);
    /// more than is free at the warehouse, or than waits there
    pub const NOT_AVAILABLE: Status = Status(210);
    /// that fulfilment is cancelled already
    pub const ALREADY_CANCELLED: Status = Status(211);
    /// units may not wait at that warehouse; `gate` says why
    pub const GATE_SHUT: Status = Status(212);
    /// some items of the batch were done, some refused: read the outcomes
    pub const SOME_REFUSED: Status = Status(213);
    /// the database is not reachable, the message says why; nothing was done
    pub const UNAVAILABLE: Status = Status(301);
    /// not done within the timeout; nothing was done
    pub const TIMEOUT: Status = Status(302);
    /// the token was cancelled; nothing was done
    pub const CANCELLED: Status = Status(303);
    /// the database accepts no writes (a standby?)
    pub const READ_ONLY: Status = Status(304);
    /// our tables are not installed: bo_migrate, or "migrate": true
    pub const SCHEMA_MISSING: Status = Status(305);
    /// the schema is older than this library needs, newer than it knows, or altered
    pub const SCHEMA_VERSION: Status = Status(306);
    /// the database role lacks a right: packaging/grants.sql
    pub const PRIVILEGE: Status = Status(307);
    /// no memory, thread or file descriptor left in this process; nothing was done
    pub const OUT_OF_MEMORY: Status = Status(308);
    /// another error of the database; nothing was done; sqlstate and its text are in the error
    pub const DATABASE: Status = Status(309);
    /// queue_size calls wait already, nothing was done; since 1.1
    pub const BUSY: Status = Status(310);
    /// may have been done: COMMIT's answer is lost and could not be looked up, or no memory is left to tell it
    pub const IN_DOUBT: Status = Status(401);
    /// a fault of this library; it may have been done; please report it with the message
    pub const INTERNAL: Status = Status(501);
    /// The constant's name, or empty.
    pub fn name(self) -> &'static str {
        match self.0 { 0 => "OK", 101 => "NULL_ARGUMENT", 102 => "STRUCT_SIZE", 103 => "RESERVED", 104 => "CLOSED", 105 => "FORKED", 106 => "ABI_VERSION", 107 => "CONFIG", 108 => "LIMIT", 109 => "JSON", 110 => "UNKNOWN_MEMBER", 111 => "UNKNOWN_OPERATION", 112 => "TEXT", 113 => "ARGUMENT", 114 => "QUANTITY", 115 => "DUPLICATE", 116 => "ACTOR", 117 => "KEY_REQUIRED", 118 => "KEY_REUSED", 201 => "PERMISSION", 202 => "NOT_FOUND", 203 => "CONFLICT", 204 => "BACKORDERS_OFF", 205 => "OVERFLOW", 206 => "SHORTAGE", 207 => "RESTOCK_FIRST", 208 => "NOT_SHIPPABLE", 209 => "NOT_CANCELLABLE", 210 => "NOT_AVAILABLE", 211 => "ALREADY_CANCELLED", 212 => "GATE_SHUT", 213 => "SOME_REFUSED", 301 => "UNAVAILABLE", 302 => "TIMEOUT", 303 => "CANCELLED", 304 => "READ_ONLY", 305 => "SCHEMA_MISSING", 306 => "SCHEMA_VERSION", 307 => "PRIVILEGE", 308 => "OUT_OF_MEMORY", 309 => "DATABASE", 310 => "BUSY", 401 => "IN_DOUBT", 501 => "INTERNAL", _ => "" }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Retry(pub i32);
impl Retry {
    pub const NO: Retry = Retry(0);
    pub const SAFE: Retry = Retry(1);
    pub const SAME_KEY: Retry = Retry(2);
    /// The constant's name, or empty.
    pub fn name(self) -> &'static str {
        match self.0 { 0 => "NO", 1 => "SAFE", 2 => "SAME_KEY", _ => "" }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Role(pub i32);
impl Role {
    /// the platform itself: place, cancel, register the catalogue, read; carries no permissions
    pub const HOST: Role = Role(1);
    /// runs the marketplace
    pub const OPERATOR: Role = Role(2);
    /// sells on it; seller is its id
    pub const SELLER: Role = Role(3);
    /// The constant's name, or empty.
    pub fn name(self) -> &'static str {
        match self.0 { 1 => "HOST", 2 => "OPERATOR", 3 => "SELLER", _ => "" }
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(u32)]
pub enum Policy {
    #[default]
    Inherit = 1,
    Allow = 2,
    Deny = 3,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(u32)]
pub enum ThresholdMode {
    /// threshold says how many; 0: none
    #[default]
    Limit = 1,
    /// threshold must be 0
    Unlimited = 2,
    /// no value of its own; threshold must be 0
    Inherit = 3,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Permission(pub u32);
impl Permission {
    /// operators only
    pub const MANAGE_MARKETPLACE: Permission = Permission(1);
    pub const MANAGE_INVENTORY: Permission = Permission(2);
    pub const MANAGE_ORDERS: Permission = Permission(4);
    pub const MANAGE_FULFILLMENTS: Permission = Permission(8);
    /// The constant's name, or empty.
    pub fn name(self) -> &'static str {
        match self.0 { 1 => "MANAGE_MARKETPLACE", 2 => "MANAGE_INVENTORY", 4 => "MANAGE_ORDERS", 8 => "MANAGE_FULFILLMENTS", _ => "" }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Poll(pub u32);
impl Poll {
    pub const EVENTS: Poll = Poll(1);
    pub const LOGS: Poll = Poll(2);
    /// The constant's name, or empty.
    pub fn name(self) -> &'static str {
        match self.0 { 1 => "EVENTS", 2 => "LOGS", _ => "" }
    }
}

#[repr(C)]
pub(crate) struct bo_backorder {
    _private: [u8; 0],
}
#[repr(C)]
pub(crate) struct bo_result {
    _private: [u8; 0],
}
#[repr(C)]
pub(crate) struct bo_error {
    _private: [u8; 0],
}
#[repr(C)]
pub(crate) struct bo_token {
    _private: [u8; 0],
}
#[repr(C)]
pub(crate) struct bo_completions {
    _private: [u8; 0],
}
#[repr(C)]
pub(crate) struct bo_api {
    _private: [u8; 0],
}
#[repr(C)]
#[derive(Clone, Copy)]
pub(crate) struct bo_call {
    pub struct_size: u32,
    pub role: u32,
    pub permissions: u64,
    pub marketplace: *const c_char,
    pub marketplace_length: usize,
    pub seller: *const c_char,
    pub seller_length: usize,
    pub user: *const c_char,
    pub user_length: usize,
    pub idempotency_key: *const c_char,
    pub idempotency_key_length: usize,
    pub traceparent: *const c_char,
    pub traceparent_length: usize,
    pub timeout_ms: i64,
    pub token: *mut bo_token,
    pub reserved: [u64; 2],
    pub completions: *mut bo_completions,
    pub tag: u64,
}

#[repr(C)]
#[derive(Clone, Copy)]
pub(crate) struct bo_settings {
    pub struct_size: u32,
    pub flags: u32,
    pub backorders_enabled: u32,
    pub reserved: u32,
}

#[repr(C)]
#[derive(Clone, Copy)]
pub(crate) struct bo_policy {
    pub struct_size: u32,
    pub policy: u32,
    pub product: *const c_char,
    pub product_length: usize,
    pub variant: *const c_char,
    pub variant_length: usize,
}

#[repr(C)]
#[derive(Clone, Copy)]
pub(crate) struct bo_threshold {
    pub struct_size: u32,
    pub mode: u32,
    pub product: *const c_char,
    pub product_length: usize,
    pub variant: *const c_char,
    pub variant_length: usize,
    pub warehouse: *const c_char,
    pub warehouse_length: usize,
    pub threshold: i64,
}

#[repr(C)]
#[derive(Clone, Copy)]
pub(crate) struct bo_stock_query {
    pub struct_size: u32,
    pub reserved: u32,
    pub variants: *const *const c_char,
    pub variant_lengths: *const usize,
    pub variant_count: usize,
    pub products: *const *const c_char,
    pub product_lengths: *const usize,
    pub product_count: usize,
    pub warehouse: *const c_char,
    pub warehouse_length: usize,
}

#[repr(C)]
#[derive(Clone, Copy)]
pub(crate) struct bo_availability_item {
    pub struct_size: u32,
    pub reserved: u32,
    pub variant: *const c_char,
    pub variant_length: usize,
    pub quantity: i64,
}

#[repr(C)]
#[derive(Clone, Copy)]
pub(crate) struct bo_receipt {
    pub struct_size: u32,
    pub reserved: u32,
    pub variant: *const c_char,
    pub variant_length: usize,
    pub warehouse: *const c_char,
    pub warehouse_length: usize,
    pub quantity: i64,
}

#[repr(C)]
#[derive(Clone, Copy)]
pub(crate) struct bo_order_line {
    pub struct_size: u32,
    pub flags: u32,
    pub line: *const c_char,
    pub line_length: usize,
    pub variant: *const c_char,
    pub variant_length: usize,
    pub warehouse: *const c_char,
    pub warehouse_length: usize,
    pub quantity: i64,
}

#[repr(C)]
#[derive(Clone, Copy)]
pub(crate) struct bo_order {
    pub struct_size: u32,
    pub flags: u32,
    pub order: *const c_char,
    pub order_length: usize,
    pub priority: i64,
    pub lines: *const bo_order_line,
    pub line_count: usize,
    pub warehouses: *const *const c_char,
    pub warehouse_lengths: *const usize,
    pub warehouse_count: usize,
}

#[repr(C)]
#[derive(Clone, Copy)]
pub(crate) struct bo_order_units {
    pub struct_size: u32,
    pub reserved: u32,
    pub line: *const c_char,
    pub line_length: usize,
    pub warehouse: *const c_char,
    pub warehouse_length: usize,
    pub quantity: i64,
}

/// `bo_policy` of the header.
#[derive(Clone, Copy, Debug, Default)]
pub struct PolicyItem<'a> {
    pub policy: Policy,
    pub product: &'a str,
    pub variant: &'a str,
}
impl<'a> Packed for PolicyItem<'a> {
    type Raw = bo_policy;
    fn packed(&self, _kept: &mut Kept) -> bo_policy {
        bo_policy {
            struct_size: std::mem::size_of::<bo_policy>() as u32,
            policy: self.policy as u32,
            product: self.product.as_ptr().cast(), product_length: self.product.len(),
            variant: self.variant.as_ptr().cast(), variant_length: self.variant.len(),
        }
    }
}

/// `bo_threshold` of the header.
#[derive(Clone, Copy, Debug, Default)]
pub struct ThresholdItem<'a> {
    pub mode: ThresholdMode,
    pub product: &'a str,
    pub variant: &'a str,
    pub warehouse: &'a str,
    pub threshold: i64,
}
impl<'a> Packed for ThresholdItem<'a> {
    type Raw = bo_threshold;
    fn packed(&self, _kept: &mut Kept) -> bo_threshold {
        bo_threshold {
            struct_size: std::mem::size_of::<bo_threshold>() as u32,
            mode: self.mode as u32,
            product: self.product.as_ptr().cast(), product_length: self.product.len(),
            variant: self.variant.as_ptr().cast(), variant_length: self.variant.len(),
            warehouse: self.warehouse.as_ptr().cast(), warehouse_length: self.warehouse.len(),
            threshold: self.threshold,
        }
    }
}

/// `bo_stock_query` of the header.
#[derive(Clone, Copy, Debug, Default)]
pub struct StockQuery<'a> {
    pub variants: &'a [&'a str],
    pub products: &'a [&'a str],
    pub warehouse: &'a str,
}
impl<'a> Packed for StockQuery<'a> {
    type Raw = bo_stock_query;
    fn packed(&self, kept: &mut Kept) -> bo_stock_query {
        let variants = kept.texts(self.variants);
        let products = kept.texts(self.products);
        bo_stock_query {
            struct_size: std::mem::size_of::<bo_stock_query>() as u32,
            reserved: 0,
            variants: variants.0, variant_lengths: variants.1, variant_count: self.variants.len(),
            products: products.0, product_lengths: products.1, product_count: self.products.len(),
            warehouse: self.warehouse.as_ptr().cast(), warehouse_length: self.warehouse.len(),
        }
    }
}

/// `bo_availability_item` of the header.
#[derive(Clone, Copy, Debug, Default)]
pub struct AvailabilityItem<'a> {
    pub variant: &'a str,
    pub quantity: i64,
}
impl<'a> Packed for AvailabilityItem<'a> {
    type Raw = bo_availability_item;
    fn packed(&self, _kept: &mut Kept) -> bo_availability_item {
        bo_availability_item {
            struct_size: std::mem::size_of::<bo_availability_item>() as u32,
            reserved: 0,
            variant: self.variant.as_ptr().cast(), variant_length: self.variant.len(),
            quantity: self.quantity,
        }
    }
}

/// `bo_receipt` of the header.
#[derive(Clone, Copy, Debug, Default)]
pub struct Receipt<'a> {
    pub variant: &'a str,
    pub warehouse: &'a str,
    pub quantity: i64,
}
impl<'a> Packed for Receipt<'a> {
    type Raw = bo_receipt;
    fn packed(&self, _kept: &mut Kept) -> bo_receipt {
        bo_receipt {
            struct_size: std::mem::size_of::<bo_receipt>() as u32,
            reserved: 0,
            variant: self.variant.as_ptr().cast(), variant_length: self.variant.len(),
            warehouse: self.warehouse.as_ptr().cast(), warehouse_length: self.warehouse.len(),
            quantity: self.quantity,
        }
    }
}

/// `bo_order_line` of the header.
#[derive(Clone, Copy, Debug, Default)]
pub struct OrderLine<'a> {
    pub line: &'a str,
    pub variant: &'a str,
    pub warehouse: &'a str,
    pub quantity: i64,
    pub decline_backorder: bool,
}
impl<'a> Packed for OrderLine<'a> {
    type Raw = bo_order_line;
    fn packed(&self, _kept: &mut Kept) -> bo_order_line {
        bo_order_line {
            struct_size: std::mem::size_of::<bo_order_line>() as u32,
            line: self.line.as_ptr().cast(), line_length: self.line.len(),
            variant: self.variant.as_ptr().cast(), variant_length: self.variant.len(),
            warehouse: self.warehouse.as_ptr().cast(), warehouse_length: self.warehouse.len(),
            quantity: self.quantity,
            flags: if self.decline_backorder { DECLINE_BACKORDER } else { 0 },
        }
    }
}

/// `bo_order` of the header.
#[derive(Clone, Copy, Debug, Default)]
pub struct Order<'a> {
    pub order: &'a str,
    pub priority: i64,
    pub lines: &'a [OrderLine<'a>],
    pub warehouses: &'a [&'a str],
}
impl<'a> Packed for Order<'a> {
    type Raw = bo_order;
    fn packed(&self, kept: &mut Kept) -> bo_order {
        let warehouses = kept.texts(self.warehouses);
        bo_order {
            struct_size: std::mem::size_of::<bo_order>() as u32,
            flags: 0,
            order: self.order.as_ptr().cast(), order_length: self.order.len(),
            priority: self.priority,
            lines: kept.lines(self.lines), line_count: self.lines.len(),
            warehouses: warehouses.0, warehouse_lengths: warehouses.1, warehouse_count: self.warehouses.len(),
        }
    }
}

/// `bo_order_units` of the header.
#[derive(Clone, Copy, Debug, Default)]
pub struct OrderUnits<'a> {
    pub line: &'a str,
    pub warehouse: &'a str,
    pub quantity: i64,
}
impl<'a> Packed for OrderUnits<'a> {
    type Raw = bo_order_units;
    fn packed(&self, _kept: &mut Kept) -> bo_order_units {
        bo_order_units {
            struct_size: std::mem::size_of::<bo_order_units>() as u32,
            reserved: 0,
            line: self.line.as_ptr().cast(), line_length: self.line.len(),
            warehouse: self.warehouse.as_ptr().cast(), warehouse_length: self.warehouse.len(),
            quantity: self.quantity,
        }
    }
}

/// All of the library's functions.
#[allow(dead_code)]
pub(crate) struct Functions {
    pub status_name: unsafe extern "C" fn(i32) -> *const c_char,
    pub version: unsafe extern "C" fn() -> *const c_char,
    pub open: unsafe extern "C" fn(*const c_char, usize, *mut *mut bo_backorder, *mut *mut bo_error) -> i32,
    pub close: unsafe extern "C" fn(*mut bo_backorder) -> i32,
    pub migrate: unsafe extern "C" fn(*mut bo_backorder, i64, *mut *mut bo_result, *mut *mut bo_error) -> i32,
    pub poll_fd: unsafe extern "C" fn(*mut bo_backorder, u32, *mut i32, *mut *mut bo_error) -> i32,
    pub logs: unsafe extern "C" fn(*mut bo_backorder, *mut *mut bo_result, *mut *mut bo_error) -> i32,
    pub token_new: unsafe extern "C" fn() -> *mut bo_token,
    pub token_cancel: unsafe extern "C" fn(*mut bo_token),
    pub token_free: unsafe extern "C" fn(*mut bo_token),
    pub completions_new: unsafe extern "C" fn() -> *mut bo_completions,
    pub completions_fd: unsafe extern "C" fn(*const bo_completions) -> i32,
    pub completions_pull: unsafe extern "C" fn(*mut bo_completions, i64, usize, *mut u64, *mut i32, *mut *mut bo_result, *mut *mut bo_error, *mut usize) -> i32,
    pub completions_free: unsafe extern "C" fn(*mut bo_completions),
    pub call_json: unsafe extern "C" fn(*mut bo_backorder, *const bo_call, *const c_char, usize, *const c_char, usize, *mut *mut bo_result, *mut *mut bo_error) -> i32,
    pub settings_get: unsafe extern "C" fn(*mut bo_backorder, *const bo_call, *mut *mut bo_result, *mut *mut bo_error) -> i32,
    pub settings_set: unsafe extern "C" fn(*mut bo_backorder, *const bo_call, *const bo_settings, *mut *mut bo_result, *mut *mut bo_error) -> i32,
    pub policy_set: unsafe extern "C" fn(*mut bo_backorder, *const bo_call, *const bo_policy, usize, u32, *mut *mut bo_result, *mut *mut bo_error) -> i32,
    pub threshold_set: unsafe extern "C" fn(*mut bo_backorder, *const bo_call, *const bo_threshold, usize, u32, *mut *mut bo_result, *mut *mut bo_error) -> i32,
    pub stock: unsafe extern "C" fn(*mut bo_backorder, *const bo_call, *const bo_stock_query, *mut *mut bo_result, *mut *mut bo_error) -> i32,
    pub availability: unsafe extern "C" fn(*mut bo_backorder, *const bo_call, *const bo_availability_item, usize, *mut *mut bo_result, *mut *mut bo_error) -> i32,
    pub receive: unsafe extern "C" fn(*mut bo_backorder, *const bo_call, *const bo_receipt, usize, *mut *mut bo_result, *mut *mut bo_error) -> i32,
    pub place: unsafe extern "C" fn(*mut bo_backorder, *const bo_call, *const bo_order, *mut *mut bo_result, *mut *mut bo_error) -> i32,
    pub place_batch: unsafe extern "C" fn(*mut bo_backorder, *const bo_call, *const bo_order, usize, *mut *mut bo_result, *mut *mut bo_error) -> i32,
    pub cancel: unsafe extern "C" fn(*mut bo_backorder, *const bo_call, *const c_char, usize, *const bo_order_units, usize, *mut *mut bo_result, *mut *mut bo_error) -> i32,
    pub shippable: unsafe extern "C" fn(*mut bo_backorder, *const bo_call, *const c_char, usize, *mut *mut bo_result, *mut *mut bo_error) -> i32,
    pub fulfill: unsafe extern "C" fn(*mut bo_backorder, *const bo_call, *const c_char, usize, *const bo_order_units, usize, u32, *mut *mut bo_result, *mut *mut bo_error) -> i32,
    pub events: unsafe extern "C" fn(*mut bo_backorder, *const bo_call, *const c_char, usize, *const c_char, usize, i64, *mut *mut bo_result, *mut *mut bo_error) -> i32,
    pub events_acknowledge: unsafe extern "C" fn(*mut bo_backorder, *const bo_call, *const c_char, usize, *const c_char, usize, *mut *mut bo_result, *mut *mut bo_error) -> i32,
    pub result_rows: unsafe extern "C" fn(*const bo_result, u32) -> usize,
    pub result_int64: unsafe extern "C" fn(*const bo_result, u32) -> *const i64,
    pub result_text: unsafe extern "C" fn(*const bo_result, u32, *mut *const u64) -> *const c_char,
    pub result_json: unsafe extern "C" fn(*mut bo_result, *mut usize) -> *const c_char,
    pub result_replayed: unsafe extern "C" fn(*const bo_result) -> i32,
    pub result_free: unsafe extern "C" fn(*mut bo_result),
    pub error_status: unsafe extern "C" fn(*const bo_error) -> i32,
    pub error_retry: unsafe extern "C" fn(*const bo_error) -> i32,
    pub error_message: unsafe extern "C" fn(*const bo_error) -> *const c_char,
    pub error_sqlstate: unsafe extern "C" fn(*const bo_error) -> *const c_char,
    pub error_rows: unsafe extern "C" fn(*const bo_error) -> usize,
    pub error_detail: unsafe extern "C" fn(*const bo_error, usize, *const c_char, *mut *const c_char) -> i32,
    pub error_json: unsafe extern "C" fn(*const bo_error) -> *const c_char,
    pub error_free: unsafe extern "C" fn(*mut bo_error),
    pub get_api: unsafe extern "C" fn(u32, u32, *mut *const bo_api) -> i32,
}
impl Functions {
    /// `find` gives the address of a function that is there.
    pub unsafe fn found<E>(find: impl Fn(&str) -> Result<*mut c_void, E>) -> Result<Functions, E> {
        Ok(Functions {
            status_name: std::mem::transmute(find("bo_status_name\0")?),
            version: std::mem::transmute(find("bo_version\0")?),
            open: std::mem::transmute(find("bo_open\0")?),
            close: std::mem::transmute(find("bo_close\0")?),
            migrate: std::mem::transmute(find("bo_migrate\0")?),
            poll_fd: std::mem::transmute(find("bo_poll_fd\0")?),
            logs: std::mem::transmute(find("bo_logs\0")?),
            token_new: std::mem::transmute(find("bo_token_new\0")?),
            token_cancel: std::mem::transmute(find("bo_token_cancel\0")?),
            token_free: std::mem::transmute(find("bo_token_free\0")?),
            completions_new: std::mem::transmute(find("bo_completions_new\0")?),
            completions_fd: std::mem::transmute(find("bo_completions_fd\0")?),
            completions_pull: std::mem::transmute(find("bo_completions_pull\0")?),
            completions_free: std::mem::transmute(find("bo_completions_free\0")?),
            call_json: std::mem::transmute(find("bo_call_json\0")?),
            settings_get: std::mem::transmute(find("bo_settings_get\0")?),
            settings_set: std::mem::transmute(find("bo_settings_set\0")?),
            policy_set: std::mem::transmute(find("bo_policy_set\0")?),
            threshold_set: std::mem::transmute(find("bo_threshold_set\0")?),
            stock: std::mem::transmute(find("bo_stock\0")?),
            availability: std::mem::transmute(find("bo_availability\0")?),
            receive: std::mem::transmute(find("bo_receive\0")?),
            place: std::mem::transmute(find("bo_place\0")?),
            place_batch: std::mem::transmute(find("bo_place_batch\0")?),
            cancel: std::mem::transmute(find("bo_cancel\0")?),
            shippable: std::mem::transmute(find("bo_shippable\0")?),
            fulfill: std::mem::transmute(find("bo_fulfill\0")?),
            events: std::mem::transmute(find("bo_events\0")?),
            events_acknowledge: std::mem::transmute(find("bo_events_acknowledge\0")?),
            result_rows: std::mem::transmute(find("bo_result_rows\0")?),
            result_int64: std::mem::transmute(find("bo_result_int64\0")?),
            result_text: std::mem::transmute(find("bo_result_text\0")?),
            result_json: std::mem::transmute(find("bo_result_json\0")?),
            result_replayed: std::mem::transmute(find("bo_result_replayed\0")?),
            result_free: std::mem::transmute(find("bo_result_free\0")?),
            error_status: std::mem::transmute(find("bo_error_status\0")?),
            error_retry: std::mem::transmute(find("bo_error_retry\0")?),
            error_message: std::mem::transmute(find("bo_error_message\0")?),
            error_sqlstate: std::mem::transmute(find("bo_error_sqlstate\0")?),
            error_rows: std::mem::transmute(find("bo_error_rows\0")?),
            error_detail: std::mem::transmute(find("bo_error_detail\0")?),
            error_json: std::mem::transmute(find("bo_error_json\0")?),
            error_free: std::mem::transmute(find("bo_error_free\0")?),
            get_api: std::mem::transmute(find("bo_get_api\0")?),
        })
    }
}

/// Tables and columns of answers.
pub mod tables {
    pub mod settings {
        use crate::{FlagColumn, IntegerColumn, Table};
        pub const TABLE: Table = Table(1);
        pub const BACKORDERS_ENABLED: FlagColumn = FlagColumn(0x0100);
        pub const BEFORE: FlagColumn = FlagColumn(0x0101);
        pub const DRY_RUN: FlagColumn = FlagColumn(0x0102);
        pub const UNITS_OVER_LIMIT: IntegerColumn = IntegerColumn(0x0103);
    }
    pub mod policies {
        use crate::{FlagColumn, IntegerColumn, JsonColumn, Table, TextColumn};
        pub const TABLE: Table = Table(2);
        pub const ITEM: IntegerColumn = IntegerColumn(0x0200);
        pub const STATUS: IntegerColumn = IntegerColumn(0x0201);
        pub const MESSAGE: TextColumn = TextColumn(0x0202);
        pub const DETAILS: JsonColumn = JsonColumn(0x0203);
        pub const PRODUCT: TextColumn = TextColumn(0x0204);
        pub const VARIANT: TextColumn = TextColumn(0x0205);
        pub const BEFORE: TextColumn = TextColumn(0x0206);
        pub const POLICY: TextColumn = TextColumn(0x0207);
        pub const UNITS_OVER_LIMIT: IntegerColumn = IntegerColumn(0x0208);
        pub const DRY_RUN: FlagColumn = FlagColumn(0x0209);
    }
    pub mod thresholds {
        use crate::{FlagColumn, IntegerColumn, JsonColumn, Table, TextColumn};
        pub const TABLE: Table = Table(3);
        pub const ITEM: IntegerColumn = IntegerColumn(0x0300);
        pub const STATUS: IntegerColumn = IntegerColumn(0x0301);
        pub const MESSAGE: TextColumn = TextColumn(0x0302);
        pub const DETAILS: JsonColumn = JsonColumn(0x0303);
        pub const PRODUCT: TextColumn = TextColumn(0x0304);
        pub const VARIANT: TextColumn = TextColumn(0x0305);
        pub const WAREHOUSE: TextColumn = TextColumn(0x0306);
        pub const MODE_BEFORE: TextColumn = TextColumn(0x0307);
        pub const THRESHOLD_BEFORE: IntegerColumn = IntegerColumn(0x0308);
        pub const MODE: TextColumn = TextColumn(0x0309);
        pub const THRESHOLD: IntegerColumn = IntegerColumn(0x030a);
        pub const BACKORDERED: IntegerColumn = IntegerColumn(0x030b);
        pub const UNITS_OVER_LIMIT: IntegerColumn = IntegerColumn(0x030c);
        pub const DRY_RUN: FlagColumn = FlagColumn(0x030d);
    }
    pub mod warehouses {
        use crate::{FlagColumn, IntegerColumn, JsonColumn, Table, TextColumn};
        pub const TABLE: Table = Table(4);
        pub const ITEM: IntegerColumn = IntegerColumn(0x0400);
        pub const STATUS: IntegerColumn = IntegerColumn(0x0401);
        pub const MESSAGE: TextColumn = TextColumn(0x0402);
        pub const DETAILS: JsonColumn = JsonColumn(0x0403);
        pub const WAREHOUSE: TextColumn = TextColumn(0x0404);
        pub const OWNER: TextColumn = TextColumn(0x0405);
        pub const PRIORITY: IntegerColumn = IntegerColumn(0x0406);
        pub const ACTIVE: FlagColumn = FlagColumn(0x0407);
        pub const CREATED: FlagColumn = FlagColumn(0x0408);
        pub const UNITS_OVER_LIMIT: IntegerColumn = IntegerColumn(0x0409);
        pub const DRY_RUN: FlagColumn = FlagColumn(0x040a);
    }
    pub mod products {
        use crate::{FlagColumn, IntegerColumn, JsonColumn, Table, TextColumn};
        pub const TABLE: Table = Table(5);
        pub const ITEM: IntegerColumn = IntegerColumn(0x0500);
        pub const STATUS: IntegerColumn = IntegerColumn(0x0501);
        pub const MESSAGE: TextColumn = TextColumn(0x0502);
        pub const DETAILS: JsonColumn = JsonColumn(0x0503);
        pub const PRODUCT: TextColumn = TextColumn(0x0504);
        pub const SELLER: TextColumn = TextColumn(0x0505);
        pub const CREATED: FlagColumn = FlagColumn(0x0506);
    }
    pub mod variants {
        use crate::{FlagColumn, IntegerColumn, JsonColumn, Table, TextColumn};
        pub const TABLE: Table = Table(6);
        pub const ITEM: IntegerColumn = IntegerColumn(0x0600);
        pub const STATUS: IntegerColumn = IntegerColumn(0x0601);
        pub const MESSAGE: TextColumn = TextColumn(0x0602);
        pub const DETAILS: JsonColumn = JsonColumn(0x0603);
        pub const VARIANT: TextColumn = TextColumn(0x0604);
        pub const PRODUCT: TextColumn = TextColumn(0x0605);
        pub const CREATED: FlagColumn = FlagColumn(0x0606);
    }
    pub mod moves {
        use crate::{IntegerColumn, JsonColumn, Table, TextColumn};
        pub const TABLE: Table = Table(7);
        pub const ITEM: IntegerColumn = IntegerColumn(0x0700);
        pub const STATUS: IntegerColumn = IntegerColumn(0x0701);
        pub const MESSAGE: TextColumn = TextColumn(0x0702);
        pub const DETAILS: JsonColumn = JsonColumn(0x0703);
        pub const VARIANT: TextColumn = TextColumn(0x0704);
        pub const WAREHOUSE: TextColumn = TextColumn(0x0705);
        pub const TO_WAREHOUSE: TextColumn = TextColumn(0x0706);
        pub const QUANTITY: IntegerColumn = IntegerColumn(0x0707);
        pub const ON_HAND: IntegerColumn = IntegerColumn(0x0708);
        pub const ALLOCATED: IntegerColumn = IntegerColumn(0x0709);
        pub const BACKORDERED: IntegerColumn = IntegerColumn(0x070a);
        pub const AVAILABLE: IntegerColumn = IntegerColumn(0x070b);
    }
    pub mod covered {
        use crate::{FlagColumn, IntegerColumn, Table, TextColumn};
        pub const TABLE: Table = Table(8);
        pub const ITEM: IntegerColumn = IntegerColumn(0x0800);
        pub const ORDER: TextColumn = TextColumn(0x0801);
        pub const LINE: TextColumn = TextColumn(0x0802);
        pub const VARIANT: TextColumn = TextColumn(0x0803);
        pub const WAREHOUSE: TextColumn = TextColumn(0x0804);
        pub const UNITS: IntegerColumn = IntegerColumn(0x0805);
        pub const READY: FlagColumn = FlagColumn(0x0806);
    }
    pub mod fallen_back {
        use crate::{IntegerColumn, Table, TextColumn};
        pub const TABLE: Table = Table(9);
        pub const ITEM: IntegerColumn = IntegerColumn(0x0900);
        pub const ORDER: TextColumn = TextColumn(0x0901);
        pub const LINE: TextColumn = TextColumn(0x0902);
        pub const VARIANT: TextColumn = TextColumn(0x0903);
        pub const WAREHOUSE: TextColumn = TextColumn(0x0904);
        pub const UNITS: IntegerColumn = IntegerColumn(0x0905);
        pub const UNITS_OVER_LIMIT: IntegerColumn = IntegerColumn(0x0906);
    }
    pub mod order {
        use crate::{IntegerColumn, Table, TextColumn};
        pub const TABLE: Table = Table(10);
        pub const ORDER: TextColumn = TextColumn(0x0a00);
        pub const STATE: TextColumn = TextColumn(0x0a01);
        pub const PRIORITY: IntegerColumn = IntegerColumn(0x0a02);
        pub const PLACED_AT: TextColumn = TextColumn(0x0a03);
    }
    pub mod lines {
        use crate::{IntegerColumn, Table, TextColumn};
        pub const TABLE: Table = Table(11);
        pub const LINE: TextColumn = TextColumn(0x0b00);
        pub const VARIANT: TextColumn = TextColumn(0x0b01);
        pub const QUANTITY: IntegerColumn = IntegerColumn(0x0b02);
        pub const ALLOCATED: IntegerColumn = IntegerColumn(0x0b03);
        pub const WAITING: IntegerColumn = IntegerColumn(0x0b04);
        pub const SHIPPED: IntegerColumn = IntegerColumn(0x0b05);
        pub const CANCELLED: IntegerColumn = IntegerColumn(0x0b06);
    }
    pub mod parts {
        use crate::{IntegerColumn, Table, TextColumn};
        pub const TABLE: Table = Table(12);
        pub const LINE: TextColumn = TextColumn(0x0c00);
        pub const VARIANT: TextColumn = TextColumn(0x0c01);
        pub const WAREHOUSE: TextColumn = TextColumn(0x0c02);
        pub const QUANTITY: IntegerColumn = IntegerColumn(0x0c03);
        pub const ALLOCATED: IntegerColumn = IntegerColumn(0x0c04);
        pub const WAITING: IntegerColumn = IntegerColumn(0x0c05);
        pub const SHIPPED: IntegerColumn = IntegerColumn(0x0c06);
        pub const CANCELLED: IntegerColumn = IntegerColumn(0x0c07);
    }
    pub mod fulfillments {
        use crate::{IntegerColumn, Table, TextColumn};
        pub const TABLE: Table = Table(13);
        pub const FULFILLMENT: IntegerColumn = IntegerColumn(0x0d00);
        pub const WAREHOUSE: TextColumn = TextColumn(0x0d01);
        pub const LINE: TextColumn = TextColumn(0x0d02);
        pub const VARIANT: TextColumn = TextColumn(0x0d03);
        pub const QUANTITY: IntegerColumn = IntegerColumn(0x0d04);
        pub const STATE: TextColumn = TextColumn(0x0d05);
        pub const CREATED_AT: TextColumn = TextColumn(0x0d06);
    }
    pub mod shippable {
        use crate::{FlagColumn, IntegerColumn, Table, TextColumn};
        pub const TABLE: Table = Table(14);
        pub const LINE: TextColumn = TextColumn(0x0e00);
        pub const VARIANT: TextColumn = TextColumn(0x0e01);
        pub const WAREHOUSE: TextColumn = TextColumn(0x0e02);
        pub const SHIPPABLE: IntegerColumn = IntegerColumn(0x0e03);
        pub const WAITING: IntegerColumn = IntegerColumn(0x0e04);
        pub const STRICT: FlagColumn = FlagColumn(0x0e05);
        pub const FREE_HERE: IntegerColumn = IntegerColumn(0x0e06);
        pub const REASON: TextColumn = TextColumn(0x0e07);
    }
    pub mod stock {
        use crate::{FlagColumn, IntegerColumn, Table, TextColumn};
        pub const TABLE: Table = Table(15);
        pub const PRODUCT: TextColumn = TextColumn(0x0f00);
        pub const VARIANT: TextColumn = TextColumn(0x0f01);
        pub const WAREHOUSE: TextColumn = TextColumn(0x0f02);
        pub const SELLER: TextColumn = TextColumn(0x0f03);
        pub const ON_HAND: IntegerColumn = IntegerColumn(0x0f04);
        pub const ALLOCATED: IntegerColumn = IntegerColumn(0x0f05);
        pub const BACKORDERED: IntegerColumn = IntegerColumn(0x0f06);
        pub const THRESHOLD_MODE: TextColumn = TextColumn(0x0f07);
        pub const THRESHOLD: IntegerColumn = IntegerColumn(0x0f08);
        pub const THRESHOLD_FROM: TextColumn = TextColumn(0x0f09);
        pub const AVAILABLE: IntegerColumn = IntegerColumn(0x0f0a);
        pub const BACKORDER_ROOM: IntegerColumn = IntegerColumn(0x0f0b);
        pub const ROOM_UNLIMITED: FlagColumn = FlagColumn(0x0f0c);
        pub const SELLABLE: IntegerColumn = IntegerColumn(0x0f0d);
        pub const SHUT_GATE: TextColumn = TextColumn(0x0f0e);
        pub const UNITS_OVER_LIMIT: IntegerColumn = IntegerColumn(0x0f0f);
        pub const COMMITTED: IntegerColumn = IntegerColumn(0x0f10);
        pub const OUT_OF_STOCK_THRESHOLD: IntegerColumn = IntegerColumn(0x0f11);
    }
    pub mod variant_totals {
        use crate::{FlagColumn, IntegerColumn, Table, TextColumn};
        pub const TABLE: Table = Table(16);
        pub const PRODUCT: TextColumn = TextColumn(0x1000);
        pub const VARIANT: TextColumn = TextColumn(0x1001);
        pub const POLICY: TextColumn = TextColumn(0x1002);
        pub const BACKORDERS_ALLOWED: FlagColumn = FlagColumn(0x1003);
        pub const ON_HAND: IntegerColumn = IntegerColumn(0x1004);
        pub const ALLOCATED: IntegerColumn = IntegerColumn(0x1005);
        pub const BACKORDERED: IntegerColumn = IntegerColumn(0x1006);
        pub const AVAILABLE: IntegerColumn = IntegerColumn(0x1007);
        pub const BACKORDER_ROOM: IntegerColumn = IntegerColumn(0x1008);
        pub const ROOM_UNLIMITED: FlagColumn = FlagColumn(0x1009);
        pub const SELLABLE: IntegerColumn = IntegerColumn(0x100a);
    }
    pub mod product_totals {
        use crate::{FlagColumn, IntegerColumn, Table, TextColumn};
        pub const TABLE: Table = Table(17);
        pub const PRODUCT: TextColumn = TextColumn(0x1100);
        pub const SELLER: TextColumn = TextColumn(0x1101);
        pub const POLICY: TextColumn = TextColumn(0x1102);
        pub const VARIANTS: IntegerColumn = IntegerColumn(0x1103);
        pub const ON_HAND: IntegerColumn = IntegerColumn(0x1104);
        pub const ALLOCATED: IntegerColumn = IntegerColumn(0x1105);
        pub const BACKORDERED: IntegerColumn = IntegerColumn(0x1106);
        pub const AVAILABLE: IntegerColumn = IntegerColumn(0x1107);
        pub const BACKORDER_ROOM: IntegerColumn = IntegerColumn(0x1108);
        pub const ROOM_UNLIMITED: FlagColumn = FlagColumn(0x1109);
        pub const SELLABLE: IntegerColumn = IntegerColumn(0x110a);
    }
    pub mod availability {
        use crate::{FlagColumn, IntegerColumn, JsonColumn, Table, TextColumn};
        pub const TABLE: Table = Table(18);
        pub const ITEM: IntegerColumn = IntegerColumn(0x1200);
        pub const STATUS: IntegerColumn = IntegerColumn(0x1201);
        pub const MESSAGE: TextColumn = TextColumn(0x1202);
        pub const DETAILS: JsonColumn = JsonColumn(0x1203);
        pub const VARIANT: TextColumn = TextColumn(0x1204);
        pub const STATE: TextColumn = TextColumn(0x1205);
        pub const NOW: IntegerColumn = IntegerColumn(0x1206);
        pub const LATER: IntegerColumn = IntegerColumn(0x1207);
        pub const LATER_UNLIMITED: FlagColumn = FlagColumn(0x1208);
        pub const SHUT_GATE: TextColumn = TextColumn(0x1209);
        pub const QUANTITY: IntegerColumn = IntegerColumn(0x120a);
        pub const SPLIT_NOW: IntegerColumn = IntegerColumn(0x120b);
        pub const SPLIT_LATER: IntegerColumn = IntegerColumn(0x120c);
        pub const SHORT: IntegerColumn = IntegerColumn(0x120d);
    }
    pub mod queue {
        use crate::{IntegerColumn, Table, TextColumn};
        pub const TABLE: Table = Table(19);
        pub const PLACE: IntegerColumn = IntegerColumn(0x1300);
        pub const ORDER: TextColumn = TextColumn(0x1301);
        pub const LINE: TextColumn = TextColumn(0x1302);
        pub const PRODUCT: TextColumn = TextColumn(0x1303);
        pub const VARIANT: TextColumn = TextColumn(0x1304);
        pub const WAREHOUSE: TextColumn = TextColumn(0x1305);
        pub const SELLER: TextColumn = TextColumn(0x1306);
        pub const UNITS: IntegerColumn = IntegerColumn(0x1307);
        pub const PRIORITY: IntegerColumn = IntegerColumn(0x1308);
        pub const SINCE: TextColumn = TextColumn(0x1309);
        pub const FREE_ELSEWHERE: IntegerColumn = IntegerColumn(0x130a);
    }
    pub mod events {
        use crate::{JsonColumn, Table, TextColumn};
        pub const TABLE: Table = Table(20);
        pub const TYPE: TextColumn = TextColumn(0x1400);
        pub const AT: TextColumn = TextColumn(0x1401);
        pub const VARIANT: TextColumn = TextColumn(0x1402);
        pub const WAREHOUSE: TextColumn = TextColumn(0x1403);
        pub const ORDER: TextColumn = TextColumn(0x1404);
        pub const BODY: JsonColumn = JsonColumn(0x1405);
    }
    pub mod cursor {
        use crate::{FlagColumn, Table, TextColumn};
        pub const TABLE: Table = Table(21);
        pub const CURSOR: TextColumn = TextColumn(0x1500);
        pub const MORE: FlagColumn = FlagColumn(0x1501);
    }
    pub mod ledger {
        use crate::{IntegerColumn, Table, TextColumn};
        pub const TABLE: Table = Table(22);
        pub const SEQUENCE: IntegerColumn = IntegerColumn(0x1600);
        pub const AT: TextColumn = TextColumn(0x1601);
        pub const ACTOR: TextColumn = TextColumn(0x1602);
        pub const VERB: TextColumn = TextColumn(0x1603);
        pub const VARIANT: TextColumn = TextColumn(0x1604);
        pub const WAREHOUSE: TextColumn = TextColumn(0x1605);
        pub const ON_HAND: IntegerColumn = IntegerColumn(0x1606);
        pub const ALLOCATED: IntegerColumn = IntegerColumn(0x1607);
        pub const BACKORDERED: IntegerColumn = IntegerColumn(0x1608);
        pub const ORDER: TextColumn = TextColumn(0x1609);
        pub const LINE: TextColumn = TextColumn(0x160a);
        pub const KEY: TextColumn = TextColumn(0x160b);
    }
    pub mod verify {
        use crate::{IntegerColumn, Table, TextColumn};
        pub const TABLE: Table = Table(23);
        pub const STOCK_RECORDS: IntegerColumn = IntegerColumn(0x1700);
        pub const PARTS: IntegerColumn = IntegerColumn(0x1701);
        pub const LEDGER_ROWS: IntegerColumn = IntegerColumn(0x1702);
        pub const DIFFERENCES: IntegerColumn = IntegerColumn(0x1703);
        pub const NEXT: TextColumn = TextColumn(0x1704);
        pub const CHECKED: IntegerColumn = IntegerColumn(0x1705);
        pub const TOTAL: IntegerColumn = IntegerColumn(0x1706);
    }
    pub mod differences {
        use crate::{IntegerColumn, Table, TextColumn};
        pub const TABLE: Table = Table(24);
        pub const WHAT: TextColumn = TextColumn(0x1800);
        pub const VARIANT: TextColumn = TextColumn(0x1801);
        pub const WAREHOUSE: TextColumn = TextColumn(0x1802);
        pub const ORDER: TextColumn = TextColumn(0x1803);
        pub const LINE: TextColumn = TextColumn(0x1804);
        pub const EXPECTED: IntegerColumn = IntegerColumn(0x1805);
        pub const FOUND: IntegerColumn = IntegerColumn(0x1806);
    }
    pub mod schema {
        use crate::{IntegerColumn, Table};
        pub const TABLE: Table = Table(25);
        pub const BEFORE: IntegerColumn = IntegerColumn(0x1900);
        pub const VERSION: IntegerColumn = IntegerColumn(0x1901);
        pub const LATEST: IntegerColumn = IntegerColumn(0x1902);
    }
    pub mod log {
        use crate::{Table, TextColumn};
        pub const TABLE: Table = Table(26);
        pub const AT: TextColumn = TextColumn(0x1a00);
        pub const LEVEL: TextColumn = TextColumn(0x1a01);
        pub const MESSAGE: TextColumn = TextColumn(0x1a02);
    }
    pub mod placed {
        use crate::{FlagColumn, IntegerColumn, JsonColumn, Table, TextColumn};
        pub const TABLE: Table = Table(27);
        pub const ITEM: IntegerColumn = IntegerColumn(0x1b00);
        pub const STATUS: IntegerColumn = IntegerColumn(0x1b01);
        pub const MESSAGE: TextColumn = TextColumn(0x1b02);
        pub const DETAILS: JsonColumn = JsonColumn(0x1b03);
        pub const ORDER: TextColumn = TextColumn(0x1b04);
        pub const STATE: TextColumn = TextColumn(0x1b05);
        pub const ALLOCATED: IntegerColumn = IntegerColumn(0x1b06);
        pub const WAITING: IntegerColumn = IntegerColumn(0x1b07);
        pub const REPLAYED: FlagColumn = FlagColumn(0x1b08);
    }
    pub mod placed_parts {
        use crate::{IntegerColumn, Table, TextColumn};
        pub const TABLE: Table = Table(28);
        pub const ITEM: IntegerColumn = IntegerColumn(0x1c00);
        pub const LINE: TextColumn = TextColumn(0x1c01);
        pub const VARIANT: TextColumn = TextColumn(0x1c02);
        pub const WAREHOUSE: TextColumn = TextColumn(0x1c03);
        pub const ALLOCATED: IntegerColumn = IntegerColumn(0x1c04);
        pub const WAITING: IntegerColumn = IntegerColumn(0x1c05);
    }
    pub mod warehouse_list {
        use crate::{FlagColumn, IntegerColumn, Table, TextColumn};
        pub const TABLE: Table = Table(29);
        pub const WAREHOUSE: TextColumn = TextColumn(0x1d00);
        pub const OWNER: TextColumn = TextColumn(0x1d01);
        pub const PRIORITY: IntegerColumn = IntegerColumn(0x1d02);
        pub const ACTIVE: FlagColumn = FlagColumn(0x1d03);
    }
    pub mod product_list {
        use crate::{Table, TextColumn};
        pub const TABLE: Table = Table(30);
        pub const PRODUCT: TextColumn = TextColumn(0x1e00);
        pub const SELLER: TextColumn = TextColumn(0x1e01);
        pub const POLICY: TextColumn = TextColumn(0x1e02);
    }
    pub mod variant_list {
        use crate::{FlagColumn, Table, TextColumn};
        pub const TABLE: Table = Table(31);
        pub const VARIANT: TextColumn = TextColumn(0x1f00);
        pub const PRODUCT: TextColumn = TextColumn(0x1f01);
        pub const SELLER: TextColumn = TextColumn(0x1f02);
        pub const POLICY: TextColumn = TextColumn(0x1f03);
        pub const BACKORDERS_ALLOWED: FlagColumn = FlagColumn(0x1f04);
    }
    pub mod open_orders {
        use crate::{IntegerColumn, Table, TextColumn};
        pub const TABLE: Table = Table(32);
        pub const ORDER: TextColumn = TextColumn(0x2000);
        pub const PLACED_AT: TextColumn = TextColumn(0x2001);
        pub const PRIORITY: IntegerColumn = IntegerColumn(0x2002);
        pub const LINES: IntegerColumn = IntegerColumn(0x2003);
        pub const ALLOCATED: IntegerColumn = IntegerColumn(0x2004);
        pub const WAITING: IntegerColumn = IntegerColumn(0x2005);
    }
    pub mod held {
        use crate::{IntegerColumn, Table, TextColumn};
        pub const TABLE: Table = Table(33);
        pub const SINCE: TextColumn = TextColumn(0x2100);
        pub const TRANSACTION_SINCE: TextColumn = TextColumn(0x2101);
        pub const PID: IntegerColumn = IntegerColumn(0x2102);
        pub const APPLICATION: TextColumn = TextColumn(0x2103);
        pub const USER: TextColumn = TextColumn(0x2104);
        pub const DATABASE: TextColumn = TextColumn(0x2105);
        pub const PREPARED: TextColumn = TextColumn(0x2106);
    }
}

pub(crate) type Listed = (&'static str, &'static [(&'static str, u32, Kind)]);
/// Tables in the order of their numbers, from 1.
pub(crate) const TABLES: &[Listed] = &[
    ("settings", &[("backorders_enabled", 0x0100, Kind::Flag), ("before", 0x0101, Kind::Flag), ("dry_run", 0x0102, Kind::Flag), ("units_over_limit", 0x0103, Kind::Integer)]),
    ("policies", &[("item", 0x0200, Kind::Integer), ("status", 0x0201, Kind::Integer), ("message", 0x0202, Kind::Text), ("details", 0x0203, Kind::Json), ("product", 0x0204, Kind::Text), ("variant", 0x0205, Kind::Text), ("before", 0x0206, Kind::Text), ("policy", 0x0207, Kind::Text), ("units_over_limit", 0x0208, Kind::Integer), ("dry_run", 0x0209, Kind::Flag)]),
    ("thresholds", &[("item", 0x0300, Kind::Integer), ("status", 0x0301, Kind::Integer), ("message", 0x0302, Kind::Text), ("details", 0x0303, Kind::Json), ("product", 0x0304, Kind::Text), ("variant", 0x0305, Kind::Text), ("warehouse", 0x0306, Kind::Text), ("mode_before", 0x0307, Kind::Text), ("threshold_before", 0x0308, Kind::Integer), ("mode", 0x0309, Kind::Text), ("threshold", 0x030a, Kind::Integer), ("backordered", 0x030b, Kind::Integer), ("units_over_limit", 0x030c, Kind::Integer), ("dry_run", 0x030d, Kind::Flag)]),
    ("warehouses", &[("item", 0x0400, Kind::Integer), ("status", 0x0401, Kind::Integer), ("message", 0x0402, Kind::Text), ("details", 0x0403, Kind::Json), ("warehouse", 0x0404, Kind::Text), ("owner", 0x0405, Kind::Text), ("priority", 0x0406, Kind::Integer), ("active", 0x0407, Kind::Flag), ("created", 0x0408, Kind::Flag), ("units_over_limit", 0x0409, Kind::Integer), ("dry_run", 0x040a, Kind::Flag)]),
    ("products", &[("item", 0x0500, Kind::Integer), ("status", 0x0501, Kind::Integer), ("message", 0x0502, Kind::Text), ("details", 0x0503, Kind::Json), ("product", 0x0504, Kind::Text), ("seller", 0x0505, Kind::Text), ("created", 0x0506, Kind::Flag)]),
    ("variants", &[("item", 0x0600, Kind::Integer), ("status", 0x0601, Kind::Integer), ("message", 0x0602, Kind::Text), ("details", 0x0603, Kind::Json), ("variant", 0x0604, Kind::Text), ("product", 0x0605, Kind::Text), ("created", 0x0606, Kind::Flag)]),
    ("moves", &[("item", 0x0700, Kind::Integer), ("status", 0x0701, Kind::Integer), ("message", 0x0702, Kind::Text), ("details", 0x0703, Kind::Json), ("variant", 0x0704, Kind::Text), ("warehouse", 0x0705, Kind::Text), ("to_warehouse", 0x0706, Kind::Text), ("quantity", 0x0707, Kind::Integer), ("on_hand", 0x0708, Kind::Integer), ("allocated", 0x0709, Kind::Integer), ("backordered", 0x070a, Kind::Integer), ("available", 0x070b, Kind::Integer)]),
    ("covered", &[("item", 0x0800, Kind::Integer), ("order", 0x0801, Kind::Text), ("line", 0x0802, Kind::Text), ("variant", 0x0803, Kind::Text), ("warehouse", 0x0804, Kind::Text), ("units", 0x0805, Kind::Integer), ("ready", 0x0806, Kind::Flag)]),
    ("fallen_back", &[("item", 0x0900, Kind::Integer), ("order", 0x0901, Kind::Text), ("line", 0x0902, Kind::Text), ("variant", 0x0903, Kind::Text), ("warehouse", 0x0904, Kind::Text), ("units", 0x0905, Kind::Integer), ("units_over_limit", 0x0906, Kind::Integer)]),
    ("order", &[("order", 0x0a00, Kind::Text), ("state", 0x0a01, Kind::Text), ("priority", 0x0a02, Kind::Integer), ("placed_at", 0x0a03, Kind::Text)]),
    ("lines", &[("line", 0x0b00, Kind::Text), ("variant", 0x0b01, Kind::Text), ("quantity", 0x0b02, Kind::Integer), ("allocated", 0x0b03, Kind::Integer), ("waiting", 0x0b04, Kind::Integer), ("shipped", 0x0b05, Kind::Integer), ("cancelled", 0x0b06, Kind::Integer)]),
    ("parts", &[("line", 0x0c00, Kind::Text), ("variant", 0x0c01, Kind::Text), ("warehouse", 0x0c02, Kind::Text), ("quantity", 0x0c03, Kind::Integer), ("allocated", 0x0c04, Kind::Integer), ("waiting", 0x0c05, Kind::Integer), ("shipped", 0x0c06, Kind::Integer), ("cancelled", 0x0c07, Kind::Integer)]),
    ("fulfillments", &[("fulfillment", 0x0d00, Kind::Integer), ("warehouse", 0x0d01, Kind::Text), ("line", 0x0d02, Kind::Text), ("variant", 0x0d03, Kind::Text), ("quantity", 0x0d04, Kind::Integer), ("state", 0x0d05, Kind::Text), ("created_at", 0x0d06, Kind::Text)]),
    ("shippable", &[("line", 0x0e00, Kind::Text), ("variant", 0x0e01, Kind::Text), ("warehouse", 0x0e02, Kind::Text), ("shippable", 0x0e03, Kind::Integer), ("waiting", 0x0e04, Kind::Integer), ("strict", 0x0e05, Kind::Flag), ("free_here", 0x0e06, Kind::Integer), ("reason", 0x0e07, Kind::Text)]),
    ("stock", &[("product", 0x0f00, Kind::Text), ("variant", 0x0f01, Kind::Text), ("warehouse", 0x0f02, Kind::Text), ("seller", 0x0f03, Kind::Text), ("on_hand", 0x0f04, Kind::Integer), ("allocated", 0x0f05, Kind::Integer), ("backordered", 0x0f06, Kind::Integer), ("threshold_mode", 0x0f07, Kind::Text), ("threshold", 0x0f08, Kind::Integer), ("threshold_from", 0x0f09, Kind::Text), ("available", 0x0f0a, Kind::Integer), ("backorder_room", 0x0f0b, Kind::Integer), ("room_unlimited", 0x0f0c, Kind::Flag), ("sellable", 0x0f0d, Kind::Integer), ("shut_gate", 0x0f0e, Kind::Text), ("units_over_limit", 0x0f0f, Kind::Integer), ("committed", 0x0f10, Kind::Integer), ("out_of_stock_threshold", 0x0f11, Kind::Integer)]),
    ("variant_totals", &[("product", 0x1000, Kind::Text), ("variant", 0x1001, Kind::Text), ("policy", 0x1002, Kind::Text), ("backorders_allowed", 0x1003, Kind::Flag), ("on_hand", 0x1004, Kind::Integer), ("allocated", 0x1005, Kind::Integer), ("backordered", 0x1006, Kind::Integer), ("available", 0x1007, Kind::Integer), ("backorder_room", 0x1008, Kind::Integer), ("room_unlimited", 0x1009, Kind::Flag), ("sellable", 0x100a, Kind::Integer)]),
    ("product_totals", &[("product", 0x1100, Kind::Text), ("seller", 0x1101, Kind::Text), ("policy", 0x1102, Kind::Text), ("variants", 0x1103, Kind::Integer), ("on_hand", 0x1104, Kind::Integer), ("allocated", 0x1105, Kind::Integer), ("backordered", 0x1106, Kind::Integer), ("available", 0x1107, Kind::Integer), ("backorder_room", 0x1108, Kind::Integer), ("room_unlimited", 0x1109, Kind::Flag), ("sellable", 0x110a, Kind::Integer)]),
    ("availability", &[("item", 0x1200, Kind::Integer), ("status", 0x1201, Kind::Integer), ("message", 0x1202, Kind::Text), ("details", 0x1203, Kind::Json), ("variant", 0x1204, Kind::Text), ("state", 0x1205, Kind::Text), ("now", 0x1206, Kind::Integer), ("later", 0x1207, Kind::Integer), ("later_unlimited", 0x1208, Kind::Flag), ("shut_gate", 0x1209, Kind::Text), ("quantity", 0x120a, Kind::Integer), ("split_now", 0x120b, Kind::Integer), ("split_later", 0x120c, Kind::Integer), ("short", 0x120d, Kind::Integer)]),
    ("queue", &[("place", 0x1300, Kind::Integer), ("order", 0x1301, Kind::Text), ("line", 0x1302, Kind::Text), ("product", 0x1303, Kind::Text), ("variant", 0x1304, Kind::Text), ("warehouse", 0x1305, Kind::Text), ("seller", 0x1306, Kind::Text), ("units", 0x1307, Kind::Integer), ("priority", 0x1308, Kind::Integer), ("since", 0x1309, Kind::Text), ("free_elsewhere", 0x130a, Kind::Integer)]),
    ("events", &[("type", 0x1400, Kind::Text), ("at", 0x1401, Kind::Text), ("variant", 0x1402, Kind::Text), ("warehouse", 0x1403, Kind::Text), ("order", 0x1404, Kind::Text), ("body", 0x1405, Kind::Json)]),
    ("cursor", &[("cursor", 0x1500, Kind::Text), ("more", 0x1501, Kind::Flag)]),
    ("ledger", &[("sequence", 0x1600, Kind::Integer), ("at", 0x1601, Kind::Text), ("actor", 0x1602, Kind::Text), ("verb", 0x1603, Kind::Text), ("variant", 0x1604, Kind::Text), ("warehouse", 0x1605, Kind::Text), ("on_hand", 0x1606, Kind::Integer), ("allocated", 0x1607, Kind::Integer), ("backordered", 0x1608, Kind::Integer), ("order", 0x1609, Kind::Text), ("line", 0x160a, Kind::Text), ("key", 0x160b, Kind::Text)]),
    ("verify", &[("stock_records", 0x1700, Kind::Integer), ("parts", 0x1701, Kind::Integer), ("ledger_rows", 0x1702, Kind::Integer), ("differences", 0x1703, Kind::Integer), ("next", 0x1704, Kind::Text), ("checked", 0x1705, Kind::Integer), ("total", 0x1706, Kind::Integer)]),
    ("differences", &[("what", 0x1800, Kind::Text), ("variant", 0x1801, Kind::Text), ("warehouse", 0x1802, Kind::Text), ("order", 0x1803, Kind::Text), ("line", 0x1804, Kind::Text), ("expected", 0x1805, Kind::Integer), ("found", 0x1806, Kind::Integer)]),
    ("schema", &[("before", 0x1900, Kind::Integer), ("version", 0x1901, Kind::Integer), ("latest", 0x1902, Kind::Integer)]),
    ("log", &[("at", 0x1a00, Kind::Text), ("level", 0x1a01, Kind::Text), ("message", 0x1a02, Kind::Text)]),
    ("placed", &[("item", 0x1b00, Kind::Integer), ("status", 0x1b01, Kind::Integer), ("message", 0x1b02, Kind::Text), ("details", 0x1b03, Kind::Json), ("order", 0x1b04, Kind::Text), ("state", 0x1b05, Kind::Text), ("allocated", 0x1b06, Kind::Integer), ("waiting", 0x1b07, Kind::Integer), ("replayed", 0x1b08, Kind::Flag)]),
    ("placed_parts", &[("item", 0x1c00, Kind::Integer), ("line", 0x1c01, Kind::Text), ("variant", 0x1c02, Kind::Text), ("warehouse", 0x1c03, Kind::Text), ("allocated", 0x1c04, Kind::Integer), ("waiting", 0x1c05, Kind::Integer)]),
    ("warehouse_list", &[("warehouse", 0x1d00, Kind::Text), ("owner", 0x1d01, Kind::Text), ("priority", 0x1d02, Kind::Integer), ("active", 0x1d03, Kind::Flag)]),
    ("product_list", &[("product", 0x1e00, Kind::Text), ("seller", 0x1e01, Kind::Text), ("policy", 0x1e02, Kind::Text)]),
    ("variant_list", &[("variant", 0x1f00, Kind::Text), ("product", 0x1f01, Kind::Text), ("seller", 0x1f02, Kind::Text), ("policy", 0x1f03, Kind::Text), ("backorders_allowed", 0x1f04, Kind::Flag)]),
    ("open_orders", &[("order", 0x2000, Kind::Text), ("placed_at", 0x2001, Kind::Text), ("priority", 0x2002, Kind::Integer), ("lines", 0x2003, Kind::Integer), ("allocated", 0x2004, Kind::Integer), ("waiting", 0x2005, Kind::Integer)]),
    ("held", &[("since", 0x2100, Kind::Text), ("transaction_since", 0x2101, Kind::Text), ("pid", 0x2102, Kind::Integer), ("application", 0x2103, Kind::Text), ("user", 0x2104, Kind::Text), ("database", 0x2105, Kind::Text), ("prepared", 0x2106, Kind::Text)]),
];
