//! Warehouse-level backorders on your own PostgreSQL: libbackorder, loaded when a handle is opened.
//!
//! ```no_run
//! use backorder::{tables, Backorder, Call, Config, OrderLine, Order, Permission, Receipt, Status};
//!
//! # fn main() -> Result<(), backorder::Error> {
//! let shop = Backorder::open(&Config::new("postgresql:///shop").set("migrate", true))?;
//! let seller = Call::seller("main", "acme", Permission::MANAGE_INVENTORY);
//! shop.receive(&seller.with_key("delivery-17"), &[Receipt { variant: "mug-blue", warehouse: "berlin", quantity: 12 }])?;
//! let lines = [OrderLine { line: "1", variant: "mug-blue", quantity: 20, ..Default::default() }];
//! match shop.place(&Call::host("main"), &Order { order: "1001", lines: &lines, ..Default::default() }) {
//!     Ok(placed) => println!("{:?} wait", placed.integers(tables::lines::WAITING)),
//!     Err(refused) if refused.status == Status::SHORTAGE => println!("{:?}", refused.details),
//!     Err(error) => return Err(error),
//! }
//! # Ok(())
//! # }
//! ```
//!
//! Columns of integers are read where the library has them; the compiler sees to it that nobody reads them later:
//!
//! ```compile_fail,E0505
//! # fn read(answer: backorder::Answer) {
//! let waiting = answer.integers(backorder::tables::lines::WAITING);
//! drop(answer);
//! println!("{:?}", waiting);
//! # }
//! ```
#[rustfmt::skip]
#[allow(non_camel_case_types, clippy::type_complexity)]
mod abi;
mod answer;
mod call;
mod columns;
mod error;
mod handle;
pub mod json;
mod library;
mod operations;
mod pack;

pub use abi::{
    tables, AvailabilityItem, Order, OrderLine, OrderUnits, Permission, Policy, PolicyItem, Poll, Receipt, Retry, Role, Status,
    StockQuery, ThresholdItem, ThresholdMode, VERSION,
};
pub use answer::Answer;
pub use call::{Call, Token};
pub use columns::{FlagColumn, IntegerColumn, JsonColumn, Table, TextColumn};
pub use error::{Error, Kind};
pub use handle::{Backorder, Config};
pub use json::Json;
pub use operations::{LedgerQuery, PageQuery, Product, QueueQuery, Reassignment, StockCount, Transfer, Variant, Warehouse};
